#include "feeds/parse/atom.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "feeds/parse/atom_text.hpp"
#include "feeds/parse/extensions.hpp"
#include "feeds/parse/feed_credits.hpp"
#include "feeds/parse/feed_links.hpp"
#include "feeds/parse/feed_values.hpp"
#include "feeds/parse/kept_elements.hpp"
#include "feeds/parse/kind.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_items = 200;  // categories or enclosures of one entry

// Atom's own name of an element; in a document whose namespace nobody knows its names stand without a prefix.
std::string_view atom_name(XmlNode node) {
    const auto name = node.name();
    if (name.substr(0, 5) == "atom:") return name.substr(5);
    return name.find(':') == std::string_view::npos ? name : std::string_view();
}

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

void read_title(std::string& title, std::string& title_html, XmlNode node, const std::string& document_base) {
    if (!title.empty()) return;
    title_html = linking_html(atom_html(node), atom_base(node, document_base));
    title = title_html.empty() ? atom_line(node) : plain_line(title_html);
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
    const std::string html = atom_html(node);
    draft.addresses_subscribers |= addresses_subscribers(html);
    set_html(draft.entry.content, html, atom_base(node, base), context);
    set_first(draft.entry.language, language_of(language_at(node)));
}

// A feed, or the source of an entry, less the entries.
FeedDraft read_feed(XmlNode root, FeedContext& context, const std::string& document_base) {
    FeedDraft draft;
    for (const auto child : root)
        if (atom_name(child) == "title" && context.names.context().publication.empty())
            context.names.set_publication(atom_line(child));
    for (const auto child : root)
        if (atom_name(child) != "entry" && !atom_name(child).empty())
            read_atom_element(draft, child, context, document_base);
    const std::string base = base_at(root, document_base);
    for (const auto child : root)
        if (atom_name(child).empty()) {
            read_feed_extension(draft, child, context, base);
            keep_element(draft.publication.extensions, child, FeedPart::feed, context);
        }
    set_first(draft.publication.language, language_of(language_at(root)));
    return draft;
}

// The feed that an entry was copied from. Whom it names wrote an entry that names nobody (section 4.2.11).
void read_source(EntryDraft& draft, XmlNode source, const FeedContext& context, const std::string& document_base) {
    FeedContext within{context.base, AuthorValues({{}, context.names.context().host}), {}, nullptr};
    auto original = finished(read_feed(source, within, document_base));
    for (const auto& credit : original.people)
        if (credit.part == Part::author) draft.show.push_back(credit);
    if (original != OriginalFeed{}) draft.entry.original = std::move(original);
}

// An id is an absolute IRI (section 4.2.6); one that is written as a relative path is meant from its base.
std::string id_of(XmlNode node, const std::string& base) {
    const auto id = node.text();
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
        if (!atom_name(child).empty()) read_atom_element(draft, child, context, context.base);
    for (const auto child : node)
        if (atom_name(child).empty()) {
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

void read_atom_element(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& document_base) {
    const auto name = atom_name(node);
    const std::string base = base_at(node, document_base);
    Entry& entry = draft.entry;
    if (name == "title") read_title(entry.title, entry.title_html, node, document_base);
    if (name == "id") read_id(draft, node, base);
    if (name == "link") read_link(draft, node, base);
    if (name == "content") read_content(draft, node, context, document_base);
    if (name == "summary") set_html(entry.summary, atom_html(node), atom_base(node, document_base), context);
    if (name == "published" || name == "issued") set_first(entry.published, parse_date(node.text()));
    if (name == "updated" || name == "modified") set_first(entry.updated, parse_date(node.text()));
    if (name == "created") set_first(draft.other_date, parse_date(node.text()));
    if (name == "author") add_atom_person(entry.credits, node, Part::author, context.names, base);
    if (name == "contributor") add_atom_person(entry.credits, node, Part::contributor, context.names, base);
    if (name == "category") add_category(entry.categories, node);
    if (name == "rights" || name == "copyright") set_first(entry.rights, atom_line(node));
    if (name == "source") read_source(draft, node, context, document_base);
}

void read_atom_element(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& document_base) {
    const auto name = atom_name(node);
    const std::string base = base_at(node, document_base);
    auto& publication = draft.publication;
    if (name == "title") read_title(publication.title, publication.title_html, node, document_base);
    if (name == "id") set_first(publication.id, id_of(node, base));
    if (name == "link") add_link(publication.links, atom_link(node, base));
    if (name == "subtitle" || name == "tagline")
        set_html(publication.description, atom_html(node), atom_base(node, document_base), context);
    if (name == "updated" || name == "modified") set_first(publication.updated, parse_date(node.text()));
    if (name == "author") add_atom_person(draft.people, node, Part::author, context.names, base);
    if (name == "contributor") add_atom_person(draft.people, node, Part::contributor, context.names, base);
    if (name == "category") add_category(publication.categories, node);
    if (name == "rights" || name == "copyright") set_first(publication.rights, atom_line(node));
    if (name == "generator") set_first(publication.generator, plain_line(node.text()));
    if (name == "logo") set_first(publication.image, file_address(base, node.text()));
    if (name == "icon") set_first(publication.icon, file_address(base, node.text()));
}

Result<Document, ParseError> parse_atom(const XmlDocument& xml, FeedContext context, const Limits& limits) {
    Document out;
    context.xml = &xml;
    const auto root = xml.root();
    out.format = is_atom03(xml) ? DocumentFormat::atom03 : DocumentFormat::atom10;
    out.notes = xml.notes();
    if (root.local_name() == "entry") {
        out.entries.push_back(read_entry(root, context));
        return out;
    }
    finish(read_feed(root, context, context.base), out);
    context.byline.read(root, base_at(root, context.base));
    const auto is_entry = [](XmlNode node) { return atom_name(node) == "entry"; };
    const auto entries = static_cast<std::size_t>(std::count_if(root.begin(), root.end(), is_entry));
    out.entries.reserve(std::min(entries, limits.entries));
    for (const auto child : root) {
        if (!is_entry(child)) continue;
        if (out.entries.size() == limits.entries) return unexpected(too_many_entries(limits));
        out.entries.push_back(read_entry(child, context));
    }
    drop_cut_entry(out, xml, root.name().substr(0, 5) == "atom:" ? "atom:entry" : "entry");
    return out;
}

}  // namespace masthead::feeds
