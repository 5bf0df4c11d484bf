#pragma once

#include <functional>
#include <optional>
#include <semaphore>
#include <string>

#include "feeds/document.hpp"
#include "fetchers/options.hpp"
#include "fetchers/puller.hpp"
#include "fetchers/robots.hpp"
#include "fetchers/transfer.hpp"
#include "storage/store.hpp"

namespace masthead::fetchers {

// The steps that pulls of feeds and of pages have in common.

/// What every pull works with: the puller's own members.
struct PullTools {
    storage::Store& store;
    const Fetch& fetch;
    const Options& options;
    const std::function<feeds::Time()>& now;
    Robots& robots;
    std::counting_semaphore<>& parsing;
};

/// The request for a source's own address, conditional as far as its state allows.
Request request_for(const storage::SourceStatus& status, Request::Accept accept);

/// Parses under the semaphore, as trees take much memory.
feeds::Result<feeds::Document, FetchError> read_in_turn(const PullTools& tools, const Response& response);

/// Identifies a body, so that the same bytes make no work.
std::string hash_of(const std::string& body);

/// Commits a failure: the state says what went wrong and when to try again; all else stays.
PullReport fail(const PullTools& tools, const storage::SourceStatus& status, const FetchError& error);

/// Commits what came, dates the next fetch, and moves the source's address when it moved for good. `answer` is the one
/// of the source's own address, `document` what was read from it, if anything was.
PullReport finish(const PullTools& tools, const storage::SourceStatus& status, storage::Commit commit,
                  const Response& answer, const feeds::Document* document);

/// Until when the host of an address asked to be left alone; nothing when it may be asked now.
std::optional<feeds::Time> resting_until(const PullTools& tools, const std::string& url);

/// Remembers how long the host that answered wants to be left alone: 429 and 503 with Retry-After speak for all of it
/// (RFC 6585, section 4; RFC 9110, section 15.6.4).
void heed_host(const PullTools& tools, const FetchError& error);

/// Puts the source off, when its host asked to be left alone until then.
PullReport postpone(const PullTools& tools, const storage::SourceStatus& status, feeds::Time until);

}  // namespace masthead::fetchers
