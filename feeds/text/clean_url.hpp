#pragma once

#include <optional>
#include <string_view>

namespace masthead::feeds {

/// The parts of an address that is as it should be, as they stand in it.
struct CleanUrl {
    std::string_view scheme, host, path, query, fragment;
};

/// Takes an absolute http(s) address apart that needs no mending: all of it in the characters of RFC 3986, scheme and
/// host in lower case, without user and port, with a path that has no "." or ".." in it. Nothing for any other, which
/// Boost.URL and the URL standard's rules are for; most addresses of feeds are clean, and this is one look at each
/// character.
std::optional<CleanUrl> clean_url(std::string_view url);

}  // namespace masthead::feeds
