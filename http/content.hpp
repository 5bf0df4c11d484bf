#pragma once

#include <string>

#include "http/dependencies.hpp"
#include "http/representation.hpp"

namespace masthead::http {

/// What a handler makes of a route, before any coding.
struct Content {
    std::string bytes;
    Description description;
    Dependencies dependencies;
    bool lasting = true;  ///< false: made anew for every request
};

/// Why there is nothing to send for a route that reads well.
struct Missing {
    int status = 404;      ///< or 410, 503; 301 when it moved for good
    std::string location;  ///< of a 301: the address where it is now
};

}  // namespace masthead::http
