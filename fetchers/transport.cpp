#include "fetchers/transport.hpp"

#include <cassert>
#include <future>
#include <utility>

#include "fetchers/transport_loop.hpp"

namespace masthead::fetchers {

Transport::Transport(Options options) : loop_(std::make_unique<Loop>(std::move(options))) {}
Transport::~Transport() = default;

void Transport::submit(Request request, Done done) {
    loop_->submit(std::make_unique<Fetching>(std::move(request), std::move(done)));
}

void Transport::stop() { loop_->stop(); }

FetchResult Transport::fetch(Request request) {
    assert(!loop_->is_own_thread());
    std::promise<FetchResult> promise;
    auto result = promise.get_future();
    submit(std::move(request), [&promise](FetchResult fetched) { promise.set_value(std::move(fetched)); });
    return result.get();
}

}  // namespace masthead::fetchers
