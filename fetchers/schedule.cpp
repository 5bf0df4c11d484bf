#include "fetchers/schedule.hpp"

#include <algorithm>

namespace masthead::fetchers {

namespace {

using feeds::Time;
using namespace std::chrono_literals;
using std::chrono::duration_cast;
using std::chrono::hours;
using std::chrono::seconds;

// Where nothing is known of a source's habits yet.
constexpr seconds first_with_validators = 1h;
constexpr seconds first_without = 6h;
// Without validators each fetch is a whole download.
constexpr seconds shortest_without = 2h;

// A source is asked again after this part of the time since its last entry: one that publishes daily about every
// 90 minutes, one that fell silent ever more seldom.
constexpr int asked_within_its_age = 8;

seconds adapted_interval(const feeds::FetchState& state, const ScheduleHints& hints, Time now) {
    seconds interval = hints.had_validators ? first_with_validators : first_without;
    if (state.last_change && *state.last_change <= now)
        interval = duration_cast<seconds>(now - *state.last_change) / asked_within_its_age;
    return hints.had_validators ? interval : std::max(interval, shortest_without);
}

// Doubled with each failure in a row.
seconds back_off(std::uint32_t failures, seconds interval, seconds longest) {
    // Eight doublings lead from minutes beyond a day; more would only overflow.
    const auto doublings = std::min<std::uint32_t>(failures > 0 ? failures - 1 : 0, 8);
    return std::min(std::min(interval, longest) * (std::int64_t{1} << doublings), longest);
}

seconds lengthened(seconds interval, const ScheduleHints& hints) {
    if (hints.max_age) interval = std::max(interval, *hints.max_age);
    if (hints.ttl) interval = std::max(interval, duration_cast<seconds>(*hints.ttl));
    return interval;
}

bool is_skipped(Time time, const ScheduleHints& hints) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const auto hour = static_cast<int>(std::chrono::floor<hours>(time - day).count());
    const auto weekday = static_cast<int>(std::chrono::weekday(day).c_encoding());
    const auto holds = [](const std::vector<int>& list, int value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    };
    return holds(hints.skip_hours, hour) || holds(hints.skip_days, weekday);
}

// The first moment from `time` on that lies in no skipped hour or day. When all of a week is skipped the hint is
// ignored.
Time after_skipped(Time time, const ScheduleHints& hints) {
    Time candidate = time;
    for (int hour = 0; hour < 7 * 24; ++hour) {
        if (!is_skipped(candidate, hints)) return candidate;
        candidate = std::chrono::floor<hours>(candidate) + 1h;
    }
    return time;
}

}  // namespace

Time next_fetch(const feeds::Source& source, const feeds::FetchState& state, const ScheduleHints& hints,
                const Options& options, Time now, double spread) {
    seconds interval = source.interval ? *source.interval : lengthened(adapted_interval(state, hints, now), hints);
    if (state.failures > 0) interval = back_off(state.failures, interval, options.max_interval);
    if (hints.retry_after) interval = std::max(interval, *hints.retry_after);
    interval = std::clamp(interval, options.min_interval, options.max_interval);
    // All sources that failed or were added at once would come back at once for ever.
    const auto spread_interval =
        seconds(static_cast<std::int64_t>(static_cast<double>(interval.count()) * (0.9 + 0.2 * spread)));
    const Time next = now + std::clamp(spread_interval, options.min_interval, options.max_interval);
    return std::min(after_skipped(next, hints), now + options.max_interval);
}

}  // namespace masthead::fetchers
