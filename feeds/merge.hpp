#pragma once

#include <vector>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// Entries of one selection with their copies joined: the same canonical address, or nearly the same text of a common
/// author within three days. Newest first. The fullest copy stays, with the others as alternates; an enclosure is never
/// dropped. Entries that are kept apart join with nothing.
std::vector<PublishedEntry> merge(std::vector<PublishedEntry> entries);

/// Why two entries are one, for `entry show`.
enum class JoinReason { none, same_address, same_text };
JoinReason joins(const StoredEntry& a, const StoredEntry& b);

}  // namespace masthead::feeds
