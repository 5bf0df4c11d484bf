#pragma once

#include <string_view>

#include "feeds/time.hpp"
#include "http/message.hpp"

namespace masthead::http {

/// What tells two states of a representation apart (RFC 9110, section 8.8).
struct Validators {
    std::string_view etag;        ///< strong, with its quotes
    feeds::Time last_modified{};  ///< whole seconds
};

enum class Verdict { proceed, not_modified, precondition_failed };

/// Evaluates If-Match, If-Unmodified-Since, If-None-Match and If-Modified-Since in the order of RFC 9110, section
/// 13.2.2, for a GET or HEAD that would otherwise be answered with 200. What is no date or no tag is ignored.
Verdict evaluate_conditions(const Request& request, const Validators& current);

/// Whether a Range of the request still fits: there is no If-Range, or it names exactly the current state (strong
/// comparison; RFC 9110, section 13.1.5).
bool range_still_fits(const Request& request, const Validators& current);

}  // namespace masthead::http
