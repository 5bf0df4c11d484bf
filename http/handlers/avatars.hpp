#pragma once

#include "feeds/result.hpp"
#include "http/content.hpp"
#include "http/router.hpp"
#include "storage/store.hpp"

namespace masthead::http {

/// A portrait, named by the hash of its bytes. Throws storage::StoreError.
[[nodiscard]] feeds::Result<Content, Missing> avatar_content(storage::Store& store, const Route& route);

}  // namespace masthead::http
