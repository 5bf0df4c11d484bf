#pragma once

#include <vector>

#include <boost/json/fwd.hpp>

#include "config/workspace.hpp"
#include "fetchers/puller.hpp"

namespace masthead::config {

/// Pulls sources, several at once, with progress on stderr, then fetches the portraits that are missing. The reports
/// stand in the order of `sources`.
std::vector<fetchers::PullReport> pull_all(Workspace& workspace, storage::Store& store, const Settings& settings,
                                           const std::vector<feeds::SourceId>& sources);

/// Whether a pull failed.
bool failed(const fetchers::PullReport& report);

/// {"source", "url", "outcome", "entries", "new", "changed", "seconds", "message"} for each.
boost::json::array reports_json(storage::Store& store, const std::vector<fetchers::PullReport>& reports);

void print_reports(Console& console, storage::Store& store, const std::vector<fetchers::PullReport>& reports);

}  // namespace masthead::config
