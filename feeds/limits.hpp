#pragma once

#include <cstddef>

namespace masthead::feeds {

/// What one document may take. Hitting a limit is a ParseError on that document, never on the program.
struct Limits {
    std::size_t bytes = std::size_t{16} << 20;  ///< of the decoded document
    std::size_t depth = 256;                    ///< of nested elements, arrays or objects
    std::size_t nodes = 1'000'000;              ///< elements and attributes together; a page's count fourfold
    std::size_t entries = 10'000;
};

}  // namespace masthead::feeds
