#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace masthead::feeds {

// Members of a JSON object that are there only when they say something: absent rather than null, "" or [].

inline void set(boost::json::object& object, std::string_view key, std::string_view text) {
    if (!text.empty()) object[key] = text;
}

inline void set(boost::json::object& object, std::string_view key, boost::json::array items) {
    if (!items.empty()) object[key] = std::move(items);
}

inline void set(boost::json::object& object, std::string_view key, boost::json::object members) {
    if (!members.empty()) object[key] = std::move(members);
}

template <class T>
void set_number(boost::json::object& object, std::string_view key, const std::optional<T>& number) {
    if (number) object[key] = *number;
}

/// Strings as a JSON array.
inline boost::json::array array_of(const std::vector<std::string>& texts) {
    boost::json::array out(texts.begin(), texts.end());
    return out;
}

/// Each of a list as `encode` writes it.
template <class T, class Encode>
boost::json::array array_of(const std::vector<T>& items, Encode encode) {
    boost::json::array out;
    out.reserve(items.size());
    for (const auto& item : items) out.emplace_back(encode(item));
    return out;
}

}  // namespace masthead::feeds
