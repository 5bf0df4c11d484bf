#include "feeds/render/opml.hpp"

#include "feeds/render/address.hpp"
#include "feeds/render/page_parts.hpp"
#include "feeds/render/render.hpp"
#include "feeds/render/xml_writer.hpp"
#include "feeds/text/date.hpp"

namespace masthead::feeds {
namespace {

void write_outline(XmlWriter& out, const Page& page, const FeedReference& feed) {
    const std::string home = absolute_address(page.site, feed.path);
    const std::string title = clean_text(feed.title);
    out.leaf("outline", {{"type", "rss"},  // for every format (OPML 2.0, "Subscription lists")
                         {"text", title.empty() ? feed.path : title},
                         {"title", title},
                         {"description", feed.description},
                         {"version", "RSS2"},
                         {"xmlUrl", home + std::string(path_ending(Format::rss))},
                         {"htmlUrl", home}});
}

}  // namespace

std::string render_opml(const Page& page) {
    XmlWriter out("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.open("opml", {{"version", "2.0"}});
    out.open("head");
    out.text("title", page_title(page));
    if (const auto updated = page_updated(page)) out.text("dateModified", format_rfc822(*updated));
    out.close();
    out.open("body");
    for (const FeedReference& feed : page.feeds) write_outline(out, page, feed);
    if (page.type == Page::Type::site)
        for (const Author& author : page.authors)
            write_outline(out, page, {"/authors/" + author.slug, author.name, author.bio, false});
    return out.finish();
}

}  // namespace masthead::feeds
