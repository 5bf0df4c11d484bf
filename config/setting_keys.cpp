#include "config/setting_keys.hpp"

#include <algorithm>
#include <iterator>

#include "config/setting_checks.hpp"

namespace masthead::config {
namespace {

using namespace std::chrono_literals;

template <class Number>
CountField count(Number& value, std::size_t least, std::size_t most) {
    return {[&value] { return static_cast<std::size_t>(value); },
            [&value](std::size_t number) { value = static_cast<Number>(number); }, least, most};
}

template <class Duration>
DurationField duration(Duration& value, std::chrono::milliseconds least, std::chrono::milliseconds most) {
    return {[&value] { return std::chrono::milliseconds(value); },
            [&value](std::chrono::milliseconds time) { value = std::chrono::duration_cast<Duration>(time); }, least,
            most};
}

template <class Enum>
ChoiceField choice(Enum& value, std::vector<std::string> names) {
    return {std::move(names), [&value] { return static_cast<std::size_t>(value); },
            [&value](std::size_t index) { value = static_cast<Enum>(index); }};
}

constexpr std::size_t million = 1'000'000;
constexpr std::size_t mebibyte = std::size_t{1} << 20;
constexpr std::size_t gibibyte = std::size_t{1} << 30;

std::vector<Key> site_keys() {
    return {
        {"site.base_url", "every link that is published starts with it",
         [](Settings& s) {
             return TextField{&s.site.base_url, check_base_url};
         }},
        {"site.title", "the name of the whole installation",
         [](Settings& s) {
             return TextField{&s.site.title, check_line};
         }},
        {"site.contact", "in the User-Agent, so that publishers can reach the admin",
         [](Settings& s) {
             return TextField{&s.contact, check_line};
         },
         "admin@example.org"},
        {"site.hub", "a WebSub hub that is told of changes",
         [](Settings& s) {
             return TextField{&s.site.hub, check_optional_url};
         },
         "https://hub.example.org/"},
        {"site.avatars", "\"link\": publish the portrait's original address instead",
         [](Settings& s) {
             return choice(s.fetch.avatars, {"serve", "link"});
         }},
    };
}

std::vector<Key> http_keys() {
    return {
        {"http.listen", R"("unix:/run/masthead/http.sock", "[::]:80"; sockets handed over by systemd win)",
         [](Settings& s) {
             return ListField{&s.http.listen, check_listen};
         }},
        {"http.admin_listen", "/metrics, /readyz, /health.atom, never public; \"\": none",
         [](Settings& s) {
             return TextField{&s.http.admin_listen, check_optional_listen};
         }},
        {"http.threads", "0: one per core", [](Settings& s) { return count(s.http.threads, 0, 256); }},
        {"http.max_connections", "further ones are closed",
         [](Settings& s) { return count(s.http.max_connections, 1, million); }},
        {"http.per_address", "connections of one client; 0: no limit",
         [](Settings& s) { return count(s.http.per_address, 0, million); }},
        {"http.trusted_proxies", "whose X-Forwarded-For and Forwarded are believed; \"unix:\" for unix sockets",
         [](Settings& s) {
             return ListField{&s.http.trusted_proxies, check_proxy};
         }},
    };
}

std::vector<Key> fetch_keys() {
    return {
        {"fetch.concurrency", "fetches at once", [](Settings& s) { return count(s.fetch.concurrency, 1, 1000); }},
        {"fetch.per_host", "connections; 0: no limit", [](Settings& s) { return count(s.fetch.per_host, 0, 1000); }},
        {"fetch.host_gap", "between two requests to a host",
         [](Settings& s) { return duration(s.fetch.host_gap, 0ms, 1h); }},
        {"fetch.memory", "what all documents in work may take together; others wait",
         [](Settings& s) {
             return BytesField{&s.fetch.memory, mebibyte, 64 * gibibyte};
         }},
        {"fetch.min_interval", "the shortest time between two fetches of a source",
         [](Settings& s) { return duration(s.fetch.min_interval, 1s, 24h * 30); }},
        {"fetch.max_interval", "the longest", [](Settings& s) { return duration(s.fetch.max_interval, 1s, 24h * 30); }},
        {"fetch.timeout", "for the whole fetch, redirects included",
         [](Settings& s) { return duration(s.fetch.timeout, 100ms, 1h); }},
        {"fetch.connect_timeout", "until the connection stands",
         [](Settings& s) { return duration(s.fetch.connect_timeout, 100ms, 1h); }},
        {"fetch.stall_timeout", "this long without progress worth the name",
         [](Settings& s) { return duration(s.fetch.stall_timeout, 100ms, 1h); }},
        {"fetch.max_bytes", "after decompression",
         [](Settings& s) {
             return BytesField{&s.fetch.max_bytes, 1024, 2 * gibibyte};
         }},
        {"fetch.max_header_bytes", "of an answer",
         [](Settings& s) {
             return BytesField{&s.fetch.max_header_bytes, 1024, 16 * mebibyte};
         }},
        {"fetch.max_entries", "of one document",
         [](Settings& s) { return count(s.fetch.max_entries, 1, 10 * million); }},
        {"fetch.max_depth", "of elements", [](Settings& s) { return count(s.fetch.max_depth, 8, 100'000); }},
        {"fetch.max_nodes", "of elements and attributes; a quarter for a page",
         [](Settings& s) { return count(s.fetch.max_nodes, 100, 1000 * million); }},
        {"fetch.max_redirects", "0: none is followed", [](Settings& s) { return count(s.fetch.max_redirects, 0, 50); }},
        {"fetch.allow_private", R"(e.g. ["127.0.0.0/8", "10.0.0.5:8080"]; all else that is not public is refused)",
         [](Settings& s) {
             return ListField{&s.fetch.allow_private, check_network};
         },
         "127.0.0.0/8,10.0.0.5:8080"},
        {"fetch.proxy", "an HTTP proxy for all fetches",
         [](Settings& s) {
             return TextField{&s.fetch.proxy, check_optional_url};
         },
         "http://proxy.example.org:3128"},
    };
}

std::vector<Key> other_keys() {
    return {
        {"store.url", "one file that holds everything",
         [](Settings& s) {
             return TextField{&s.store_url, check_store_url};
         },
         "sqlite:/var/lib/masthead/masthead.db"},
        {"log.level", "error, warn, info or debug",
         [](Settings& s) {
             return choice(s.log_level, {"error", "warn", "info", "debug"});
         }},
        {"log.format", "journal, text or json; auto: journal under systemd, text on a terminal, else json",
         [](Settings& s) {
             return choice(s.log_format, {"auto", "journal", "text", "json"});
         }},
    };
}

std::vector<Key> all_keys() {
    std::vector<Key> out;
    auto others = other_keys();
    const auto append = [&out](std::vector<Key> keys) { std::move(keys.begin(), keys.end(), std::back_inserter(out)); };
    append(site_keys());
    append(http_keys());
    out.push_back(std::move(others.front()));
    append(fetch_keys());
    std::move(others.begin() + 1, others.end(), std::back_inserter(out));
    return out;
}

}  // namespace

const std::vector<Key>& setting_keys() {
    static const std::vector<Key> keys = all_keys();
    return keys;
}

const Key* find_key(std::string_view name) {
    const auto& keys = setting_keys();
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
    return found == keys.end() ? nullptr : &*found;
}

std::string example_text(const Key& key) {
    if (!key.example.empty()) return std::string(key.example);
    Settings defaults;
    return command_line_text(key.field(defaults));
}

std::string example_toml(const Key& key) {
    Settings settings;
    // A test holds that every example is right.
    static_cast<void>(assign_text(key.field(settings), example_text(key)));
    return toml_text(key.field(settings));
}

std::vector<std::string> key_names() {
    std::vector<std::string> out;
    for (const auto& key : setting_keys()) out.emplace_back(key.name);
    return out;
}

}  // namespace masthead::config
