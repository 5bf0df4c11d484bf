#pragma once

#include "feeds/people/word_list.hpp"

namespace masthead::feeds {

// The words in and around names in author values: between them, before them, behind them.

extern const WordList conjunctions;          ///< between two names, full ones or not: "and", "und"
extern const WordList careful_conjunctions;  ///< stand inside names, too: "y", "e", "i"
extern const WordList telling_phrases;       ///< between two authors, several words: "as told to"
extern const WordList particles;             ///< words in lower case inside names: "van", "de"
extern const WordList titles;                ///< before a name: "dr", "prof"
extern const WordList suffixes;              ///< behind a name and part of it: "jr", "iii"
extern const WordList degrees;               ///< behind a name and not part of it: "phd"
extern const WordList joined_honorifics;     ///< the same, for politeness only: "さん", "님"
extern const WordList articles;              ///< first words of what is no name: "a", "our", "la"
extern const WordList definite_articles;     ///< of the articles
extern const WordList place_prepositions;    ///< between a name and where: "at", "from", "bei"
extern const WordList date_prepositions;     ///< between a name and a date: "on", "am"

}  // namespace masthead::feeds
