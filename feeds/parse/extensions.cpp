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
    const auto name = node.local_name();
    Entry& entry = draft.entry;
    if (name == "title") set_first(entry.title, plain_line(html_within(node)));
    if (name == "creator" || name == "author") add_people(entry.credits, node.text(), Part::author, context.names);
    if (name == "contributor") add_people(entry.credits, node.text(), Part::contributor, context.names);
    if (name == "date" || name == "created" || name == "available")
        set_first(draft.other_date, parse_date(node.text()));
    if (name == "issued") set_first(entry.published, parse_date(node.text()));
    if (name == "modified") set_first(entry.updated, parse_date(node.text()));
    if (name == "subject") add_category(entry.categories, plain_line(node.text()));
    if (name == "description" || name == "abstract") set_html(entry.summary, html_within(node), base, context);
    if (name == "rights") set_first(entry.rights, plain_line(node.text()));
    if (name == "language") set_first(entry.language, language_of(node.text()));
    if (name == "identifier") set_first(entry.guid, node.text());
}

void read_dublin_core(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    const auto name = node.local_name();
    auto& publication = draft.publication;
    if (name == "title") set_first(publication.title, plain_line(html_within(node)));
    if (name == "creator" || name == "author") add_people(draft.people, node.text(), Part::author, context.names);
    if (name == "contributor") add_people(draft.people, node.text(), Part::contributor, context.names);
    if (name == "date" || name == "created") set_first(draft.other_date, parse_date(node.text()));
    if (name == "issued") set_first(publication.published, parse_date(node.text()));
    if (name == "modified") set_first(publication.updated, parse_date(node.text()));
    if (name == "subject") add_category(publication.categories, plain_line(node.text()));
    if (name == "description") set_html(publication.description, html_within(node), base, context);
    if (name == "rights") set_first(publication.rights, plain_line(node.text()));
    if (name == "language") set_first(publication.language, language_of(node.text()));
}

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

void read_media_content(EntryDraft& draft, XmlNode node, const std::string& base) {
    const std::string type = lower_word(node.attribute("type"));
    const std::string medium = lower_word(node.attribute("medium"));
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
    const auto name = node.local_name();
    if (name == "content") read_media_content(draft, node, base);
    if (name == "thumbnail") set_first(draft.entry.image, file_address(base, node.attribute("url")));
    if (name == "title") set_first(draft.entry.title, plain_line(node.text()));
    if (name == "description") set_html(draft.entry.summary, html_within(node), base, context);
    if (name == "category") {
        const auto label = node.attribute("label");
        add_category(draft.entry.categories, plain_line(label.empty() ? node.text() : std::string(label)));
    }
    if (name == "credit" && lower_word(node.attribute("role")) == "author")
        add_people(draft.entry.credits, node.text(), Part::author, context.names);
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

void read_links(EntryDraft& draft, XmlNode node, const std::string& base) {
    if (node.name() == "wfw:comment" || node.name() == "wfw:comments")
        set_first(draft.entry.comments_url, page_address(base, node.text()));
}

}  // namespace

std::string html_within(XmlNode node) {
    if (node.has_children()) return node.inner_markup();
    std::string html = node.text();
    // A CDATA section that was escaped on its way: its marks are no text.
    constexpr std::string_view start = "<![CDATA[", end = "]]>";
    if (html.compare(0, start.size(), start) == 0 && html.size() >= start.size() + end.size() &&
        html.compare(html.size() - end.size(), end.size(), end) == 0)
        html = html.substr(start.size(), html.size() - start.size() - end.size());
    return html;
}

void read_entry_extension(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    const auto prefix = node.prefix();
    if (prefix == "dc" || prefix == "dcterms") read_dublin_core(draft, node, context, base);
    if (prefix == "itunes" || prefix == "googleplay" || prefix == "podcast")
        read_podcast_element(draft, node, context, base);
    if (prefix == "media") read_media_tree(draft, node, context, base);
    if (prefix == "wfw") read_links(draft, node, base);
    if (node.name() == "feedburner:origlink") set_first(draft.permalink, page_address(base, node.text()));
}

void read_feed_extension(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    const auto prefix = node.prefix();
    if (prefix == "dc" || prefix == "dcterms") read_dublin_core(draft, node, context, base);
    if (prefix == "itunes" || prefix == "googleplay" || prefix == "podcast")
        read_podcast_element(draft, node, context, base);
    if (node.name() == "sy:updateperiod") set_first(draft.update_period, lower_word(node.text()));
    if (node.name() == "sy:updatefrequency") set_first(draft.update_frequency, count_of(node.text()));
    if (node.name() == "media:thumbnail") set_first(draft.thumbnail, file_address(base, node.attribute("url")));
}

}  // namespace masthead::feeds
