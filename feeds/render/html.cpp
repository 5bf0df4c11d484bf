#include "feeds/render/html.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "feeds/render/address.hpp"
#include "feeds/render/html_entry.hpp"
#include "feeds/render/html_head.hpp"
#include "feeds/render/html_parts.hpp"
#include "feeds/render/page_parts.hpp"
#include "feeds/render/subscribe_box.hpp"

namespace masthead::feeds {
namespace {

// Further entries are one line each: a page stays light however long its feed is.
constexpr std::size_t previews = 15;

void write_banner(XmlWriter& out, const Page& page) {
    out.text("a", "Skip to the content", {{"class", "skip"}, {"href", "#main"}});
    out.open("header", {{"class", "banner"}});
    out.text("a", page.site.title, {{"href", absolute_address(page.site, "/")}});
    out.close();
}

void write_entries(XmlWriter& out, const Page& page) {
    const std::size_t count = page.entries.size();
    if (count == 0) out.text("p", "Nothing has been published here yet.", {{"class", "empty"}});
    for (std::size_t i = 0; i < std::min(count, previews); ++i) write_entry_preview(out, page, page.entries[i]);
    if (count <= previews) return;
    out.text("h2", "Earlier");
    out.open("ul", {{"class", "earlier"}});
    for (std::size_t i = previews; i < count; ++i) write_entry_line(out, page, page.entries[i]);
    out.close();
}

// Archives are counted from the oldest, so that what they hold stays where it is.
void write_pager(XmlWriter& out, const Page& page) {
    const std::string older = previous_archive_address(page, Format::html);
    if (older.empty() && !page.archive) return;
    out.open("nav", {{"class", "pager"}, {"aria-label", "More posts"}});
    if (!older.empty()) out.text("a", "Older posts", {{"href", older}});
    if (page.archive) out.text("a", "Newest posts", {{"href", current_address(page, Format::html)}});
    out.close();
}

void write_feed_list(XmlWriter& out, const Page& page) {
    if (page.feeds.empty()) return;
    out.text("h2", "Feeds");
    out.open("ul", {{"class", "feeds"}});
    for (const FeedReference& feed : page.feeds) {
        out.open("li");
        out.text("a", feed.title.empty() ? feed.path : feed.title, {{"href", absolute_address(page.site, feed.path)}});
        out.text("p", feed.description);
        out.close();
    }
    out.close();
    out.open("p");
    out.text("a", "All feeds as OPML", {{"href", current_address(page, Format::opml)}});
    out.words(" for your reader to import.");
    out.close();
}

void write_site(XmlWriter& out, const Page& page) {
    out.text("h1", page_title(page));
    out.text("p", page.description, {{"class", "lead"}});
    if (!page.authors.empty()) {
        out.text("h2", "Authors");
        out.open("div", {{"class", "authors"}});
        for (const Author& author : page.authors)
            write_author_card(out, page, contributor_of(page, author), Links::plain);
        out.close();
    }
    write_feed_list(out, page);
    if (!page.entries.empty()) {
        out.text("h2", "Newest");
        out.open("ul", {{"class", "earlier"}});
        for (const PublishedEntry& entry : page.entries) write_entry_line(out, page, entry);
        out.close();
    }
}

void write_feed(XmlWriter& out, const Page& page) {
    const bool card_is_title = page.subject && page.subject->name == page_title(page);
    if (!card_is_title) out.text("h1", page_title(page), {{"class", "p-name"}, {"dir", "auto"}});
    if (page.subject)
        write_author_card(out, page, contributor_of(page, *page.subject), Links::own);
    else
        out.text("p", page.description, {{"class", "lead p-summary"}, {"dir", "auto"}});
    if (page.archive)
        out.text("h2", fmt::format("Archive {}", *page.archive));
    else
        write_subscribe_box(out, page);
    write_entries(out, page);
    write_pager(out, page);
}

void write_content(XmlWriter& out, const Page& page) {
    switch (page.type) {
        case Page::Type::site:
            return write_site(out, page);
        case Page::Type::feed:
        case Page::Type::author:
            return write_feed(out, page);
        case Page::Type::entry:
            for (const PublishedEntry& entry : page.entries) write_entry_in_full(out, page, entry);
            return;
    }
}

void write_footer(XmlWriter& out, const Page& page) {
    out.open("footer");
    out.open("p");
    out.words("Published with masthead. Every entry is its authors\u2019 and links to where it first stood. ");
    if (is_subscribable(page)) {
        out.words("Also as ");
        out.text("a", "RSS", {{"href", current_address(page, Format::rss)}});
        out.words(", ");
        out.text("a", "Atom", {{"href", current_address(page, Format::atom)}});
        out.words(" and ");
        out.text("a", "JSON Feed", {{"href", current_address(page, Format::json)}});
        out.words(".");
    }
    out.close();
    out.close();
}

}  // namespace

std::string render_html(const Page& page) {
    const std::string language = language_tag(page.language);
    XmlWriter out("<!DOCTYPE html>\n");
    out.open("html", {{"lang", language.empty() ? "en" : language}});
    write_html_head(out, page);
    out.open("body");
    write_banner(out, page);
    out.open("main", {{"id", "main"}, {"class", is_subscribable(page) ? "h-feed" : ""}});
    write_content(out, page);
    out.close();
    write_footer(out, page);
    return out.finish();
}

}  // namespace masthead::feeds
