#pragma once

#include <filesystem>

namespace masthead::tests {

/// The checkout that the tests were built from.
std::filesystem::path source_folder();

/// tests/data: documents with their expected values beside them.
std::filesystem::path data_folder();

/// The program under test; only end_to_end depends on it being built.
std::filesystem::path program();

}  // namespace masthead::tests
