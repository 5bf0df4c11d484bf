#pragma once

#include "fetchers/pull_steps.hpp"

namespace masthead::fetchers {

/// Pulls a feed: fetch, parse, match, commit.
PullReport pull_feed(const PullTools& tools, const storage::SourceStatus& status);

/// Commits a document that was read from the source's own address, entries and all.
PullReport keep_document(const PullTools& tools, const storage::SourceStatus& status, const Response& response,
                         feeds::Document document);

}  // namespace masthead::fetchers
