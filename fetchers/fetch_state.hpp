#pragma once

#include <optional>
#include <string>

#include "feeds/document.hpp"
#include "feeds/source.hpp"
#include "feeds/time.hpp"
#include "fetchers/schedule.hpp"
#include "fetchers/transfer.hpp"

namespace masthead::fetchers {

// What is remembered of a source after a fetch, as pure steps from the state before.

/// After a failure: validators, body hash and the last good state stay.
feeds::FetchState after_failure(feeds::FetchState before, const FetchError& error, feeds::Time now);

/// After 304, or 200 with the bytes of the last time: a 304 may bring new validators (RFC 9111, section 4.3.4), a 200
/// without them clears them.
feeds::FetchState after_unchanged(feeds::FetchState before, const Response& response, feeds::Time now);

/// After a 200 that was parsed. Its validators are taken only when the document was whole.
feeds::FetchState after_change(feeds::FetchState before, const Response& response, const std::string& body_hash,
                               const feeds::Document& document, feeds::Time now);

/// Where the source has moved for good: when every hop is permanent, and the same was seen at least a day ago (RFC
/// 9110, section 15.4.2; captive portals send 301, too). Keeps the count in `state`.
std::optional<std::string> moved_for_good(feeds::FetchState& state, const Response& response, feeds::Time now);

/// What a fetch taught about the schedule.
ScheduleHints hints_of(const feeds::FetchState& state, const Response& response, const feeds::Publication* publication);

}  // namespace masthead::fetchers
