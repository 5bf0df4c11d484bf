#include "config/units.hpp"

#include <array>
#include <charconv>
#include <limits>
#include <span>

#include <fmt/format.h>

namespace masthead::config {
namespace {

struct Unit {
    std::string_view name;
    std::uint64_t size;
};

// Smallest first.
constexpr auto durations =
    std::to_array<Unit>({{"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}});
constexpr auto sizes = std::to_array<Unit>({{"", 1},
                                            {"B", 1},
                                            {"KiB", std::uint64_t{1} << 10},
                                            {"MiB", std::uint64_t{1} << 20},
                                            {"GiB", std::uint64_t{1} << 30},
                                            {"TiB", std::uint64_t{1} << 40}});

std::optional<std::uint64_t> parse(std::string_view text, std::span<const Unit> units) {
    std::uint64_t number = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (wrong != std::errc{}) return std::nullopt;
    const auto name = text.substr(static_cast<std::size_t>(end - text.data()));
    constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    for (const auto& unit : units)
        if (unit.name == name && number <= most / unit.size) return number * unit.size;
    return std::nullopt;
}

std::string format(std::uint64_t number, std::span<const Unit> units) {
    const Unit* best = &units.front();
    for (const auto& unit : units)
        if (number != 0 && number % unit.size == 0 && unit.size > best->size) best = &unit;
    return fmt::format("{}{}", number / best->size, best->name);
}

}  // namespace

std::optional<std::chrono::milliseconds> parse_duration(std::string_view text) {
    const auto number = parse(text, durations);
    if (!number) return std::nullopt;
    return std::chrono::milliseconds(static_cast<std::int64_t>(*number));
}

std::string format_duration(std::chrono::milliseconds duration) {
    return format(static_cast<std::uint64_t>(duration.count()), durations);
}

std::optional<std::size_t> parse_bytes(std::string_view text) { return parse(text, sizes); }

std::string format_bytes(std::size_t bytes) { return format(bytes, sizes); }

std::string rounded_bytes(std::uint64_t bytes) {
    const Unit* unit = &sizes[1];
    for (const auto& larger : sizes)
        if (bytes >= larger.size && larger.size > unit->size) unit = &larger;
    if (unit->size == 1) return fmt::format("{} B", bytes);
    return fmt::format("{:.1f} {}", static_cast<double>(bytes) / static_cast<double>(unit->size), unit->name);
}

}  // namespace masthead::config
