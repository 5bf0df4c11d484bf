#include "config/settings.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "config/nearest.hpp"
#include "config/places.hpp"
#include "config/setting_keys.hpp"
#include "config/version.hpp"

namespace masthead::config {
namespace {

namespace fs = std::filesystem;
using Problem = std::optional<SettingError>;

constexpr std::size_t largest_file = std::size_t{1} << 20;

std::string place_of(const fs::path& file, const toml::source_position& at) {
    return fmt::format("{}:{}:{}", file.string(), at.line, at.column);
}

std::string known_keys_hint(std::string_view name) {
    return did_you_mean(name, key_names(), "\"masthead config show\" lists every key.");
}

// A node as the key table takes it; nothing for what no setting is (floats, booleans, dates, mixed lists).
std::optional<SettingValue> value_of(const toml::node& node) {
    if (const auto* text = node.as_string()) return SettingValue{text->get()};
    if (const auto* number = node.as_integer()) return SettingValue{number->get()};
    const auto* list = node.as_array();
    if (list == nullptr) return std::nullopt;
    std::vector<std::string> items;
    for (const auto& item : *list) {
        if (!item.is_string()) return std::nullopt;
        items.push_back(item.as_string()->get());
    }
    return SettingValue{std::move(items)};
}

Problem apply_node(Settings& settings, const fs::path& file, const std::string& name, const toml::source_position& at,
                   const toml::node& node) {
    const auto place = place_of(file, at);
    const auto* key = find_key(name);
    if (key == nullptr)
        return SettingError{fmt::format("there is no key \"{}\": {}", name, place), known_keys_hint(name)};
    const auto value = value_of(node);
    const auto field = key->field(settings);
    const auto wrong = value ? assign(field, *value) : std::optional<std::string>("it has a wrong type");
    if (wrong)
        return SettingError{fmt::format("{}: {}: {}", name, *wrong, place),
                            fmt::format("For example: {} = {}", name, example_toml(*key))};
    settings.origins[name] = fmt::format("{}:{}", file.string(), at.line);
    return std::nullopt;
}

Problem apply_table(Settings& settings, const fs::path& file, const toml::table& root) {
    for (const auto& [table_name, node] : root) {
        const std::string table(table_name.str());
        const auto* keys = node.as_table();
        if (keys == nullptr) return apply_node(settings, file, table, table_name.source().begin, node);
        for (const auto& [key, value] : *keys)
            if (auto problem =
                    apply_node(settings, file, table + "." + std::string(key.str()), key.source().begin, value))
                return problem;
    }
    return std::nullopt;
}

feeds::Result<std::string, SettingError> read_file(const fs::path& file) {
    const auto refused = [&](std::string_view why) {
        return feeds::unexpected<SettingError>(
            SettingError{fmt::format("the settings cannot be read, {}: {}", why, file.string()),
                         "Name a file that is there with --config, or none at all to use the defaults."});
    };
    std::error_code ignored;
    if (fs::is_directory(file, ignored)) return refused("it is a folder");
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return refused(std::generic_category().message(errno));
    std::string text(largest_file + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad()) return refused(std::generic_category().message(errno));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.size() > largest_file) return refused("it has more than 1 MiB");
    return text;
}

Problem apply_file(Settings& settings, const fs::path& file) {
    const auto text = read_file(file);
    if (!text) return text.error();
    try {
        return apply_table(settings, file, toml::parse(*text, file.string()));
    } catch (const toml::parse_error& error) {
        return SettingError{
            fmt::format("this is no TOML, {}: {}", error.description(), place_of(file, error.source().begin)),
            "\"masthead config init\" prints a file that is right."};
    }
}

std::string variable_of(std::string_view key) {
    std::string out = "MASTHEAD_";
    for (const char c : key) out += c == '.' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return out;
}

// `left_side`: what stands before '=' where the value was given.
Problem apply_text(Settings& settings, const Key& key, std::string_view text, const std::string& place,
                   std::string_view left_side) {
    if (const auto wrong = assign_text(key.field(settings), text))
        return SettingError{fmt::format("{}: {}: {}", key.name, *wrong, place),
                            fmt::format("For example: {}={}", left_side, example_text(key))};
    settings.origins[std::string(key.name)] = place;
    return std::nullopt;
}

// Variables such as MASTHEAD_HTTP_LISTEN. One that begins like a key and is none is a mistake; other variables that
// begin with MASTHEAD_ may be somebody's secrets, and are none of ours.
Problem apply_environment(Settings& settings, const std::map<std::string, std::string>& environment) {
    std::map<std::string, const Key*> keys;
    for (const auto& key : setting_keys()) keys.emplace(variable_of(key.name), &key);
    for (const auto& variable : environment) {
        const auto& name = variable.first;
        if (const auto found = keys.find(name); found != keys.end()) {
            if (auto problem = apply_text(settings, *found->second, variable.second, "environment " + name, name))
                return problem;
            continue;
        }
        const bool looks_like_key = std::any_of(keys.begin(), keys.end(), [&](const auto& one) {
            return name.starts_with(one.first.substr(0, one.first.find('_', 9) + 1));
        });
        if (!looks_like_key) continue;
        std::vector<std::string> names;
        names.reserve(keys.size());
        for (const auto& one : keys) names.push_back(one.first);
        return SettingError{fmt::format("there is no such setting: environment {}", name),
                            did_you_mean(name, names, "\"masthead config show\" lists every key.")};
    }
    return std::nullopt;
}

Problem apply_overrides(Settings& settings, const std::vector<std::pair<std::string, std::string>>& overrides) {
    for (const auto& [name, value] : overrides) {
        const auto* key = find_key(name);
        if (key == nullptr)
            return SettingError{fmt::format("there is no key \"{}\": --set", name), known_keys_hint(name)};
        if (auto problem = apply_text(settings, *key, value, "--set", "--set " + name)) return problem;
    }
    return std::nullopt;
}

Problem check_together(const Settings& settings) {
    if (settings.fetch.min_interval <= settings.fetch.max_interval) return std::nullopt;
    return SettingError{fmt::format("fetch.min_interval is longer than fetch.max_interval: {}",
                                    settings.origins.at("fetch.min_interval")),
                        "Make the shortest interval the shorter one."};
}

// What the settings say together: the slash at the end of the base URL, what a hub is told, and how fetches introduce
// themselves.
void complete(Settings& settings) {
    while (settings.site.base_url.ends_with('/')) settings.site.base_url.pop_back();
    settings.fetch.hub = settings.site.hub;
    settings.fetch.base_url = settings.site.base_url;
    const bool has_own_address = settings.origins.at("site.base_url") != "default";
    std::string about = has_own_address ? "+" + settings.site.base_url + "/" : "";
    if (!settings.contact.empty()) about += (about.empty() ? "" : "; ") + settings.contact;
    settings.fetch.user_agent =
        about.empty() ? fmt::format("masthead/{}", version) : fmt::format("masthead/{} ({})", version, about);
}

}  // namespace

feeds::Result<Settings, SettingError> load_settings(const SettingSources& sources) {
    Settings settings;
    settings.store_url = "sqlite:" + default_store(sources.environment).string();
    for (const auto& key : setting_keys()) settings.origins.emplace(key.name, "default");
    const auto file = sources.file ? sources.file : default_settings_file(sources.environment);
    Problem problem = file ? apply_file(settings, *file) : std::nullopt;
    if (!problem) problem = apply_environment(settings, sources.environment);
    if (!problem) problem = apply_overrides(settings, sources.overrides);
    if (problem) return feeds::unexpected<SettingError>(std::move(*problem));
    if (sources.store) {
        settings.store_url = store_url_of(*sources.store);
        settings.origins["store.url"] = "--db";
    }
    if ((problem = check_together(settings))) return feeds::unexpected<SettingError>(std::move(*problem));
    complete(settings);
    return settings;
}

}  // namespace masthead::config
