#include "config/nearest.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace masthead::config {
namespace {

// Optimal string alignment distance, by three rows of its table.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& names) {
    constexpr std::size_t longest = 64;  // of what is worth a comparison; the cost grows with the square
    if (typed.empty() || typed.size() > longest) return std::nullopt;
    std::size_t best = std::max<std::size_t>(1, typed.size() / 3) + 1;
    std::optional<std::string> found;
    for (const auto& name : names) {
        if (name.size() > longest) continue;
        const auto apart = distance(typed, name);
        if (apart >= best) continue;
        best = apart;
        found = name;
    }
    return found;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& names, std::string_view otherwise) {
    const auto name = nearest(typed, names);
    return name ? fmt::format("Did you mean \"{}\"?", *name) : std::string(otherwise);
}

}  // namespace masthead::config
