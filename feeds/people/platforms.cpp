#include "feeds/people/platforms.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "feeds/people/handles.hpp"
#include "feeds/people/platform_table.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/clean_url.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// First segments that are pages of the platform itself, wherever they occur.
constexpr auto reserved_everywhere = std::to_array<std::string_view>(
    {"intent", "share",    "sharer", "home",    "search", "hashtag", "explore", "login",   "signup",
     "signin", "settings", "about",  "privacy", "help",   "i",       "tos",     "terms",   "status",
     "legal",  "contact",  "jobs",   "logout",  "press",  "blog",    "support", "policies"});

// Hosts whose "/@name" is no account of the fediverse; those of the table aside.
constexpr auto not_in_fediverse = std::to_array<std::string_view>(
    {"unsplash.com", "hackernoon.com", "observablehq.com", "steemit.com", "odysee.com", "flipboard.com", "ko-fi.com",
     "linktr.ee", "patreon.com", "npmjs.com", "dev.to", "vk.com", "rumble.com", "podcasts.apple.com"});

template <class List>
bool has_word(const List& list, std::string_view word) {
    return !word.empty() && std::find(std::begin(list), std::end(list), word) != std::end(list);
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

    std::string mended;
    if (!clean_url(url)) url = mended = resolve_url("", url).value_or("");
    const auto parts = url_parts(url);
    if (parts.host.empty() || is_share_address(parts.path)) return std::nullopt;
    std::string path = percent_decode(parts.path);
    while (path.size() > 1 && path.back() == '/') path.pop_back();

    const auto host = bare_host(parts.host);
    if (host == "goodreads.com") return goodreads_profile(path);
    if (auto profile = medium_subdomain(host, path)) return profile;
    const auto* platform = platform_at(host);
    if (!platform) return fediverse_profile(parts.host, path);
    if (platform->name == "facebook" && path == "/profile.php") return facebook_number(parts);
    for (const auto form : platform->paths)
        if (const auto handle = handle_in_path(form, path))
            if (auto profile = profile_on(*platform, *handle)) return profile;
    return std::nullopt;
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
