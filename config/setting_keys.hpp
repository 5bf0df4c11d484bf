#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "config/setting_field.hpp"
#include "config/settings.hpp"

namespace masthead::config {

// The one list of keys: the file, the environment, --set, `config show` and `config init` are all made from it.

struct Key {
    std::string_view name;     ///< "http.listen"
    std::string_view comment;  ///< for `config init`
    std::function<SettingField(Settings&)> field;
    std::string_view example = {};  ///< as the command line takes it, where the default is empty and shows nothing
};

/// A value that is right, as the command line takes it: "127.0.0.0/8,10.0.0.5:8080".
std::string example_text(const Key& key);
/// The same as TOML: ["127.0.0.0/8", "10.0.0.5:8080"].
std::string example_toml(const Key& key);

/// Every key, grouped by table, in the order of the documentation.
const std::vector<Key>& setting_keys();

/// Null when there is no such key.
const Key* find_key(std::string_view name);
/// For suggestions when a key is mistyped.
std::vector<std::string> key_names();

}  // namespace masthead::config
