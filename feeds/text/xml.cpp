#include "feeds/text/xml.hpp"

#include <algorithm>

#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"
#include "feeds/text/xml_repair.hpp"

namespace masthead::feeds {
namespace {

// The document without its entries.
std::string without_entries(std::string_view text, const XmlOutline& outline) {
    std::string out;
    auto at = outline.start;
    for (const auto& entry : outline.entries) {
        out.append(text.substr(at, entry.start - at));
        at = entry.start + entry.size;
    }
    return out.append(text.substr(at, outline.start + outline.size - at));
}

}  // namespace

Result<XmlDocument, ParseError> XmlDocument::read(std::string_view text, const Limits& limits) {
    XmlDocument out;
    out.text_ = text;
    auto outline = outline_xml(text, limits);
    if (outline && !*outline) {
        auto repaired = repair_xml(text, limits);
        if (!repaired) return unexpected(std::move(repaired.error()));
        out.notes_ = std::move(repaired->notes);
        out.was_cut_ = !repaired->open_at_end.empty();
        out.was_cut_within_entry_ =
            std::any_of(repaired->open_at_end.begin(), repaired->open_at_end.end(), names_an_entry);
        out.mended_ = std::make_unique<std::string>(std::move(repaired->text));
        out.text_ = *out.mended_;
        outline = outline_xml(out.text_, limits);
    }
    if (!outline) return unexpected(std::move(outline.error()));
    if (*outline) {
        out.outline_ = std::move(**outline);
        out.root_ = out.tree_->read(without_entries(out.text_, out.outline_), {});
    }
    if (!out.root_) return unexpected(ParseError{ParseError::Code::malformed, "the XML is broken beyond mending"});
    return out;
}

bool XmlDocument::declares_namespace(std::string_view part) const {
    const auto declared = names_->declared(root_.scope());
    return std::any_of(declared.begin(), declared.end(),
                       [&](std::string_view uri) { return uri.find(part) != std::string_view::npos; });
}

XmlNode XmlEntryReader::next() {
    if (entry_) entry_ = tree_.next_outermost(entry_);
    while (!entry_ && read_ < document_.entries().size()) read_some();
    return entry_;
}

// Entries that stand side by side are made trees of at once: each time costs as much as one of them.
void XmlEntryReader::read_some() {
    constexpr std::size_t most = std::size_t{16} * 1024;
    const auto& entries = document_.entries();
    const auto& first = entries[read_];
    auto end = first.start + first.size;
    for (++read_; read_ < entries.size(); ++read_) {
        const auto& next = entries[read_];
        const auto between = document_.text_.substr(end, next.start - end);
        if (next.parent != first.parent || next.start + next.size - first.start > most || !trimmed(between).empty())
            break;
        end = next.start + next.size;
    }
    entry_ = tree_.read(document_.text_.substr(first.start, end - first.start), document_.tree_->node(first.parent));
}

std::string base_at(XmlNode node, std::string_view document_base) {
    std::vector<std::string_view> bases;  // innermost first
    for (; node; node = node.parent())
        if (const auto base = node.attribute("xml:base"); !base.empty()) bases.push_back(base);
    std::string out(document_base);
    std::for_each(bases.rbegin(), bases.rend(), [&](std::string_view base) {
        if (auto resolved = resolve_url(out, base)) out = std::move(*resolved);
    });
    return out;
}

const std::string& base_of_child(XmlNode child, const std::string& base, std::string& space) {
    const auto own = child.attribute("xml:base");
    auto resolved = own.empty() ? std::nullopt : resolve_url(base, own);
    if (!resolved) return base;
    space = std::move(*resolved);
    return space;
}

std::string_view language_at(XmlNode node) {
    for (; node; node = node.parent())
        if (const auto language = node.attribute("xml:lang"); !language.empty()) return language;
    return {};
}

}  // namespace masthead::feeds
