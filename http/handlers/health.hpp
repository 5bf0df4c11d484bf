#pragma once

#include "http/content.hpp"
#include "http/metrics.hpp"
#include "storage/store.hpp"

namespace masthead::http {

/// Whether the store answers, for /readyz. Throws storage::StoreError when it does not.
Content ready_content(storage::Store& store);

/// The counters of the server, the bytes in its cache and the sizes of the store, in the text format of Prometheus
/// 0.0.4. Throws storage::StoreError.
Content metrics_content(storage::Store& store, const Metrics& metrics, std::size_t cache_bytes);

}  // namespace masthead::http
