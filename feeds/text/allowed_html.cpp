#include "feeds/text/allowed_html.hpp"

#include <algorithm>
#include <array>

#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

constexpr std::array<std::string_view, 74> allowed = {
    "a",     "abbr",    "address", "article", "aside",      "audio",    "b",      "bdi", "bdo",     "blockquote",
    "br",    "caption", "cite",    "code",    "col",        "colgroup", "dd",     "del", "details", "dfn",
    "div",   "dl",      "dt",      "em",      "figcaption", "figure",   "footer", "h1",  "h2",      "h3",
    "h4",    "h5",      "h6",      "header",  "hr",         "i",        "img",    "ins", "kbd",     "li",
    "main",  "mark",    "ol",      "p",       "picture",    "pre",      "q",      "rp",  "rt",      "ruby",
    "s",     "samp",    "section", "small",   "source",     "span",     "strong", "sub", "summary", "sup",
    "table", "tbody",   "td",      "tfoot",   "th",         "thead",    "time",   "tr",  "track",   "u",
    "ul",    "var",     "video",   "wbr"};
static_assert(is_sorted(allowed));

constexpr std::array<AttributeRule, 27> rules = {{{"abbr", "th", AttributeValue::text},
                                                  {"cite", "blockquote del ins q", AttributeValue::link},
                                                  {"colspan", "td th", AttributeValue::number},
                                                  {"datetime", "del ins time", AttributeValue::text},
                                                  {"default", "track", AttributeValue::flag},
                                                  {"dir", "*", AttributeValue::direction},
                                                  {"height", "img video", AttributeValue::number},
                                                  {"href", "a", AttributeValue::link},
                                                  {"id", "*", AttributeValue::anchor},
                                                  {"kind", "track", AttributeValue::word},
                                                  {"label", "track", AttributeValue::text},
                                                  {"lang", "*", AttributeValue::word},
                                                  {"loop", "audio video", AttributeValue::flag},
                                                  {"name", "a", AttributeValue::anchor},
                                                  {"open", "details", AttributeValue::flag},
                                                  {"poster", "video", AttributeValue::media},
                                                  {"reversed", "ol", AttributeValue::flag},
                                                  {"rowspan", "td th", AttributeValue::number},
                                                  {"scope", "th", AttributeValue::word},
                                                  {"span", "col colgroup", AttributeValue::number},
                                                  {"src", "audio track video", AttributeValue::media},
                                                  {"srclang", "track", AttributeValue::word},
                                                  {"start", "ol", AttributeValue::number},
                                                  {"title", "a abbr dfn img", AttributeValue::text},
                                                  {"type", "ol source", AttributeValue::word},
                                                  {"value", "li", AttributeValue::number},
                                                  {"width", "img video", AttributeValue::number}}};

// Whether `word` is one of `words`, which blanks part.
bool has_word(std::string_view words, std::string_view word) {
    for (auto at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

}  // namespace

std::string_view allowed_element(std::string_view tag) {
    const auto* const found = std::lower_bound(allowed.begin(), allowed.end(), tag);
    if (found != allowed.end() && *found == tag) return *found;
    if (tag == "acronym") return "abbr";
    if (tag == "strike") return "s";
    if (tag == "tt") return "code";
    if (tag == "image" || tag == "amp-img") return "img";
    return {};
}

const AttributeRule* attribute_rule(std::string_view element, std::string_view name) {
    const auto* const found =
        std::lower_bound(rules.begin(), rules.end(), name,
                         [](const AttributeRule& rule, std::string_view key) { return rule.name < key; });
    if (found == rules.end() || found->name != name) return nullptr;
    return found->elements == "*" || has_word(found->elements, element) ? found : nullptr;
}

bool goes_with_its_content(std::string_view tag) {
    static constexpr std::array<std::string_view, 8> tags = {"applet", "button",   "canvas", "datalist",
                                                             "dialog", "frameset", "select", "template"};
    static_assert(is_sorted(tags));
    return is_one_of_sorted(tags, tag);
}

bool is_foreign_root(std::string_view tag) { return tag == "svg" || tag == "math"; }

bool breaks_out_of_foreign(std::string_view tag) {
    static constexpr std::array<std::string_view, 44> tags = {
        "b",     "big",   "blockquote", "body",   "br",   "center", "code",  "dd", "div",  "dl",   "dt",
        "em",    "embed", "h1",         "h2",     "h3",   "h4",     "h5",    "h6", "head", "hr",   "i",
        "img",   "li",    "listing",    "menu",   "meta", "nobr",   "ol",    "p",  "pre",  "ruby", "s",
        "small", "span",  "strike",     "strong", "sub",  "sup",    "table", "tt", "u",    "ul",   "var"};
    static_assert(is_sorted(tags));
    return is_one_of_sorted(tags, tag);
}

bool is_mute_in_foreign(std::string_view tag) {
    return tag == "annotation" || tag == "annotation-xml" || tag == "metadata" || tag == "defs";
}

}  // namespace masthead::feeds
