#include <stdexcept>

#include "feeds/parse/parse.hpp"

namespace masthead::feeds {
void inherit_credits(Document&) { throw std::logic_error("not built yet"); }
}  // namespace masthead::feeds
