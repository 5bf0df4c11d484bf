#include <stdexcept>

#include "feeds/text/date.hpp"

namespace masthead::feeds {
std::optional<Time> parse_date(std::string_view) { throw std::logic_error("not built yet"); }
}  // namespace masthead::feeds
