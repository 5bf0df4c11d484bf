#include "feeds/render/render.hpp"

#include "feeds/render/atom.hpp"
#include "feeds/render/html.hpp"
#include "feeds/render/json_feed.hpp"
#include "feeds/render/opml.hpp"
#include "feeds/render/rss.hpp"

namespace masthead::feeds {

std::string render(const Page& page, Format format) {
    switch (format) {
        case Format::rss:
            return render_rss(page);
        case Format::atom:
            return render_atom(page);
        case Format::json:
            return render_json_feed(page);
        case Format::html:
            return render_html(page);
        case Format::opml:
            return render_opml(page);
    }
    return {};
}

std::string_view media_type(Format format) {
    switch (format) {
        case Format::rss:
            return "application/rss+xml; charset=utf-8";
        case Format::atom:
            return "application/atom+xml; charset=utf-8";
        case Format::json:
            return "application/feed+json";
        case Format::html:
            return "text/html; charset=utf-8";
        case Format::opml:
            return "text/x-opml; charset=utf-8";
    }
    return {};
}

std::string_view path_ending(Format format) {
    switch (format) {
        case Format::rss:
            return ".rss";
        case Format::atom:
            return ".atom";
        case Format::json:
            return ".json";
        case Format::html:
            return {};
        case Format::opml:
            return ".opml";
    }
    return {};
}

}  // namespace masthead::feeds
