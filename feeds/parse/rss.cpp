#include "feeds/parse/rss.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "feeds/parse/atom.hpp"
#include "feeds/parse/extensions.hpp"
#include "feeds/parse/feed_credits.hpp"
#include "feeds/parse/feed_links.hpp"
#include "feeds/parse/feed_values.hpp"
#include "feeds/parse/kept_elements.hpp"
#include "feeds/text/date.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_items = 200;  // categories or enclosures of one item

bool is_core(XmlNode node) { return node.prefix_key() == ""_name; }
bool is_atom(XmlNode node) { return node.prefix_key() == "atom"_name; }

void add_category(std::vector<std::string>& categories, XmlNode node) {
    std::string space;
    auto category = plain_line(html_within(node, space));
    if (!category.empty() && categories.size() < most_items) categories.push_back(std::move(category));
}

// What some programs write for categories: one list, parted by commas.
void add_tags(std::vector<std::string>& categories, std::string_view list) {
    while (!list.empty() && categories.size() < most_items) {
        const auto comma = std::min(list.find(','), list.size());
        if (auto tag = plain_line(list.substr(0, comma)); !tag.empty()) categories.push_back(std::move(tag));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
}

// An image of no length is the entry's cover: its publisher's program had no other place for it.
void add_enclosure(Entry& entry, XmlNode node, const std::string& base) {
    Enclosure out;
    out.url = file_address(base, node.attribute("url"));
    out.type = lower_word(node.attribute("type"));
    out.bytes = count_of(node.attribute("length"));
    if (out.bytes == 0u) out.bytes.reset();
    if (out.url.empty()) return;
    if (out.type.rfind("image/", 0) == 0 && !out.bytes) set_first(entry.image, out.url);
    if (entry.enclosures.size() < most_items) entry.enclosures.push_back(std::move(out));
}

void read_title(std::string& title, RareText& title_html, std::string_view html, const std::string& base) {
    if (!title.empty()) return;
    title_html = linking_html(html, base);
    title = plain_line(title_html.empty() ? html : std::string_view(title_html));
}

// A link of RSS is its text; one with attributes is Atom's without its namespace.
void read_link(std::vector<Link>& links, XmlNode node, const std::string& base) {
    if (node.attributes().empty())
        add_plain_link(links, "alternate", page_address(base, node.text()));
    else
        add_link(links, atom_link(node, base));
}

void read_guid(EntryDraft& draft, XmlNode node, const std::string& base) {
    const auto guid = node.text();
    set_first(draft.entry.guid, std::string(guid));
    if (guid.find("://") != std::string_view::npos && answer_of(node.attribute("ispermalink")) != false)
        set_first(draft.permalink, page_address(base, guid));
}

// The channel that an item was taken from: its title and the address of its feed.
void read_source(Entry& entry, XmlNode node, const std::string& base) {
    if (entry.original) return;
    OriginalFeed original;
    std::string space;
    original.publication.title = plain_line(html_within(node, space));
    original.publication.self_url = file_address(base, node.attribute("url"));
    if (original != OriginalFeed{}) entry.original = std::move(original);
}

// An element of RSS itself, or one of those that hold the whole text.
void read_element(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    Entry& entry = draft.entry;
    std::string space;
    switch (node.key()) {
        case "title"_name:
            return read_title(entry.title, entry.title_html, html_within(node, space), base);
        case "link"_name:
            return read_link(entry.links, node, base);
        case "description"_name:
            return set_entry_html(draft, entry.summary, html_within(node, space), base, context);
        case "content:encoded"_name:
        case "fullitem"_name:
        case "html:body"_name:
        case "html:div"_name:
            return set_entry_html(draft, entry.content, html_within(node, space), base, context);
        case "guid"_name:
            return read_guid(draft, node, base);
        case "pubdate"_name:
            return set_first(entry.published, parse_date(node.text()));
        case "author"_name:
            return add_atom_person(entry.credits, node, Part::author, context.names, base);
        case "category"_name:
            return add_category(entry.categories, node);
        case "tags"_name:
            return add_tags(entry.categories, node.text());
        case "comments"_name:
            return set_first(entry.comments_url, page_address(base, node.text()));
        case "enclosure"_name:
            return add_enclosure(entry, node, base);
        case "source"_name:
            return read_source(entry, node, base);
        default:
            return;
    }
}

// What RSS says outranks what Atom says within it, and that the extensions.
void read_elements(EntryDraft& draft, XmlNode item, const FeedContext& context, const std::string& base) {
    std::string space;
    bool has_atom = false, has_others = false;
    for (const auto child : item) {
        read_element(draft, child, context, base_of_child(child, base, space));
        has_atom |= is_atom(child);
        has_others |= !is_core(child);
    }
    if (has_atom)
        for (const auto child : item)
            if (is_atom(child)) read_atom_element(draft, child, context, base);
    if (!has_others) return;
    for (const auto child : item) {
        if (is_core(child)) continue;
        read_entry_extension(draft, child, context, base);
        keep_element(draft.entry.extensions, child, FeedPart::entry, context);
    }
}

Entry read_item(XmlNode node, const FeedContext& context) {
    EntryDraft draft;
    const std::string base = base_at(node, context.base);
    read_elements(draft, node, context, base);
    context.byline.credit(node, base, draft.entry.credits);
    // The address of an item of RSS 1.0 is that of its page (section 5.5).
    const auto about = node.attribute("rdf:about");
    set_first(draft.entry.guid, std::string(about));
    set_first(draft.permalink, page_address(base, about));
    set_first(draft.entry.language, language_of(language_at(node)));
    return finished(std::move(draft));
}

void read_image(FeedDraft& draft, XmlNode image, const std::string& base) {
    const auto url = image.child("url");
    set_first(draft.publication.image, file_address(base, url ? url.text() : image.attribute("href")));
}

void read_skipped_hours(Publication& publication, XmlNode node) {
    for (const auto child : node) {
        const auto hour = count_of(child.text());
        // 24 is midnight in RSS 0.91.
        if (hour && *hour <= 24 && publication.skip_hours.size() < 24)
            publication.skip_hours.push_back(static_cast<int>(*hour % 24));
    }
}

void read_skipped_days(Publication& publication, XmlNode node) {
    constexpr std::array<std::string_view, 7> days = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};
    for (const auto child : node) {
        const std::string day = lower_word(child.text());
        for (std::size_t i = 0; i < days.size(); ++i)
            if (days[i] == day && publication.skip_days.size() < 7)
                publication.skip_days.push_back(static_cast<int>(i));
    }
}

std::optional<std::chrono::minutes> ttl_of(XmlNode node) {
    const auto minutes = count_of(node.text());
    constexpr std::uint64_t longest = std::uint64_t{60} * 24 * 365;
    if (!minutes || *minutes == 0 || *minutes > longest) return std::nullopt;
    return std::chrono::minutes(*minutes);
}

void read_core(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    auto& publication = draft.publication;
    std::string space;
    switch (node.key()) {
        case "title"_name:
            return read_title(publication.title, publication.title_html, html_within(node, space), base);
        case "link"_name:
            return read_link(publication.links, node, base);
        case "description"_name:
        case "tagline"_name:
            return set_html(publication.description, html_within(node, space), base, context);
        case "language"_name:
            return set_first(publication.language, language_of(node.text()));
        case "copyright"_name:
            return set_first(publication.rights, plain_line(html_within(node, space)));
        case "generator"_name:
            return set_first(publication.generator, text_line(node.text()));
        case "lastbuilddate"_name:
            return set_first(publication.updated, parse_date(node.text()));
        case "pubdate"_name:
            return set_first(publication.published, parse_date(node.text()));
        case "managingeditor"_name:
        case "author"_name:
            return add_atom_person(draft.people, node, Part::author, context.names, base);
        case "category"_name:
            return add_category(publication.categories, node);
        case "image"_name:
            return read_image(draft, node, base);
        case "ttl"_name:
            return set_first(publication.ttl, ttl_of(node));
        case "skiphours"_name:
            return read_skipped_hours(publication, node);
        case "skipdays"_name:
            return read_skipped_days(publication, node);
        default:
            return;
    }
}

FeedDraft read_channel(XmlNode channel, XmlNode root, FeedContext& context) {
    FeedDraft draft;
    const std::string base = base_at(channel, context.base);
    std::string space;
    if (const auto title = channel.child("title")) context.names.set_publication(plain_line(html_within(title, space)));
    for (const auto child : channel)
        if (is_core(child)) read_core(draft, child, context, base_of_child(child, base, space));
    // RSS 1.0 keeps the image beside the channel.
    if (const auto image = root.child("image"); image && channel != root) read_image(draft, image, base);
    for (const auto child : channel)
        if (is_atom(child)) read_atom_element(draft, child, context, base);
    for (const auto child : channel)
        if (!is_core(child) && !is_atom(child)) {
            read_feed_extension(draft, child, context, base);
            keep_element(draft.publication.extensions, child, FeedPart::feed, context);
        }
    set_first(draft.publication.language, language_of(language_at(channel)));
    set_first(draft.publication.id, std::string(channel.attribute("rdf:about")));
    context.byline.read(channel, base);
    return draft;
}

DocumentFormat format_of(const XmlDocument& xml) {
    const auto root = xml.root();
    const auto version = root.attribute("version");
    if (root.name() == "rss") {
        if (version == "0.91") return DocumentFormat::rss091;
        if (version == "0.92") return DocumentFormat::rss092;
        if (version == "0.93") return DocumentFormat::rss093;
        if (version == "0.94") return DocumentFormat::rss094;
        return version.substr(0, 1) == "2" ? DocumentFormat::rss20 : DocumentFormat::rss;
    }
    if (root.local_name() == "channel") return DocumentFormat::rss;  // RSS 1.1
    const bool is_090 = xml.declares_namespace("netscape.com/rdf/simple/0.9");
    return is_090 ? DocumentFormat::rss090 : DocumentFormat::rss10;
}

// Items stand in the channel, beside it, or (RSS 1.1) in a list of their own.
bool is_item(XmlNode node, XmlNode channel, XmlNode root) {
    const auto parent = node.parent();
    return node.key() == "item"_name &&
           (parent == channel || parent == root ||
            (parent.key() == "items"_name && (parent.parent() == channel || parent.parent() == root)));
}

}  // namespace

Result<Document, ParseError> parse_rss(const XmlDocument& xml, FeedContext context, const Limits& limits) {
    Document out;
    const auto root = xml.root();
    const auto channel = root.child("channel") ? root.child("channel") : root;
    out.format = format_of(xml);
    out.notes = xml.notes();
    finish(read_channel(channel, root, context), out);
    out.entries.reserve(std::min(xml.entries().size(), limits.entries));
    XmlEntryReader entries(xml);
    while (const auto node = entries.next()) {
        if (is_item(node, channel, root)) {
            if (out.entries.size() == limits.entries) return unexpected(too_many_entries(limits));
            out.entries.push_back(read_item(node, context));
        } else if (node.parent() == channel && !is_core(node) && !is_atom(node)) {
            // An extension has a word of the same name.
            keep_element(out.publication.extensions, node, FeedPart::feed, context);
        }
    }
    drop_cut_entry(out, xml);
    return out;
}

}  // namespace masthead::feeds
