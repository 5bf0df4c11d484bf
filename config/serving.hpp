#pragma once

#include <functional>
#include <string>
#include <vector>

#include "config/signals.hpp"
#include "config/workspace.hpp"

namespace masthead::config {

/// What a command wants to do while it serves.
struct ServeEvents {
    std::function<void(const std::vector<std::string>& addresses)> ready = [](const auto&) {};
    std::function<void()> ended_at_once = [] {};  ///< before a second signal ends the process
};

/// Runs the daemon until a signal ends it: the lock on the store, fetchers, server. SIGHUP reads the settings anew.
Done serve(Workspace& workspace, const Signals& signals, const ServeEvents& events);

}  // namespace masthead::config
