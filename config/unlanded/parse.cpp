#include "feeds/parse/parse.hpp"

#include <stdexcept>

namespace masthead::feeds {
Result<Document, ParseError> parse(std::string_view, const DocumentAddress&, const Limits&) {
    throw std::logic_error("not built yet");
}
}  // namespace masthead::feeds
