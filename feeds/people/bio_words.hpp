#pragma once

#include "feeds/people/word_list.hpp"

namespace masthead::feeds {

// The words by which a bio says what its subject does.

extern const WordList pronouns;     ///< how a bio begins that gives no name: "She"
extern const WordList bio_verbs;    ///< between a name and what its bearer does: "is", "writes"
extern const WordList copulas;      ///< those of them before a role: "is", "ist"
extern const WordList role_places;  ///< between a role and where, in prose: "at", "an", "en"
extern const WordList role_ends;    ///< words that end a role in prose: "at", "and", "who"

}  // namespace masthead::feeds
