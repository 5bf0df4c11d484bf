#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace masthead::feeds {

/// Whether each word is greater than the one before it, as `is_one_of_sorted` needs it: for a static_assert.
template <std::size_t N>
constexpr bool is_sorted(const std::array<std::string_view, N>& words) {
    for (std::size_t n = 1; n < N; ++n)
        if (!(words[n - 1] < words[n])) return false;
    return true;
}

/// Whether `word` is in a list that is in order; for long lists that are asked for every tag.
template <std::size_t N>
bool is_one_of_sorted(const std::array<std::string_view, N>& sorted, std::string_view word) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// Whether `word` is in a list in any order.
template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace masthead::feeds
