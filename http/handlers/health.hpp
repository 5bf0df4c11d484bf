#pragma once

#include "http/content.hpp"
#include "http/metrics.hpp"
#include "http/router.hpp"
#include "storage/store.hpp"

namespace masthead::http {

/// Whether the store answers, for /readyz. Throws storage::StoreError when it does not.
Content ready_content(storage::Store& store);

/// The counters of the server, the bytes in its cache and the sizes of the store, in the text format of Prometheus
/// 0.0.4. Throws storage::StoreError.
Content metrics_content(storage::Store& store, const Metrics& metrics, std::size_t cache_bytes);

/// Which sources fail, as an Atom feed. Its address is where it was asked for, as the admin may reach it by any name.
/// Throws storage::StoreError.
Content source_health_content(storage::Store& store, const feeds::Site& site, const Route& route);

}  // namespace masthead::http
