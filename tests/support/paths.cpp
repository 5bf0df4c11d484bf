#include "tests/support/paths.hpp"

namespace masthead::tests {

std::filesystem::path source_folder() { return MASTHEAD_SOURCE_DIR; }

std::filesystem::path data_folder() { return source_folder() / "tests" / "data"; }

std::filesystem::path program() { return MASTHEAD_PROGRAM; }

}  // namespace masthead::tests
