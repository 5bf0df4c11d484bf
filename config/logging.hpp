#pragma once

#include "config/settings.hpp"

namespace masthead::config {

/// Sends the program's log to stderr, in the form and from the level on that the settings say. A line is dropped rather
/// than waited with when nobody reads stderr. To be called again when the settings change.
void start_logging(LogLevel level, LogFormat format);

/// What a command other than the daemon lets its parts log: errors on stderr, everything with --verbose.
void log_for_command(bool verbose);

/// Writes what is still waiting, and ends the log's thread.
void stop_logging();

}  // namespace masthead::config
