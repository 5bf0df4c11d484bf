#include "feeds/render/rss.hpp"

#include <fmt/format.h>

#include "feeds/render/address.hpp"
#include "feeds/render/byline.hpp"
#include "feeds/render/entry_parts.hpp"
#include "feeds/render/extensions.hpp"
#include "feeds/render/media.hpp"
#include "feeds/render/page_parts.hpp"
#include "feeds/render/podcast.hpp"
#include "feeds/render/xml_writer.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/sanitise.hpp"

namespace masthead::feeds {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t summary_characters = 300;
constexpr auto declared_prefixes = {"atom"sv, "dc"sv, "itunes"sv, "media"sv, "podcast"sv};

void open_rss(XmlWriter& out) {
    out.open("rss", {{"version", "2.0"},
                     {"xmlns:atom", "http://www.w3.org/2005/Atom"},
                     {"xmlns:byline", byline_namespace},
                     {"xmlns:content", "http://purl.org/rss/1.0/modules/content/"},
                     {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                     {"xmlns:fh", "http://purl.org/syndication/history/1.0"},
                     {"xmlns:itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
                     {"xmlns:media", "http://search.yahoo.com/mrss/"},
                     {"xmlns:podcast", "https://podcastindex.org/namespace/1.0"}});
}

// RFC 5005, section 4: an archive says that it is one, and where the newest page is.
void write_links(XmlWriter& out, const Page& page) {
    out.leaf("atom:link", {{"rel", "self"}, {"href", address_of(page, Format::rss)}, {"type", "application/rss+xml"}});
    if (!page.site.hub.empty()) out.leaf("atom:link", {{"rel", "hub"}, {"href", page.site.hub}});
    if (page.archive) {
        out.leaf("atom:link", {{"rel", "current"}, {"href", current_address(page, Format::rss)}});
        out.leaf("fh:archive");
    }
    if (page.prev_archive)
        out.leaf("atom:link", {{"rel", "prev-archive"}, {"href", previous_archive_address(page, Format::rss)}});
}

void write_image(XmlWriter& out, const Page& page, const std::string& title, const std::string& link) {
    const std::string image = published_url(absolute_address(page.site, page.image));
    if (image.empty()) return;
    out.open("image");
    out.text("url", image);
    out.text("title", title);
    out.text("link", link);
    out.close();
}

void write_channel_head(XmlWriter& out, const Page& page) {
    const std::string title = page_title(page);
    const std::string link = current_address(page, Format::html);
    out.text("title", title);
    out.text("link", link);
    out.text("description", page_description(page));
    out.text("language", page.podcast ? podcast_language(page) : language_tag(page.language));
    if (const auto updated = page_updated(page)) out.text("lastBuildDate", format_rfc822(*updated));
    out.text("generator", page.site.generator);
    write_image(out, page, title, link);
    write_links(out, page);
    if (page.podcast) {
        write_podcast_channel(out, page);
        write_elements(out, show_extensions(page), declared_prefixes);
    }
    write_byline_people(out, page);
}

void write_enclosure(XmlWriter& out, const Enclosure& enclosure) {
    out.leaf("enclosure", {{"url", published_url(enclosure.url)},
                           {"length", fmt::format("{}", enclosure.bytes.value_or(0))},
                           {"type", media_type_of(enclosure)}});
}

void write_media_content(XmlWriter& out, const Enclosure& enclosure) {
    const std::string type = media_type_of(enclosure);
    const std::string bytes = enclosure.bytes ? fmt::format("{}", *enclosure.bytes) : std::string();
    const std::string seconds = enclosure.duration ? fmt::format("{}", enclosure.duration->count()) : std::string();
    out.open("media:content", {{"url", published_url(enclosure.url)},
                               {"type", type},
                               {"medium", medium_of(type)},
                               {"fileSize", bytes},
                               {"duration", seconds}});
    out.text("media:title", enclosure.title);
    out.close();
}

// What an extension of the entry names stands there, with more about it.
void write_media(XmlWriter& out, const Entry& entry, const std::vector<ExtensionElement>& extensions) {
    const Media media = media_of(entry);
    if (media.main != nullptr) write_enclosure(out, *media.main);
    for (const Enclosure* other : media.others) {
        if (name_file(extensions, published_url(other->url))) continue;
        // The same episode in another form has no title of its own; what has one is another thing.
        if (entry.kind == Kind::episode && other->title.empty())
            write_alternate_enclosure(out, *other);
        else
            write_media_content(out, *other);
    }
    for (const Enclosure* image : media.images)
        if (!name_file(extensions, published_url(image->url))) write_media_content(out, *image);
    if (entry.kind != Kind::episode && !media.cover.empty() && !name_file(extensions, media.cover))
        out.leaf("media:thumbnail", {{"url", media.cover}});
}

// RSS has room for an address with a name behind it, so `author` stands only where there is an address.
void write_people(XmlWriter& out, const std::vector<Contributor>& people) {
    for (const Contributor& person : people) {
        if (!person.is_author() || person.email.empty()) continue;
        out.text("author", fmt::format("{} ({})", person.email, person.name));
        break;
    }
    for (const Contributor& person : people)
        if (person.is_author()) out.text("dc:creator", person.name);
    for (const Contributor& person : people) write_podcast_person(out, person);
    write_byline_authors(out, people);
}

void write_text(XmlWriter& out, const Page& page, const PublishedEntry& entry, const std::vector<Contributor>& people) {
    std::string description = entry_summary(entry);
    if (description.empty()) description = escaped(excerpt(plain_text(entry_text(entry)), summary_characters));
    if (description.empty()) description = escaped(entry_title(entry));
    out.text("description", description);
    out.text("content:encoded", entry_body(page, entry, people));
}

// What RSS has no elements for: where else it stands, and what a link post points to.
void write_item_links(XmlWriter& out, const PublishedEntry& entry) {
    for (const Alternate& alternate : entry.alternates)
        if (const std::string url = published_url(alternate.url); !url.empty())
            out.leaf("atom:link", {{"rel", "related"}, {"href", url}, {"title", alternate.title}});
    if (const std::string url = published_url(entry.stored.entry.external_url); !url.empty())
        out.leaf("atom:link", {{"rel", "via"}, {"href", url}});
}

void write_source(XmlWriter& out, const Provenance& source) {
    const std::string url = published_url(source.feed_url.empty() ? source.home_url : source.feed_url);
    if (!url.empty()) out.text("source", source.title.empty() ? url : source.title, {{"url", url}});
}

void write_item(XmlWriter& out, const Page& page, const PublishedEntry& entry) {
    const Entry& own = entry.stored.entry;
    const std::vector<Contributor> people = contributors(page, own);
    const std::vector<ExtensionElement> extensions = entry_extensions(entry);
    out.open("item");
    // A short note needs no title where it has a text; podcast apps show nothing else.
    if (!own.title.empty() || own.kind == Kind::episode) out.text("title", untyped_title(entry_title(entry)));
    out.text("link", entry_address(page.site, entry));
    out.text("guid", entry.stored.public_id, {{"isPermaLink", "false"}});
    out.text("pubDate", format_rfc822(entry_published(entry)));
    // RSS has no date of the last change.
    if (entry_updated(entry) > entry_published(entry)) out.text("atom:updated", format_rfc3339(entry_updated(entry)));
    write_people(out, people);
    out.text("category", kind_term(own.kind), {{"domain", kind_scheme(page.site)}});
    for (const std::string& category : own.categories) out.text("category", category);
    write_text(out, page, entry, people);
    write_media(out, own, extensions);
    if (own.kind == Kind::episode) write_episode(out, page, entry, people);
    write_item_links(out, entry);
    out.text("comments", published_url(own.comments_url));
    out.text("dc:language", language_tag(own.language));
    out.text("dc:rights", own.rights);
    write_source(out, entry.source);
    write_elements(out, extensions, declared_prefixes);
    out.close();
}

}  // namespace

std::string render_rss(const Page& page) {
    XmlWriter out("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    open_rss(out);
    out.open("channel");
    write_channel_head(out, page);
    for (const PublishedEntry& entry : page.entries) write_item(out, page, entry);
    return out.finish();
}

}  // namespace masthead::feeds
