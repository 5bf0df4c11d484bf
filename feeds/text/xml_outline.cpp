#include "feeds/text/xml_outline.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include <fmt/format.h>

#include "feeds/text/ascii.hpp"
#include "feeds/text/xml_syntax.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t deepest_entry = 3;  // RSS 1.1: rss, channel, items

bool is_forbidden(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

// Eight bytes at a time: those below 0x20 have borrowed from their highest bit once 0x20 is taken off each.
bool has_control(std::string_view text) {
    constexpr std::uint64_t all = 0x0101010101010101, highest = 0x80 * all;
    for (std::uint64_t bytes = 0; text.size() >= sizeof bytes; text.remove_prefix(sizeof bytes)) {
        std::memcpy(&bytes, text.data(), sizeof bytes);
        const bool may_be = (((bytes - 0x20 * all) & ~bytes) & highest) != 0;
        const auto block = text.substr(0, sizeof bytes);
        if (may_be && std::any_of(block.begin(), block.end(), is_forbidden)) return true;
    }
    return std::any_of(text.begin(), text.end(), is_forbidden);
}

// U+FFFE and U+FFFF.
bool has_noncharacter(std::string_view text) {
    for (auto at = text.find('\xEF'); at != std::string_view::npos; at = text.find('\xEF', at + 1))
        if (is_noncharacter(text, at)) return true;
    return false;
}

// A reference that means the same to HTML, whose rules feeds follow, and to XML: no control of either kind.
bool is_plain_number(std::string_view digits) {
    const bool is_hex = !digits.empty() && digits.front() == 'x';
    if (is_hex) digits.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hex ? 16 : 10);
    if (error != std::errc() || end != digits.data() + digits.size()) return false;
    return (code >= 0x20 && code < 0x7F) || (code >= 0xA0 && code < 0xD800) || (code >= 0xE000 && code < 0xFFFE) ||
           (code >= 0x10000 && code <= 0x10FFFF);
}

bool has_plain_references(std::string_view text) {
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const auto name = text.substr(at + 1, longest_reference);
        const auto end = name.find(';');
        if (end == std::string_view::npos || end == 0) return false;
        const bool is_plain =
            name.front() == '#' ? is_plain_number(name.substr(1, end - 1)) : is_entity_of_xml(name.substr(0, end));
        if (!is_plain) return false;
    }
    return true;
}

class Outliner {
public:
    Outliner(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

    Result<std::optional<XmlOutline>, ParseError> run() {
        if (!skip_to_root() || has_control(text_.substr(at_)) || has_noncharacter(text_.substr(at_)))
            return std::nullopt;
        out_.start = at_;
        do {
            if (!read_next())
                return error_ ? Result<std::optional<XmlOutline>, ParseError>(unexpected(*error_)) : std::nullopt;
        } while (!open_.empty());
        out_.size = at_ - out_.start;
        return std::optional(std::move(out_));
    }

private:
    bool looking_at(std::string_view start) const { return text_.compare(at_, start.size(), start) == 0; }

    // Past what begins here and ends in `end`: `<!-->` only begins.
    bool skip(std::string_view start, std::string_view end) {
        const auto found = text_.find(end, at_ + start.size());
        if (found == std::string_view::npos) return false;
        at_ = found + end.size();
        return true;
    }

    // What stands before the root element. A doctype that declares something has to be read.
    bool skip_to_root() {
        for (;;) {
            at_ = std::min(text_.find('<', at_), text_.size());
            if (at_ + 1 >= text_.size()) return false;
            if (starts_name(text_[at_ + 1])) return true;
            if (looking_at("<!") && !looking_at("<!--") ? !skip_doctype() : !skip_aside()) return false;
        }
    }

    // A comment or a processing instruction, which has a target (XML 1.0, section 2.6).
    bool skip_aside() {
        if (looking_at("<!--")) return skip("<!--", "-->");
        return looking_at("<?") && at_ + 2 < text_.size() && starts_name(text_[at_ + 2]) && skip("<?", "?>");
    }

    bool skip_doctype() {
        const auto end = text_.find_first_of("[>", at_);
        if (end == std::string_view::npos || text_[end] == '[') return false;
        at_ = end + 1;
        return true;
    }

    // Text up to a tag, and the tag. False when it is not clean or a limit is hit.
    bool read_next() {
        const auto tag = text_.find('<', at_);
        if (tag == std::string_view::npos || !has_plain_references(text_.substr(at_, tag - at_))) return false;
        at_ = tag;
        if (at_ + 1 == text_.size()) return false;
        const char next = text_[at_ + 1];
        if (next == '/') return read_end_tag();
        if (starts_name(next)) return read_start_tag();
        return looking_at("<![CDATA[") ? skip("<![CDATA[", "]]>") : skip_aside();
    }

    std::string_view take_name() {
        const auto start = at_;
        auto end = start;
        while (end < text_.size() && is_name_part(text_[end])) ++end;
        at_ = end;
        return text_.substr(start, end - start);
    }

    void skip_blanks() {
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    }

    bool take(char c) {
        if (at_ == text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    bool read_end_tag() {
        at_ += 2;
        if (take_name() != open_.back().name) return false;
        skip_blanks();
        if (!take('>')) return false;
        close();
        return true;
    }

    bool read_start_tag() {
        const auto start = at_++;
        const auto name = take_name();
        for (std::size_t attributes = 0;; ++attributes) {
            const auto before = at_;
            skip_blanks();
            if (take('>')) return open(name, start);
            if (take('/')) return take('>') && open(name, start) && (close(), true);
            if (at_ == before || attributes == most_attributes || !read_attribute()) return false;
        }
    }

    bool read_attribute() {
        if (take_name().empty()) return false;
        skip_blanks();
        if (!take('=')) return false;
        skip_blanks();
        const char quote = at_ < text_.size() ? text_[at_] : '\0';
        if (quote != '"' && quote != '\'') return false;
        const auto value = ++at_;
        at_ = text_.find(quote, at_);
        if (at_ == std::string_view::npos || !has_plain_references(text_.substr(value, at_ - value))) return false;
        ++at_;
        return is_within(++nodes_ <= limits_.nodes, too_many_nodes);
    }

    bool open(std::string_view name, std::size_t start) {
        if (!is_within(open_.size() < limits_.depth, too_deep) || !is_within(++nodes_ <= limits_.nodes, too_many_nodes))
            return false;
        const bool is_entry = !in_entry_ && !open_.empty() && open_.size() <= deepest_entry && names_an_entry(name);
        if (is_entry) {
            in_entry_ = open_.size();
            out_.entries.push_back({start, 0, open_.back().number});
        }
        open_.push_back({name, elements_});
        if (!in_entry_) ++elements_;
        return true;
    }

    void close() {
        open_.pop_back();
        if (in_entry_ != open_.size()) return;
        in_entry_.reset();
        out_.entries.back().size = at_ - out_.entries.back().start;
    }

    bool is_within(bool is, ParseError (*error)(const Limits&)) {
        if (!is) error_ = error(limits_);
        return is;
    }

    struct Open {
        std::string_view name;
        std::uint32_t number;  // among the elements outside entries
    };

    std::string_view text_;
    const Limits& limits_;
    std::size_t at_ = 0;
    XmlOutline out_;
    std::vector<Open> open_;
    std::optional<std::size_t> in_entry_;  // how many elements the entry stands in
    std::uint32_t elements_ = 0;           // outside entries
    std::size_t nodes_ = 0;
    std::optional<ParseError> error_;
};

}  // namespace

bool names_an_entry(std::string_view name) {
    const auto local = name.substr(name.rfind(':') + 1);
    const auto is = [&](std::string_view word) {
        return std::equal(local.begin(), local.end(), word.begin(), word.end(),
                          [](char a, char b) { return lower(a) == b; });
    };
    return is("item") || is("entry");
}

ParseError too_deep(const Limits& limits) {
    return {ParseError::Code::too_deep,
            fmt::format("elements are nested more than {} deep: raise fetch.max_depth", limits.depth)};
}

ParseError too_many_nodes(const Limits& limits) {
    return {ParseError::Code::too_many,
            fmt::format("the document has more than {} elements and attributes: raise fetch.max_nodes", limits.nodes)};
}

Result<std::optional<XmlOutline>, ParseError> outline_xml(std::string_view text, const Limits& limits) {
    return Outliner(text, limits).run();
}

}  // namespace masthead::feeds
