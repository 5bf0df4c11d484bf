#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masthead::config {

/// The right name that a mistyped one most likely means: the one with the fewest letters to add, take away, change or
/// swap. Nothing when none is near.
std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& names);

/// "Did you mean NAME?" or, when nothing is near, `otherwise`.
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& names, std::string_view otherwise);

}  // namespace masthead::config
