#pragma once

#include "fetchers/puller.hpp"

namespace masthead::fetchers {

/// Writes what one pull came to as a line of the log: a failure as a warning, a pull that somebody else is at for
/// debugging only.
void log_report(const PullReport& report);

}  // namespace masthead::fetchers
