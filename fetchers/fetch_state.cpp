#include "fetchers/fetch_state.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace masthead::fetchers {

namespace {

using feeds::Time;
using namespace std::chrono_literals;

constexpr std::chrono::hours confirmed_after = 24h;

feeds::FetchState after_answer(feeds::FetchState state, const Response& response, Time now) {
    state.last_fetch = state.last_ok = now;
    state.failing_since.reset();
    state.failures = 0;
    state.http_status = response.status;
    state.message.clear();
    state.gone = false;
    return state;
}

// When something last came or changed, as far as the entries' own dates tell; one in the future came now.
Time newest_date(const feeds::Document& document, Time now) {
    std::optional<Time> newest;
    for (const auto& entry : document.entries)
        for (const auto& date : {entry.published, entry.updated})
            if (date && (!newest || *date > *newest)) newest = *date;
    return std::min(newest.value_or(now), now);
}

}  // namespace

feeds::FetchState after_failure(feeds::FetchState before, const FetchError& error, Time now) {
    before.last_fetch = now;
    if (before.failures == 0 || !before.failing_since) before.failing_since = now;
    ++before.failures;
    before.outcome = error.outcome;
    before.http_status = error.status;
    before.message = error.message;
    before.gone = error.outcome == feeds::Outcome::gone;
    return before;
}

feeds::FetchState after_unchanged(feeds::FetchState before, const Response& response, Time now) {
    auto state = after_answer(std::move(before), response, now);
    const bool whole = response.status == 200;
    state.outcome = whole ? feeds::Outcome::ok : feeds::Outcome::unchanged;
    if (whole || !response.etag.empty()) state.etag = response.etag;
    if (whole || !response.last_modified.empty()) state.last_modified = response.last_modified;
    return state;
}

feeds::FetchState after_change(feeds::FetchState before, const Response& response, const std::string& body_hash,
                               const feeds::Document& document, Time now) {
    const auto validators = std::make_pair(before.etag, before.last_modified);
    auto state = after_unchanged(std::move(before), response, now);
    // With the validators of half a document the other half would never be asked for; nor may the same half, when it
    // comes again, count as read.
    if (document.cut_off) std::tie(state.etag, state.last_modified) = validators;
    state.body_hash = document.cut_off ? std::string() : body_hash;
    state.last_change = newest_date(document, now);
    return state;
}

std::optional<std::string> moved_for_good(feeds::FetchState& state, const Response& response, Time now) {
    const bool permanent = !response.hops.empty() && std::all_of(response.hops.begin(), response.hops.end(),
                                                                 [](const Hop& hop) { return hop.permanent; });
    if (permanent && state.moved_to == response.url && state.moved_since) {
        if (now - *state.moved_since < confirmed_after) return std::nullopt;
        state.moved_to.clear();
        state.moved_since.reset();
        return response.url;
    }
    state.moved_to = permanent ? response.url : std::string();
    state.moved_since = permanent ? std::optional(now) : std::nullopt;
    return std::nullopt;
}

ScheduleHints hints_of(const feeds::FetchState& state, const Response& response,
                       const feeds::Publication* publication) {
    ScheduleHints hints;
    hints.had_validators = !state.etag.empty() || !state.last_modified.empty();
    hints.max_age = response.max_age;
    if (publication != nullptr) {
        hints.ttl = publication->ttl;
        hints.skip_hours = publication->skip_hours;
        hints.skip_days = publication->skip_days;
    }
    return hints;
}

}  // namespace masthead::fetchers
