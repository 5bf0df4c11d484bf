#include "feeds/parse/atom.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "feeds/parse/atom_text.hpp"
#include "feeds/parse/extensions.hpp"
#include "feeds/parse/feed_credits.hpp"
#include "feeds/parse/feed_links.hpp"
#include "feeds/parse/feed_values.hpp"
#include "feeds/parse/kept_elements.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_items = 200;  // categories or enclosures of one entry

// In a document whose namespace nobody knows, Atom's names stand without a prefix.
bool is_atom(XmlNode node) { return node.prefix_key() == "atom"_name || node.prefix_key() == ""_name; }

void add_category(std::vector<std::string>& categories, XmlNode node) {
    // The term names the category; an address as the term says less than the label.
    std::string category;
    const auto term = plain_line(node.attribute("term"));
    if (term.find("://") == std::string::npos) category = term;
    set_first(category, plain_line(node.attribute("label")));
    set_first(category, term);
    set_first(category, plain_line(node.text()));
    if (!category.empty() && categories.size() < most_items) categories.push_back(std::move(category));
}

void add_enclosure(Entry& entry, const Link& link) {
    if (link.url.empty() || entry.enclosures.size() >= most_items) return;
    Enclosure out{link.url, link.type, link.title, link.length, {}};
    if (out.bytes == 0u) out.bytes.reset();
    entry.enclosures.push_back(std::move(out));
}

void read_link(EntryDraft& draft, XmlNode node, const std::string& base) {
    auto link = atom_link(node, base);
    if (link.rel == "enclosure") add_enclosure(draft.entry, link);
    add_link(draft.entry.links, std::move(link));
}

void read_title(std::string& title, RareText& title_html, XmlNode node, const std::string& base) {
    if (!title.empty()) return;
    const AtomText text(node, base);
    if (!text.is_plain()) title_html = linking_html(text.html(), text.base());
    title = title_html.empty() ? text.line() : plain_line(title_html);
}

void set_text(std::string& field, XmlNode node, const FeedContext& context, const std::string& base) {
    if (!field.empty()) return;
    const AtomText text(node, base);
    set_html(field, text.html(), text.base(), context);
}

// Content that stands elsewhere (section 4.1.3.2): a file, or the page.
void read_content_elsewhere(EntryDraft& draft, XmlNode node, const std::string& base) {
    const std::string type = lower_word(node.attribute("type"));
    const auto address = node.attribute("src");
    if (type.rfind("audio/", 0) == 0 || type.rfind("video/", 0) == 0) {
        if (draft.entry.enclosures.size() < most_items)
            draft.entry.enclosures.push_back({file_address(base, address), type, {}, {}, {}});
    } else {
        set_first(draft.permalink, page_address(base, address));
    }
}

void read_content(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    if (!node.attribute("src").empty()) return read_content_elsewhere(draft, node, base);
    const AtomText text(node, base);
    set_entry_html(draft, draft.entry.content, text.html(), text.base(), context);
    set_first(draft.entry.language, language_of(language_at(node)));
}

// A feed, or the source of an entry, less the entries.
FeedDraft read_feed(XmlNode root, FeedContext& context, const std::string& base) {
    FeedDraft draft;
    for (const auto child : root)
        if (is_atom(child) && child.local_key() == "title"_name && context.names.context().publication.empty())
            context.names.set_publication(AtomText(child, base).line());
    for (const auto child : root)
        if (is_atom(child)) read_atom_element(draft, child, context, base);
    for (const auto child : root)
        if (!is_atom(child)) {
            read_feed_extension(draft, child, context, base);
            keep_element(draft.publication.extensions, child, FeedPart::feed, context);
        }
    set_first(draft.publication.language, language_of(language_at(root)));
    return draft;
}

// The feed that an entry was copied from. Whom it names wrote an entry that names nobody (section 4.2.11).
void read_source(EntryDraft& draft, XmlNode source, const FeedContext& context, const std::string& base) {
    FeedContext within{context.base, AuthorValues({{}, context.names.context().host}), {}, false};
    auto original = finished(read_feed(source, within, base));
    for (const auto& credit : original.people)
        if (credit.part == Part::author) draft.show.push_back(credit);
    if (original != OriginalFeed{}) draft.entry.original = std::move(original);
}

// An id is an absolute IRI (section 4.2.6); one that is written as a relative path is meant from its base.
std::string id_of(XmlNode node, const std::string& base) {
    const std::string id(node.text());
    const bool is_path = id.find('/') != std::string::npos && id.find_first_of(": ") == std::string::npos;
    return is_path ? resolve_url(base, id).value_or(id) : id;
}

// An entry without a link whose id is a page's address is taken to be that page.
void read_id(EntryDraft& draft, XmlNode node, const std::string& base) {
    set_first(draft.entry.guid, id_of(node, base));
    if (const auto id = node.text(); is_media(id)) set_first(draft.permalink, page_address(base, id));
}

Entry read_entry(XmlNode node, const FeedContext& context) {
    EntryDraft draft;
    const std::string base = base_at(node, context.base);
    for (const auto child : node)
        if (is_atom(child)) read_atom_element(draft, child, context, base);
    for (const auto child : node)
        if (!is_atom(child)) {
            read_entry_extension(draft, child, context, base);
            keep_element(draft.entry.extensions, child, FeedPart::entry, context);
        }
    context.byline.credit(node, base, draft.entry.credits);
    set_first(draft.entry.language, language_of(language_at(node)));
    return finished(std::move(draft));
}

bool is_atom03(const XmlDocument& xml) {
    return xml.root().attribute("version") == "0.3" || xml.declares_namespace("purl.org/atom");
}

}  // namespace

void read_atom_element(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& outer_base) {
    std::string space;
    const std::string& base = base_of_child(node, outer_base, space);
    Entry& entry = draft.entry;
    switch (node.local_key()) {
        case "title"_name:
            return read_title(entry.title, entry.title_html, node, base);
        case "id"_name:
            return read_id(draft, node, base);
        case "link"_name:
            return read_link(draft, node, base);
        case "content"_name:
            return read_content(draft, node, context, base);
        case "summary"_name:
            return set_text(entry.summary, node, context, base);
        case "published"_name:
        case "issued"_name:
            return set_first(entry.published, parse_date(node.text()));
        case "updated"_name:
        case "modified"_name:
            return set_first(entry.updated, parse_date(node.text()));
        case "created"_name:
            return set_first(draft.other_date, parse_date(node.text()));
        case "author"_name:
            return add_atom_person(entry.credits, node, Part::author, context.names, base);
        case "contributor"_name:
            return add_atom_person(entry.credits, node, Part::contributor, context.names, base);
        case "category"_name:
            return add_category(entry.categories, node);
        case "rights"_name:
        case "copyright"_name:
            return set_first(entry.rights, AtomText(node, base).line());
        case "source"_name:
            return read_source(draft, node, context, base);
        default:
            return;
    }
}

void read_atom_element(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& outer_base) {
    std::string space;
    const std::string& base = base_of_child(node, outer_base, space);
    auto& publication = draft.publication;
    switch (node.local_key()) {
        case "title"_name:
            return read_title(publication.title, publication.title_html, node, base);
        case "id"_name:
            return set_first(publication.id, id_of(node, base));
        case "link"_name:
            return add_link(publication.links, atom_link(node, base));
        case "subtitle"_name:
        case "tagline"_name:
            return set_text(publication.description, node, context, base);
        case "updated"_name:
        case "modified"_name:
            return set_first(publication.updated, parse_date(node.text()));
        case "author"_name:
            return add_atom_person(draft.people, node, Part::author, context.names, base);
        case "contributor"_name:
            return add_atom_person(draft.people, node, Part::contributor, context.names, base);
        case "category"_name:
            return add_category(publication.categories, node);
        case "rights"_name:
        case "copyright"_name:
            return set_first(publication.rights, AtomText(node, base).line());
        case "generator"_name:
            return set_first(publication.generator, plain_line(node.text()));
        case "logo"_name:
            return set_first(publication.image, file_address(base, node.text()));
        case "icon"_name:
            return set_first(publication.icon, file_address(base, node.text()));
        default:
            return;
    }
}

Result<Document, ParseError> parse_atom(const XmlDocument& xml, FeedContext context, const Limits& limits) {
    Document out;
    const auto root = xml.root();
    out.format = is_atom03(xml) ? DocumentFormat::atom03 : DocumentFormat::atom10;
    out.notes = xml.notes();
    if (root.local_name() == "entry") {
        out.entries.push_back(read_entry(root, context));
        return out;
    }
    const std::string base = base_at(root, context.base);
    finish(read_feed(root, context, base), out);
    context.byline.read(root, base);
    out.entries.reserve(std::min(xml.entries().size(), limits.entries));
    XmlEntryReader entries(xml);
    while (const auto node = entries.next()) {
        if (node.parent() != root) continue;
        if (is_atom(node) && node.local_key() == "entry"_name) {
            if (out.entries.size() == limits.entries) return unexpected(too_many_entries(limits));
            out.entries.push_back(read_entry(node, context));
        } else if (!is_atom(node)) {
            // An extension has a word of the same name.
            keep_element(out.publication.extensions, node, FeedPart::feed, context);
        }
    }
    drop_cut_entry(out, xml);
    return out;
}

}  // namespace masthead::feeds
