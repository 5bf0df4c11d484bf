#include "fetchers/pull_steps.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "feeds/identity.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/url.hpp"
#include "fetchers/fetch_state.hpp"
#include "fetchers/reading.hpp"
#include "fetchers/schedule.hpp"

namespace masthead::fetchers {

namespace {

// In [0, 1): sources that were fetched together part, and one source's own rhythm wanders, without a random source.
double spread_of(const feeds::Source& source, feeds::Time now) {
    const auto mixed = std::hash<std::string>()(fmt::format("{} {}", source.key, now.time_since_epoch().count()));
    return static_cast<double>(mixed % 10'000) / 10'000.0;
}

}  // namespace

Request request_for(const storage::SourceStatus& status, Request::Accept accept) {
    Request request;
    request.url = status.source.url;
    request.accept = accept;
    request.etag = status.state.etag;
    request.last_modified = status.state.last_modified;
    request.user_agent = status.source.user_agent;
    return request;
}

feeds::Result<feeds::Document, FetchError> read_in_turn(const PullTools& tools, const Response& response) {
    struct Turn {
        explicit Turn(std::counting_semaphore<>& gate) : gate_(gate) { gate_.acquire(); }
        ~Turn() { gate_.release(); }
        std::counting_semaphore<>& gate_;
    } turn(tools.parsing);
    return read_document(response, tools.options);
}

std::string hash_of(const std::string& body) { return feeds::uuid5("", body); }

PullReport fail(const PullTools& tools, const storage::SourceStatus& status, const FetchError& error) {
    const auto at = tools.now();
    storage::Commit commit;
    commit.source = status.source.id;
    commit.asked = status.source.url;
    commit.at = at;
    commit.state = after_failure(status.state, error, at);
    ScheduleHints hints;
    hints.had_validators = !status.state.etag.empty() || !status.state.last_modified.empty();
    hints.retry_after = error.retry_after;
    commit.state.next_fetch =
        next_fetch(status.source, commit.state, hints, tools.options, at, spread_of(status.source, at));
    heed_host(tools, error);
    tools.store.commit(commit);
    PullReport report;
    report.outcome = error.outcome;
    report.message = error.message;
    return report;
}

PullReport finish(const PullTools& tools, const storage::SourceStatus& status, storage::Commit commit,
                  const Response& answer, const feeds::Document* document) {
    const feeds::Publication* publication = document != nullptr ? &document->publication : nullptr;
    commit.source = status.source.id;
    commit.asked = status.source.url;
    if (answer.status == 200) commit.moved_to = moved_for_good(commit.state, answer, commit.at);
    if (publication != nullptr) commit.publication = *publication;
    commit.state.next_fetch = next_fetch(status.source, commit.state, hints_of(commit.state, answer, publication),
                                         tools.options, commit.at, spread_of(status.source, commit.at));
    const auto result = tools.store.commit(commit);
    PullReport report;
    // An article may have changed although the listing that names it did not.
    const bool has_news = result.added + result.changed > 0;
    report.outcome = has_news ? feeds::Outcome::ok : commit.state.outcome;
    report.entries = document != nullptr ? result.stored : status.entries + result.added;
    report.added = result.added;
    report.changed = result.changed;
    return report;
}

std::optional<feeds::Time> resting_until(const PullTools& tools, const std::string& url) {
    const auto free_at = tools.store.host_free_at(feeds::url_parts(url).host);
    return free_at && *free_at > tools.now() ? free_at : std::nullopt;
}

void heed_host(const PullTools& tools, const FetchError& error) {
    if (!error.retry_after || (error.status != 429 && error.status != 503)) return;
    const auto wait = std::min(*error.retry_after, tools.options.max_interval);
    tools.store.set_host_free_at(feeds::url_parts(error.url).host, tools.now() + wait);
}

PullReport postpone(const PullTools& tools, const storage::SourceStatus& status, feeds::Time until) {
    storage::Commit commit;
    commit.source = status.source.id;
    commit.asked = status.source.url;
    commit.at = tools.now();
    commit.state = status.state;
    // Spread over some minutes, so that a host's sources do not all come back in the moment that it allowed.
    commit.state.next_fetch = until + std::chrono::seconds(static_cast<int>(300 * spread_of(status.source, commit.at)));
    tools.store.commit(commit);
    PullReport report;
    report.outcome = feeds::Outcome::status;
    report.message = fmt::format("{} asked to be left alone until {}", feeds::url_parts(status.source.url).host,
                                 feeds::format_rfc3339(until));
    return report;
}

}  // namespace masthead::fetchers
