#include "fetchers/daemon.hpp"

#include <stdexcept>

namespace masthead::fetchers {
class Daemon::Impl {};
Daemon::Daemon(storage::Store&, Options, std::function<feeds::Time()>) { throw std::logic_error("not built yet"); }
Daemon::~Daemon() = default;
void Daemon::wake() {}
}  // namespace masthead::fetchers
