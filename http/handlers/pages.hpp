#pragma once

#include "feeds/result.hpp"
#include "http/content.hpp"
#include "http/router.hpp"
#include "storage/store.hpp"

namespace masthead::http {

/// One format of a published page: the site, a feed, an author, an entry. Throws storage::StoreError.
[[nodiscard]] feeds::Result<Content, Missing> page_content(storage::Store& store, const feeds::Site& site,
                                                           const Route& route);

}  // namespace masthead::http
