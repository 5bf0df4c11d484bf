#pragma once

#include "fetchers/pull_steps.hpp"

namespace masthead::fetchers {

/// Pulls a page without a feed: its listing, and of the articles listed there those that are new or listed otherwise
/// than before; the newest known ones are asked again now and then, as articles are corrected. A bounded number of
/// articles per pull: what is left is listed again next time.
PullReport pull_page(const PullTools& tools, const storage::SourceStatus& status, Recheck recheck);

}  // namespace masthead::fetchers
