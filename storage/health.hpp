#pragma once

#include "feeds/feed.hpp"
#include "storage/store.hpp"

namespace masthead::storage {

/// Whether the last fetch of a source failed, or it is gone for good.
bool is_broken(const SourceStatus& status);

/// The sources that are broken as a page to be rendered as a feed: an entry each, with what is wrong, since when, how
/// often and what to do. A source that breaks again later is another entry. For the admin, but read by programs that
/// may keep it anywhere: no address that gives access by itself stands in it.
feeds::Page source_health(Store& store, const feeds::Site& site);

}  // namespace masthead::storage
