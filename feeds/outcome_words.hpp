#pragma once

#include <string_view>

#include "feeds/source.hpp"

namespace masthead::feeds {

/// The outcome's name as the log, tables and JSON have it: "too_large".
std::string_view word_of(Outcome outcome);

}  // namespace masthead::feeds
