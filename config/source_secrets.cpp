#include "config/source_secrets.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "feeds/text/url.hpp"

namespace masthead::config {
namespace {

constexpr std::string_view secret_names[] = {"token",     "key",          "auth",      "secret",  "password",
                                             "passwd",    "pass",         "apikey",    "api_key", "sig",
                                             "signature", "access_token", "auth_token"};

bool is_secret_name(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::find(std::begin(secret_names), std::end(secret_names), name) != std::end(secret_names);
}

}  // namespace

bool carries_secret(std::string_view url) {
    const auto authority = url.find("://");
    if (authority == std::string_view::npos) return false;
    const auto end = url.find_first_of("/?#", authority + 3);
    if (url.substr(0, end).find('@', authority) != std::string_view::npos) return true;
    const auto parts = feeds::url_parts(url);
    std::string_view query = parts.query;
    while (!query.empty()) {
        const auto part = query.substr(0, query.find('&'));
        if (is_secret_name(std::string(part.substr(0, part.find('='))))) return true;
        query.remove_prefix(std::min(part.size() + 1, query.size()));
    }
    return false;
}

}  // namespace masthead::config
