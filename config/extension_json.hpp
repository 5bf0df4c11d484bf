#pragma once

#include <vector>

#include <boost/json/object.hpp>

#include "feeds/extension.hpp"

namespace masthead::config {

// What `parse` prints of the elements of extensions that the model keeps as data: those of itunes, podcast, Podlove's
// simple chapters and Atom's threads, under names of their own.

void set_feed_extensions(boost::json::object& feed, const std::vector<feeds::ExtensionElement>& extensions);
void set_entry_extensions(boost::json::object& entry, const std::vector<feeds::ExtensionElement>& extensions);

}  // namespace masthead::config
