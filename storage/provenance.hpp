#pragma once

#include "feeds/feed.hpp"

namespace masthead::storage {

/// Where an entry came from, as far as it may be known to everybody.
feeds::Provenance provenance(const feeds::Source& source, const feeds::StoredEntry& entry);

}  // namespace masthead::storage
