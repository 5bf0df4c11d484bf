#include "fetchers/pull_log.hpp"

#include <spdlog/spdlog.h>

namespace masthead::fetchers {

namespace {

const char* word_of(feeds::Outcome outcome) {
    switch (outcome) {
        case feeds::Outcome::ok:
            return "ok";
        case feeds::Outcome::unchanged:
            return "unchanged";
        case feeds::Outcome::too_large:
            return "too_large";
        case feeds::Outcome::timeout:
            return "timeout";
        case feeds::Outcome::bad_redirect:
            return "bad_redirect";
        case feeds::Outcome::blocked_address:
            return "blocked_address";
        case feeds::Outcome::malformed:
            return "malformed";
        case feeds::Outcome::unsupported:
            return "unsupported";
        case feeds::Outcome::network:
            return "network";
        case feeds::Outcome::status:
            return "status";
        case feeds::Outcome::gone:
            return "gone";
    }
    return "";
}

}  // namespace

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
