#include "feeds/text/html_tokens.hpp"

#include <algorithm>
#include <array>

#include "feeds/text/ascii.hpp"
#include "feeds/text/html_references.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_attributes = 64;

// Elements whose content is text for the tokenizer (HTML, section 13.2.6.2 and 13.2.6.4). With scripts off, noscript
// would be markup; what stands in it is for those who see no images, and is not wanted.
bool is_raw_element(std::string_view tag) {
    static constexpr std::array<std::string_view, 10> tags = {"iframe", "noembed", "noframes", "noscript", "plaintext",
                                                              "script", "style",   "textarea", "title",    "xmp"};
    static_assert(is_sorted(tags));
    return is_one_of_sorted(tags, tag);
}

}  // namespace

bool equal_lowered(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == y; });
}

bool is_void_element(std::string_view tag) {
    static constexpr std::array<std::string_view, 18> tags = {
        "area",  "base", "basefont", "bgsound", "br",   "col",  "embed", "frame",  "hr",
        "image", "img",  "input",    "keygen",  "link", "meta", "param", "source", "track"};
    static_assert(is_sorted(tags));
    return is_one_of_sorted(tags, tag) || tag == "wbr";
}

bool is_heading_tag(std::string_view tag) { return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'; }

bool is_block_element(std::string_view tag) {
    static constexpr std::array<std::string_view, 51> tags = {
        "address", "article", "aside", "blockquote", "body",    "br",      "caption",  "center",     "dd",
        "details", "dialog",  "dir",   "div",        "dl",      "dt",      "fieldset", "figcaption", "figure",
        "footer",  "form",    "h1",    "h2",         "h3",      "h4",      "h5",       "h6",         "head",
        "header",  "hgroup",  "hr",    "html",       "legend",  "li",      "main",     "menu",       "nav",
        "ol",      "option",  "p",     "pre",        "section", "summary", "table",    "tbody",      "td",
        "tfoot",   "th",      "thead", "title",      "tr",      "ul"};
    static_assert(is_sorted(tags));
    return is_one_of_sorted(tags, tag);
}

std::string HtmlToken::attribute(std::string_view name) const {
    for (const auto& attribute : attributes)
        if (equal_lowered(attribute.name, name)) return decode_references(attribute.value, ReferencePlace::attribute);
    return {};
}

bool HtmlToken::has_attribute(std::string_view name) const {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const RawAttribute& attribute) { return equal_lowered(attribute.name, name); });
}

bool HtmlTokens::next(HtmlToken& token) {
    if (!raw_until_.empty() && read_raw(token)) return true;
    while (at_ < source_.size()) {
        if (const auto end = end_of_text(); end > at_) {
            token.type = HtmlToken::Type::text;
            token.text = source_.substr(at_, end - at_);
            at_ = end;
            return true;
        }
        const char after = source_[at_ + 1];  // end_of_text stops only before something that is markup
        if (after == '!' || after == '?') {
            skip_comment();
        } else if (read_tag(token)) {
            return true;
        }
    }
    return false;
}

// Where the text that starts here ends: at the next '<' that begins a tag, a comment or the like.
std::size_t HtmlTokens::end_of_text() const {
    for (auto sign = source_.find('<', at_); sign != std::string_view::npos; sign = source_.find('<', sign + 1)) {
        if (sign + 1 >= source_.size()) break;
        const char after = source_[sign + 1];
        if (after == '!' ? begins_declaration(sign) : after == '?' || after == '/' || is_letter(after)) return sign;
    }
    return source_.size();
}

// HTML takes "<!" and whatever follows for a comment; in a feed's text it is one only where it looks like a comment or
// a declaration that ends.
bool HtmlTokens::begins_declaration(std::size_t sign) const {
    const auto rest = source_.substr(sign + 2);
    if (rest.substr(0, 2) == "--" || rest.substr(0, 1) == ">") return true;
    return !rest.empty() && (is_letter(rest.front()) || rest.front() == '[') &&
           last_closing_ != std::string_view::npos && sign < last_closing_;
}

void HtmlTokens::skip_comment() {
    std::string_view closing = ">";
    std::size_t from = at_ + 2;
    if (source_.substr(at_, 4) == "<!--") {
        from = at_ + 4;
        const std::string_view rest = source_.substr(from, 2);
        if (rest.substr(0, 1) == ">" || rest == "->") {  // "<!-->" and "<!--->" are whole comments
            at_ = from + (rest[0] == '>' ? 1 : 2);
            return;
        }
        closing = "-->";
    }
    const auto end = source_.find(closing, from);
    at_ = end == std::string_view::npos ? source_.size() : end + closing.size();
}

bool HtmlTokens::read_tag(HtmlToken& token) {
    const bool closes = source_[at_ + 1] == '/';
    at_ += closes ? 2 : 1;
    if (at_ >= source_.size() || !is_letter(source_[at_])) {  // "</ x>" is a comment, "</>" nothing
        const auto end = source_.find('>', at_);
        at_ = end == std::string_view::npos ? source_.size() : end + 1;
        return false;
    }
    token.type = closes ? HtmlToken::Type::end : HtmlToken::Type::start;
    token.text = {};
    token.tag.clear();
    while (at_ < source_.size() && !is_blank(source_[at_]) && source_[at_] != '/' && source_[at_] != '>')
        token.tag += lower(source_[at_++]);
    read_attributes(token);
    if (at_ >= source_.size()) return false;
    token.closes_itself = source_[at_ - 1] == '/';
    ++at_;
    if (!closes && is_raw_element(token.tag)) raw_until_ = token.tag;
    return true;
}

// Stands at the '>' of the tag afterwards, or at the end of the source.
void HtmlTokens::read_attributes(HtmlToken& token) {
    token.attributes.clear();
    const auto skip_spaces = [&] {
        while (at_ < source_.size() && is_blank(source_[at_])) ++at_;
    };
    while (at_ < source_.size()) {
        while (at_ < source_.size() && (is_blank(source_[at_]) || source_[at_] == '/')) ++at_;
        if (at_ >= source_.size() || source_[at_] == '>') return;
        const auto name_at = at_++;  // a '=' here is part of the name
        while (at_ < source_.size() && !is_blank(source_[at_]) && source_[at_] != '/' && source_[at_] != '>' &&
               source_[at_] != '=')
            ++at_;
        RawAttribute attribute{source_.substr(name_at, at_ - name_at), {}};
        skip_spaces();
        if (at_ < source_.size() && source_[at_] == '=') {
            ++at_;
            skip_spaces();
            const char quote = at_ < source_.size() ? source_[at_] : '>';
            if (quote == '"' || quote == '\'') {
                const auto end = source_.find(quote, ++at_);
                if (end == std::string_view::npos) {
                    at_ = source_.size();
                    return;
                }
                attribute.value = source_.substr(at_, end - at_);
                at_ = end + 1;
            } else {
                const auto value_at = at_;
                while (at_ < source_.size() && !is_blank(source_[at_]) && source_[at_] != '>') ++at_;
                attribute.value = source_.substr(value_at, at_ - value_at);
            }
        }
        if (token.attributes.size() < most_attributes) token.attributes.push_back(attribute);
    }
}

// The content of a raw element up to its end tag, which comes next; false when it is empty.
bool HtmlTokens::read_raw(HtmlToken& token) {
    token.tag = std::move(raw_until_);
    raw_until_.clear();
    const std::string& name = token.tag;
    std::size_t end = source_.size();
    for (auto sign = source_.find("</", at_); sign != std::string_view::npos; sign = source_.find("</", sign + 2)) {
        const std::string_view rest = source_.substr(sign + 2);
        if (name == "plaintext" || !equal_lowered(rest.substr(0, name.size()), name)) continue;
        const char after = rest.size() > name.size() ? rest[name.size()] : '>';
        if (!is_blank(after) && after != '/' && after != '>') continue;
        end = sign;
        break;
    }
    if (end == at_) return false;
    token.type = HtmlToken::Type::raw;
    token.text = source_.substr(at_, end - at_);
    at_ = end;
    return true;
}

}  // namespace masthead::feeds
