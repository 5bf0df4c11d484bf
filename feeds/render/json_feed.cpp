#include "feeds/render/json_feed.hpp"

#include <boost/json.hpp>

#include "feeds/people/platforms.hpp"
#include "feeds/render/address.hpp"
#include "feeds/render/author_card.hpp"
#include "feeds/render/byline.hpp"
#include "feeds/render/entry_parts.hpp"
#include "feeds/render/extensions.hpp"
#include "feeds/render/media.hpp"
#include "feeds/render/page_parts.hpp"
#include "feeds/render/xml_writer.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/sanitise.hpp"

namespace masthead::feeds {
namespace {

namespace json = boost::json;

// A member with a text; nothing when the text is empty.
void put(json::object& object, std::string_view key, std::string_view text) {
    if (const std::string clean = clean_text(text); !clean.empty()) object[key] = clean;
}

void put(json::object& object, std::string_view key, json::array values) {
    if (!values.empty()) object[key] = std::move(values);
}

json::object person_of(const Contributor& person) {
    json::object out;
    put(out, "name", person.name);
    put(out, "url", person.url);
    put(out, "avatar", person.avatar);
    return out;
}

json::object byline_person(const Contributor& person) {
    json::object out;
    if (person.author != nullptr) put(out, "id", person.author->slug);
    put(out, "name", person.name);
    put(out, "context", short_bio(person.bio));
    put(out, "url", person.url);
    put(out, "avatar", person.avatar);
    json::array profiles;
    for (const Profile& profile : person.profiles)
        profiles.push_back(json::object{{"href", profile.url}, {"rel", byline_rel(profile.platform)}});
    put(out, "profiles", std::move(profiles));
    return out;
}

void put_feed_byline(json::object& feed, const Page& page) {
    json::array people;
    for (const Author& author : page.authors) people.push_back(byline_person(contributor_of(page, author)));
    if (people.empty()) return;
    feed["_byline"] = json::object{{"about", byline_namespace}, {"contributors", std::move(people)}};
}

void put_item_byline(json::object& item, const std::vector<Contributor>& people) {
    const Byline byline = byline_of(people);
    if (byline.authors.empty()) return;
    json::object out{{"about", byline_namespace}};
    json::array authors;
    for (const Contributor* person : byline.authors)
        authors.push_back(person->author != nullptr ? json::value(person->author->slug) : byline_person(*person));
    if (authors.size() == 1)
        out["author"] = json::value(std::move(authors.front()));
    else
        out["author"] = std::move(authors);
    put(out, "role", byline.role);
    item["_byline"] = std::move(out);
}

// Readers that know version 1.0 alone look for one author.
void put_authors(json::object& out, json::array authors) {
    if (authors.empty()) return;
    out["author"] = authors.front();
    out["authors"] = std::move(authors);
}

json::array attachments(const Entry& entry) {
    json::array out;
    const auto add = [&](const Enclosure& file) {
        json::object one;
        put(one, "url", published_url(file.url));
        put(one, "mime_type", media_type_of(file));
        put(one, "title", file.title);
        if (file.bytes) one["size_in_bytes"] = *file.bytes;
        if (file.duration) one["duration_in_seconds"] = file.duration->count();
        out.push_back(std::move(one));
    };
    const Media media = media_of(entry);
    if (media.main != nullptr) add(*media.main);
    for (const Enclosure* other : media.others) add(*other);
    return out;
}

json::array tags(const Entry& entry) {
    json::array out{kind_term(entry.kind)};
    for (const std::string& category : entry.categories)
        if (const std::string tag = clean_text(category); !tag.empty() && tag != kind_term(entry.kind))
            out.emplace_back(tag);
    return out;
}

void put_text(json::object& item, const Page& page, const PublishedEntry& entry,
              const std::vector<Contributor>& people) {
    const std::string body = entry_body(page, entry, people);
    if (body.empty())
        put(item, "content_text", entry_title(entry));
    else
        put(item, "content_html", body);
    put(item, "summary", plain_text(entry_summary(entry)));
}

// Guests, editors and others who are no authors.
json::array contributors_of(const std::vector<Contributor>& people) {
    json::array out;
    for (const Contributor& person : people) {
        if (person.is_author()) continue;
        json::object one = person_of(person);
        put(one, "role", person.podcast_role);
        out.push_back(std::move(one));
    }
    return out;
}

// What JSON Feed has no member for: the kind, who contributed, where the entry came from and where else it stands.
json::object masthead_of(const Page& page, const PublishedEntry& entry, const std::vector<Contributor>& people) {
    json::object out{{"about", page.site.base_url + "/"}};
    put(out, "kind", kind_term(entry.stored.entry.kind));
    put(out, "contributors", contributors_of(people));
    json::object source;
    put(source, "id", entry.source.id);
    put(source, "title", entry.source.title);
    put(source, "feed_url", published_url(entry.source.feed_url));
    put(source, "home_page_url", published_url(entry.source.home_url));
    out["source"] = std::move(source);
    json::array alternates;
    for (const Alternate& alternate : entry.alternates) {
        json::object one;
        put(one, "url", published_url(alternate.url));
        put(one, "title", alternate.title);
        if (one.contains("url")) alternates.push_back(std::move(one));
    }
    put(out, "alternates", std::move(alternates));
    return out;
}

// What is kept of extensions of XML. An object that starts with '_' is an extension of JSON Feed, and says what it is
// about (JSON Feed 1.1, "Extensions").
void put_extensions(json::object& object, const Page& page, const std::vector<ExtensionElement>& elements) {
    if (elements.empty()) return;
    object["_extensions"] = json::object{{"about", page.site.base_url + "/"}, {"elements", json_elements(elements)}};
}

json::object item_of(const Page& page, const PublishedEntry& entry) {
    const Entry& own = entry.stored.entry;
    const std::vector<Contributor> people = contributors(page, own);
    json::object out;
    put(out, "id", entry.stored.public_id);
    put(out, "url", entry_address(page.site, entry));
    put(out, "external_url", published_url(own.external_url));
    put(out, "title", untyped_title(own.title));
    put_text(out, page, entry, people);
    put(out, "image", media_of(own).cover);
    put(out, "date_published", format_rfc3339(entry_published(entry)));
    put(out, "date_modified", format_rfc3339(entry_updated(entry)));
    put(out, "language", language_tag(own.language));
    json::array authors;
    for (const Contributor& person : people)
        if (person.is_author()) authors.push_back(person_of(person));
    put_authors(out, std::move(authors));
    put(out, "tags", tags(own));
    put(out, "attachments", attachments(own));
    put_item_byline(out, people);
    put_extensions(out, page, entry_extensions(entry));
    out["_masthead"] = masthead_of(page, entry, people);
    return out;
}

}  // namespace

std::string render_json_feed(const Page& page) {
    json::object feed{{"version", "https://jsonfeed.org/version/1.1"}};
    put(feed, "title", page_title(page));
    put(feed, "home_page_url", current_address(page, Format::html));
    put(feed, "feed_url", address_of(page, Format::json));
    put(feed, "next_url", previous_archive_address(page, Format::json));
    put(feed, "description", page_description(page));
    put(feed, "icon", published_url(absolute_address(page.site, page.image)));
    put(feed, "language", language_tag(page.language));
    if (page.subject) put_authors(feed, {person_of(contributor_of(page, *page.subject))});
    if (!page.site.hub.empty()) feed["hubs"] = json::array{json::object{{"type", "WebSub"}, {"url", page.site.hub}}};
    put_feed_byline(feed, page);
    put_extensions(feed, page, show_extensions(page));
    json::array items;
    for (const PublishedEntry& entry : page.entries) items.push_back(item_of(page, entry));
    feed["items"] = std::move(items);
    return json::serialize(feed) + "\n";
}

}  // namespace masthead::feeds
