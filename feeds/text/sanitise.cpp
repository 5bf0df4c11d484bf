#include "feeds/text/sanitise.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "feeds/text/html_references.hpp"
#include "feeds/text/html_tokens.hpp"
#include "feeds/text/images.hpp"
#include "feeds/text/open_elements.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// More than any text needs; newsletters nest tables some forty elements deep.
constexpr std::size_t deepest = 100;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& tags, std::string_view tag) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

// What is written, and as what: old elements by the one that took their place.
std::string_view allowed_element(std::string_view tag) {
    static constexpr std::array<std::string_view, 72> tags = {
        "a",          "abbr",   "address", "article", "aside", "audio", "b",          "bdi",    "bdo",
        "blockquote", "br",     "caption", "cite",    "code",  "col",   "colgroup",   "dd",     "del",
        "details",    "dfn",    "div",     "dl",      "dt",    "em",    "figcaption", "figure", "footer",
        "h1",         "h2",     "h3",      "h4",      "h5",    "h6",    "header",     "hr",     "i",
        "img",        "ins",    "kbd",     "li",      "main",  "mark",  "ol",         "p",      "pre",
        "q",          "rp",     "rt",      "ruby",    "s",     "samp",  "section",    "small",  "source",
        "span",       "strong", "sub",     "summary", "sup",   "table", "tbody",      "td",     "tfoot",
        "th",         "thead",  "time",    "tr",      "u",     "ul",    "var",        "video",  "wbr"};
    const auto found = std::lower_bound(tags.begin(), tags.end(), tag);
    if (found != tags.end() && *found == tag) return *found;
    if (tag == "acronym") return "abbr";
    if (tag == "strike") return "s";
    if (tag == "tt") return "code";
    if (tag == "image" || tag == "amp-img") return "img";
    return {};
}

// What goes with all that is in it: another language (foreign content has rules of its own, which browsers and
// sanitisers read differently), controls, and what is not shown.
bool goes_with_its_content(std::string_view tag) {
    static constexpr std::array<std::string_view, 11> tags = {
        "svg", "math", "template", "select", "button", "canvas", "applet", "object", "frameset", "datalist", "dialog"};
    return is_one_of(tags, tag);
}

// `display: none` in a style attribute: the preview line of newsletters, text for screen readers alone.
bool is_hidden(const HtmlToken& token) {
    std::string style;
    for (char c : token.attribute("style"))
        if (c != ' ' && c != '\t' && c != '\n') style += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 5 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_language(std::string_view text) {
    return !text.empty() && text.size() <= 35 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

class Sanitiser {
public:
    Sanitiser(std::string_view html, std::string_view base) : tokens_(html), base_(base) { out_.reserve(html.size()); }

    std::string run() {
        HtmlToken token;
        while (tokens_.next(token)) {
            if (token.type == HtmlToken::Type::raw) continue;
            if (!skipping_.empty()) {
                skip(token);
            } else if (token.type == HtmlToken::Type::text) {
                append_escaped(out_, decode_references(token.text));
            } else if (token.type == HtmlToken::Type::start) {
                start(token);
            } else {
                end(token.tag);
            }
        }
        open_.close_all();
        return std::move(out_);
    }

private:
    // Inside something that goes with its content: only its own name is counted, so that it ends at its own end tag.
    void skip(const HtmlToken& token) {
        if (token.tag != skipping_ || token.type == HtmlToken::Type::text) return;
        skipped_depth_ += token.type == HtmlToken::Type::start ? 1 : -1;
        if (skipped_depth_ == 0) skipping_.clear();
    }

    void start(const HtmlToken& token) {
        if (goes_with_its_content(token.tag) || is_hidden(token)) {
            if (is_void_element(token.tag)) return;
            skipping_ = token.tag;
            skipped_depth_ = 1;
            return;
        }
        const std::string_view tag = allowed_element(token.tag);
        if (tag.empty()) return;
        if (is_table_part(tag) && !open_.contains("table")) return;
        open_.close_before(tag);
        const auto attributes = attributes_of(tag, token);
        if (!attributes) return;
        if (!is_void_element(tag) && tag != "wbr") {
            if (open_.depth() >= deepest) return;
            open_.push(tag);
        }
        out_.append("<").append(tag).append(*attributes).append(">");
    }

    void end(std::string_view source_tag) {
        if (source_tag == "br") out_ += "<br>";  // HTML, section 13.2.6.4.7
        const std::string_view tag = allowed_element(source_tag);
        if (tag.empty()) return;
        open_.close(tag);
    }

    // The attributes as they are written, with a blank before each; nothing when the element makes no sense without one
    // that is missing or not allowed.
    std::optional<std::string> attributes_of(std::string_view tag, const HtmlToken& token) const {
        std::string out;
        if (tag == "a") {
            const auto href = link(token.attribute("href"));
            if (!href) return std::nullopt;
            append(out, "href", *href);
        } else if (tag == "img") {
            const auto image = shown_image(token, base_);
            if (!image) return std::nullopt;
            append(out, "src", *image);
            append(out, "alt", token.attribute("alt"));
            append_numbers(out, token, {"width", "height"});
        } else if (tag == "audio" || tag == "video" || tag == "source") {
            if (tag == "source" && !open_.contains("audio") && !open_.contains("video")) return std::nullopt;
            if (const auto src = media(token.attribute("src"))) append(out, "src", *src);
            if (const auto poster = media(token.attribute("poster"))) append(out, "poster", *poster);
            if (tag == "source") append_given(out, token, {"type"});
            if (tag != "source") out += " controls";
        } else if (tag == "td" || tag == "th" || tag == "col" || tag == "colgroup") {
            append_numbers(out, token, {"colspan", "rowspan", "span"});
        } else if (tag == "ol" || tag == "li") {
            append_numbers(out, token, {"start", "value"});
        } else if (tag == "time" || tag == "ins" || tag == "del") {
            append_given(out, token, {"datetime"});
        } else if (tag == "blockquote" || tag == "q") {
            if (const auto cite = link(token.attribute("cite"))) append(out, "cite", *cite);
        }
        append_common(out, tag, token);
        return out;
    }

    static void append_common(std::string& out, std::string_view tag, const HtmlToken& token) {
        if (tag == "a" || tag == "img" || tag == "abbr" || tag == "dfn") append_given(out, token, {"title"});
        if (const std::string lang = token.attribute("lang"); is_language(lang)) append(out, "lang", lang);
        const std::string dir = token.attribute("dir");
        for (std::string_view known : {"ltr", "rtl", "auto"})
            if (equal_lowered(dir, known)) append(out, "dir", known);
    }

    static void append(std::string& out, std::string_view name, std::string_view value) {
        out.append(" ").append(name).append("=\"");
        append_escaped_value(out, value);
        out += '"';
    }

    static void append_given(std::string& out, const HtmlToken& token, std::initializer_list<std::string_view> names) {
        for (const auto name : names)
            if (const std::string value = token.attribute(name); !value.empty()) append(out, name, value);
    }

    static void append_numbers(std::string& out, const HtmlToken& token,
                               std::initializer_list<std::string_view> names) {
        for (const auto name : names)
            if (const std::string value = token.attribute(name); is_number(value)) append(out, name, value);
    }

    std::optional<std::string> link(std::string_view reference) const {
        const auto url = reference.empty() ? std::nullopt : resolve_url(base_, reference);
        return url && is_link(*url) ? url : std::nullopt;
    }

    std::optional<std::string> media(std::string_view reference) const {
        const auto url = reference.empty() ? std::nullopt : resolve_url(base_, reference);
        return url && is_media(*url) ? url : std::nullopt;
    }

    HtmlTokens tokens_;
    std::string_view base_;
    std::string out_;
    OpenElements open_{out_};
    std::string skipping_;  // the element that is left out with its content, and how often it is nested
    int skipped_depth_ = 0;
};

}  // namespace

std::string sanitise(std::string_view html, std::string_view base) { return Sanitiser(html, base).run(); }

}  // namespace masthead::feeds
