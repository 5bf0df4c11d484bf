#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feeds/author.hpp"

namespace masthead::feeds {

/// The profile behind an address; nothing for share links, posts, shows that are not
/// persons, and addresses that are on no platform that we know.
///     "http://mobile.twitter.com/Ada?ref=x" -> {"twitter", "Ada", "https://x.com/Ada"}
std::optional<Profile> profile_of_url(std::string_view url);

/// The profile of a handle whose platform is known: "@ada" on "twitter", "@ada@social.example" on "mastodon".
std::optional<Profile> profile_of_handle(std::string_view platform, std::string_view handle);

/// The `rel` that Byline has for a platform: its own name, or "me" for those that Byline does not know.
std::string byline_rel(std::string_view platform);

/// What a platform is called on pages: "X (Twitter)", "Mastodon".
std::string platform_title(std::string_view platform);

/// Whether two profiles are the same account.
bool same_account(const Profile& a, const Profile& b);

}  // namespace masthead::feeds
