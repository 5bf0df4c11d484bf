#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/feed.hpp"
#include "feeds/result.hpp"
#include "fetchers/options.hpp"
#include "http/options.hpp"

namespace masthead::config {

/// What is wrong with the settings: one line that says what and where (file, line, column, or the option), and what to
/// do.
struct SettingError {
    std::string message;
    std::string hint;
};

enum class LogLevel { error, warn, info, debug };
enum class LogFormat { automatic, journal, text, json };

/// Every setting in force.
struct Settings {
    feeds::Site site;
    std::string contact;
    http::Options http;
    std::string store_url;
    fetchers::Options fetch;
    LogLevel log_level = LogLevel::info;
    LogFormat log_format = LogFormat::automatic;

    std::map<std::string, std::string> origins;  ///< "http.listen" -> "masthead.toml:12", "--set", "default", ...
};

/// Where settings come from, weakest last: the command line, the environment, a file, the defaults.
struct SettingSources {
    std::optional<std::filesystem::path> file;                   ///< --config
    std::vector<std::pair<std::string, std::string>> overrides;  ///< --set KEY=VALUE, in order
    std::optional<std::string> store;                            ///< --db
    std::map<std::string, std::string> environment;
};

/// Reads and checks all settings; an unknown key, a wrong type or a value out of range is an error, and nothing is half
/// applied.
[[nodiscard]] feeds::Result<Settings, SettingError> load_settings(const SettingSources& sources);

}  // namespace masthead::config
