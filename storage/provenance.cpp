#include "storage/provenance.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "feeds/text/url.hpp"

namespace masthead::storage {

namespace {

constexpr std::size_t shortest_token = 20;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters and digits mixed without a break, longer than any word: "9f3Kd02mQ7xLr81TzB4v".
bool is_token(std::string_view text) {
    std::size_t letters = 0, digits = 0;
    for (const char c : text) {
        if (is_letter(c)) {
            ++letters;
        } else if (is_digit(c)) {
            ++digits;
        } else {
            letters = digits = 0;
        }
        if (letters + digits >= shortest_token && letters > 0 && digits > 0) return true;
    }
    return false;
}

bool is_secret_parameter(std::string_view name) {
    constexpr std::array<std::string_view, 14> names{"access_token", "api_key",   "apikey", "auth", "hash",
                                                     "key",          "password",  "pass",   "pwd",  "secret",
                                                     "sig",          "signature", "token",  "uid"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool query_carries_secret(std::string_view query) {
    while (!query.empty()) {
        const auto parameter = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), parameter.size() + 1));
        if (is_secret_parameter(parameter.substr(0, parameter.find('=')))) return true;
    }
    return false;
}

bool has_user(std::string_view url) {
    const auto start = url.find("://");
    if (start == std::string_view::npos) return false;
    const auto authority = url.substr(start + 3, url.find_first_of("/?#", start + 3) - start - 3);
    return authority.find('@') != std::string_view::npos;
}

}  // namespace

bool carries_secret(std::string_view url) {
    const auto parts = feeds::url_parts(url);
    return has_user(url) || query_carries_secret(parts.query) || is_token(parts.path) || is_token(parts.query);
}

feeds::Provenance provenance(const feeds::Source& source, const feeds::StoredEntry& entry) {
    feeds::Provenance origin;
    origin.id = source.feed_id.empty() || carries_secret(source.feed_id) ? fmt::format("urn:uuid:{}", source.key)
                                                                         : source.feed_id;
    origin.title = source.title;
    if (source.is_public && source.type == feeds::Source::Type::feed && !carries_secret(source.url))
        origin.feed_url = source.url;
    if (!carries_secret(source.home_url)) origin.home_url = source.home_url;
    origin.image = source.image;
    origin.rights = source.rights;
    // The origin's feed changed then at the latest. Its newest change is later, but would give every page new bytes
    // whenever anything else appears there.
    origin.updated = entry.updated;
    return origin;
}

}  // namespace masthead::storage
