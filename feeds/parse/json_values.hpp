#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "feeds/limits.hpp"
#include "feeds/result.hpp"

namespace masthead::feeds {

/// JSON from outside as a value. Depth and number of values are checked before anything is built; what stands behind
/// the value is ignored.
[[nodiscard]] Result<boost::json::value, ParseError> read_json(std::string_view text, const Limits& limits);

// Members of objects whose types may be anything. A value of another type than asked for is none.

/// Writes the names of an object's members in lower case, and those of all within it, when one of its own is not;
/// whether there was one. Of two names that are the same then the first keeps its place.
bool lower_names(boost::json::value& value);

/// A string, or a number as its digits, without characters that no feed may hold; empty when there is neither.
std::string text_of(const boost::json::value& value);
std::string text_at(const boost::json::object& object, std::string_view key);

/// The strings of a list, or the one string that stands in its place.
std::vector<std::string> texts_at(const boost::json::object& object, std::string_view key);

/// The objects of a list, or the one object that stands in its place. They live as long as `object`.
std::vector<const boost::json::object*> objects_at(const boost::json::object& object, std::string_view key);

/// The object at a key, or nothing.
const boost::json::object* object_at(const boost::json::object& object, std::string_view key);

}  // namespace masthead::feeds
