#include "fetchers/discover.hpp"

#include <stdexcept>

namespace masthead::fetchers {
Discovery discover(const std::vector<std::string>&, const std::optional<std::string>&, const Fetch&, const Options&,
                   feeds::Time) {
    throw std::logic_error("not built yet");
}
}  // namespace masthead::fetchers
