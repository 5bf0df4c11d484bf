#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <SQLiteCpp/Exception.h>
#include <boost/json.hpp>
#include <sqlite3.h>

#include "feeds/boxed.hpp"
#include "feeds/rare_text.hpp"
#include "storage/sqlite/words.hpp"

namespace masthead::storage::sqlite {

// Values of the model as JSON in a column and back, from a table of their members (entry_members.hpp, ...) that is all
// there is to say of a type. What is empty is left out; what is missing, of another kind or of an unknown name is
// passed over, so that a newer program may add members: what a file holds is not trusted.

/// A member of a struct, and its name in JSON.
template <class T, class M>
struct Member {
    std::string_view name;
    M T::*place;
};
// clang 14 does not find it by itself.
template <class T, class M>
Member(std::string_view, M T::*) -> Member<T, M>;

/// The table of a struct: a tuple of its members.
template <class T>
inline constexpr std::tuple<> members{};

namespace codec {

namespace json = boost::json;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_duration = false;
template <class Rep, class Period>
inline constexpr bool is_duration<std::chrono::duration<Rep, Period>> = true;
template <class T>
inline constexpr bool is_text = std::is_same_v<T, std::string> || std::is_same_v<T, feeds::RareText>;
template <class T>
inline constexpr bool may_be_absent = false;
template <class T>
inline constexpr bool may_be_absent<std::optional<T>> = true;
template <class T>
inline constexpr bool may_be_absent<feeds::Boxed<T>> = true;

template <class T, class Table>
json::object object_of(const T& value, const Table& table);

/// The value as JSON; null for what is empty.
template <class T>
json::value value_of(const T& value) {
    if constexpr (is_text<T>) {
        return value.empty() ? json::value() : json::value(std::string_view(value));
    } else if constexpr (may_be_absent<T>) {
        return value ? value_of(*value) : json::value();
    } else if constexpr (is_vector<T>) {
        json::array out;
        out.reserve(value.size());
        for (const auto& item : value) out.push_back(value_of(item));
        return out.empty() ? json::value() : json::value(std::move(out));
    } else if constexpr (is_duration<T>) {
        return value.count();
    } else if constexpr (std::is_same_v<T, feeds::Time>) {
        return value.time_since_epoch().count();
    } else if constexpr (Worded<T>) {
        return json::value(word(value));
    } else if constexpr (std::is_enum_v<T>) {
        return static_cast<std::int64_t>(value);
    } else if constexpr (std::is_floating_point_v<T>) {
        return std::isfinite(value) ? json::value(value) : json::value();  // JSON has no word for the others
    } else if constexpr (std::is_arithmetic_v<T>) {
        return value;
    } else {
        static_assert(!std::is_same_v<decltype(members<T>), const std::tuple<>>, "a type without a table");
        auto out = object_of(value, members<T>);
        return out.empty() ? json::value() : json::value(std::move(out));
    }
}

template <class T, class Table>
json::object object_of(const T& value, const Table& table) {
    json::object out;
    const auto put = [&](const auto& member) {
        const auto& place = value.*member.place;
        if constexpr (std::is_same_v<decltype(place), const bool&>)
            if (!place) return;
        if (auto one = value_of(place); !one.is_null()) out[member.name] = std::move(one);
    };
    std::apply([&](const auto&... member) { (put(member), ...); }, table);
    return out;
}

template <class T, class Table>
bool read_members(const json::value& in, T& out, const Table& table);

/// Sets `out` to what the JSON says; false, and `out` as it was, where that is no such value.
template <class T>
bool read_value(const json::value& in, T& out) {
    if constexpr (is_text<T>) {
        if (!in.is_string()) return false;
        out = std::string(in.get_string());
    } else if constexpr (may_be_absent<T>) {
        std::remove_cvref_t<decltype(*out)> value{};
        if (!read_value(in, value)) return false;
        out = std::move(value);
    } else if constexpr (is_vector<T>) {
        if (!in.is_array()) return false;
        for (const auto& item : in.get_array()) {
            auto& place = out.emplace_back();
            if (!item.is_null() && !read_value(item, place)) out.pop_back();  // an empty one of a list is null
        }
    } else if constexpr (is_duration<T>) {
        typename T::rep count{};
        if (!read_value(in, count)) return false;
        out = T(count);
    } else if constexpr (std::is_same_v<T, feeds::Time>) {
        feeds::Time::duration since{};
        if (!read_value(in, since)) return false;
        out = feeds::Time(since);
    } else if constexpr (Worded<T>) {
        if (!in.is_string()) return false;
        out = from_word<T>(in.get_string());
    } else if constexpr (std::is_enum_v<T>) {
        if (!in.is_int64()) return false;
        out = T{in.get_int64()};
    } else if constexpr (std::is_same_v<T, bool>) {
        if (!in.is_bool()) return false;
        out = in.get_bool();
    } else if constexpr (std::is_arithmetic_v<T>) {
        json::error_code error;
        const T number = in.is_number() ? in.to_number<T>(error) : T{};
        if (error || !in.is_number()) return false;
        out = number;
    } else {
        return read_members(in, out, members<T>);
    }
    return true;
}

template <class T, class Table>
bool read_members(const json::value& in, T& out, const Table& table) {
    if (!in.is_object()) return false;
    const auto take = [&](const auto& member) {
        if (const auto* one = in.get_object().if_contains(member.name)) read_value(*one, out.*member.place);
    };
    std::apply([&](const auto&... member) { (take(member), ...); }, table);
    return true;
}

inline json::value parsed(std::string_view text) {
    json::parse_options options;
    options.allow_invalid_utf8 = true;
    json::error_code error;
    json::value value = json::parse(text, error, {}, options);
    if (error) throw SQLite::Exception("a column holds no JSON", SQLITE_CORRUPT);
    return value;
}

}  // namespace codec

/// A list as a column holds it.
template <class T>
std::string encode_list(const std::vector<T>& values) {
    auto out = codec::value_of(values);
    return out.is_null() ? "[]" : boost::json::serialize(out);
}
template <class T>
std::vector<T> decode_list(std::string_view column) {
    std::vector<T> out;
    codec::read_value(codec::parsed(column), out);
    return out;
}

/// A struct, or those members of it that a table names, as a column holds it.
template <class T, class Table = decltype(members<T>)>
std::string encode(const T& value, const Table& table = members<T>) {
    return boost::json::serialize(codec::object_of(value, table));
}
template <class T, class Table = decltype(members<T>)>
void decode(std::string_view column, T& out, const Table& table = members<T>) {
    codec::read_members(codec::parsed(column), out, table);
}

}  // namespace masthead::storage::sqlite
