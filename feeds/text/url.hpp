#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace masthead::feeds {

/// The absolute form of `reference` against `base` (RFC 3986, section 5), mended as browsers do: white space around it
/// and line breaks in it go, what may not stand in a URL is percent-encoded, a host in other scripts becomes its
/// A-label, scheme and host are lower case, the path of an empty one is "/". An empty `base` asks for an absolute
/// reference. Nothing when it cannot be mended or is not absolute in the end.
///     "https://a.example/b/c", "../d e" -> "https://a.example/d%20e"
std::optional<std::string> resolve_url(std::string_view base, std::string_view reference);

/// Whether a link may be published: http, https, mailto or tel; `media` for what readers load by themselves: http and
/// https.
bool is_link(std::string_view url);
bool is_media(std::string_view url);

/// The URL without the parameters that track campaigns and readers (utm_*, fbclid, mc_eid, _bhlid, ...) and without an
/// empty query; everything else as it was.
std::string without_tracking(std::string_view url);

/// A form for comparing two addresses of one page: without_tracking, without fragment, https for http, without "www.",
/// a default port or a slash at the end, with percent-encoding normalised. Never published.
std::string canonical_url(std::string_view url);

/// The parts of an absolute http(s) URL, host in lower case; empty for anything else.
struct UrlParts {
    std::string scheme, host, port, path, query, fragment;  ///< path and query still percent-encoded
};
UrlParts url_parts(std::string_view url);

/// "https://host:port" of an absolute URL; empty for anything else.
std::string url_origin(std::string_view url);

/// Whether two hosts are the same site: equal after "www." is taken off both.
bool same_host(std::string_view a, std::string_view b);

/// Percent-decoded once; what is no valid escape stays.
std::string percent_decode(std::string_view text);

}  // namespace masthead::feeds
