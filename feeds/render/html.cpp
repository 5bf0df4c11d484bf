#include "feeds/render/html.hpp"

#include "feeds/render/address.hpp"
#include "feeds/render/entry_parts.hpp"
#include "feeds/render/render.hpp"
#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {
namespace {

void write_head(XmlWriter& out, const Page& page) {
    out.open("head");
    out.leaf("meta", {{"charset", "utf-8"}});
    out.leaf("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    out.text("title", page_title(page));
    out.leaf("link", {{"rel", "stylesheet"}, {"href", absolute_address(page.site, style_sheet_path())}});
    out.close();
}

void write_entry(XmlWriter& out, const Page& page, const PublishedEntry& entry) {
    const std::vector<Contributor> people = contributors(page, entry.stored.entry);
    out.open("article", {{"class", "h-entry"}});
    out.open("h2");
    out.text("a", entry_title(entry), {{"class", "p-name u-url"}, {"href", entry_address(page.site, entry)}});
    out.close();
    out.text("p", author_names(people));
    out.close();
}

}  // namespace

std::string render_html(const Page& page) {
    const std::string language = language_tag(page.language);
    XmlWriter out("<!DOCTYPE html>\n");
    out.open("html", {{"lang", language.empty() ? "en" : language}});
    write_head(out, page);
    out.open("body");
    out.open("main", {{"class", "h-feed"}});
    out.text("h1", page_title(page));
    for (const PublishedEntry& entry : page.entries) write_entry(out, page, entry);
    return out.finish();
}

}  // namespace masthead::feeds
