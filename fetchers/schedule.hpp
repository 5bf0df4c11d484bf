#pragma once

#include <chrono>
#include <optional>

#include "feeds/document.hpp"
#include "feeds/source.hpp"
#include "fetchers/options.hpp"

namespace masthead::fetchers {

/// What a fetch taught about when to ask again.
struct ScheduleHints {
    bool had_validators = false;
    std::optional<std::chrono::seconds> max_age;
    std::optional<std::chrono::seconds> retry_after;
    std::optional<std::chrono::minutes> ttl;
    std::vector<int> skip_hours;
    std::vector<int> skip_days;
};

/// When to fetch a source again: a function of its state after the last fetch, what that taught, and now. Hints
/// lengthen and never shorten; all lies within [min_interval, max_interval] and is spread by +-10 %, by `spread` in [0,
/// 1).
feeds::Time next_fetch(const feeds::Source& source, const feeds::FetchState& state, const ScheduleHints& hints,
                       const Options& options, feeds::Time now, double spread);

}  // namespace masthead::fetchers
