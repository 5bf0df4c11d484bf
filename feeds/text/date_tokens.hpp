#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/time.hpp"

namespace masthead::feeds {

/// A number, a word or a sign of a date in any notation.
struct DateToken {
    enum class Kind { number, word, sign };
    Kind kind = Kind::sign;
    std::string text;    ///< a number's digits in ASCII, a word folded, a sign itself
    int value = 0;       ///< of a number; -1 when it has more than nine digits
    bool glued = false;  ///< nothing stands between it and the token before
};

/// Cuts a date into tokens: digits of other scripts as ASCII ones, what stands in round brackets left out. At most the
/// first 64 tokens.
std::vector<DateToken> date_tokens(std::string_view text);

/// 1..12 for the name of a month, whole or cut after three letters, in the common languages; the word is folded.
std::optional<int> month_of_word(std::string_view word);

/// Minutes east of UTC for the name of a time zone as RFC 822 and the wild write it ("est", "cest", "z").
std::optional<int> zone_of_word(std::string_view word);

/// Whether a word says that the hour is of the morning or of the afternoon.
enum class Half { morning, afternoon };
std::optional<Half> half_of_word(std::string_view word);

/// Whether a word only joins the parts of a date: "at", "de", "um".
bool is_joining_word(std::string_view word);

/// The midnight that a day begins with; nothing when there is no such day.
std::optional<Time> midnight(int year, int month, int day);

/// Whether an instant is in the years 1 to 9999, which is all that the notations of feeds can write: a zone can carry
/// the last hours of a year into the next.
bool has_four_digit_year(Time time);

}  // namespace masthead::feeds
