#include "http/handlers/pages.hpp"

#include <fmt/core.h>

#include "feeds/render/render.hpp"
#include "storage/publication.hpp"

namespace masthead::http {
namespace {

// Foreign pictures and sound may be loaded, nothing may run, and nobody may frame the page; the origins of pictures do
// not learn which page showed them.
constexpr std::string_view page_policy =
    "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src * data:; media-src *; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "Referrer-Policy: no-referrer\r\n";

// Web readers and web players fetch feeds from other origins.
constexpr std::string_view open_to_scripts = "Access-Control-Allow-Origin: *\r\n";

// A full archive hardly ever changes, the newest page does with every piece; readers come every few minutes at most,
// and people who come back want to see what is new.
std::string_view freshness(const Route& route) {
    if (route.archive) return "Cache-Control: public, max-age=86400\r\n";
    if (route.format == feeds::Format::html) return "Cache-Control: public, max-age=60\r\n";
    return "Cache-Control: public, max-age=300\r\n";
}

std::string own_address(const feeds::Site& site, const Route& route) {
    if (route.format == feeds::Format::opml && route.name == "/") return site.base_url + "/site.opml";
    std::string path = route.name;
    if (route.archive) path += fmt::format("/archive/{}", *route.archive);
    return fmt::format("{}{}{}", site.base_url, path, feeds::path_ending(route.format));
}

// WebSub, section 4: whoever reads only the header finds hub and topic as well.
std::string links(const feeds::Site& site, const Route& route) {
    std::string out = fmt::format("Link: <{}>; rel=\"self\"", own_address(site, route));
    if (!site.hub.empty()) out += fmt::format(", <{}>; rel=\"hub\"", site.hub);
    return out + "\r\n";
}

std::string header_fields(const feeds::Site& site, const Route& route) {
    std::string out(freshness(route));
    out += links(site, route);
    out += route.format == feeds::Format::html ? page_policy : open_to_scripts;
    return out;
}

Missing missing(storage::Store& store, const feeds::Site& site, const Route& route, storage::PublicationError error) {
    if (error == storage::PublicationError::gone) return {410, {}};
    auto path = storage::moved_path(store, route.name);
    if (!path) return {};
    Route now = route;
    now.name = std::move(*path);
    return {301, own_address(site, now)};
}

}  // namespace

feeds::Result<Content, Missing> page_content(storage::Store& store, const feeds::Site& site, const Route& route) {
    const auto page = storage::publication(store, site, {route.name, route.archive});
    if (!page) return feeds::unexpected<Missing>(missing(store, site, route, page.error()));
    if (!page->is_public) return feeds::unexpected(Missing{});
    return Content{feeds::render(*page, route.format),
                   {std::string(feeds::media_type(route.format)), page->updated, header_fields(site, route), true},
                   dependencies_of(*page),
                   true};
}

}  // namespace masthead::http
