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

/// Why a route that reads well leads nowhere.
enum class Missing { not_found, gone };

}  // namespace masthead::http
