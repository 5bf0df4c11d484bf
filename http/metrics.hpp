#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace masthead::http {

/// What the server counts. Any thread; the counters are independent of one another, so their order does not matter.
class Metrics {
public:
    void answered(int status);
    void sent(std::uint64_t bytes) { add(bytes_sent_, bytes); }
    void opened() { add(connections_, 1); }
    void closed() { connections_.fetch_sub(1, std::memory_order_relaxed); }
    void accept_failed() { add(accept_failures_, 1); }
    void refused() { add(refusals_, 1); }
    void timed_out() { add(timeouts_, 1); }
    void found() { add(hits_, 1); }
    void rendered(std::chrono::nanoseconds took);
    void render_failed() { add(render_failures_, 1); }

    /// All counters in the text format of Prometheus 0.0.4.
    std::string text() const;

private:
    using Counter = std::atomic<std::uint64_t>;
    static void add(Counter& counter, std::uint64_t amount) { counter.fetch_add(amount, std::memory_order_relaxed); }

    static constexpr std::size_t statuses = 600;
    std::array<Counter, statuses> answers_{};  // by status
    Counter bytes_sent_{0}, connections_{0}, accept_failures_{0}, refusals_{0}, timeouts_{0};
    Counter hits_{0}, renders_{0}, render_nanoseconds_{0}, render_failures_{0};
};

/// One sample with its two comment lines, as /metrics shows it.
std::string gauge(std::string_view name, std::string_view help, std::uint64_t value);

}  // namespace masthead::http
