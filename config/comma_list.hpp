#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace masthead::config {

/// The parts of a list with commas, without the spaces around them; empty parts are left out.
std::vector<std::string> comma_parts(std::string_view text);

}  // namespace masthead::config
