#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/entry.hpp"
#include "feeds/text/json_members.hpp"
#include "feeds/time.hpp"

namespace masthead::config {

// Values of the model as --json prints them: snake_case keys, times as RFC 3339 UTC, absent instead of null or "".

using feeds::array_of;
using feeds::set;
using feeds::set_number;
void set(boost::json::object& object, std::string_view key, const std::optional<feeds::Time>& value);

boost::json::array profiles_json(const std::vector<feeds::Profile>& profiles);
boost::json::object author_json(const feeds::Author& author);
boost::json::array credits_json(const std::vector<feeds::Credit>& credits);
boost::json::array enclosures_json(const std::vector<feeds::Enclosure>& enclosures);

}  // namespace masthead::config
