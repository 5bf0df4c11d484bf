#include "fetchers/transport_loop.hpp"

#include <algorithm>
#include <stdexcept>

namespace masthead::fetchers {

namespace {

using Clock = std::chrono::steady_clock;

// Also how late a host's gap or memory that came free is noticed.
constexpr int poll_ms = 100;
constexpr const char* stopping = "masthead is stopping";

AddressGuard guard_of(const Options& options) {
    auto guard = AddressGuard::from(options.allow_private);
    // The settings were checked with the same function before: whoever comes here made them up himself.
    if (!guard) throw std::invalid_argument("fetch.allow_private: " + guard.error());
    return *guard;
}

}  // namespace

Transport::Loop::Loop(Options options)
    : options_(std::move(options)),
      guard_(guard_of(options_)),
      budget_(options_.memory),
      multi_(make_multi()),
      waiting_(options_.per_host, options_.host_gap) {
    // Second line only: transfers beyond these limits wait in our own queue, where no time limit runs.
    curl_multi_setopt(multi_.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, static_cast<long>(options_.concurrency));
    curl_multi_setopt(multi_.get(), CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(options_.per_host));
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Transport::Loop::~Loop() { stop(); }

void Transport::Loop::stop() {
    thread_.request_stop();
    curl_multi_wakeup(multi_.get());
}

void Transport::Loop::submit(std::unique_ptr<Fetching> fetching) {
    if (!take(fetching)) return fetching->abandon(stopping);
    curl_multi_wakeup(multi_.get());
}

bool Transport::Loop::take(std::unique_ptr<Fetching>& fetching) {
    std::lock_guard lock(mutex_);
    if (closed_) return false;
    arrived_.push_back(std::move(fetching));
    return true;
}

void Transport::Loop::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        share_memory();
        int still_running = 0;
        curl_multi_perform(multi_.get(), &still_running);
        end_finished();
        take_arrived();
        start_waiting();  // behind end_finished: a place that came free is taken at once
        // A stop or an arrival after this line wakes the poll at once: curl_multi_wakeup is remembered.
        if (!stop.stop_requested()) curl_multi_poll(multi_.get(), nullptr, 0, poll_ms, nullptr);
    }
    abandon_all();
}

void Transport::Loop::take_arrived() {
    std::vector<std::unique_ptr<Fetching>> arrived;
    {
        std::lock_guard lock(mutex_);
        arrived.swap(arrived_);
    }
    for (auto& fetching : arrived) {
        const std::string host = fetching->host();
        if (host.empty())
            fetching->refuse();
        else
            waiting_.push(host, std::move(fetching));
    }
}

void Transport::Loop::start_waiting() {
    while (running_.size() < options_.concurrency && !budget_.is_spent()) {
        auto fetching = waiting_.pop(Clock::now());
        if (!fetching) return;
        if (fetching->start(options_, guard_, budget_, Clock::now())) {
            run_handle(std::move(fetching));
        } else {
            waiting_.finished(fetching->host(), Clock::now());
            fetching->deliver();
        }
    }
}

void Transport::Loop::run_handle(std::unique_ptr<Fetching> fetching) {
    curl_multi_add_handle(multi_.get(), fetching->handle());
    running_.push_back(std::move(fetching));
}

void Transport::Loop::end_finished() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
        if (message->msg != CURLMSG_DONE) continue;
        CURL* handle = message->easy_handle;
        const CURLcode code = message->data.result;  // the message dies with the handle's removal
        curl_multi_remove_handle(multi_.get(), handle);
        const auto found = std::find_if(running_.begin(), running_.end(),
                                        [&](const auto& fetching) { return fetching->handle() == handle; });
        go_on(found, code);
    }
}

void Transport::Loop::go_on(Running::iterator running, CURLcode code) {
    const std::string asked = (*running)->host();
    const auto next = (*running)->proceed(code, Clock::now());
    if (next == Fetching::Next::request) {
        curl_multi_add_handle(multi_.get(), (*running)->handle());
        return;
    }
    auto fetching = std::move(*running);
    running_.erase(running);
    waiting_.finished(asked, Clock::now());
    const std::string host = fetching->host();
    if (next == Fetching::Next::other_host)
        waiting_.push(host, std::move(fetching));
    else
        fetching->deliver();
}

// When the budget is spent, all but the oldest fetch wait until documents are done with.
void Transport::Loop::share_memory() {
    if (running_.empty()) return;
    running_.front()->let_pass();
    const bool spent = budget_.is_spent();
    for (auto& fetching : running_)
        if (fetching->is_paused() && (!spent || fetching == running_.front())) fetching->resume();
}

void Transport::Loop::abandon_all() {
    for (auto& fetching : running_) {
        curl_multi_remove_handle(multi_.get(), fetching->handle());
        fetching->abandon(stopping);
    }
    running_.clear();
    {
        std::lock_guard lock(mutex_);
        closed_ = true;
    }
    take_arrived();
    for (auto& fetching : waiting_.take_all()) fetching->abandon(stopping);
}

}  // namespace masthead::fetchers
