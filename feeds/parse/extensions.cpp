#include "feeds/parse/extensions.hpp"

#include <algorithm>

#include "feeds/parse/feed_credits.hpp"
#include "feeds/parse/feed_values.hpp"
#include "feeds/parse/podcast.hpp"
#include "feeds/text/date.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_categories = 200;
constexpr std::size_t most_enclosures = 100;

void add_category(std::vector<std::string>& categories, std::string value) {
    if (!value.empty() && categories.size() < most_categories) categories.push_back(std::move(value));
}

void read_dublin_core(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    Entry& entry = draft.entry;
    std::string space;
    switch (node.local_key()) {
        case "title"_name:
            return set_first(entry.title, plain_line(html_within(node, space)));
        case "creator"_name:
        case "author"_name:
            return add_people(entry.credits, node.text(), Part::author, context.names);
        case "contributor"_name:
            return add_people(entry.credits, node.text(), Part::contributor, context.names);
        case "date"_name:
        case "created"_name:
        case "available"_name:
            return set_first(draft.other_date, parse_date(node.text()));
        case "issued"_name:
            return set_first(entry.published, parse_date(node.text()));
        case "modified"_name:
            return set_first(entry.updated, parse_date(node.text()));
        case "subject"_name:
            return add_category(entry.categories, plain_line(node.text()));
        case "description"_name:
        case "abstract"_name:
            return set_html(entry.summary, html_within(node, space), base, context);
        case "rights"_name:
            return set_first(entry.rights, plain_line(node.text()));
        case "language"_name:
            return set_first(entry.language, language_of(node.text()));
        case "identifier"_name:
            return set_first(entry.guid, std::string(node.text()));
        default:
            return;
    }
}

void read_dublin_core(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    auto& publication = draft.publication;
    std::string space;
    switch (node.local_key()) {
        case "title"_name:
            return set_first(publication.title, plain_line(html_within(node, space)));
        case "creator"_name:
        case "author"_name:
            return add_people(draft.people, node.text(), Part::author, context.names);
        case "contributor"_name:
            return add_people(draft.people, node.text(), Part::contributor, context.names);
        case "date"_name:
        case "created"_name:
            return set_first(draft.other_date, parse_date(node.text()));
        case "issued"_name:
            return set_first(publication.published, parse_date(node.text()));
        case "modified"_name:
            return set_first(publication.updated, parse_date(node.text()));
        case "subject"_name:
            return add_category(publication.categories, plain_line(node.text()));
        case "description"_name:
            return set_html(publication.description, html_within(node, space), base, context);
        case "rights"_name:
            return set_first(publication.rights, plain_line(node.text()));
        case "language"_name:
            return set_first(publication.language, language_of(node.text()));
        default:
            return;
    }
}

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

void read_media_content(EntryDraft& draft, XmlNode node, const std::string& base) {
    const std::string type = keyword_of(node.attribute("type"));
    const std::string medium = keyword_of(node.attribute("medium"));
    const std::string url = file_address(base, node.attribute("url"));
    if (url.empty()) return;
    if (begins_with(type, "image/") || medium == "image") return set_first(draft.entry.image, url);
    const bool is_file = begins_with(type, "audio/") || begins_with(type, "video/") || medium == "document";
    if (!is_file) return;
    auto& enclosures = draft.entry.enclosures;
    const auto found = std::find_if(enclosures.begin(), enclosures.end(), [&](const auto& e) { return e.url == url; });
    if (found == enclosures.end() && enclosures.size() < most_enclosures)
        enclosures.push_back(
            {url, type, {}, count_of(node.attribute("filesize")), duration_of(node.attribute("duration"))});
    else if (found != enclosures.end())
        set_first(found->duration, duration_of(node.attribute("duration")));
}

// Media RSS (https://www.rssboard.org/media-rss): what stands in a group counts as if it stood in the entry, and what
// stands in a content is about that file.
void read_media(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    std::string space;
    switch (node.local_key()) {
        case "content"_name:
            return read_media_content(draft, node, base);
        case "thumbnail"_name:
            return set_first(draft.entry.image, file_address(base, node.attribute("url")));
        case "title"_name:
            return set_first(draft.entry.title, plain_line(node.text()));
        case "description"_name:
            return set_html(draft.entry.summary, html_within(node, space), base, context);
        case "category"_name: {
            const auto label = node.attribute("label");
            return add_category(draft.entry.categories, plain_line(label.empty() ? node.text() : label));
        }
        case "credit"_name:
            if (lower_word(node.attribute("role")) == "author")
                add_people(draft.entry.credits, node.text(), Part::author, context.names);
            return;
        default:
            return;
    }
}

void read_media_tree(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    read_media(draft, node, context, base);
    for (const auto child : node) {
        if (child.prefix() != "media") continue;
        read_media(draft, child, context, base);
        for (const auto grandchild : child)
            if (node.local_name() == "group" && grandchild.prefix() == "media" && child.local_name() == "content" &&
                grandchild.local_name() == "thumbnail")
                read_media(draft, grandchild, context, base);
    }
}

}  // namespace

std::string_view html_within(XmlNode node, std::string& space) {
    if (node.has_children()) return space = node.inner_markup();
    auto html = node.text();
    // A CDATA section that was escaped on its way: its marks are no text.
    constexpr std::string_view start = "<![CDATA[", end = "]]>";
    if (html.substr(0, start.size()) == start && html.size() >= start.size() + end.size() &&
        html.substr(html.size() - end.size()) == end)
        html = html.substr(start.size(), html.size() - start.size() - end.size());
    return html;
}

void read_entry_extension(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    switch (node.prefix_key()) {
        case "dc"_name:
        case "dcterms"_name:
            return read_dublin_core(draft, node, context, base);
        case "itunes"_name:
        case "googleplay"_name:
        case "podcast"_name:
            return read_podcast_element(draft, node, context, base);
        case "media"_name:
            return read_media_tree(draft, node, context, base);
        case "wfw"_name:
            if (node.local_name() == "comment" || node.local_name() == "comments")
                set_first(draft.entry.comments_url, page_address(base, node.text()));
            return;
        default:
            if (node.key() == "feedburner:origlink"_name) set_first(draft.permalink, page_address(base, node.text()));
    }
}

void read_feed_extension(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    switch (node.prefix_key()) {
        case "dc"_name:
        case "dcterms"_name:
            return read_dublin_core(draft, node, context, base);
        case "itunes"_name:
        case "googleplay"_name:
        case "podcast"_name:
            return read_podcast_element(draft, node, context, base);
        default:
            break;
    }
    if (node.key() == "sy:updateperiod"_name) set_first(draft.update_period, lower_word(node.text()));
    if (node.key() == "sy:updatefrequency"_name) set_first(draft.update_frequency, count_of(node.text()));
    if (node.key() == "media:thumbnail"_name) set_first(draft.thumbnail, file_address(base, node.attribute("url")));
}

}  // namespace masthead::feeds
