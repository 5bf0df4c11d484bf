#pragma once

#include <array>
#include <string_view>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "feeds/author.hpp"
#include "feeds/entry.hpp"
#include "feeds/source.hpp"

namespace masthead::storage::sqlite {

// The words that stand for enumerators in the tables, in the enumerators' order. A word never changes: it is in files
// that are out there; enumerators may be renamed.
template <class E>
inline constexpr std::array<std::string_view, 0> words{};

template <>
inline constexpr std::array<std::string_view, 3> words<feeds::Kind>{"post", "episode", "newsletter"};
template <>
inline constexpr std::array<std::string_view, 2> words<feeds::Author::Type>{"person", "organization"};
template <>
inline constexpr std::array<std::string_view, 6> words<feeds::Origin>{"admin", "byline",   "own_page",
                                                                      "feed",  "metadata", "prose"};
template <>
inline constexpr std::array<std::string_view, 5> words<feeds::Part>{"author", "host", "guest", "editor", "contributor"};
template <>
inline constexpr std::array<std::string_view, 8> words<feeds::Field>{"name",  "bio",  "url",         "avatar",
                                                                     "email", "role", "affiliation", "profile"};
template <>
inline constexpr std::array<std::string_view, 3> words<feeds::Source::Type>{"feed", "page", "mailbox"};
template <>
inline constexpr std::array<std::string_view, 3> words<feeds::TextPolicy>{"as_given", "excerpt", "full"};
template <>
inline constexpr std::array<std::string_view, 11> words<feeds::Outcome>{
    "ok",        "unchanged",   "too_large", "timeout", "bad_redirect", "blocked_address",
    "malformed", "unsupported", "network",   "status",  "gone"};

template <class E>
concept Worded = words<E>
.size() > 0;

template <Worded E>
constexpr std::string_view word(E value) {
    return words<E>.at(static_cast<std::size_t>(value));
}

/// Throws as for a damaged file when no enumerator has that word.
template <Worded E>
E from_word(std::string_view text) {
    for (std::size_t i = 0; i < words<E>.size(); ++i)
        if (words<E>[i] == text) return static_cast<E>(i);
    throw SQLite::Exception("a column holds a word that is not known", SQLITE_CORRUPT);
}

}  // namespace masthead::storage::sqlite
