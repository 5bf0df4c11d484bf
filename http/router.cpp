#include "http/router.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "feeds/render/render.hpp"

namespace masthead::http {
namespace {

// Longer slugs are not made, so that asking the store for them is wasted.
constexpr std::size_t longest_name = 200;

bool is_name(std::string_view text) {
    const auto is_plain = [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != '/' && c != '.' && c != '%';
    };
    return !text.empty() && text.size() <= longest_name && std::all_of(text.begin(), text.end(), is_plain);
}

/// A positive number in its shortest form, so that "07" is no second address of "7".
std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text[0] == '0') return std::nullopt;
    return value;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (text.substr(0, prefix.size()) != prefix) return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool take_suffix(std::string_view& text, std::string_view suffix) {
    if (text.size() < suffix.size() || text.substr(text.size() - suffix.size()) != suffix) return false;
    text.remove_suffix(suffix.size());
    return true;
}

feeds::Format take_format(std::string_view& path) {
    for (const feeds::Format format :
         {feeds::Format::rss, feeds::Format::atom, feeds::Format::json, feeds::Format::opml})
        if (take_suffix(path, feeds::path_ending(format))) return format;
    return feeds::Format::html;
}

/// Takes "/archive/N" off the end; false when what stands there is no number.
bool take_archive(std::string_view& path, std::optional<std::uint64_t>& archive) {
    constexpr std::string_view mark = "/archive/";
    const auto at = path.rfind(mark);
    if (at == std::string_view::npos) return true;
    archive = number(path.substr(at + mark.size()));
    path = path.substr(0, at);
    return archive.has_value();
}

bool is_author_listing(std::string_view rest) {
    const auto slash = rest.find('/');
    if (slash == std::string_view::npos) return is_name(rest);
    constexpr std::array<std::string_view, 3> kinds{"episodes", "posts", "newsletters"};
    return is_name(rest.substr(0, slash)) &&
           std::find(kinds.begin(), kinds.end(), rest.substr(slash + 1)) != kinds.end();
}

std::optional<Route> page_route(std::string_view path) {
    using feeds::Format;
    Route out;
    if (path == "/") return Route{Route::Kind::page, "/", Format::html, {}};
    if (path == "/site.opml") return Route{Route::Kind::page, "/", Format::opml, {}};
    out.format = take_format(path);
    if (!take_archive(path, out.archive)) return std::nullopt;
    if (out.archive && out.format == Format::opml) return std::nullopt;
    out.name = path;
    std::string_view rest = path;
    if (take_prefix(rest, "/feeds/"))
        return is_name(rest) && out.format != Format::opml ? std::optional(out) : std::nullopt;
    if (take_prefix(rest, "/authors/")) {
        if (out.format == Format::opml && rest.find('/') != std::string_view::npos) return std::nullopt;
        return is_author_listing(rest) ? std::optional(out) : std::nullopt;
    }
    if (take_prefix(rest, "/entries/") && out.format == Format::html && !out.archive && number(rest)) return out;
    return std::nullopt;
}

std::optional<Route> avatar_route(std::string_view hash) {
    const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    constexpr std::size_t sha256_digits = 64;
    if (hash.size() != sha256_digits || !std::all_of(hash.begin(), hash.end(), is_hex)) return std::nullopt;
    return Route{Route::Kind::avatar, std::string(hash), feeds::Format::html, {}};
}

Route fixed(Route::Kind kind) { return Route{kind, {}, feeds::Format::html, {}}; }

std::optional<Route> admin_route(std::string_view path) {
    if (path == "/healthz") return fixed(Route::Kind::health);
    if (path == "/readyz") return fixed(Route::Kind::ready);
    if (path == "/metrics") return fixed(Route::Kind::metrics);
    if (path == "/health.atom") return Route{Route::Kind::source_health, {}, feeds::Format::atom, {}};
    return std::nullopt;
}

}  // namespace

std::optional<Route> route(std::string_view path, Audience audience) {
    if (audience == Audience::admin) return admin_route(path);
    if (path == "/healthz") return fixed(Route::Kind::health);
    if (path == "/robots.txt") return fixed(Route::Kind::robots);
    if (path == "/favicon.ico") return fixed(Route::Kind::icon);
    if (path == feeds::style_sheet_path()) return fixed(Route::Kind::style_sheet);
    constexpr std::string_view avatars = "/avatars/";
    if (path.substr(0, avatars.size()) == avatars) return avatar_route(path.substr(avatars.size()));
    return page_route(path);
}

}  // namespace masthead::http
