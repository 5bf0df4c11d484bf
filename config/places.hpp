#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace masthead::config {

/// The settings file when --config names none: $MASTHEAD_CONFIG, or the first that is there of
/// $XDG_CONFIG_HOME/masthead/masthead.toml and /etc/masthead/masthead.toml.
std::optional<std::filesystem::path> default_settings_file(const std::map<std::string, std::string>& environment);

/// The store when no setting names one: in $STATE_DIRECTORY (systemd), else in $XDG_STATE_HOME/masthead.
std::filesystem::path default_store(const std::map<std::string, std::string>& environment);

/// The address of the store that --db names: a path, or an address already.
std::string store_url_of(const std::string& path);

/// The file of a store's address; empty when it is none on this machine.
std::filesystem::path store_file(const std::string& url);

}  // namespace masthead::config
