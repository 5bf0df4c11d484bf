#include "feeds/render/address.hpp"

#include <fmt/format.h>

#include "feeds/render/render.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

std::string archive_address(const Page& page, std::uint64_t number, Format format) {
    return absolute_address(page.site, fmt::format("{}/archive/{}{}", page.path, number, path_ending(format)));
}

}  // namespace

std::string absolute_address(const Site& site, std::string_view path) {
    if (path.empty() || path.front() != '/') return std::string(path);
    return site.base_url + std::string(path);
}

std::string address_of(const Page& page, Format format) {
    return page.archive && format != Format::opml ? archive_address(page, *page.archive, format)
                                                  : current_address(page, format);
}

std::string current_address(const Page& page, Format format) {
    if (format == Format::html && !page.web_page.empty()) return page.web_page;
    // The root has no name that an ending could be put on.
    const bool nameless = page.path == "/" && format != Format::html;
    return absolute_address(page.site, (nameless ? "/site" : page.path) + std::string(path_ending(format)));
}

std::string previous_archive_address(const Page& page, Format format) {
    return page.prev_archive ? archive_address(page, *page.prev_archive, format) : std::string();
}

std::string published_url(std::string_view url) {
    const auto absolute = resolve_url({}, url);
    return absolute && is_media(*absolute) ? *absolute : std::string();
}

}  // namespace masthead::feeds
