#include "feeds/people/platforms.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "feeds/people/handles.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

using Words = std::span<const std::string_view>;

/// One row of the table of platforms. In a path, H stands for the handle, N for a number, * for any one segment.
struct Platform {
    std::string_view name;
    std::string_view title;
    bool in_byline;  // whether Byline knows it as a `rel`
    bool (*is_handle)(std::string_view);
    std::string_view address;  // what we publish, with H
    std::array<std::string_view, 4> hosts;
    std::array<std::string_view, 5> paths;
    std::array<std::string_view, 16> reserved;  // what stands where a handle may stand, but is none
};

// First segments that are pages of the platform itself, wherever they occur.
constexpr std::string_view reserved_everywhere[] = {
    "intent", "share",    "sharer", "home",    "search", "hashtag", "explore", "login",   "signup",
    "signin", "settings", "about",  "privacy", "help",   "i",       "tos",     "terms",   "status",
    "legal",  "contact",  "jobs",   "logout",  "press",  "blog",    "support", "policies"};

// Mastodon, Pixelfed and PeerTube run on any host: see fediverse_profile.
constexpr Platform platforms[] = {
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
};

// Hosts whose "/@name" is no account of the fediverse; those of the table aside.
constexpr std::string_view not_in_fediverse[] = {"unsplash.com", "hackernoon.com",    "observablehq.com", "steemit.com",
                                                 "odysee.com",   "flipboard.com",     "ko-fi.com",        "linktr.ee",
                                                 "patreon.com",  "npmjs.com",         "dev.to",           "vk.com",
                                                 "rumble.com",   "podcasts.apple.com"};

template <class List>
bool has_word(const List& list, std::string_view word) {
    return !word.empty() && std::find(std::begin(list), std::end(list), word) != std::end(list);
}

const Platform* platform_named(std::string_view name) {
    const auto* found = std::find_if(std::begin(platforms), std::end(platforms),
                                     [&](const Platform& platform) { return platform.name == name; });
    return found == std::end(platforms) ? nullptr : found;
}

// Percent-encodes what may not stand in a path: the letters of other scripts in LinkedIn's and YouTube's handles.
std::string path_escaped(std::string_view handle) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : handle) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

void replace(std::string& text, std::string_view what, std::string_view by) {
    if (const auto at = text.find(what); at != std::string::npos) text.replace(at, what.size(), by);
}

std::string published_address(const Platform& platform, std::string_view handle) {
    std::string address(platform.address);
    if (platform.address.find("HOST") != std::string_view::npos) {
        const auto at = handle.find('@');
        replace(address, "HOST", handle.substr(at + 1));
        replace(address, "USER", handle.substr(0, at));
        return address;
    }
    if (platform.name == "youtube" && is_youtube_channel(handle))
        return "https://www.youtube.com/channel/" + std::string(handle);
    if (platform.name == "facebook" && is_number(handle))
        return "https://www.facebook.com/profile.php?id=" + std::string(handle);
    address.replace(address.rfind('H'), 1, path_escaped(handle));
    return address;
}

// The profile of a handle as far as the platform allows it; hosts of the fediverse have no upper case.
std::optional<Profile> profile_on(const Platform& platform, std::string_view written) {
    std::string handle(written);
    if (platform.is_handle == is_fediverse_handle) {
        const auto at = handle.find('@');
        if (at == std::string::npos) return std::nullopt;
        handle = handle.substr(0, at) + lowered(handle.substr(at));
    }
    if (!platform.is_handle(handle)) return std::nullopt;
    const auto lower = lowered(handle);
    if (has_word(reserved_everywhere, lower) || has_word(platform.reserved, lower)) return std::nullopt;
    return Profile{std::string(platform.name), handle, published_address(platform, handle)};
}

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> out;
    while (!path.empty() && out.size() < 8) {
        path.remove_prefix(path.front() == '/' ? 1 : 0);
        const auto end = std::min(path.find('/'), path.size());
        if (end > 0 || end < path.size()) out.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return out;
}

// The handle in a path segment, when the segment has the form that the table gives: "H", "@H", "N-H".
std::optional<std::string_view> handle_in_segment(std::string_view form, std::string_view segment) {
    if (form == "N-H") {
        const auto dash = segment.find('-');
        if (dash == std::string_view::npos || !is_number(segment.substr(0, dash))) return std::nullopt;
        return segment.substr(dash + 1);
    }
    const bool is_marked = !segment.empty() && segment.front() == '@';
    if (form == "@H" && !is_marked) return std::nullopt;
    return segment.substr(is_marked ? 1 : 0);
}

// The handle in a path that matches a form whole.
std::optional<std::string_view> handle_in_path(std::string_view form, std::string_view path) {
    const auto wanted = segments_of(form);
    const auto given = segments_of(path);
    if (wanted.empty() || wanted.size() != given.size()) return std::nullopt;
    std::optional<std::string_view> handle;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] == "*") continue;
        if (wanted[i].back() == 'H') {
            handle = handle_in_segment(wanted[i], given[i]);
            if (!handle) return std::nullopt;
        } else if (lowered(given[i]) != wanted[i]) {
            return std::nullopt;
        }
    }
    return handle;
}

// "m.youtube.com" -> "youtube.com", "de.linkedin.com" -> "linkedin.com".
std::string_view bare_host(std::string_view host) {
    for (const std::string_view prefix : {"www.", "mobile.", "m."})
        if (host.substr(0, prefix.size()) == prefix) host.remove_prefix(prefix.size());
    constexpr std::string_view linkedin = "linkedin.com";
    if (host.size() == linkedin.size() + 3 && host[2] == '.' && host.substr(3) == linkedin) host.remove_prefix(3);
    return host;
}

// The number of "/author/show/12.Name" and "/user/show/12-name"; these are two kinds of account, which the address
// keeps apart.
std::optional<Profile> goodreads_profile(std::string_view path) {
    const auto segments = segments_of(path);
    if (segments.size() != 3 || segments[1] != "show" || (segments[0] != "author" && segments[0] != "user"))
        return std::nullopt;
    const auto number = segments[2].substr(0, segments[2].find_first_of(".-"));
    if (!is_number(number)) return std::nullopt;
    return Profile{"goodreads", std::string(number),
                   "https://www.goodreads.com/" + std::string(segments[0]) + "/show/" + std::string(number)};
}

// "profile.php?id=12": the only address whose query names the account.
std::optional<Profile> facebook_number(const UrlParts& parts) {
    if (parts.path != "/profile.php") return std::nullopt;
    const std::string query = "&" + parts.query;
    const auto at = query.find("&id=");
    if (at == std::string::npos) return std::nullopt;
    const auto number = std::string_view(query).substr(at + 4);
    return profile_on(*platform_named("facebook"), number.substr(0, number.find('&')));
}

std::optional<Profile> medium_subdomain(std::string_view host, std::string_view path) {
    constexpr std::string_view suffix = ".medium.com";
    if (path != "/" || host.size() <= suffix.size() || host.substr(host.size() - suffix.size()) != suffix)
        return std::nullopt;
    return profile_on(*platform_named("medium"), host.substr(0, host.size() - suffix.size()));
}

bool has_label(std::string_view host, std::string_view word) { return host.find(word) != std::string_view::npos; }

// Accounts on hosts of their own. Only the form of the path tells them, so it has to be one that others hardly use.
std::optional<Profile> fediverse_profile(const std::string& host, std::string_view path) {
    if (has_word(not_in_fediverse, bare_host(host))) return std::nullopt;
    const auto segments = segments_of(path);
    if (segments.empty() || segments.size() > 2) return std::nullopt;
    const auto last = segments.back();
    const std::string_view first = segments.size() == 2 ? segments.front() : "";
    if (has_label(host, "peertube"))
        return first == "a" || first == "accounts"
                   ? profile_on(*platform_named("peertube"), std::string(last) + "@" + host)
                   : std::nullopt;
    const bool marked = last.substr(0, 1) == "@" && (first.empty() || first == "web");
    if (!marked && first != "users") return std::nullopt;
    const auto user = last.substr(marked ? 1 : 0);
    if (is_number(user)) return std::nullopt;
    const auto name = user.find('@') == std::string_view::npos ? std::string(user) + "@" + host : std::string(user);
    return profile_on(*platform_named(has_label(host, "pixelfed") ? "pixelfed" : "mastodon"), name);
}

bool is_share_address(std::string_view path) {
    const auto segments = segments_of(path);
    return !segments.empty() && has_word(reserved_everywhere, lowered(segments.front()));
}

}  // namespace

std::optional<Profile> profile_of_url(std::string_view url) {
    constexpr std::string_view account = "acct:", bluesky = "at://";
    if (url.substr(0, account.size()) == account) return profile_of_handle("mastodon", url.substr(account.size()));
    if (url.substr(0, bluesky.size()) == bluesky) return profile_of_handle("bluesky", url.substr(bluesky.size()));

    const auto parts = url_parts(resolve_url("", url).value_or(""));
    if (parts.host.empty() || is_share_address(parts.path)) return std::nullopt;
    std::string path = percent_decode(parts.path);
    while (path.size() > 1 && path.back() == '/') path.pop_back();

    const auto host = bare_host(parts.host);
    if (host == "goodreads.com") return goodreads_profile(path);
    if (auto profile = medium_subdomain(host, path)) return profile;
    for (const auto& platform : platforms) {
        if (!has_word(platform.hosts, host)) continue;
        if (platform.name == "facebook" && path == "/profile.php") return facebook_number(parts);
        for (const auto form : platform.paths)
            if (const auto handle = handle_in_path(form, path))
                if (auto profile = profile_on(platform, *handle)) return profile;
        return std::nullopt;
    }
    return fediverse_profile(parts.host, path);
}

std::optional<Profile> profile_of_handle(std::string_view platform, std::string_view handle) {
    const auto name = lowered(platform);
    const auto* row = platform_named(name == "x" ? "twitter" : std::string_view(name));
    if (row == nullptr) return std::nullopt;
    constexpr std::string_view full_width_at = "\xEF\xBC\xA0";
    if (handle.substr(0, 1) == "@") handle.remove_prefix(1);
    if (handle.substr(0, full_width_at.size()) == full_width_at) handle.remove_prefix(full_width_at.size());
    return profile_on(*row, handle);
}

std::string byline_rel(std::string_view platform) {
    const auto* row = platform_named(platform);
    return row != nullptr && row->in_byline ? std::string(platform) : "me";
}

std::string platform_title(std::string_view platform) {
    const auto* row = platform_named(platform);
    return std::string(row != nullptr ? row->title : platform);
}

bool same_account(const Profile& a, const Profile& b) {
    if (a.platform != b.platform) return false;
    if (a.platform == "goodreads" && a.url != b.url) return false;  // authors and readers are numbered apart
    if (is_youtube_channel(a.handle) || is_youtube_channel(b.handle)) return a.handle == b.handle;
    return lowered(a.handle) == lowered(b.handle);
}

}  // namespace masthead::feeds
