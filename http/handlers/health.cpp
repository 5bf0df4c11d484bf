#include "http/handlers/health.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "feeds/render/render.hpp"
#include "storage/health.hpp"

namespace masthead::http {
namespace {

Content fresh_text(std::string bytes, std::string type) {
    return {std::move(bytes), {std::move(type), feeds::Time{}, "Cache-Control: no-store\r\n", false}, {}, false};
}

std::string store_metrics(storage::Store& store) {
    const auto totals = store.totals();
    const auto sources = store.sources();
    const auto failing = std::count_if(sources.begin(), sources.end(), storage::is_broken);
    return gauge("masthead_authors", "Authors who are followed.", totals.authors) +
           gauge("masthead_sources", "Sources that are pulled.", totals.sources) +
           gauge("masthead_sources_failing", "Sources whose last fetch failed.", static_cast<std::uint64_t>(failing)) +
           gauge("masthead_entries", "Entries that are stored.", totals.entries) +
           gauge("masthead_feeds", "Feeds that are published.", totals.feeds) +
           gauge("masthead_store_bytes", "Size of the store on disk.", totals.bytes);
}

}  // namespace

Content ready_content(storage::Store& store) {
    static_cast<void>(store.version());
    return fresh_text("ready\n", "text/plain; charset=utf-8");
}

Content metrics_content(storage::Store& store, const Metrics& metrics, std::size_t cache_bytes) {
    return fresh_text(metrics.text() + gauge("masthead_cache_bytes", "Size of the representations kept.", cache_bytes) +
                          store_metrics(store),
                      "text/plain; version=0.0.4; charset=utf-8");
}

Content source_health_content(storage::Store& store, const feeds::Site& site, const Route& route) {
    feeds::Page page = storage::source_health(store, site);
    if (!route.name.empty()) page.path = fmt::format("http://{}{}", route.name, page.path);
    return {feeds::render(page, route.format),
            {std::string(feeds::media_type(route.format)), page.updated, "Cache-Control: private, no-cache\r\n", true},
            {},
            false};
}

}  // namespace masthead::http
