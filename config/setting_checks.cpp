#include "config/setting_checks.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "feeds/text/url.hpp"
#include "fetchers/address_guard.hpp"
#include "http/trusted_proxies.hpp"

namespace masthead::config {
namespace {

std::optional<unsigned> port_of(std::string_view text) {
    unsigned port = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (wrong != std::errc{} || end != text.data() + text.size() || port > 65535) return std::nullopt;
    return port;
}

}  // namespace

std::optional<std::string> check_line(const std::string& text) {
    const bool clean = std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c != 0x7F; });
    if (!clean) return "it has to be one line without control characters";
    return std::nullopt;
}

std::optional<std::string> check_base_url(const std::string& text) {
    const auto parts = feeds::url_parts(text);
    if (parts.host.empty() || !parts.query.empty() || !parts.fragment.empty())
        return "it has to be an http or https address such as \"https://feeds.example.org\"";
    return std::nullopt;
}

std::optional<std::string> check_optional_url(const std::string& text) {
    if (text.empty() || !feeds::url_parts(text).host.empty()) return std::nullopt;
    return "it has to be an http or https address, or empty";
}

std::optional<std::string> check_listen(const std::string& text) {
    if (text.starts_with("unix:/")) return check_line(text);
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0 || !port_of(std::string_view(text).substr(colon + 1)))
        return R"(it has to be "HOST:PORT", "[::]:PORT" or "unix:/PATH")";
    const auto host = text.substr(0, colon);
    if (host.find(':') != std::string::npos && !(host.starts_with('[') && host.ends_with(']')))
        return "an IPv6 address stands in brackets: \"[::1]:8080\"";
    return check_line(text);
}

std::optional<std::string> check_optional_listen(const std::string& text) {
    return text.empty() ? std::nullopt : check_listen(text);
}

std::optional<std::string> check_network(const std::string& text) {
    const auto guard = fetchers::AddressGuard::from({text});
    if (guard) return std::nullopt;
    return guard.error();
}

std::optional<std::string> check_proxy(const std::string& text) {
    const auto proxies = http::TrustedProxies::from({text});
    if (proxies) return std::nullopt;
    return proxies.error();
}

std::optional<std::string> check_store_url(const std::string& text) {
    constexpr std::string_view scheme = "sqlite:";
    if (!text.starts_with(scheme) || text.size() == scheme.size()) return "it has to be \"sqlite:/PATH/masthead.db\"";
    return check_line(text);
}

}  // namespace masthead::config
