#pragma once

#include <vector>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// Entries of one selection with their copies joined. Copies are of a common author and from different sources; they
/// have the same canonical address, or nearly the same text within three days. Newest first. The fullest copy stays,
/// with the others as alternates; an enclosure is never dropped. Entries that are kept apart join with nothing.
/// Where it is not certain that two are one, both stay: a piece shown twice is seen at once, a lost one by nobody.
std::vector<PublishedEntry> merge(std::vector<PublishedEntry> entries);

/// Why two entries are one by the rules of merge(), for `entry show`.
enum class JoinReason { none, same_address, same_text };
JoinReason joins(const StoredEntry& a, const StoredEntry& b);

}  // namespace masthead::feeds
