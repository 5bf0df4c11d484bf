#include "fetchers/puller.hpp"

#include <stdexcept>

namespace masthead::fetchers {
Puller::Puller(storage::Store& store, Fetch, Options, std::function<feeds::Time()>) : store_(store) {
    throw std::logic_error("not built yet");
}
PullReport Puller::pull(feeds::SourceId) { throw std::logic_error("not built yet"); }
}  // namespace masthead::fetchers
