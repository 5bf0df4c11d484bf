#include "http/target.hpp"

#include <algorithm>

#include "http/field_list.hpp"

namespace masthead::http {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decode(std::string_view path) {
    std::string out;
    out.reserve(path.size());
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (path[at] != '%') {
            out += path[at];
            continue;
        }
        if (path.size() - at < 3) return std::nullopt;
        const int high = hex_digit(path[at + 1]), low = hex_digit(path[at + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        const auto byte = static_cast<unsigned char>(high * 16 + low);
        if (byte < 0x20 || byte == 0x7F) return std::nullopt;
        if (byte == '/')
            out += "%2F";
        else
            out += static_cast<char>(byte);
        at += 2;
    }
    return out;
}

/// Takes "http://host" off the front; what is left begins with '/' or '?', or is empty.
std::optional<std::string> take_authority(std::string_view& target) {
    const auto colon = target.find("://");
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view scheme = target.substr(0, colon);
    if (!equal_without_case(scheme, "http") && !equal_without_case(scheme, "https")) return std::nullopt;
    target.remove_prefix(colon + 3);
    const std::string host(target.substr(0, target.find_first_of("/?")));
    target.remove_prefix(host.size());
    if (host.empty() || !is_host(host)) return std::nullopt;
    return host;
}

}  // namespace

bool is_host(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char c) {
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return alphanumeric || std::string_view("-._~!$&'()*+,;=:[]%").find(c) != std::string_view::npos;
    });
}

std::optional<Target> read_target(std::string_view target, Request::Method method) {
    if (method == Request::Method::other_known || method == Request::Method::unknown) return Target{"/", {}, {}};
    if (target == "*" && method == Request::Method::options) return Target{"*", {}, {}};
    const bool in_uri = std::all_of(target.begin(), target.end(), [](char c) { return c > ' ' && c < 0x7F; });
    if (target.empty() || !in_uri || target.find('#') != std::string_view::npos) return std::nullopt;
    Target out;
    if (target[0] != '/') {
        auto host = take_authority(target);
        if (!host) return std::nullopt;
        out.host = std::move(*host);
    }
    const auto question = target.find('?');
    if (question != std::string_view::npos) out.query = target.substr(question + 1);
    auto path = decode(target.substr(0, question));
    if (!path) return std::nullopt;
    out.path = path->empty() ? "/" : std::move(*path);
    return out;
}

}  // namespace masthead::http
