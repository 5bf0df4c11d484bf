#pragma once

#include <string>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// Atom 1.0 (RFC 4287) with byline elements; entries keep their origin in `source`.
std::string render_atom(const Page& page);

}  // namespace masthead::feeds
