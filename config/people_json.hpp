#pragma once

#include <vector>

#include <boost/json/object.hpp>

#include "feeds/author.hpp"

namespace masthead::config {

/// Sets "authors", "contributors" and "persons" (what podcast:person said) of a feed or entry as `parse` prints it.
void set_people(boost::json::object& out, const std::vector<feeds::Credit>& credits);

}  // namespace masthead::config
