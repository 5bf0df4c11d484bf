#include "feeds/text/html_balance.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

#include "feeds/text/html_tokens.hpp"
#include "feeds/text/open_elements.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

// Gumbo takes some 330 bytes for a node, pugixml 70: what memory a document may take should not hang on its format.
constexpr std::size_t node_weight = 4;

bool goes_with_its_content(std::string_view tag) {
    static constexpr std::array<std::string_view, 8> tags = {"svg",    "math",     "template", "select",
                                                             "canvas", "frameset", "datalist", "applet"};
    return is_one_of(tags, tag);
}

// Left out as tags: what the builder makes of them depends on the state that it is in.
bool is_unwanted(std::string_view tag) {
    static constexpr std::array<std::string_view, 18> tags = {
        "head",     "frame",    "nobr",    "isindex", "plaintext", "xmp",    "iframe",   "noembed", "noframes",
        "noscript", "textarea", "marquee", "object",  "style",     "option", "optgroup", "keygen",  "menuitem"};
    return is_one_of(tags, tag);
}

bool is_plain_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == ':' || c == '.';
    });
}

// Appends `text` with `from` replaced, so that pieces around a tag that was left out make no new markup.
void append_replaced(std::string& out, std::string_view text, std::string_view from, std::string_view to) {
    while (!text.empty()) {
        const auto at = std::min(text.find(from), text.size());
        out += text.substr(0, at);
        if (at < text.size()) out += to;
        text.remove_prefix(std::min(at + from.size(), text.size()));
    }
}

class Balancer {
public:
    Balancer(std::string_view text, const Limits& limits) : tokens_(text), limits_(limits) {
        out_.reserve(text.size());
    }

    Result<BalancedHtml, ParseError> run() {
        HtmlToken token;
        while (tokens_.next(token)) {
            if (!skipping_.empty()) {
                skip(token);
            } else if (token.type == HtmlToken::Type::text) {
                append_replaced(out_, token.text, "<", "&lt;");
            } else if (token.type == HtmlToken::Type::raw) {
                raw(token.text);
            } else if (token.type == HtmlToken::Type::start) {
                start(token);
            } else {
                end(token.tag);
            }
            if (nodes_ > limits_.nodes / node_weight) return unexpected(too_many_nodes());
        }
        open_.close_all();
        return BalancedHtml{std::move(out_), flattened_};
    }

private:
    ParseError too_many_nodes() const {
        return {ParseError::Code::too_many,
                fmt::format("the page has more than {} elements and attributes: raise fetch.max_nodes, of which a page "
                            "may have a quarter",
                            limits_.nodes / node_weight)};
    }

    void skip(const HtmlToken& token) {
        if (token.tag != skipping_ || token.type == HtmlToken::Type::text) return;
        if (token.type == HtmlToken::Type::start) ++skipped_depth_;
        if (token.type == HtmlToken::Type::end && --skipped_depth_ == 0) skipping_.clear();
    }

    void start(const HtmlToken& token) {
        nodes_ += 1 + token.attributes.size();
        raw_tag_.clear();
        std::string_view tag = token.tag == "image" ? "img" : std::string_view(token.tag);
        if (goes_with_its_content(tag)) {
            skipping_ = tag;
            skipped_depth_ = 1;
        } else if (tag == "script" || tag == "title") {
            if (tag == "title" || token.attribute("type").find("ld+json") != std::string::npos) raw_tag_ = tag;
        } else if (tag == "html" || tag == "body") {
            bool& seen = tag == "html" ? html_seen_ : body_seen_;
            if (!seen) write_start(tag, token);  // neither is ever closed: what follows belongs to the body
            seen = true;
        } else if (is_void_element(tag)) {
            open_.close_before(tag);
            write_start(tag, token);
        } else if (!is_unwanted(tag) && is_plain_name(tag)) {
            open(tag, token);
        }
    }

    void open(std::string_view tag, const HtmlToken& token) {
        if (is_table_part(tag) && !open_.contains("table")) return;
        open_.close_before(tag);
        if (tag == "form" && open_.contains("form")) return;
        if (open_.depth() >= limits_.depth) {
            ++left_out_[std::string(tag)];
            flattened_ = true;
            return;
        }
        open_.push(tag);
        write_start(tag, token);
    }

    void end(const std::string& tag) {
        ++nodes_;
        if (tag == "br") out_ += "<br>";
        // An element that was left out for its depth is the innermost of its name: its end tag goes as well.
        if (const auto left_out = left_out_.find(tag); left_out != left_out_.end() && left_out->second > 0) {
            --left_out->second;
        } else {
            open_.close(tag);
        }
    }

    void write_start(std::string_view tag, const HtmlToken& token) {
        out_.append("<").append(tag);
        for (const auto& attribute : token.attributes) {
            if (!is_plain_name(attribute.name)) continue;
            out_.append(" ").append(attribute.name).append("=\"");
            append_replaced(out_, attribute.value, "\"", "&quot;");
            out_ += '"';
        }
        out_ += '>';
    }

    void raw(std::string_view text) {
        if (raw_tag_ == "script") {
            // "<!--<script>" in a script would hide its end; JSON can say it otherwise.
            out_ += "<script type=\"application/ld+json\">";
            append_replaced(out_, text, "<!--", "\\u003C!--");
            out_ += "</script>";
        } else if (raw_tag_ == "title") {
            out_.append("<title>").append(text).append("</title>");
        }
        raw_tag_.clear();
    }

    HtmlTokens tokens_;
    const Limits& limits_;
    std::string out_;
    OpenElements open_{out_};
    std::unordered_map<std::string, std::size_t> left_out_;  // how many open elements of a name lie too deep
    std::string skipping_;
    std::size_t skipped_depth_ = 0;
    std::string raw_tag_;  // the raw element whose content is kept
    std::size_t nodes_ = 0;
    bool html_seen_ = false, body_seen_ = false, flattened_ = false;
};

}  // namespace

Result<BalancedHtml, ParseError> balance_html(std::string_view text, const Limits& limits) {
    return Balancer(text, limits).run();
}

}  // namespace masthead::feeds
