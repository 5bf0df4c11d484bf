#include "feeds/text/url.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>
#include <unicode/uidna.h>

#include "feeds/text/ascii.hpp"
#include "feeds/text/clean_url.hpp"

namespace masthead::feeds {
namespace {

namespace urls = boost::urls;

constexpr std::size_t longest_url = 8192;  // beyond what servers and readers take

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return (c | 0x20) - 'a' + 10;
}

void append_escape(std::string& out, unsigned char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += '%';
    out += digits[c >> 4];
    out += digits[c & 15];
}

// Trims, and takes out tabs and line breaks (URL standard, "basic URL parser", step 1 and 3).
std::string without_breaks(std::string_view text) {
    const auto blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    std::string out;
    out.reserve(text.size());
    for (char c : text)
        if (c != '\t' && c != '\n' && c != '\r') out += c;
    return out;
}

// A-labels of a host in another script; nothing when it is no host name.
std::optional<std::string> ascii_host(std::string_view host) {
    struct Close {
        void operator()(UIDNA* idna) const { uidna_close(idna); }
    };
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UIDNA, Close> idna(uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &status));
    if (U_FAILURE(status)) return std::nullopt;
    std::array<char, 512> out{};
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const auto length = uidna_nameToASCII_UTF8(idna.get(), host.data(), static_cast<std::int32_t>(host.size()),
                                               out.data(), static_cast<std::int32_t>(out.size()), &info, &status);
    if (U_FAILURE(status) || info.errors != 0 || length <= 0) return std::nullopt;
    return std::string(out.data(), static_cast<std::size_t>(length));
}

bool allowed_as_is(char c) {
    constexpr std::string_view marks = "-._~!$&'()*+,;=:@/?";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           marks.find(c) != std::string_view::npos;
}

// Percent-encodes what may not stand behind the authority; `[`, `]` and a second '#' included.
std::string escaped_tail(std::string_view tail) {
    std::string out;
    out.reserve(tail.size());
    bool in_fragment = false;
    for (std::size_t i = 0; i < tail.size(); ++i) {
        const char c = tail[i];
        const bool is_escape = c == '%' && i + 2 < tail.size() && is_hex(tail[i + 1]) && is_hex(tail[i + 2]);
        const bool begins_fragment = c == '#' && !in_fragment;
        in_fragment |= begins_fragment;
        if (is_escape || begins_fragment || allowed_as_is(c))
            out += c;
        else
            append_escape(out, static_cast<unsigned char>(c));
    }
    return out;
}

std::size_t scheme_length(std::string_view text) {
    if (text.empty() || !((lower(text[0]) >= 'a') && (lower(text[0]) <= 'z'))) return 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = lower(text[i]);
        if (c == ':') return i;
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')) return 0;
    }
    return 0;
}

std::optional<std::string> mended_authority(std::string_view authority) {
    std::string user;
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        user = escaped_tail(authority.substr(0, at));
        if (user.find_first_of("/?#@") != std::string::npos) return std::nullopt;
        user += '@';
        authority.remove_prefix(at + 1);
    }
    if (!authority.empty() && authority.front() == '[') return user + lowered(authority);
    std::string_view port;
    if (const auto colon = authority.rfind(':'); colon != std::string_view::npos) {
        port = authority.substr(colon);
        authority = authority.substr(0, colon);
    }
    std::string host = percent_decode(authority);
    if (host.empty()) return std::nullopt;
    if (std::any_of(host.begin(), host.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        auto ascii = ascii_host(host);
        if (!ascii) return std::nullopt;
        host = std::move(*ascii);
    }
    host = lowered(host);
    for (char c : host) {
        const bool in_host = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
        if (!in_host) return std::nullopt;
    }
    return user + host + (port.size() > 1 ? std::string(port) : std::string());
}

bool is_web_scheme(std::string_view scheme) { return scheme == "http" || scheme == "https"; }

// A reference in which nothing is left that RFC 3986 forbids; nothing when it has an authority beyond mending.
std::optional<std::string> mended_reference(std::string_view raw, bool base_is_web) {
    std::string text = without_breaks(raw);
    if (text.size() > longest_url) return std::nullopt;
    std::string scheme;
    std::string_view rest = text;
    if (const auto length = scheme_length(rest); length > 0) {
        scheme = lowered(rest.substr(0, length));
        rest.remove_prefix(length + 1);
    }
    const bool is_web = scheme.empty() ? base_is_web : is_web_scheme(scheme);
    std::string slashed;
    if (is_web) {  // browsers read a backslash as a slash, up to query and fragment
        const auto end = std::min(rest.find_first_of("?#"), rest.size());
        slashed = std::string(rest);
        std::replace(slashed.begin(), slashed.begin() + static_cast<std::ptrdiff_t>(end), '\\', '/');
        if (!scheme.empty()) {  // "http:/x", "http:///x": the authority follows however many slashes
            const auto host = slashed.find_first_not_of('/');
            if (host == std::string::npos) return std::nullopt;
            slashed = "//" + slashed.substr(host);
        }
        rest = slashed;
    }
    std::string out = scheme.empty() ? "" : scheme + ":";
    if (rest.substr(0, 2) == "//") {
        rest.remove_prefix(2);
        const auto end = std::min(rest.find_first_of("/?#"), rest.size());
        auto authority = mended_authority(rest.substr(0, end));
        if (!authority) return std::nullopt;
        out += "//" + *authority;
        rest.remove_prefix(end);
    } else if (scheme.empty() &&
               rest.substr(0, std::min(rest.find('/'), rest.size())).find(':') != std::string_view::npos) {
        out += "./";  // a colon in the first segment is no scheme here (RFC 3986, section 4.2)
    }
    return out + escaped_tail(rest);
}

// RFC 3986, section 5.2.4; Boost.URL keeps the ".." that lead above the root.
std::string without_dot_segments(std::string_view path) {
    std::vector<std::string_view> kept;
    bool ends_in_slash = true;
    while (!path.empty()) {
        path.remove_prefix(path.front() == '/' ? 1 : 0);
        const auto end = std::min(path.find('/'), path.size());
        const std::string_view segment = path.substr(0, end);
        path.remove_prefix(end);
        ends_in_slash = segment == "." || segment == ".." || (segment.empty() && path.empty());
        if (segment == "..") {
            if (!kept.empty()) kept.pop_back();
        } else if (segment != "." && !(segment.empty() && path.empty())) {
            kept.push_back(segment);
        }
    }
    std::string out;
    for (const auto segment : kept) out.append("/").append(segment);
    if (ends_in_slash || out.empty()) out += '/';
    return out;
}

// Once more, as it is longer with all that had to be encoded.
std::optional<std::string> within_limit(std::string url) {
    return url.size() > longest_url ? std::nullopt : std::optional(std::move(url));
}

}  // namespace

std::optional<std::string> resolve_url(std::string_view base, std::string_view reference) {
    if (clean_url(reference)) return std::string(reference);
    try {
        const auto mended_base = base.empty() ? std::string() : mended_reference(base, true).value_or("");
        const bool base_is_web = mended_base.rfind("http", 0) == 0;
        const auto mended = mended_reference(reference, base_is_web);
        if (!mended) return std::nullopt;
        const auto parsed = urls::parse_uri_reference(*mended);
        if (!parsed) return std::nullopt;
        urls::url out;
        if (parsed->has_scheme()) {
            out = *parsed;
        } else {
            const auto parsed_base = urls::parse_uri(mended_base);
            if (!parsed_base) return std::nullopt;
            if (!urls::resolve(*parsed_base, *parsed, out)) return std::nullopt;
        }
        if (is_web_scheme(out.scheme())) {
            if (out.encoded_host().empty() || (out.has_port() && out.port_number() == 0)) return std::nullopt;
            std::string text = std::string(out.scheme()) + "://" + std::string(out.encoded_authority()) +
                               without_dot_segments(std::string_view(out.encoded_path()));
            if (out.has_query()) text += "?" + std::string(out.encoded_query());
            if (out.has_fragment()) text += "#" + std::string(out.encoded_fragment());
            return within_limit(std::move(text));
        }
        return within_limit(std::string(out.buffer()));
    } catch (const std::exception&) {
        return std::nullopt;  // Boost.URL throws where a part grows too long to be set
    }
}

bool is_link(std::string_view url) {
    const std::string start = lowered(url.substr(0, 7));
    return is_media(url) || (start == "mailto:" && url.size() > 7) || (start.substr(0, 4) == "tel:" && url.size() > 4);
}

bool is_media(std::string_view url) {
    const std::string start = lowered(url.substr(0, 8));
    return (start.rfind("http://", 0) == 0 && url.size() > 7) || (start == "https://" && url.size() > 8);
}

UrlParts url_parts(std::string_view url) {
    UrlParts out;
    if (const auto clean = clean_url(url)) {
        out.scheme = clean->scheme;
        out.host = clean->host;
        out.path = clean->path;
        out.query = clean->query;
        out.fragment = clean->fragment;
        return out;
    }
    const auto parsed = urls::parse_uri(url);
    if (!parsed || !is_web_scheme(parsed->scheme())) return out;
    out.scheme = lowered(parsed->scheme());
    out.host = lowered(parsed->encoded_host());
    out.port = std::string(parsed->port());
    out.path = std::string(parsed->encoded_path());
    out.query = std::string(parsed->encoded_query());
    out.fragment = std::string(parsed->encoded_fragment());
    return out;
}

std::string canonical_url(std::string_view url) {
    const auto resolved = resolve_url("", url);
    if (!resolved) return std::string(url);
    std::string bare = without_tracking(*resolved);
    auto parsed = urls::parse_uri(bare);
    if (!parsed || !is_web_scheme(parsed->scheme())) return bare;
    urls::url normal(*parsed);
    normal.normalize();
    const UrlParts parts = url_parts(normal.buffer());
    std::string_view host = parts.host;
    if (host.rfind("www.", 0) == 0) host.remove_prefix(4);
    std::string out = "https://" + std::string(host);
    if (!parts.port.empty() && parts.port != "80" && parts.port != "443") out += ":" + parts.port;
    std::string_view path = parts.path;
    while (!path.empty() && path.back() == '/') path.remove_suffix(1);
    out += path;
    if (!parts.query.empty()) out += "?" + parts.query;
    return out;
}

std::string url_origin(std::string_view url) {
    const UrlParts parts = url_parts(url);
    if (parts.host.empty()) return {};
    return parts.scheme + "://" + parts.host + (parts.port.empty() ? "" : ":" + parts.port);
}

bool same_host(std::string_view a, std::string_view b) {
    const auto bare = [](std::string_view host) {
        std::string out = lowered(host);
        return out.rfind("www.", 0) == 0 ? out.substr(4) : out;
    };
    return bare(a) == bare(b);
}

std::string percent_decode(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2])) {
            out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace masthead::feeds
