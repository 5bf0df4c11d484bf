#include "http/metrics.hpp"

#include <fmt/core.h>

namespace masthead::http {
namespace {

std::string heading(std::string_view name, std::string_view help, std::string_view type) {
    return fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

std::string counter(std::string_view name, std::string_view help, std::uint64_t value) {
    return heading(name, help, "counter") + fmt::format("{} {}\n", name, value);
}

}  // namespace

void Metrics::answered(int status) {
    const auto index = static_cast<std::size_t>(status);
    if (index < answers_.size()) add(answers_[index], 1);
}

void Metrics::rendered(std::chrono::nanoseconds took) {
    add(renders_, 1);
    add(render_nanoseconds_, static_cast<std::uint64_t>(took.count()));
}

std::string Metrics::text() const {
    std::string out = heading("masthead_http_responses_total", "Answers by status.", "counter");
    for (std::size_t status = 0; status < answers_.size(); ++status)
        if (const auto count = answers_[status].load(std::memory_order_relaxed))
            out += fmt::format("masthead_http_responses_total{{status=\"{}\"}} {}\n", status, count);
    out += counter("masthead_http_sent_bytes_total", "Bytes sent, headers included.", bytes_sent_);
    out += gauge("masthead_http_connections", "Connections that are open.", connections_);
    out += counter("masthead_http_accept_failures_total", "Connections that could not be taken.", accept_failures_);
    out += counter("masthead_http_refusals_total", "Connections and requests beyond what one client may have at once.",
                   refusals_);
    out += counter("masthead_http_timeouts_total", "Connections ended because a client was too slow.", timeouts_);
    out += counter("masthead_cache_hits_total", "Answers from the cache of representations.", hits_);
    out += counter("masthead_renders_total", "Documents that were made.", renders_);
    out += heading("masthead_render_seconds_total", "Time spent making them.", "counter");
    out += fmt::format("masthead_render_seconds_total {:.6f}\n", static_cast<double>(render_nanoseconds_) / 1e9);
    out += counter("masthead_render_failures_total", "Documents that the store could not give.", render_failures_);
    return out;
}

std::string gauge(std::string_view name, std::string_view help, std::uint64_t value) {
    return heading(name, help, "gauge") + fmt::format("{} {}\n", name, value);
}

}  // namespace masthead::http
