#include "config/setting_field.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "config/comma_list.hpp"
#include "config/units.hpp"

namespace masthead::config {
namespace {

std::optional<std::string> put(const TextField& field, const SettingValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return "it has to be text in quotes";
    if (auto wrong = field.check(*text)) return wrong;
    *field.value = *text;
    return std::nullopt;
}

std::optional<std::string> put(const ListField& field, const SettingValue& value) {
    std::vector<std::string> items;
    if (const auto* list = std::get_if<std::vector<std::string>>(&value))
        items = *list;
    else if (const auto* text = std::get_if<std::string>(&value))
        items = {*text};
    else
        return "it has to be a list of texts";
    for (const auto& item : items)
        if (auto wrong = field.check(item)) return wrong;
    *field.value = std::move(items);
    return std::nullopt;
}

std::optional<std::string> put(const CountField& field, const SettingValue& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) return "it has to be a whole number";
    if (*number < 0 || static_cast<std::uint64_t>(*number) < field.least ||
        static_cast<std::uint64_t>(*number) > field.most)
        return fmt::format("it has to be between {} and {}", field.least, field.most);
    field.set(static_cast<std::size_t>(*number));
    return std::nullopt;
}

std::optional<std::string> put(const BytesField& field, const SettingValue& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    const auto* text = std::get_if<std::string>(&value);
    std::optional<std::size_t> bytes;
    if (number != nullptr && *number >= 0) bytes = static_cast<std::size_t>(*number);
    if (text != nullptr) bytes = parse_bytes(*text);
    if (!bytes) return "it has to be a size such as \"16MiB\"";
    if (*bytes < field.least || *bytes > field.most)
        return fmt::format(R"(it has to be between "{}" and "{}")", format_bytes(field.least),
                           format_bytes(field.most));
    *field.value = *bytes;
    return std::nullopt;
}

std::optional<std::string> put(const DurationField& field, const SettingValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    const auto time = text != nullptr ? parse_duration(*text) : std::nullopt;
    if (!time) return R"(it has to be a time such as "30s", "15m" or "24h")";
    if (*time < field.least || *time > field.most)
        return fmt::format(R"(it has to be between "{}" and "{}")", format_duration(field.least),
                           format_duration(field.most));
    field.set(*time);
    return std::nullopt;
}

std::optional<std::string> put(const ChoiceField& field, const SettingValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    const auto found = text == nullptr ? field.names.end() : std::find(field.names.begin(), field.names.end(), *text);
    if (found == field.names.end()) return fmt::format("it has to be one of \"{}\"", fmt::join(field.names, "\", \""));
    field.set(static_cast<std::size_t>(found - field.names.begin()));
    return std::nullopt;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string plain(const TextField& field) { return *field.value; }
std::string plain(const ListField& field) { return fmt::format("{}", fmt::join(*field.value, ",")); }
std::string plain(const CountField& field) { return fmt::format("{}", field.get()); }
std::string plain(const BytesField& field) { return format_bytes(*field.value); }
std::string plain(const DurationField& field) { return format_duration(field.get()); }
std::string plain(const ChoiceField& field) { return field.names[field.get()]; }

template <class Field>
std::string written(const Field& field) {
    return quoted(plain(field));
}
std::string written(const CountField& field) { return plain(field); }
std::string written(const ListField& field) {
    std::string out;
    for (const auto& item : *field.value) out += (out.empty() ? "" : ", ") + quoted(item);
    return "[" + out + "]";
}

}  // namespace

std::optional<std::string> assign(const SettingField& field, const SettingValue& value) {
    return std::visit([&](const auto& one) { return put(one, value); }, field);
}

std::optional<std::string> assign_text(const SettingField& field, std::string_view text) {
    if (std::holds_alternative<ListField>(field)) return assign(field, comma_parts(text));
    if (std::holds_alternative<CountField>(field)) {
        std::int64_t number = -1;
        const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (wrong != std::errc{} || end != text.data() + text.size()) return "it has to be a whole number";
        return assign(field, number);
    }
    return assign(field, std::string(text));
}

std::string command_line_text(const SettingField& field) {
    return std::visit([](const auto& one) { return plain(one); }, field);
}

std::string toml_text(const SettingField& field) {
    return std::visit([](const auto& one) { return written(one); }, field);
}

}  // namespace masthead::config
