#pragma once

#include <span>
#include <string_view>

namespace masthead::feeds {

// The words by which author values and bios are read, in the languages of the feeds that we know. Every word stands in
// its folded form (text/fold.hpp).

using WordList = std::span<const std::string_view>;

bool has_word(WordList list, std::string_view folded_word);
/// Whether one of the list is how the word begins: "professora" by "profess".
bool has_stem(WordList stems, std::string_view folded_word);

/// What stands before a name and says what the person did: the people behind it are authors, or they are not.
struct Label {
    enum class Kind { author, other };
    std::string_view phrase;
    Kind kind;
    /// Names begin with it, too ("von", "di", "Author Name"): it needs a colon or a full name behind it.
    bool may_be_name = false;
};
std::span<const Label> labels();

extern const WordList conjunctions;          ///< between two names, full ones or not: "and", "und"
extern const WordList careful_conjunctions;  ///< stand inside names, too: "y", "e", "i"
extern const WordList telling_phrases;       ///< between two authors, several words: "as told to"
extern const WordList particles;             ///< words in lower case inside names: "van", "de"
extern const WordList titles;                ///< before a name: "dr", "prof"
extern const WordList suffixes;              ///< behind a name and part of it: "jr", "iii"
extern const WordList degrees;               ///< behind a name and not part of it: "phd"
extern const WordList nobody;                ///< whole values that name nobody: "admin"
extern const WordList nobody_words;          ///< words that no name holds: "noreply"
extern const WordList articles;              ///< first words of what is no name: "a", "our", "la"
extern const WordList role_stems;            ///< "profess", "correspond": never part of a name
extern const WordList role_words;            ///< "writer", "fellow": roles, and now and then surnames
extern const WordList organization_stems;    ///< "universit", "institut"
extern const WordList organization_words;    ///< "press", "llc"
extern const WordList desk_words;            ///< last words of a desk or team: "desk", "newsroom"
extern const WordList desk_adjectives;       ///< before a role without a name: "news", "staff"
extern const WordList place_prepositions;    ///< between a name and where: "at", "from", "bei"
extern const WordList role_places;           ///< between a role and where, in prose: "at", "an", "en"
extern const WordList date_prepositions;     ///< between a name and a date: "on", "am"
extern const WordList joined_roles;          ///< written right behind a name: "記者", "기자"
extern const WordList joined_honorifics;     ///< the same, for politeness only: "さん", "님"

extern const WordList bio_verbs;       ///< between a name and what its bearer does: "is", "writes"
extern const WordList copulas;         ///< those of them before a role: "is", "ist"
extern const WordList role_ends;       ///< words that end a role in prose: "at", "and", "who"
extern const WordList contact_words;   ///< around a handle: "follow her on", "folgen Sie ihm auf"
extern const WordList on_words;        ///< right before a platform: "on", "auf"
extern const WordList account_owners;  ///< what has accounts without being the author: "show", "us"
extern const WordList pronouns;        ///< how a bio begins that gives no name: "She"

/// A platform as prose names it. A stem matches inflected words, too: "Twitterze".
struct PlatformWord {
    std::string_view word;
    std::string_view platform;
    bool is_stem = true;
};
std::span<const PlatformWord> platform_words();

}  // namespace masthead::feeds
