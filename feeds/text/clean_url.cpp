#include "feeds/text/clean_url.hpp"

#include <algorithm>
#include <array>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest = 2048;

// Where each character may stand, of those that need no escape.
enum Place : unsigned char { nowhere = 0, host = 1, behind_host = 2 };

constexpr std::array<unsigned char, 256> places = [] {
    std::array<unsigned char, 256> out{};
    for (int c = 0; c < 128; ++c) {
        const char letter = static_cast<char>(c);
        const bool is_in_host = is_digit(letter) || (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '.';
        const bool is_behind =
            is_alphanumeric(letter) || std::string_view("-._~!$&'()*+,;=:@/").find(letter) != std::string_view::npos;
        out[static_cast<std::size_t>(c)] =
            static_cast<unsigned char>((is_in_host ? host : nowhere) | (is_behind ? behind_host : nowhere));
    }
    return out;
}();

bool may_stand(char c, Place place) { return (places[static_cast<unsigned char>(c)] & place) != 0; }

bool is_hex(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

// Takes off `rest` what may stand behind a host, and escapes. What stops it is for the caller.
std::string_view take(std::string_view& rest, bool is_path) {
    std::size_t at = 0;
    for (; at < rest.size(); ++at) {
        if (may_stand(rest[at], behind_host) || (rest[at] == '?' && !is_path)) continue;
        if (rest[at] != '%' || at + 2 >= rest.size() || !is_hex(rest[at + 1]) || !is_hex(rest[at + 2])) break;
    }
    const auto part = rest.substr(0, at);
    rest.remove_prefix(at);
    return part;
}

// Whether a path has to be rewritten: it has dot segments or empty ones.
bool is_crooked(std::string_view path) {
    for (auto at = path.find('/'); at + 1 < path.size(); at = std::min(path.find('/', at + 1), path.size()))
        if (path[at + 1] == '.' || path[at + 1] == '/') return true;
    return false;
}

}  // namespace

std::optional<CleanUrl> clean_url(std::string_view url) {
    CleanUrl out;
    const std::size_t secure = url.substr(0, 5) == "https" ? 1 : 0;
    if (url.size() > longest || url.substr(0, 4) != "http" || url.substr(4 + secure, 3) != "://") return std::nullopt;
    out.scheme = url.substr(0, 4 + secure);
    std::string_view rest = url.substr(7 + secure);
    const auto end = static_cast<std::size_t>(
        std::find_if(rest.begin(), rest.end(), [](char c) { return !may_stand(c, host); }) - rest.begin());
    if (end == 0 || end == rest.size() || rest[end] != '/') return std::nullopt;
    out.host = rest.substr(0, end);
    rest.remove_prefix(end);
    out.path = take(rest, true);
    if (is_crooked(out.path)) return std::nullopt;
    if (!rest.empty() && rest.front() == '?') {
        rest.remove_prefix(1);
        out.query = take(rest, false);
        if (out.query.empty()) return std::nullopt;
    }
    if (!rest.empty() && rest.front() == '#') {
        rest.remove_prefix(1);
        out.fragment = take(rest, false);
        if (out.fragment.empty()) return std::nullopt;
    }
    if (!rest.empty()) return std::nullopt;
    return out;
}

}  // namespace masthead::feeds
