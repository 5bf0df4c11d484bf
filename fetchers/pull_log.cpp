#include "fetchers/pull_log.hpp"

#include <spdlog/spdlog.h>

#include "feeds/outcome_words.hpp"

namespace masthead::fetchers {

void log_report(const PullReport& report) {
    if (report.message.empty())
        spdlog::info("fetched source={} outcome={} entries={} new={} changed={} ms={}", report.source,
                     word_of(report.outcome), report.entries, report.added, report.changed, report.took.count());
    else if (report.outcome == feeds::Outcome::unchanged)
        spdlog::debug("fetch_left source={} why={:?}", report.source, report.message);
    else
        spdlog::warn("fetch_failed source={} url={:?} outcome={} error={:?} ms={}", report.source, report.url,
                     word_of(report.outcome), report.message, report.took.count());
}

}  // namespace masthead::fetchers
