#pragma once

#include <chrono>

namespace masthead::feeds {

/// An instant, UTC, in milliseconds since the epoch: as the store keeps it.
using Time = std::chrono::sys_time<std::chrono::milliseconds>;

}  // namespace masthead::feeds
