#include "feeds/text/xml_repair.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "feeds/text/ascii.hpp"
#include "feeds/text/xml_entities.hpp"
#include "feeds/text/xml_outline.hpp"
#include "feeds/text/xml_syntax.hpp"

namespace masthead::feeds {
namespace {

struct Attribute {
    std::string_view name, value;
};

class Repair {
public:
    Repair(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {
        out_.text.reserve(text.size());
    }

    Result<RepairedXml, ParseError> run() {
        while (at_ < text_.size() && !(root_closed_ && open_.empty())) {
            const auto tag = std::min(text_.find('<', at_), text_.size());
            write_text(text_.substr(at_, tag - at_));
            at_ = tag;
            if (at_ < text_.size()) read_markup();
            if (error_) return unexpected(*error_);
        }
        return finish();
    }

private:
    bool looking_at(std::string_view start) const { return text_.substr(at_, start.size()) == start; }

    // The content up to `end`, which is passed over. Without an end it is the rest of the document, so nothing is
    // searched twice.
    std::string_view take_until(std::string_view start, std::string_view end) {
        const auto from = at_ + start.size();
        const auto found = std::min(text_.find(end, from), text_.size());
        at_ = std::min(found + end.size(), text_.size());
        return text_.substr(std::min(from, text_.size()), found - std::min(from, found));
    }

    void read_markup() {
        if (looking_at("<!--")) {
            take_until("<!--", "-->");
        } else if (looking_at("<![CDATA[")) {
            write_cdata(take_until("<![CDATA[", "]]>"));
        } else if (looking_at("<!")) {
            read_doctype();
        } else if (looking_at("<?")) {
            take_until("<?", ">");
        } else if (looking_at("</") && at_ + 2 < text_.size() && starts_name(text_[at_ + 2])) {
            read_end_tag();
        } else if (at_ + 1 < text_.size() && starts_name(text_[at_ + 1])) {
            read_start_tag();
        } else {
            write_text("<");
            ++at_;
            ++naked_angles_;
        }
    }

    // The doctype ends behind its internal subset, in which ">" is nothing special.
    void read_doctype() {
        const auto bracket = text_.find_first_of("[>", at_);
        if (bracket == std::string_view::npos || text_[bracket] == '>') {
            take_until("<!", ">");
            return;
        }
        at_ = bracket;
        entities_.declare_all(take_until("[", "]"));
        take_until("", ">");
    }

    void write_text(std::string_view raw) {
        if (open_.empty()) return;
        entities_.append_resolved(out_.text, raw);
    }

    void write_cdata(std::string_view content) {
        if (open_.empty()) return;
        out_.text += "<![CDATA[";
        append_xml_characters(out_.text, content);
        out_.text += "]]>";
    }

    std::string_view take_name() {
        const auto start = at_;
        while (at_ < text_.size() && is_name_part(text_[at_])) ++at_;
        return text_.substr(start, at_ - start);
    }

    void skip_blanks() {
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    }

    void read_end_tag() {
        at_ += 2;
        const auto name = take_name();
        at_ = std::min(text_.find_first_of("<>", at_), text_.size());
        if (at_ < text_.size() && text_[at_] == '>') ++at_;
        const auto found = std::find(open_.rbegin(), open_.rend(), name);
        if (found == open_.rend()) {
            ++stray_ends_;
            return;
        }
        const auto closed = static_cast<std::size_t>(found - open_.rbegin()) + 1;
        unclosed_ += closed - 1;
        for (std::size_t i = 0; i < closed; ++i) close_innermost();
    }

    void close_innermost() {
        out_.text.append("</").append(open_.back()).append(1, '>');
        open_.pop_back();
        root_closed_ = open_.empty();
    }

    void read_start_tag() {
        ++at_;
        const auto name = take_name();
        attributes_.clear();
        bool is_empty = false;
        while (at_ < text_.size() && text_[at_] != '>' && text_[at_] != '<') {
            const char c = text_[at_];
            is_empty = c == '/';
            if (starts_name(c)) {
                read_attribute();
            } else {
                ++at_;
            }
        }
        if (at_ == text_.size()) return;  // cut off within the tag
        if (text_[at_] == '>') ++at_;
        if (!fits()) return;
        open_element(name);
        if (is_empty) close_innermost();
    }

    void read_attribute() {
        Attribute out{take_name(), {}};
        skip_blanks();
        if (at_ < text_.size() && text_[at_] == '=') {
            ++at_;
            skip_blanks();
            out.value = take_value();
        }
        ++nodes_;
        const bool is_double = std::any_of(attributes_.begin(), attributes_.end(),
                                           [&](const Attribute& other) { return other.name == out.name; });
        if (attributes_.size() < most_attributes && !is_double) attributes_.push_back(out);
    }

    std::string_view take_value() {
        if (at_ == text_.size()) return {};
        const char quote = text_[at_];
        if (quote == '"' || quote == '\'') return take_until(text_.substr(at_, 1), text_.substr(at_, 1));
        const auto start = at_;
        while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '>') ++at_;
        return text_.substr(start, at_ - start);
    }

    bool fits() {
        if (open_.size() >= limits_.depth) error_ = too_deep(limits_);
        if (++nodes_ > limits_.nodes) error_ = too_many_nodes(limits_);
        return !error_;
    }

    void open_element(std::string_view name) {
        open_.push_back(name);
        out_.text.append(1, '<').append(name);
        for (const auto& attribute : attributes_) {
            out_.text.append(1, ' ').append(attribute.name).append("=\"");
            entities_.append_resolved(out_.text, attribute.value);
            out_.text += '"';
        }
        out_.text += '>';
    }

    Result<RepairedXml, ParseError> finish() {
        if (open_.empty() && !root_closed_)
            return unexpected(ParseError{ParseError::Code::not_a_feed, "the document has no element: it is no XML"});
        out_.open_at_end.assign(open_.begin(), open_.end());
        while (!open_.empty()) close_innermost();
        note(out_.open_at_end.empty() ? 0 : 1, "the document is cut off");
        note(entities_.naked(), "naked ampersands or unknown entities were escaped");
        note(naked_angles_, "naked angle brackets were escaped");
        note(unclosed_, "elements were not closed");
        note(stray_ends_, "end tags had no start tag");
        return std::move(out_);
    }

    void note(std::size_t count, std::string_view what) {
        if (count == 0) return;
        out_.notes.push_back(count == 1 ? std::string(what) : fmt::format("{} ({} times)", what, count));
    }

    std::string_view text_;
    const Limits& limits_;
    std::size_t at_ = 0;
    RepairedXml out_;
    XmlEntities entities_;
    std::vector<std::string_view> open_;  // names as the document has them
    std::vector<Attribute> attributes_;   // of the start tag that is being read
    std::optional<ParseError> error_;
    bool root_closed_ = false;
    std::size_t nodes_ = 0, naked_angles_ = 0, unclosed_ = 0, stray_ends_ = 0;
};

}  // namespace

Result<RepairedXml, ParseError> repair_xml(std::string_view text, const Limits& limits) {
    return Repair(text, limits).run();
}

}  // namespace masthead::feeds
