#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace masthead::config {

/// Where a setting is kept, with the range of what it may be.
struct TextField {
    std::string* value;
    /// What is wrong with a value, or nothing.
    std::function<std::optional<std::string>(const std::string&)> check;
};
struct ListField {
    std::vector<std::string>* value;
    std::function<std::optional<std::string>(const std::string&)> check;  ///< of one item
};
struct CountField {
    std::function<std::size_t()> get;
    std::function<void(std::size_t)> set;
    std::size_t least, most;
};
struct BytesField {
    std::size_t* value;
    std::size_t least, most;
};
struct DurationField {
    std::function<std::chrono::milliseconds()> get;
    std::function<void(std::chrono::milliseconds)> set;
    std::chrono::milliseconds least, most;
};
struct ChoiceField {
    std::vector<std::string> names;  ///< in the order of the enum
    std::function<std::size_t()> get;
    std::function<void(std::size_t)> set;
};
using SettingField = std::variant<TextField, ListField, CountField, BytesField, DurationField, ChoiceField>;

/// A value as it is written in TOML or on the command line.
using SettingValue = std::variant<std::string, std::int64_t, std::vector<std::string>>;

/// Gives a setting its value; what is wrong with it (type, range) otherwise, and nothing is changed.
[[nodiscard]] std::optional<std::string> assign(const SettingField& field, const SettingValue& value);

/// The same for text of the command line or the environment: a list is parted by commas.
[[nodiscard]] std::optional<std::string> assign_text(const SettingField& field, std::string_view text);

/// The value in force, as the command line takes it.
std::string command_line_text(const SettingField& field);

/// The value in force, as TOML.
std::string toml_text(const SettingField& field);

}  // namespace masthead::config
