#pragma once

#include "feeds/people/word_list.hpp"

namespace masthead::feeds {

// The words of roles and of organizations, which are never or seldom part of a name.

extern const WordList role_stems;          ///< "profess", "correspond": never part of a name
extern const WordList role_words;          ///< "writer", "fellow": roles, and now and then surnames
extern const WordList joined_roles;        ///< written right behind a name: "記者", "기자"
extern const WordList organization_stems;  ///< "universit", "institut"
extern const WordList organization_words;  ///< "press", "llc"
extern const WordList desk_words;          ///< last words of a desk or team: "desk", "newsroom"
extern const WordList desk_adjectives;     ///< before a role without a name: "news", "staff"

}  // namespace masthead::feeds
