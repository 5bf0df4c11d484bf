#include "fetchers/redirect.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "feeds/text/url.hpp"

namespace masthead::fetchers {

namespace {

using feeds::Outcome;

// RFC 9110, section 4.1, asks for at least 8000 octets; what is longer is no address of a document.
constexpr std::size_t longest_url = 8000;

feeds::unexpected<FetchError> refused(Outcome outcome, std::string message) {
    return feeds::unexpected(FetchError{outcome, std::move(message), 0, std::nullopt});
}

bool has_control_characters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

bool has_user(std::string_view url) {
    const auto start = url.find("//");
    if (start == url.npos) return false;
    const auto end = url.find_first_of("/?#", start + 2);
    return url.substr(0, end).find('@') != url.npos;
}

}  // namespace

bool is_permanent_redirect(int status) { return status == 301 || status == 308; }

bool is_redirect(int status) {
    return is_permanent_redirect(status) || status == 302 || status == 303 || status == 307;
}

bool may_keep_credentials(const std::string& from, const std::string& to) {
    const auto a = feeds::url_parts(from), b = feeds::url_parts(to);
    const bool step_up = a.scheme == "http" && b.scheme == "https" && a.port.empty() && b.port.empty();
    return a.host == b.host && a.port == b.port && (a.scheme == b.scheme || step_up);
}

feeds::Result<std::string, FetchError> fetchable(const std::string& url) {
    if (url.size() > longest_url)
        return refused(Outcome::malformed,
                       fmt::format("the address has {} bytes, {} are allowed", url.size(), longest_url));
    auto absolute = feeds::resolve_url("", url);
    if (!absolute) return refused(Outcome::malformed, fmt::format("{:?} is no address", url));
    if (!feeds::is_media(*absolute))
        return refused(Outcome::blocked_address, fmt::format("only http and https are fetched, not {:?}", url));
    absolute->resize(std::min(absolute->size(), absolute->find('#')));
    return std::move(*absolute);
}

feeds::Result<std::string, FetchError> redirect_target(const std::string& from, const ResponseHead& head,
                                                       const std::vector<Hop>& before, std::size_t max_redirects,
                                                       Carries carries) {
    const std::string location = head.value("location");
    if (location.empty()) return refused(Outcome::bad_redirect, "a redirect says not where to");
    if (head.contradicts("location")) return refused(Outcome::bad_redirect, "a redirect names two places");
    if (location.size() > longest_url || has_control_characters(location))
        return refused(Outcome::bad_redirect, "a redirect leads to what is no address");
    if (before.size() >= max_redirects)
        return refused(Outcome::bad_redirect,
                       fmt::format("more than {} redirects: raise fetch.max_redirects", max_redirects));
    const auto resolved = feeds::resolve_url(from, location);
    if (!resolved)
        return refused(Outcome::bad_redirect, fmt::format("redirected to {:?}, which is no address", location));
    if (has_user(*resolved) && !has_user(from))
        return refused(Outcome::bad_redirect, "a redirect names a user: credentials come from the admin only");
    auto target = fetchable(*resolved);
    if (!target) return target;
    const bool loops =
        *target == from || std::any_of(before.begin(), before.end(), [&](const Hop& hop) { return hop.to == *target; });
    if (loops) return refused(Outcome::bad_redirect, fmt::format("redirects go round in a circle at {:?}", *target));
    if (carries == Carries::credentials && from.rfind("https:", 0) == 0 && target->rfind("http:", 0) == 0)
        return refused(Outcome::bad_redirect, "redirected from https to http: the credentials would be readable");
    return target;
}

}  // namespace masthead::fetchers
