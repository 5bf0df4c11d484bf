#include <stdexcept>

#include "feeds/text/date.hpp"

namespace masthead::feeds {
std::string format_rfc3339(Time) { throw std::logic_error("not built yet"); }
}  // namespace masthead::feeds
