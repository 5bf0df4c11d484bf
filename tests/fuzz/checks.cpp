#include "tests/fuzz/checks.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gumbo.h>

#include "feeds/feed.hpp"
#include "feeds/parse/parse.hpp"
#include "feeds/render/render.hpp"
#include "feeds/text/allowed_html.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/encoding.hpp"
#include "feeds/text/sanitise.hpp"

namespace masthead::fuzz {
namespace {

using feeds::Format;

struct DestroyOutput {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

bool runs(std::string_view address) {
    std::string bare;
    for (const char c : address)
        if (static_cast<unsigned char>(c) > ' ') bare += feeds::lower(c);
    return bare.rfind("javascript:", 0) == 0 || bare.rfind("vbscript:", 0) == 0 || bare.rfind("data:text", 0) == 0;
}

bool is_of_the_parser(std::string_view tag) { return tag == "html" || tag == "head" || tag == "body"; }

void check_element(const GumboElement& element, std::string_view html) {
    const std::string tag = gumbo_normalized_tagname(element.tag);
    check(is_of_the_parser(tag) || feeds::allowed_element(tag) == tag, "an element that is not allowed", html);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
        const std::string_view name = attribute->name;
        check(name.substr(0, 2) != "on" && name != "style", "an attribute that runs or styles", html);
        check(!runs(attribute->value), "an address that runs", html);
    }
}

void check_elements(std::string_view html) {
    const std::unique_ptr<GumboOutput, DestroyOutput> output(
        gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
    std::vector<const GumboNode*> waiting{output->root};
    while (!waiting.empty()) {
        const GumboNode* node = waiting.back();
        waiting.pop_back();
        if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
        check_element(node->v.element, html);
        const GumboVector& children = node->v.element.children;
        for (unsigned i = 0; i < children.length; ++i)
            waiting.push_back(static_cast<const GumboNode*>(children.data[i]));
    }
}

void check_person(const feeds::Person& person) {
    check_text(person.name);
    check_text(person.bio);
    check_text(person.url);
}

void check_entry(const feeds::Entry& entry) {
    for (const auto& text : {entry.guid, entry.url, entry.title}) check_text(text);
    for (const auto& html : {entry.title_html, entry.summary, entry.content}) check_html(html);
    for (const auto& credit : entry.credits) check_person(credit.person);
}

feeds::Page page_of(const feeds::Document& document) {
    feeds::Page page;
    page.site.title = "Fuzz";
    page.site.base_url = "https://feeds.example";
    page.path = "/feeds/all";
    page.title = "All";
    page.card = false;
    for (const auto& entry : document.entries) {
        feeds::PublishedEntry published;
        published.stored.entry = entry;
        published.stored.public_id = fmt::format("urn:entry:{}", page.entries.size());
        published.source.id = "urn:source";
        published.source.title = "Source";
        page.entries.push_back(std::move(published));
    }
    return page;
}

void check_rendered(const feeds::Page& page, Format format) {
    const std::string rendered = feeds::render(page, format);
    const auto again = feeds::parse(rendered, {"https://feeds.example/feeds/all", "", ""}, {});
    check(again.has_value(), "what was rendered cannot be read", rendered);
    check(again->entries.size() == page.entries.size(), "entries were lost or made", rendered);
    for (std::size_t i = 0; i < page.entries.size(); ++i)
        check(again->entries[i].guid == page.entries[i].stored.public_id, "an id was changed", rendered);
}

}  // namespace

void check(bool holds, std::string_view what, std::string_view of) {
    if (holds) return;
    fmt::print(stderr, "{}:\n{}\n", what, of);
    std::abort();
}

void check_text(std::string_view text) { check(feeds::repair_utf8(text) == text, "a text that is no UTF-8", text); }

void check_html(std::string_view html) {
    check_text(html);
    check(feeds::sanitise(html, "https://tide.example/") == html, "sanitising changes what is sanitised", html);
    check_elements(html);
}

void check_document(const feeds::Document& document) {
    check_html(document.publication.description);
    check_text(document.publication.title);
    for (const auto& credit : document.people) check_person(credit.person);
    for (const auto& entry : document.entries) check_entry(entry);
    const auto page = page_of(document);
    for (const auto format : {Format::rss, Format::atom, Format::json}) check_rendered(page, format);
}

}  // namespace masthead::fuzz
