#include "feeds/people/platform_table.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "feeds/people/handles.hpp"

namespace masthead::feeds {
namespace {

// Mastodon, Pixelfed and PeerTube run on any host: see fediverse_profile.
constexpr auto platforms = std::to_array<Platform>({
    {"twitter",
     "X (Twitter)",
     true,
     [](std::string_view h) { return is_ascii_handle(h, 1, 15, "_"); },
     "https://x.com/H",
     {"x.com", "twitter.com"},
     {"/H"},
     {"compose", "messages", "notifications", "download", "hashtags", "statuses", "widgets", "oauth"}},
    {"bluesky", "Bluesky", true, is_bluesky_handle, "https://bsky.app/profile/H", {"bsky.app"}, {"/profile/H"}, {}},
    {"threads",
     "Threads",
     true,
     [](std::string_view h) { return is_ascii_handle(h, 1, 30, "._"); },
     "https://www.threads.com/@H",
     {"threads.com", "threads.net"},
     {"/@H"},
     {}},
    {"linkedin",
     "LinkedIn",
     true,
     [](std::string_view h) { return is_letters_handle(h, 3, 100, U"-"); },
     "https://www.linkedin.com/in/H",
     {"linkedin.com"},
     {"/in/H", "/in/H/*", "/pub/H", "/pub/H/*/*/*"},
     {}},
    {"github",
     "GitHub",
     true,
     is_github_handle,
     "https://github.com/H",
     {"github.com"},
     {"/H"},
     {"features", "topics", "orgs", "sponsors", "marketplace", "pricing", "trending", "collections", "security",
      "enterprise", "apps", "new", "notifications", "pulls", "issues", "team"}},
    {"instagram",
     "Instagram",
     true,
     [](std::string_view h) { return is_ascii_handle(h, 1, 30, "._"); },
     "https://www.instagram.com/H/",
     {"instagram.com"},
     {"/H"},
     {"p", "reel", "reels", "tv", "stories", "accounts", "direct", "developer"}},
    {"youtube",
     "YouTube",
     true,
     [](std::string_view h) { return is_letters_handle(h, 3, 30, U"_-.\u00B7"); },
     "https://www.youtube.com/@H",
     {"youtube.com"},
     {"/@H", "/channel/H", "/c/H", "/user/H"},
     {}},
    {"tiktok",
     "TikTok",
     true,
     [](std::string_view h) { return is_ascii_handle(h, 2, 24, "_."); },
     "https://www.tiktok.com/@H",
     {"tiktok.com"},
     {"/@H"},
     {}},
    {"facebook",
     "Facebook",
     false,
     [](std::string_view h) { return is_ascii_handle(h, 5, 50, "."); },
     "https://www.facebook.com/H",
     {"facebook.com", "fb.com"},
     {"/H"},
     {"share.php", "sharer.php", "dialog", "plugins", "groups", "events", "photo", "photo.php", "pages", "watch",
      "marketplace", "permalink.php", "story.php", "stories", "public", "people"}},
    {"medium",
     "Medium",
     false,
     [](std::string_view h) { return is_ascii_handle(h, 1, 30, "_."); },
     "https://medium.com/@H",
     {"medium.com"},
     {"/@H"},
     {}},
    {"substack",
     "Substack",
     false,
     [](std::string_view h) { return is_ascii_handle(h, 1, 63, "-"); },
     "https://substack.com/@H",
     {"substack.com"},
     {"/@H", "/profile/N-H"},
     {}},
    {"reddit",
     "Reddit",
     false,
     [](std::string_view h) { return is_ascii_handle(h, 3, 20, "_-"); },
     "https://www.reddit.com/user/H",
     {"reddit.com", "old.reddit.com", "new.reddit.com"},
     {"/user/H", "/u/H"},
     {}},
    {"telegram",
     "Telegram",
     false,
     [](std::string_view h) {
         return is_ascii_handle(h, 5, 32, "_") && is_ascii_handle(h.substr(0, 1), 1, 1, "") &&
                !is_number(h.substr(0, 1));
     },
     "https://t.me/H",
     {"t.me", "telegram.me"},
     {"/H", "/s/H"},
     {"joinchat", "addstickers", "proxy", "socks", "setlanguage"}},
    {"flickr",
     "Flickr",
     false,
     [](std::string_view h) { return is_ascii_handle(h, 1, 60, "_-@"); },
     "https://www.flickr.com/people/H/",
     {"flickr.com"},
     {"/people/H", "/photos/H"},
     {"tags"}},
    {"orcid", "ORCID", false, is_orcid, "https://orcid.org/H", {"orcid.org"}, {"/H"}, {}},
    {"goodreads",
     "Goodreads",
     false,
     is_number,
     "https://www.goodreads.com/author/show/H",
     {"goodreads.com"},
     {"/author/show/H"},
     {}},
    {"letterboxd",
     "Letterboxd",
     false,
     [](std::string_view h) { return is_ascii_handle(h, 2, 15, "_"); },
     "https://letterboxd.com/H/",
     {"letterboxd.com"},
     {"/H"},
     {"films", "film", "lists", "list", "members", "journal", "activity", "pro", "create", "apps", "year", "actor",
      "director"}},
    {"mastodon", "Mastodon", true, is_fediverse_handle, "https://HOST/@USER", {}, {}, {}},
    {"pixelfed", "Pixelfed", false, is_fediverse_handle, "https://HOST/USER", {}, {}, {}},
    {"peertube", "PeerTube", false, is_fediverse_handle, "https://HOST/a/USER", {}, {}, {}},
});

using HostRow = std::pair<std::string_view, const Platform*>;

std::vector<HostRow> rows_by_host() {
    std::vector<HostRow> out;
    for (const auto& platform : platforms)
        for (const auto host : platform.hosts)
            if (!host.empty()) out.emplace_back(host, &platform);
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

const Platform* platform_named(std::string_view name) {
    const auto* found = std::find_if(std::begin(platforms), std::end(platforms),
                                     [&](const Platform& platform) { return platform.name == name; });
    return found == std::end(platforms) ? nullptr : found;
}

const Platform* platform_at(std::string_view host) {
    static const auto rows = rows_by_host();
    const auto row = std::lower_bound(rows.begin(), rows.end(), host,
                                      [](const HostRow& one, std::string_view it) { return one.first < it; });
    return row != rows.end() && row->first == host ? row->second : nullptr;
}

}  // namespace masthead::feeds
