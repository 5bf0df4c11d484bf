#include "feeds/parse/json_feed.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "feeds/parse/feed_credits.hpp"
#include "feeds/parse/feed_links.hpp"
#include "feeds/parse/feed_values.hpp"
#include "feeds/parse/json_values.hpp"
#include "feeds/text/date.hpp"

namespace masthead::feeds {
namespace {

namespace json = boost::json;

constexpr std::size_t most_items = 200;  // tags, attachments or authors of one item

void add_author(std::vector<Credit>& credits, const json::object& author, const FeedContext& context) {
    std::vector<Credit> people;
    add_people(people, text_at(author, "name"), Part::author, context.names, ValueOf::name);
    const std::string url = page_address(context.base, text_at(author, "url"));
    // An address beside several names belongs to none of them for certain.
    if (people.size() == 1) {
        auto& person = people.front().person;
        if (url.rfind("mailto:", 0) == 0)
            set_first(person.email, url.substr(7));
        else
            set_address(person, url);
        set_first(person.avatar, file_address(context.base, text_at(author, "avatar")));
    }
    for (auto& credit : people) add_credit(credits, std::move(credit));
}

// "authors" of 1.1, else "author" of 1.0, whether it is an object or, against the specification, a list.
void add_authors(std::vector<Credit>& credits, const json::object& object, const FeedContext& context) {
    for (const auto key : {"authors", "author"}) {
        for (const auto& name : texts_at(object, key)) add_people(credits, name, Part::author, context.names);
        for (const auto* author : objects_at(object, key))
            if (credits.size() < most_items) add_author(credits, *author, context);
    }
}

void add_attachment(Entry& entry, const json::object& attachment, const std::string& base) {
    Enclosure out;
    out.url = file_address(base, text_at(attachment, "url"));
    out.type = lower_word(text_at(attachment, "mime_type"));
    out.title = plain_line(text_at(attachment, "title"));
    out.bytes = count_of(text_at(attachment, "size_in_bytes"));
    if (out.bytes == 0u) out.bytes.reset();
    out.duration = duration_of(text_at(attachment, "duration_in_seconds"));
    if (!out.url.empty() && entry.enclosures.size() < most_items) entry.enclosures.push_back(std::move(out));
}

void read_texts(EntryDraft& draft, const json::object& item, const FeedContext& context) {
    const auto& base = context.base;
    set_entry_html(draft, draft.entry.content, text_at(item, "content_html"), base, context);
    set_html(draft.entry.content, html_of_text(text_at(item, "content_text")), base, context);
    set_html(draft.entry.summary, html_of_text(text_at(item, "summary")), base, context);
}

Entry read_item(const json::object& item, const FeedContext& context) {
    EntryDraft draft;
    Entry& entry = draft.entry;
    const auto& base = context.base;
    entry.guid = text_at(item, "id");
    entry.url = page_address(base, text_at(item, "url"));
    if (entry.guid.find("://") != std::string::npos) draft.permalink = page_address("", entry.guid);
    entry.external_url = page_address(base, text_at(item, "external_url"));
    set_first(draft.permalink, entry.external_url);
    add_plain_link(entry.links, "alternate", entry.url);
    add_plain_link(entry.links, "related", entry.external_url);
    entry.title = plain_line(text_at(item, "title"));
    read_texts(draft, item, context);
    entry.image = file_address(base, text_at(item, "image"));
    set_first(entry.image, file_address(base, text_at(item, "banner_image")));
    entry.published = parse_date(text_at(item, "date_published"));
    entry.updated = parse_date(text_at(item, "date_modified"));
    entry.language = language_of(text_at(item, "language"));
    add_authors(entry.credits, item, context);
    for (const auto& tag : texts_at(item, "tags"))
        if (auto category = plain_line(tag); !category.empty() && entry.categories.size() < most_items)
            entry.categories.push_back(std::move(category));
    for (const auto* attachment : objects_at(item, "attachments")) add_attachment(entry, *attachment, base);
    if (const auto* byline = object_at(item, "_byline")) context.byline.credit(*byline, base, entry.credits);
    return finished(std::move(draft));
}

FeedDraft read_feed(const json::object& feed, FeedContext& context) {
    FeedDraft draft;
    auto& publication = draft.publication;
    const auto& base = context.base;
    publication.title = plain_line(text_at(feed, "title"));
    context.names.set_publication(publication.title);
    publication.url = page_address(base, text_at(feed, "home_page_url"));
    publication.self_url = file_address(base, text_at(feed, "feed_url"));
    publication.next_url = file_address(base, text_at(feed, "next_url"));
    add_plain_link(publication.links, "alternate", publication.url);
    add_plain_link(publication.links, "self", publication.self_url);
    set_html(publication.description, html_of_text(text_at(feed, "description")), base, context);
    publication.image = file_address(base, text_at(feed, "icon"));
    publication.icon = file_address(base, text_at(feed, "favicon"));
    publication.language = language_of(text_at(feed, "language"));
    for (const auto* hub : objects_at(feed, "hubs"))
        set_first(publication.hub_url, file_address(base, text_at(*hub, "url")));
    add_authors(draft.people, feed, context);
    if (const auto* byline = object_at(feed, "_byline")) context.byline.read(*byline, base);
    return draft;
}

// One of the web by its version, or what has items and something of a feed beside them.
bool is_feed(const json::object& feed) {
    const auto version = text_at(feed, "version");
    if (version.find("jsonfeed.org/version/") != std::string::npos) return true;
    const auto* items = feed.if_contains("items");
    const bool is_numbered = version == "1" || version.substr(0, 2) == "1.";
    return items && items->is_array() &&
           (is_numbered || !text_at(feed, "title").empty() || !text_at(feed, "home_page_url").empty());
}

}  // namespace

Result<Document, ParseError> parse_json_feed(std::string_view text, FeedContext context, const Limits& limits) {
    auto value = read_json(text, limits);
    if (!value) return unexpected(value.error());
    const bool is_mended = lower_names(*value);
    const auto* feed = value->if_object();
    if (!feed || !is_feed(*feed))
        return unexpected(
            ParseError{ParseError::Code::not_a_feed, "the JSON is no JSON Feed: it has no version of one"});
    Document out;
    const std::string version = text_at(*feed, "version");
    out.format =
        version.substr(version.rfind('/') + 1).substr(0, 3) == "1.1" ? DocumentFormat::json11 : DocumentFormat::json10;
    if (is_mended) out.notes.emplace_back("names of members were in upper case");
    finish(read_feed(*feed, context), out);
    for (const auto* item : objects_at(*feed, "items")) {
        if (out.entries.size() == limits.entries) return unexpected(too_many_entries(limits));
        out.entries.push_back(read_item(*item, context));
    }
    return out;
}

}  // namespace masthead::feeds
