#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace masthead::config {

/// "250ms", "1s", "15m", "24h", "7d". Nothing for anything else, a bare number included: its unit would be a guess.
std::optional<std::chrono::milliseconds> parse_duration(std::string_view text);

/// In the largest unit that divides it: 900000 ms -> "15m".
std::string format_duration(std::chrono::milliseconds duration);

/// "512", "64KiB", "16MiB", "1GiB".
std::optional<std::size_t> parse_bytes(std::string_view text);

/// In the largest unit that divides it: "16MiB".
std::string format_bytes(std::size_t bytes);

/// For people: "3.4 MiB".
std::string rounded_bytes(std::uint64_t bytes);

}  // namespace masthead::config
