#pragma once

#include <string>
#include <string_view>

#include <curl/curl.h>

#include "feeds/source.hpp"
#include "fetchers/options.hpp"

namespace masthead::fetchers {

/// What a failure of libcurl means for the source. `coding` is the answer's Content-Encoding: one that nobody knows is
/// unsupported, a known one that does not decode is malformed.
feeds::Outcome outcome_of(CURLcode code, std::string_view coding);

/// The same as one line for the admin. `detail` is libcurl's own text, may be empty.
std::string message_of(CURLcode code, const std::string& detail, const Options& options);

}  // namespace masthead::fetchers
