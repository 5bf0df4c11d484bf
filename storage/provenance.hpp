#pragma once

#include <string_view>

#include "feeds/feed.hpp"

namespace masthead::storage {

/// Where an entry came from, as far as it may be known to everybody.
feeds::Provenance provenance(const feeds::Source& source, const feeds::StoredEntry& entry);

/// Whether an address gives access by itself: a user and password, a parameter such as `token` or `auth`, or a part
/// that is long and random.
bool carries_secret(std::string_view url);

}  // namespace masthead::storage
