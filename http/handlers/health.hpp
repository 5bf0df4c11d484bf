#pragma once

#include "http/content.hpp"
#include "http/metrics.hpp"
#include "storage/store.hpp"

namespace masthead::http {

/// Whether the store answers, for /readyz. Throws storage::StoreError when it does not.
Content ready_content(storage::Store& store);

/// The counters of the server and the sizes of the store, in the text format of Prometheus 0.0.4.
/// Throws storage::StoreError.
Content metrics_content(storage::Store& store, const Metrics& metrics);

}  // namespace masthead::http
