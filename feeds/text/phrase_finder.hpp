#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace masthead::feeds {

/// Looks for any of several phrases in one pass over a text, however many they are: at most places two bytes tell that
/// none of them stands there.
class PhraseFinder {
public:
    /// `phrases` are in lower case and of two bytes or more, else std::invalid_argument.
    explicit PhraseFinder(std::vector<std::string> phrases);
    explicit PhraseFinder(std::span<const std::string_view> phrases);

    /// Whether one of them is in `text`. Letters of ASCII match in either case, all else byte by byte.
    bool is_in(std::string_view text) const;

private:
    /// Where a phrase has the two bytes by which it is noticed.
    struct Anchor {
        std::uint16_t pair;
        std::uint16_t offset;
        std::size_t phrase;
    };

    void add_pair(char first, char second);
    bool stands_around(std::string_view text, std::size_t at) const;

    std::vector<std::string> phrases_;
    std::vector<Anchor> anchors_;  // by their pairs
    std::bitset<65536> noticed_;   // the pairs of all anchors, in either case
};

}  // namespace masthead::feeds
