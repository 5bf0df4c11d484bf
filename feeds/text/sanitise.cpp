#include "feeds/text/sanitise.hpp"

#include <algorithm>
#include <optional>

#include "feeds/text/allowed_html.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/embeds.hpp"
#include "feeds/text/html_references.hpp"
#include "feeds/text/html_tokens.hpp"
#include "feeds/text/images.hpp"
#include "feeds/text/open_elements.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// More than any text needs; newsletters nest tables some forty elements deep.
constexpr std::size_t deepest = 100;

// `display: none` in a style attribute: the preview line of newsletters, text for screen readers alone.
bool is_hidden(const HtmlToken& token) {
    if (token.has_attribute("hidden")) return true;
    std::string style;
    for (char c : token.attribute("style"))
        if (!is_blank(c)) style += lower(c);
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_word(std::string_view text) {
    return !text.empty() && text.size() <= 35 && std::all_of(text.begin(), text.end(), [](char c) {
        return is_alphanumeric(c) || c == '-' || c == '/' || c == '+' || c == '.';
    });
}

// Names of footnotes and headings have a digit or a mark ("fn1", "_ftnref2", "the-flood"); without one a name could be
// that of something which a reader's scripts ask their document for ("body", "forms").
bool is_anchor(std::string_view text) {
    const auto is_mark = [](char c) { return is_digit(c) || c == '-' || c == '_' || c == ':' || c == '.'; };
    return !text.empty() && text.size() <= 64 && std::any_of(text.begin(), text.end(), is_mark) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return is_letter(c) || is_mark(c); });
}

class Sanitiser {
public:
    Sanitiser(std::string_view html, std::string_view base) : tokens_(html), base_(base) { out_.reserve(html.size()); }

    std::string run() {
        HtmlToken token;
        while (tokens_.next(token)) {
            if (!skipping_.empty()) {
                skip(token);
            } else if (!foreign_.empty()) {
                read_foreign(token);
            } else {
                read(token);
            }
        }
        open_.close_all();
        return std::move(out_);
    }

private:
    void read(const HtmlToken& token) {
        switch (token.type) {
            case HtmlToken::Type::text:
                append_escaped(out_, decode_references(token.text));
                break;
            case HtmlToken::Type::raw:
                if (token.tag == "noscript") show_images_of(token.text);
                break;
            case HtmlToken::Type::start:
                start(token);
                break;
            case HtmlToken::Type::end:
                end(token.tag);
                break;
        }
    }

    void begin_skipping(const HtmlToken& token) {
        skipping_ = token.tag;
        skipped_depth_ = 1;
    }

    // Inside something that goes with its content: only its own name is counted, so that it ends at its own end tag.
    void skip(const HtmlToken& token) {
        if (token.tag != skipping_) return;
        if (token.type == HtmlToken::Type::start && !token.closes_itself) ++skipped_depth_;
        if (token.type == HtmlToken::Type::end && --skipped_depth_ == 0) skipping_.clear();
    }

    // SVG and MathML give way to their text.
    void read_foreign(const HtmlToken& token) {
        if (token.type == HtmlToken::Type::text || (token.type == HtmlToken::Type::raw && token.tag == "title")) {
            if (!trimmed(token.text).empty()) append_escaped(out_, decode_references(token.text));
        } else if (token.type == HtmlToken::Type::end) {
            if (token.tag == foreign_ && --foreign_depth_ == 0) foreign_.clear();
        } else if (token.type == HtmlToken::Type::start && !token.closes_itself) {
            if (token.tag == foreign_) ++foreign_depth_;
            if (is_mute_in_foreign(token.tag)) begin_skipping(token);
            if (!breaks_out_of_foreign(token.tag)) return;
            foreign_.clear();
            start(token);
        }
    }

    void start(const HtmlToken& token) {
        if (goes_with_its_content(token.tag) || is_hidden(token)) {
            if (!is_void_element(token.tag)) begin_skipping(token);
            return;
        }
        if (is_foreign_root(token.tag)) {
            if (token.closes_itself) return;
            foreign_ = token.tag;
            foreign_depth_ = 1;
            return;
        }
        if (token.tag == "iframe" || token.tag == "embed" || token.tag == "object") return show_embed(token);
        const std::string_view tag = allowed_element(token.tag);
        if (tag.empty()) return;
        if (is_table_part(tag) && !open_.contains("table")) return;
        open_.close_before(tag);
        // No link stands in another, also where a table between them keeps the outer one open.
        if (tag == "a" && open_.contains("a")) return;
        const auto attributes = attributes_of(tag, token);
        if (!attributes) return;
        if (!is_void_element(tag)) {
            if (open_.depth() >= deepest) return;
            open_.push(tag);
        }
        out_.append("<").append(tag).append(*attributes).append(">");
        if (tag == "img") image_end_ = out_.size();
    }

    void end(std::string_view source_tag) {
        if (source_tag == "br") out_ += "<br>";  // HTML, section 13.2.6.4.7
        const std::string_view tag = allowed_element(source_tag);
        if (!tag.empty()) open_.close(tag);
    }

    // An object's content is for those who cannot show it; without an address it is all there is.
    void show_embed(const HtmlToken& token) {
        const auto embed = shown_embed(token, base_);
        if (!embed) return;
        open_.close_before("a");
        const bool may_link = !open_.contains("a");
        if (may_link) {
            out_.append("<a");
            append(out_, "href", embed->url);
            out_ += '>';
        }
        if (embed->image.empty()) {
            append_escaped(out_, embed->title);
        } else {
            out_.append("<img");
            append(out_, "src", embed->image);
            append(out_, "alt", embed->title);
            out_ += '>';
        }
        if (may_link) out_.append("</a>");
        if (token.tag == "object") begin_skipping(token);
    }

    // What stands in noscript is for readers without scripts: its pictures, unless the one before is the same one.
    void show_images_of(std::string_view markup) {
        if (image_end_ > 0 && trimmed(std::string_view(out_).substr(image_end_)).empty()) return;
        HtmlTokens tokens(markup);
        HtmlToken token;
        while (tokens.next(token))
            if (token.type == HtmlToken::Type::start && token.tag == "img") start(token);
    }

    // The attributes as they are written, with a blank before each; nothing when the element makes no sense without one
    // that is missing or not allowed.
    std::optional<std::string> attributes_of(std::string_view tag, const HtmlToken& token) const {
        std::string out;
        if (tag == "img") {
            const auto image = shown_image(token, base_);
            if (!image) return std::nullopt;
            append(out, "src", *image);
            if (const auto set = shown_srcset(token, base_); !set.empty()) append(out, "srcset", set);
            append(out, "alt", token.attribute("alt"));
        }
        if (tag == "source" && !append_source(out, token)) return std::nullopt;
        if (tag == "track" && !open_.contains("audio") && !open_.contains("video")) return std::nullopt;
        append_allowed(out, tag, token);
        const auto has = [&](std::string_view attribute) { return out.find(attribute) != std::string::npos; };
        if (tag == "a" && !has(" href=\"") && !has(" id=\"")) return std::nullopt;
        if (tag == "audio" || tag == "video") out += " controls";
        return out;
    }

    // A source is one of a sound, a video or a picture; a picture's for some screens only would be taken for all.
    bool append_source(std::string& out, const HtmlToken& token) const {
        if (open_.contains("audio") || open_.contains("video")) {
            const auto src = address(token.attribute("src"));
            if (!src || !is_media(*src)) return false;
            append(out, "src", *src);
            return true;
        }
        const auto set = open_.contains("picture") && !token.has_attribute("media") ? shown_srcset(token, base_) : "";
        if (set.empty()) return false;
        append(out, "srcset", set);
        return true;
    }

    void append_allowed(std::string& out, std::string_view tag, const HtmlToken& token) const {
        for (auto attribute = token.attributes.begin(); attribute != token.attributes.end(); ++attribute) {
            const std::string name = lowered(attribute->name);
            const AttributeRule* rule = attribute_rule(tag, name);
            const auto is_same = [&](const RawAttribute& other) { return equal_lowered(other.name, name); };
            if (!rule || std::any_of(token.attributes.begin(), attribute, is_same)) continue;
            append_checked(out, *rule, decode_references(attribute->value, ReferencePlace::attribute));
        }
    }

    void append_checked(std::string& out, const AttributeRule& rule, const std::string& value) const {
        switch (rule.value) {
            case AttributeValue::link:
                if (const auto url = link(value)) append(out, rule.name, *url);
                break;
            case AttributeValue::media:
                if (const auto url = address(value); url && is_media(*url)) append(out, rule.name, *url);
                break;
            case AttributeValue::number:
                if (is_number(value)) append(out, rule.name, value);
                break;
            case AttributeValue::word:
                if (is_word(value)) append(out, rule.name, value);
                break;
            case AttributeValue::direction:
                for (std::string_view known : {"ltr", "rtl", "auto"})
                    if (equal_lowered(value, known)) append(out, rule.name, known);
                break;
            case AttributeValue::anchor:
                if (is_anchor(value)) append(out, "id", value);
                break;
            case AttributeValue::text:
                if (!value.empty()) append(out, rule.name, value);
                break;
            case AttributeValue::flag:
                out.append(" ").append(rule.name);
                break;
        }
    }

    static void append(std::string& out, std::string_view name, std::string_view value) {
        out.append(" ").append(name).append("=\"");
        append_escaped_value(out, value);
        out += '"';
    }

    std::optional<std::string> address(std::string_view reference) const {
        return reference.empty() ? std::nullopt : resolve_url(base_, reference);
    }

    // A fragment alone leads to a place in the text itself, wherever that is published.
    std::optional<std::string> link(std::string_view reference) const {
        reference = trimmed(reference);
        if (reference.substr(0, 1) == "#")
            return is_anchor(reference.substr(1)) ? std::optional(std::string(reference)) : std::nullopt;
        const auto url = address(reference);
        return url && is_link(*url) ? url : std::nullopt;
    }

    HtmlTokens tokens_;
    std::string_view base_;
    std::string out_;
    OpenElements open_{out_};
    std::size_t image_end_ = 0;  // where the last image that was written ends
    std::string skipping_;       // the element that is left out with its content, and how often it is nested
    int skipped_depth_ = 0;
    std::string foreign_;  // svg or math, of which only the text is read, and how often it is nested
    int foreign_depth_ = 0;
};

}  // namespace

std::string sanitise(std::string_view html, std::string_view base) { return Sanitiser(html, base).run(); }

}  // namespace masthead::feeds
