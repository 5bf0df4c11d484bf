#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/people/mentions.hpp"
#include "feeds/people/prose_tokens.hpp"

namespace masthead::feeds {

/// The bio without what says where its subject is found: "Ada teaches. Twitter: @ada" -> "Ada teaches." `names` are
/// those of its subjects.
std::string without_contact(std::string_view line, const std::vector<ProseToken>& tokens,
                            const std::vector<Mention>& mentions, const std::vector<std::string>& names);

/// Whether a word only leads to a handle: "follow", "her", "on".
bool is_contact_word(const ProseToken& token);

}  // namespace masthead::feeds
