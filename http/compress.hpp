#pragma once

#include <string>
#include <string_view>

#include "http/negotiate.hpp"

namespace masthead::http {

/// The bytes in a coding. Slow and small: it is done once per change, not per request. The same bytes always give the
/// same result, so that validators survive a restart. Throws std::bad_alloc when the machine has no memory left.
std::string compress(std::string_view bytes, Coding coding);

}  // namespace masthead::http
