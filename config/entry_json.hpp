#pragma once

#include <boost/json/object.hpp>

#include "feeds/entry.hpp"

namespace masthead::config {

/// An entry as `parse` prints it.
boost::json::object entry_json(const feeds::Entry& entry);

}  // namespace masthead::config
