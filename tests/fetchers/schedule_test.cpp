#include "fetchers/schedule.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using masthead::feeds::FetchState;
using masthead::feeds::Source;
using masthead::feeds::Time;
using masthead::fetchers::next_fetch;
using masthead::fetchers::Options;
using masthead::fetchers::ScheduleHints;

// Wednesday, 1 January 2025, 10:00 UTC.
const Time now{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1} + 10h};
constexpr double middle = 0.5;  // no spread

ScheduleHints with_validators() {
    ScheduleHints hints;
    hints.had_validators = true;
    return hints;
}

std::chrono::milliseconds interval(const FetchState& state, const ScheduleHints& hints, double spread = middle) {
    return next_fetch(Source{}, state, hints, Options{}, now, spread) - now;
}

FetchState changed(std::chrono::milliseconds ago) {
    FetchState state;
    state.last_change = now - ago;
    return state;
}

FetchState failed(std::uint32_t times) {
    FetchState state;
    state.failures = times;
    return state;
}

TEST(Schedule, StartsWithAnHourOrWithSixWhereThereAreNoValidators) {
    EXPECT_EQ(interval({}, with_validators()), 1h);
    EXPECT_EQ(interval({}, {}), 6h);
}

TEST(Schedule, AsksMoreSeldomTheLongerNothingCame) {
    EXPECT_EQ(interval(changed(1min), with_validators()), 15min);
    EXPECT_EQ(interval(changed(8h), with_validators()), 1h);
    EXPECT_EQ(interval(changed(40h), with_validators()), 5h);
    EXPECT_EQ(interval(changed(1000h), with_validators()), 24h);
}

TEST(Schedule, NeverDownloadsAWholeDocumentMoreOftenThanEachTwoHours) { EXPECT_EQ(interval(changed(1min), {}), 2h); }

TEST(Schedule, LetsHintsLengthenButNotShorten) {
    auto hints = with_validators();
    hints.max_age = 3h;
    EXPECT_EQ(interval({}, hints), 3h);
    hints.ttl = 300min;
    EXPECT_EQ(interval({}, hints), 5h);
    hints.max_age = 1s;
    hints.ttl = 1min;
    EXPECT_EQ(interval({}, hints), 1h);
    hints.max_age = 365 * 24h;
    EXPECT_EQ(interval({}, hints), 24h);
}

TEST(Schedule, PutsOffWhatFallsIntoSkippedHoursOrDays) {
    auto hints = with_validators();
    hints.skip_hours = {11, 12, 13};
    EXPECT_EQ(next_fetch({}, {}, hints, {}, now, middle), now + 4h);
    hints.skip_hours.clear();
    hints.skip_days = {3};  // Wednesday
    EXPECT_EQ(next_fetch({}, {}, hints, {}, now, middle), now + 14h);
}

TEST(Schedule, IgnoresAHintThatSkipsAllOfTheWeek) {
    auto hints = with_validators();
    for (int hour = 0; hour < 24; ++hour) hints.skip_hours.push_back(hour);
    EXPECT_EQ(interval({}, hints), 1h);
    hints.skip_hours.clear();
    hints.skip_days = {0, 1, 2, 3, 4, 5, 6};
    EXPECT_EQ(interval({}, hints), 1h);
}

TEST(Schedule, DoublesWithEachFailureUpToTheLongest) {
    EXPECT_EQ(interval(failed(1), with_validators()), 1h);
    EXPECT_EQ(interval(failed(2), with_validators()), 2h);
    EXPECT_EQ(interval(failed(4), with_validators()), 8h);
    EXPECT_EQ(interval(failed(4'000'000'000), with_validators()), 24h);
}

TEST(Schedule, WaitsAsLongAsRetryAfterSaysWithinTheBounds) {
    auto hints = with_validators();
    hints.retry_after = 5h;
    EXPECT_EQ(interval(failed(1), hints), 5h);
    hints.retry_after = 0s;
    EXPECT_EQ(interval(failed(1), hints), 1h);
    hints.retry_after = 365 * 24h;
    EXPECT_EQ(interval(failed(1), hints), 24h);
}

TEST(Schedule, KeepsTheAdminsIntervalButNeverBelowTheShortest) {
    Source source;
    source.interval = 30min;
    EXPECT_EQ(next_fetch(source, changed(1000h), with_validators(), {}, now, middle), now + 30min);
    source.interval = 1s;
    EXPECT_EQ(next_fetch(source, changed(1000h), with_validators(), {}, now, middle), now + 15min);
}

TEST(Schedule, SpreadsByATenthAndStaysWithinTheBounds) {
    EXPECT_EQ(interval({}, with_validators(), 0.0), 54min);
    EXPECT_GT(interval({}, with_validators(), 0.999), 65min);
    EXPECT_EQ(interval(changed(1min), with_validators(), 0.0), 15min);
    EXPECT_EQ(interval(changed(1000h), with_validators(), 0.999), 24h);
}

TEST(Schedule, TakesNoChangeFromTheFuture) { EXPECT_EQ(interval(changed(-10h), with_validators()), 1h); }

}  // namespace
