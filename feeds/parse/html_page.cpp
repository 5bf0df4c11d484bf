#include "feeds/parse/html_page.hpp"

#include "feeds/parse/article.hpp"
#include "feeds/parse/bio_block.hpp"
#include "feeds/parse/feed_values.hpp"
#include "feeds/parse/h_feed.hpp"
#include "feeds/parse/json_ld.hpp"
#include "feeds/parse/listing.hpp"
#include "feeds/parse/listing_links.hpp"
#include "feeds/parse/page.hpp"
#include "feeds/parse/page_links.hpp"
#include "feeds/parse/page_metadata.hpp"
#include "feeds/parse/page_people.hpp"
#include "feeds/parse/page_structure.hpp"
#include "feeds/parse/visible_byline.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// What references are relative to: <base href>, which is itself relative to the page's address.
std::string base_of(const HtmlTree& tree, const DocumentAddress& address) {
    std::string base = address.url;
    if (const auto located = resolve_url(base, address.content_location); located && is_media(*located))
        base = *located;
    for (std::size_t n : tree.all_tags("base"))
        if (const auto href = tree[n].attribute("href"); !href.empty()) return resolve_url(base, href).value_or(base);
    return base;
}

HtmlPage open_page(HtmlTree tree, const DocumentAddress& address) {
    HtmlPage page;
    page.tree = std::move(tree);
    page.url = address.url;
    page.base = base_of(page.tree, address);
    page.json_ld = read_json_ld(page.tree);
    return page;
}

// An article says so or has a text of its own; a list says so, has the address of one, or has links to entries and
// hardly any text beside them.
bool is_article(const HtmlPage& page, const PageMetadata& metadata, std::size_t listed) {
    const std::size_t paragraphs = page.structure.paragraphs;
    if (metadata.says_article) return paragraphs > 0 || listed < 3;
    if (paragraphs == 0) return false;
    if (metadata.says_listing || (listed > 0 && is_list_address(page.url))) return false;
    return listed == 0 || (listed < 3 && paragraphs > 1) || paragraphs > listed;
}

Publication publication_of(const HtmlPage& page, const PageMetadata& metadata) {
    Publication out;
    out.title = metadata.site_name;
    out.url = url_origin(page.url);
    if (!out.url.empty()) out.url += '/';
    out.language = metadata.language;
    return out;
}

// Whom the page's metadata and its byline name.
std::vector<std::string> names_of_authors(const HtmlPage& page, const PageMetadata& metadata) {
    std::vector<std::string> names = metadata.names;
    for (auto& person : byline_authors(page, {metadata.site_name, url_parts(page.url).host}))
        names.push_back(std::move(person.name));
    return names;
}

// The title of a person's page is often that person's name, and the site's.
std::string site_of_subject(const PageMetadata& metadata, const Person& subject) {
    for (const auto& title : metadata.titles)
        if (auto name = site_name_beside(title, subject.name); !name.empty()) return name;
    return {};
}

}  // namespace

Result<Document, ParseError> parse_html_page(const Decoded& decoded, const DocumentAddress& address,
                                             const Limits& limits) {
    auto tree = parse_html(decoded.text(), limits);
    if (!tree) return unexpected(tree.error());
    HtmlPage page = open_page(std::move(*tree), address);
    const PageMetadata metadata = read_metadata(page);
    page.structure = find_structure(page.tree, {metadata.titles, metadata.names});

    Document document;
    document.encoding = decoded.encoding;
    document.publication = publication_of(page, metadata);
    document.noindex = metadata.noindex;
    auto marked = read_h_feed(page);
    document.entries = marked ? std::move(*marked) : read_listing(page);
    if (document.entries.size() > limits.entries) document.entries.resize(limits.entries);
    if (!marked && is_article(page, metadata, document.entries.size())) {
        document.format = DocumentFormat::article;
        set_bios_apart(page, names_of_authors(page, metadata));
        document.entries = {read_article(page, metadata)};
    } else {
        document.format = DocumentFormat::listing;
        for (auto& entry : document.entries)
            if (entry.language.empty()) entry.language = metadata.language;
    }
    for (auto& entry : document.entries) entry.title = text_line(entry.title);
    if (page.tree.flattened) document.notes.emplace_back("elements nested too deep were taken out, their content kept");
    document.feeds = feed_links(page);
    document.pages = person_links(page);
    read_page_people(page, document);
    if (document.publication.title.empty() && document.subject)
        document.publication.title = site_of_subject(metadata, *document.subject);
    return document;
}

}  // namespace masthead::feeds
