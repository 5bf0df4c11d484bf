#include "feeds/text/redirects.hpp"

#include <algorithm>
#include <array>

#include "feeds/text/base64.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// Hosts of click counters, with the beginning of the path where the host serves other things, too; in order.
struct Counter {
    std::string_view host;  // itself, or the end of it behind a dot
    std::string_view path;
};

constexpr std::array counters = {
    Counter{"awstrack.me", "/"},
    Counter{"buttondown.com", "/c/"},
    Counter{"buttondown.email", "/c/"},
    Counter{"cmail19.com", "/t/"},
    Counter{"cmail20.com", "/t/"},
    Counter{"createsend.com", "/t/"},
    Counter{"createsend1.com", "/t/"},
    Counter{"customeriomail.com", "/e/c/"},
    Counter{"email.mg1.substack.com", "/c/"},
    Counter{"exacttarget.com", "/"},
    Counter{"exct.net", "/"},
    Counter{"feedproxy.google.com", "/~r/"},
    Counter{"google.com", "/url"},
    Counter{"hs-sites.com", "/e3t/"},
    Counter{"hubspotlinks.com", "/"},
    Counter{"klclick.com", "/"},
    Counter{"klclick1.com", "/"},
    Counter{"l.facebook.com", "/l.php"},
    Counter{"link.mail.beehiiv.com", "/"},
    Counter{"list-manage.com", "/track/"},
    Counter{"mandrillapp.com", "/track/"},
    Counter{"mjt.lu", "/lnk/"},
    Counter{"mlsend.com", "/link/"},
    Counter{"out.reddit.com", "/"},
    Counter{"rs6.net", "/"},
    Counter{"safelinks.protection.outlook.com", "/"},
    Counter{"sendgrid.net", "/ls/click"},
    Counter{"sendgrid.net", "/wf/"},
    Counter{"sendibm1.com", "/"},
    Counter{"sendibt2.com", "/"},
    Counter{"substack.com", "/redirect/"},
    Counter{"t.umblr.com", "/redirect"},
    Counter{"urldefense.com", "/v"},
    Counter{"urldefense.proofpoint.com", "/v"},
};

constexpr bool are_in_order() {
    for (std::size_t n = 1; n < counters.size(); ++n)
        if (counters[n].host < counters[n - 1].host) return false;
    return true;
}
static_assert(are_in_order());

// Paths of click counters that senders put on hosts of their own, whole or before a slash.
constexpr std::array<std::string_view, 9> counting_paths = {
    "/CL0", "/e3t", "/ls/click", "/lt.php", "/tr/cl", "/track/click", "/track/click.php", "/wf/click", "/z/click"};

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

constexpr std::size_t shortest_packed = 20;

bool is_counting_path(std::string_view path) {
    // Mailgun's: all that it knows, deflated and in base64.
    if (begins_with(path, "/c/eJ") && path.size() > shortest_packed) return true;
    return std::any_of(counting_paths.begin(), counting_paths.end(), [path](std::string_view one) {
        return begins_with(path, one) && (path.size() == one.size() || path[one.size()] == '/');
    });
}

bool counts_clicks(std::string_view host, std::string_view path) {
    const auto* counter = std::lower_bound(counters.begin(), counters.end(), host,
                                           [](const Counter& one, std::string_view it) { return one.host < it; });
    for (; counter != counters.end() && counter->host == host; ++counter)
        if (begins_with(path, counter->path)) return true;
    return false;
}

std::optional<std::string> as_target(std::string_view text) {
    if (!is_media(text)) return std::nullopt;
    auto url = resolve_url("", text);
    return url && is_media(*url) && !url_parts(*url).host.empty() ? url : std::nullopt;
}

// The first address in a decoded text: the text itself, or a string of the JSON that it is.
std::optional<std::string> address_in(std::string_view text) {
    const auto at = text.find("http");
    if (at == std::string_view::npos) return std::nullopt;
    std::string address;
    for (char c : text.substr(at)) {
        if (c == '"' || c == '\'' || c == '<' || static_cast<unsigned char>(c) <= 0x20) break;
        if (c != '\\') address += c;  // JSON writes "\/" for a slash
    }
    return as_target(address);
}

std::optional<std::string> in_query(std::string_view query) {
    static constexpr std::array<std::string_view, 13> names = {
        "url",         "u",    "q",  "target", "dest", "destination", "redirect", "redirect_url",
        "redirect_to", "link", "to", "z",      "p"};
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const auto sign = std::min(pair.find('='), pair.size());
        if (std::find(names.begin(), names.end(), pair.substr(0, sign)) == names.end()) continue;
        const std::string value = percent_decode(pair.substr(std::min(sign + 1, pair.size())));
        if (auto target = as_target(value)) return target;
        if (auto target = address_in(decode_base64(value))) return target;
    }
    return std::nullopt;
}

std::optional<std::string> in_path(std::string_view path) {
    // urldefense.com/v3/__https://a.example/b__;!!x
    if (const auto mark = path.find("__http"); mark != std::string_view::npos)
        return as_target(path.substr(mark + 2, path.find("__", mark + 2) - mark - 2));
    for (std::string_view rest = path; !rest.empty();) {
        rest.remove_prefix(1);
        const auto end = std::min(rest.find('/'), rest.size());
        const std::string_view segment = rest.substr(0, end);
        rest.remove_prefix(end);
        if (auto target = as_target(percent_decode(segment))) return target;
        if (segment.size() < 12) continue;
        // A signed token (JWT) has its content between points.
        for (std::string_view part = segment; !part.empty();) {
            const auto point = std::min(part.find('.'), part.size());
            if (auto target = address_in(decode_base64(percent_decode(part.substr(0, point))))) return target;
            part.remove_prefix(std::min(point + 1, part.size()));
        }
    }
    return std::nullopt;
}

}  // namespace

bool is_click_counter(std::string_view host, std::string_view path) {
    if (begins_with(host, "click.") || begins_with(host, "clicks.") || is_counting_path(path)) return true;
    for (;;) {
        if (counts_clicks(host, path)) return true;
        const auto dot = host.find('.');
        if (dot == std::string_view::npos) return false;
        host.remove_prefix(dot + 1);
    }
}

bool is_click_counter(std::string_view url) {
    const UrlParts parts = url_parts(url);
    return !parts.host.empty() && is_click_counter(parts.host, parts.path);
}

std::optional<std::string> redirect_target(std::string_view url) {
    const UrlParts parts = url_parts(url);
    if (parts.host.empty()) return std::nullopt;
    if (auto target = in_query(parts.query)) return target;
    return in_path(parts.path);
}

}  // namespace masthead::feeds
