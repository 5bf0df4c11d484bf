#include "feeds/render/atom.hpp"

#include <fmt/format.h>

#include "feeds/render/address.hpp"
#include "feeds/render/byline.hpp"
#include "feeds/render/entry_parts.hpp"
#include "feeds/render/extensions.hpp"
#include "feeds/render/media.hpp"
#include "feeds/render/page_parts.hpp"
#include "feeds/render/xml_writer.hpp"
#include "feeds/text/date.hpp"

namespace masthead::feeds {
namespace {

void write_link(XmlWriter& out, std::string_view relation, std::string_view url, std::string_view type = {},
                std::string_view title = {}) {
    if (!url.empty()) out.leaf("link", {{"rel", relation}, {"href", url}, {"type", type}, {"title", title}});
}

// RFC 4287, section 3.2.
void write_person(XmlWriter& out, std::string_view element, const Contributor& person) {
    out.open(element);
    out.text("name", person.name);
    out.text("uri", person.url);
    out.text("email", person.email);
    out.close();
}

Contributor nobody_but(std::string_view name, std::string_view url) {
    Contributor out;
    out.name = clean_text(name);
    out.url = published_url(url);
    return out;
}

void write_feed_head(XmlWriter& out, const Page& page) {
    // Archives are documents of the same feed (RFC 5005, section 4), so they share its id.
    out.text("id", current_address(page, Format::atom));
    out.text("title", page_title(page));
    out.text("subtitle", page_description(page));
    out.text("updated", format_rfc3339(page_updated(page).value_or(Time{})));
    out.text("generator", page.site.generator);
    out.text("logo", published_url(absolute_address(page.site, page.image)));
    write_link(out, "self", address_of(page, Format::atom), "application/atom+xml");
    write_link(out, "alternate", address_of(page, Format::html), "text/html");
    write_link(out, "hub", page.site.hub);
    if (page.archive) {  // RFC 5005, section 4
        write_link(out, "current", current_address(page, Format::atom), "application/atom+xml");
        out.leaf("fh:archive");
    }
    write_link(out, "prev-archive", previous_archive_address(page, Format::atom), "application/atom+xml");
    // Entries that name nobody have an author in their source, so this one is never taken for theirs.
    write_person(out, "author",
                 page.subject ? contributor_of(page, *page.subject) : nobody_but(page_title(page), page.site.base_url));
    write_byline_people(out, page);
}

// RFC 4287, section 4.2.11. Without authors of its own, an entry's authors are those of its source.
void write_source(XmlWriter& out, const Page& page, const PublishedEntry& entry, bool needs_author) {
    const Provenance& source = entry.source;
    const std::string title = clean_text(source.title);
    out.open("source");
    out.text("id", source.id);
    out.text("title", title.empty() ? page_title(page) : title);
    out.text("updated", format_rfc3339(source.updated.value_or(entry_updated(entry))));
    write_link(out, "self", published_url(source.feed_url));
    write_link(out, "alternate", published_url(source.home_url), "text/html");
    out.text("logo", published_url(source.image));
    out.text("rights", source.rights);
    if (needs_author)
        write_person(out, "author", nobody_but(title.empty() ? page_title(page) : title, source.home_url));
    out.close();
}

void write_enclosures(XmlWriter& out, const Entry& entry) {
    const Media media = media_of(entry);
    const auto write = [&](const Enclosure& file, std::string_view relation) {
        const std::string bytes = file.bytes ? fmt::format("{}", *file.bytes) : std::string();
        out.leaf("link", {{"rel", relation},
                          {"href", published_url(file.url)},
                          {"type", media_type_of(file)},
                          {"length", bytes},
                          {"title", file.title}});
    };
    if (media.main != nullptr) write(*media.main, "enclosure");
    for (const Enclosure* other : media.others) write(*other, "enclosure");
    // A picture is no episode: podcast apps would list it as one.
    for (const Enclosure* image : media.images) write(*image, "related");
}

void write_cover(XmlWriter& out, const Entry& entry, const std::vector<ExtensionElement>& extensions) {
    const std::string cover = media_of(entry).cover;
    if (!cover.empty() && !name_file(extensions, cover)) out.leaf("media:thumbnail", {{"url", cover}});
}

void write_links(XmlWriter& out, const Page& page, const PublishedEntry& entry) {
    const Entry& own = entry.stored.entry;
    write_link(out, "alternate", entry_address(page.site, entry), "text/html");
    write_enclosures(out, own);
    for (const Alternate& alternate : entry.alternates)
        write_link(out, "related", published_url(alternate.url), {}, alternate.title);
    write_link(out, "via", published_url(own.external_url));
    write_link(out, "replies", published_url(own.comments_url), "text/html");
}

void write_text(XmlWriter& out, const Page& page, const PublishedEntry& entry, const std::vector<Contributor>& people) {
    out.text("summary", entry_summary(entry), {{"type", "html"}});
    const std::string body = entry_body(page, entry, people);
    // An entry that is all title has no other text to show.
    out.text("content", body.empty() ? entry_title(entry) : body, {{"type", body.empty() ? "text" : "html"}});
}

void write_entry(XmlWriter& out, const Page& page, const PublishedEntry& entry) {
    const Entry& own = entry.stored.entry;
    const std::vector<Contributor> people = contributors(page, own);
    out.open("entry", {{"xml:lang", language_tag(own.language)}});
    out.text("id", entry.stored.public_id);
    // Said outright, for readers guess where tags stand in a title without a type.
    if (own.title_html.empty())
        out.text("title", entry_title(entry), {{"type", "text"}});
    else
        out.text("title", own.title_html, {{"type", "html"}});
    out.text("published", format_rfc3339(entry_published(entry)));
    out.text("updated", format_rfc3339(entry_updated(entry)));
    for (const Contributor& person : people) write_person(out, person.is_author() ? "author" : "contributor", person);
    write_byline_authors(out, people);
    out.leaf("category",
             {{"term", kind_term(own.kind)}, {"scheme", kind_scheme(page.site)}, {"label", kind_label(own.kind)}});
    for (const std::string& category : own.categories)
        if (const std::string term = clean_text(category); !term.empty()) out.leaf("category", {{"term", term}});
    write_links(out, page, entry);
    out.text("rights", own.rights);
    write_text(out, page, entry, people);
    write_source(out, page, entry, author_names(people).empty());
    const std::vector<ExtensionElement> extensions = entry_extensions(entry);
    write_cover(out, own, extensions);
    write_elements(out, extensions, {"media"});
    out.close();
}

}  // namespace

std::string render_atom(const Page& page) {
    XmlWriter out("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"},
                      {"xmlns:byline", byline_namespace},
                      {"xmlns:fh", "http://purl.org/syndication/history/1.0"},
                      {"xmlns:media", "http://search.yahoo.com/mrss/"},
                      {"xml:lang", language_tag(page.language)}});
    write_feed_head(out, page);
    for (const PublishedEntry& entry : page.entries) write_entry(out, page, entry);
    return out.finish();
}

}  // namespace masthead::feeds
