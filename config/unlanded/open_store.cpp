#include <stdexcept>

#include "storage/store.hpp"

namespace masthead::storage {
std::unique_ptr<Store> open_store(const OpenOptions&) { throw std::logic_error("not built yet"); }
}  // namespace masthead::storage
