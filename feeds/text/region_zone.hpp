#pragma once

#include <optional>
#include <string_view>

#include "feeds/time.hpp"

namespace masthead::feeds {

/// The name of a region's zone in a date ("America/Los_Angeles"), as a part of `text`; empty when there is none.
std::string_view region_zone(std::string_view text);

/// Minutes east of UTC in that region when its clocks show `local`; nothing for a region that ICU does not know.
std::optional<int> region_minutes(std::string_view region, Time local);

}  // namespace masthead::feeds
