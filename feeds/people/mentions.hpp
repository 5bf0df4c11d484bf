#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/people/prose.hpp"
#include "feeds/people/prose_tokens.hpp"

namespace masthead::feeds {

/// An account that a bio mentions, with what stands around it: whose it is has to be judged by that.
struct Mention {
    std::size_t token = 0;             ///< the token of the handle
    std::optional<Profile> profile;    ///< nothing when no platform has such handles
    bool is_bare = false;              ///< neither a label nor a link tells the platform: Twitter's, in old texts
    bool is_plain_word = false;        ///< "on Twitter at ada": only a name that is like it makes a handle of it
    std::optional<std::size_t> label;  ///< the token that names the platform
    std::vector<std::size_t> between;  ///< tokens from the label, the handle before or the sentence's start to this one
    std::vector<std::size_t> before;   ///< tokens of the sentence before the label
};

/// The mentions in the order of the text; an e-mail address is none.
std::vector<Mention> mentions_in(const BioText& bio, const std::vector<ProseToken>& tokens);

/// Whether a token is an e-mail address or an account of the fediverse without its first '@'.
bool is_mail_address(const ProseToken& token);

}  // namespace masthead::feeds
