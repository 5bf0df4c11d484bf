#pragma once

#include <string>

#include "feeds/document.hpp"
#include "feeds/feed.hpp"

namespace masthead::tests {

/// What of a feed's entries is lost or changed when they are published in `format` (RSS, Atom or JSON) and read again,
/// one line; empty when nothing is: their ids, titles, authors, dates and files.
std::string lost_on_the_way(const feeds::Document& document, feeds::Format format);

}  // namespace masthead::tests
