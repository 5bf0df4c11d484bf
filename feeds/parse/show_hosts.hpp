#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/document.hpp"

namespace masthead::feeds {

/// The hosts that the description of a show names as such: "Hosted by Ada Wick and Cy Dorn". Full names alone, in the
/// order of the text; of a list with commas all when a conjunction ends it, else the first.
std::vector<std::string> hosts_in_description(std::string_view text);

/// Gives a podcast whose feed says nowhere else who its hosts are those of its description, beside whom it names as
/// author: often the network.
void add_hosts_of_description(Document& document);

}  // namespace masthead::feeds
