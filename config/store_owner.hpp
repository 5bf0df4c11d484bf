#pragma once

#include <filesystem>
#include <optional>

#include "config/errors.hpp"

namespace masthead::config {

/// Run as root with a store that belongs to somebody else, the program becomes that user (and its groups) for good, so
/// that no file of root's appears beside the store, which the daemon could not open. Anybody else stays who he is.
[[nodiscard]] std::optional<Error> take_identity_of_owner(const std::filesystem::path& store);

}  // namespace masthead::config
