#include "http/server.hpp"

#include <stdexcept>

namespace masthead::http {
feeds::Result<std::unique_ptr<Server>, ListenError> Server::open(storage::Store&, const feeds::Site&, const Options&,
                                                                 const std::vector<int>&,
                                                                 std::function<feeds::Time()>) {
    throw std::logic_error("not built yet");
}
}  // namespace masthead::http
