#pragma once

#include <string_view>

namespace masthead::feeds {

// The forms of handles: what a platform allows as the name of an account. None of these
// takes a leading '@'.

/// `least` to `most` ASCII letters, digits and `marks`.
bool is_ascii_handle(std::string_view handle, std::size_t least, std::size_t most, std::string_view marks);

/// The same with letters of every script; lengths are in characters.
bool is_letters_handle(std::string_view handle, std::size_t least, std::size_t most, std::u32string_view marks);

/// "user@host": an account of the fediverse.
bool is_fediverse_handle(std::string_view handle);

/// A domain name of two labels at least (RFC 1035, section 2.3.1), or "did:plc:" and 24 of its characters.
bool is_bluesky_handle(std::string_view handle);

/// Letters and digits, single hyphens between them, 39 at most.
bool is_github_handle(std::string_view handle);

/// Sixteen digits in fours whose last is the check digit (ISO 7064, MOD 11-2).
bool is_orcid(std::string_view handle);

/// "UC" and 22 characters: the id of a YouTube channel, upper and lower case count.
bool is_youtube_channel(std::string_view handle);

/// Digits alone.
bool is_number(std::string_view handle);

/// A domain name of two labels at least, the last of them no number.
bool is_domain_name(std::string_view host);

}  // namespace masthead::feeds
