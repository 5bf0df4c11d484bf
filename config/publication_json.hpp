#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "feeds/publication.hpp"

namespace masthead::config {

boost::json::array links_json(const std::vector<feeds::Link>& links);

/// A feed, or the feed that an entry was taken from, as `parse` prints it.
boost::json::object publication_json(const feeds::Publication& publication, const std::vector<feeds::Credit>& people);

}  // namespace masthead::config
