#include "feeds/text/secret_url.hpp"

#include <algorithm>
#include <array>

#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t shortest_token = 20;

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
    static constexpr std::array<std::string_view, 17> names = {
        "access_token",  "api_key", "apikey", "auth",   "authkey", "hash",      "key",   "pass", "password",
        "private_token", "pw",      "pwd",    "secret", "sig",     "signature", "token", "uid"};
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
    const auto parts = url_parts(url);
    return has_user(url) || query_carries_secret(parts.query) || is_token(parts.query) || is_token(parts.path) ||
           parts.path.find("/private/") != std::string::npos;
}

}  // namespace masthead::feeds
