#include "fetchers/politeness.hpp"

#include <iterator>
#include <utility>

namespace masthead::fetchers {

void HostQueue::push(const std::string& host, std::unique_ptr<Fetching> fetching) {
    hosts_[host].waiting.push_back(std::move(fetching));
}

std::unique_ptr<Fetching> HostQueue::pop(Moment now) {
    Host* next = nullptr;
    for (auto& [name, host] : hosts_) {
        if (host.waiting.empty() || host.free_at > now || (per_host_ > 0 && host.running >= per_host_)) continue;
        if (next == nullptr || host.served < next->served) next = &host;
    }
    if (next == nullptr) return nullptr;
    auto fetching = std::move(next->waiting.front());
    next->waiting.pop_front();
    ++next->running;
    next->free_at = now + gap_;
    next->served = ++turns_;
    return fetching;
}

void HostQueue::finished(const std::string& host, Moment now) {
    const auto found = hosts_.find(host);
    if (found != hosts_.end() && found->second.running > 0) --found->second.running;
    // Hosts that nothing is remembered of any more go, so that the map does not grow with every host ever asked.
    for (auto it = hosts_.begin(); it != hosts_.end();) {
        const Host& known = it->second;
        const bool idle = known.waiting.empty() && known.running == 0 && known.free_at <= now;
        it = idle ? hosts_.erase(it) : std::next(it);
    }
}

std::vector<std::unique_ptr<Fetching>> HostQueue::take_all() {
    std::vector<std::unique_ptr<Fetching>> out;
    for (auto& [name, host] : hosts_)
        for (auto& fetching : host.waiting) out.push_back(std::move(fetching));
    hosts_.clear();
    return out;
}

}  // namespace masthead::fetchers
