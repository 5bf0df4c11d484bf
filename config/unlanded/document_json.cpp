#include "config/document_json.hpp"

#include <stdexcept>

namespace masthead::config {
std::string document_json(const feeds::Document&) { throw std::logic_error("not built yet"); }
}  // namespace masthead::config
