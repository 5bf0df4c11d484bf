#include "feeds/text/embeds.hpp"

#include <algorithm>
#include <array>

#include "feeds/text/ascii.hpp"
#include "feeds/text/images.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// A player's address is its host, a path and the name of what it plays. Only stills whose address is made of that name:
// reading a text asks nobody else.
struct Player {
    std::string_view host;  // without "www."
    std::string_view path;
    std::string_view page;  // the name comes behind it
    std::string_view image_before, image_after;
};

constexpr std::array players = {
    Player{"youtube.com", "/embed/", "https://www.youtube.com/watch?v=", "https://i.ytimg.com/vi/", "/hqdefault.jpg"},
    Player{"youtube-nocookie.com", "/embed/", "https://www.youtube.com/watch?v=", "https://i.ytimg.com/vi/",
           "/hqdefault.jpg"},
    Player{"youtube.com", "/v/", "https://www.youtube.com/watch?v=", "https://i.ytimg.com/vi/", "/hqdefault.jpg"},
    Player{"player.vimeo.com", "/video/", "https://vimeo.com/", "", ""},
    Player{"dailymotion.com", "/embed/video/", "https://www.dailymotion.com/video/",
           "https://www.dailymotion.com/thumbnail/video/", ""},
    Player{"archive.org", "/embed/", "https://archive.org/details/", "https://archive.org/services/img/", ""},
    Player{"embed.ted.com", "/talks/", "https://www.ted.com/talks/", "", ""},
    Player{"open.spotify.com", "/embed/", "https://open.spotify.com/", "", ""},
    Player{"embed.podcasts.apple.com", "/", "https://podcasts.apple.com/", "", ""},
    Player{"streamable.com", "/e/", "https://streamable.com/", "", ""},
    Player{"loom.com", "/embed/", "https://www.loom.com/share/", "", ""}};

// PeerTube is the same on every host (its REST documentation, "embed").
constexpr std::string_view peertube_player = "/videos/embed/", peertube_page = "/videos/watch/";

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

// The name behind a player's path; empty when it is none.
std::string_view played(std::string_view path, std::string_view player) {
    constexpr std::size_t longest = 128;
    std::string_view name = path.substr(player.size());
    while (!name.empty() && name.back() == '/') name.remove_suffix(1);
    const auto is_part = [](char c) {
        return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.' || c == '/';
    };
    const bool is_name = name.size() <= longest && std::all_of(name.begin(), name.end(), is_part);
    return is_name && name != "videoseries" ? name : std::string_view();
}

std::string_view without_www(std::string_view host) { return begins_with(host, "www.") ? host.substr(4) : host; }

Embed embed_of(const std::string& url) {
    const UrlParts parts = url_parts(url);
    const std::string_view host = without_www(parts.host);
    Embed out{without_tracking(url), {}, std::string(host)};
    if (begins_with(parts.path, peertube_player))
        if (const auto name = played(parts.path, peertube_player); !name.empty())
            out.url = url_origin(url).append(peertube_page).append(name);
    for (const auto& player : players) {
        if (host != player.host || !begins_with(parts.path, player.path)) continue;
        const auto name = played(parts.path, player.path);
        if (name.empty()) continue;
        out.url = std::string(player.page).append(name);
        if (!player.image_before.empty())
            out.image = std::string(player.image_before).append(name).append(player.image_after);
        break;
    }
    return out;
}

}  // namespace

std::optional<Embed> shown_embed(const HtmlToken& element, std::string_view base) {
    if (has_no_size(element)) return std::nullopt;
    for (std::string_view name : {"src", "data", "data-src", "data-lazy-src"}) {
        const std::string reference = element.attribute(name);
        if (reference.empty()) continue;
        const auto url = resolve_url(base, reference);
        if (!url || !is_media(*url)) continue;
        if (is_counting_image(*url)) return std::nullopt;
        Embed out = embed_of(*url);
        if (auto title = element.attribute("title"); !title.empty()) out.title = std::move(title);
        return out;
    }
    return std::nullopt;
}

}  // namespace masthead::feeds
