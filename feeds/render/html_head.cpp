#include "feeds/render/html_head.hpp"

#include <string>

#include <fmt/format.h>

#include "feeds/feed.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/render/address.hpp"
#include "feeds/render/contributors.hpp"
#include "feeds/render/entry_parts.hpp"
#include "feeds/render/media.hpp"
#include "feeds/render/page_parts.hpp"
#include "feeds/render/render.hpp"
#include "feeds/render/structured_data.hpp"
#include "feeds/text/sanitise.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t description_characters = 200;

void write_link(XmlWriter& out, std::string_view relation, std::string_view href, std::string_view type = {},
                std::string_view title = {}) {
    if (!href.empty()) out.leaf("link", {{"rel", relation}, {"href", href}, {"type", type}, {"title", title}});
}

void write_meta(XmlWriter& out, std::string_view name, std::string_view content) {
    if (!content.empty()) out.leaf("meta", {{"name", name}, {"content", content}});
}

void write_property(XmlWriter& out, std::string_view property, std::string_view content) {
    if (!content.empty()) out.leaf("meta", {{"property", property}, {"content", content}});
}

void write_alternates(XmlWriter& out, const Page& page) {
    if (is_subscribable(page)) {
        const std::string title = page_title(page);
        write_link(out, "alternate", current_address(page, Format::rss), "application/rss+xml", title + " (RSS)");
        write_link(out, "alternate", current_address(page, Format::atom), "application/atom+xml", title + " (Atom)");
        write_link(out, "alternate", current_address(page, Format::json), "application/feed+json",
                   title + " (JSON Feed)");
        write_link(out, "hub", page.site.hub);
    }
    if (page.type == Page::Type::site || (page.type == Page::Type::author && !page.feeds.empty()))
        write_link(out, "alternate", current_address(page, Format::opml), "text/x-opml", "All feeds (OPML)");
}

// Addresses that are the same person's; what a page says of itself, so on an author's own page only.
void write_identity(XmlWriter& out, const Page& page) {
    if (page.type != Page::Type::author || !page.subject) return;
    for (const Profile& profile : page.subject->profiles) write_link(out, "me", published_url(profile.url));
}

std::string description(const Page& page) {
    if (page.type != Page::Type::entry || page.entries.empty()) return page_description(page);
    return excerpt(plain_text(entry_text(page.entries.front())), description_characters);
}

std::string image(const Page& page) {
    if (page.type == Page::Type::entry && !page.entries.empty())
        return media_of(page.entries.front().stored.entry).cover;
    if (page.subject) return contributor_of(page, *page.subject).avatar;
    return published_url(absolute_address(page.site, page.image));
}

// The page of an entry is a copy: search engines shall find the original.
std::string canonical(const Page& page) {
    if (page.type == Page::Type::entry && !page.entries.empty()) return entry_address(page.site, page.entries.front());
    return address_of(page, Format::html);
}

std::string window_title(const Page& page) {
    std::string title = page_title(page);
    if (page.type == Page::Type::site) return title;
    if (page.archive) title += fmt::format(" \u00B7 Archive {}", *page.archive);
    return title + " \u00B7 " + page.site.title;
}

}  // namespace

bool is_subscribable(const Page& page) { return page.type == Page::Type::feed || page.type == Page::Type::author; }

void write_html_head(XmlWriter& out, const Page& page) {
    const std::string title = page_title(page);
    out.open("head");
    out.leaf("meta", {{"charset", "utf-8"}});
    write_meta(out, "viewport", "width=device-width, initial-scale=1");
    out.text("title", window_title(page));
    write_meta(out, "description", description(page));
    write_meta(out, "generator", page.site.generator);
    if (!page.is_public) write_meta(out, "robots", "noindex, nofollow");
    write_meta(out, "color-scheme", "light dark");
    out.leaf("meta", {{"name", "theme-color"}, {"content", "#faf8f4"}, {"media", "(prefers-color-scheme: light)"}});
    out.leaf("meta", {{"name", "theme-color"}, {"content", "#17191c"}, {"media", "(prefers-color-scheme: dark)"}});
    write_link(out, "stylesheet", absolute_address(page.site, style_sheet_path()));
    write_link(out, "canonical", canonical(page));
    write_alternates(out, page);
    write_identity(out, page);
    write_property(out, "og:title", title);
    write_property(out, "og:description", description(page));
    write_property(out, "og:image", image(page));
    if (const std::string data = structured_data(page); !data.empty()) {
        out.open("script", {{"type", "application/ld+json"}});
        out.markup(data);
        out.close();
    }
    out.close();
}

}  // namespace masthead::feeds
