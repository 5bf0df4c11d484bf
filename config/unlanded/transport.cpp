#include "fetchers/transport.hpp"

#include <stdexcept>

namespace masthead::fetchers {
class Transport::Loop {};
Transport::Transport(Options) { throw std::logic_error("not built yet"); }
Transport::~Transport() = default;
FetchResult Transport::fetch(Request) { throw std::logic_error("not built yet"); }
}  // namespace masthead::fetchers
