#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/entry.hpp"

namespace masthead::feeds {

/// What tells an entry from the others of its source: its guid; without one its link; without that a hash of title and
/// date.
std::string entry_key(const Entry& entry);

/// The credits of an entry that came again: whom the feed as a whole names (Credit::of_feed) counts for the entries
/// that came while it did, so that a new host of a show does not become the host of its old episodes. What is said of
/// the same people now is taken.
std::vector<Credit> lasting_credits(const std::vector<Credit>& stored, std::vector<Credit> said);

/// Whether an origin's id may be published as it is: an absolute IRI (RFC 4287, section 4.2.6) that is http(s), a tag
/// (RFC 4151) or a URN (RFC 8141). What has another scheme ("post:12") is hardly unique in the world.
bool is_global_id(std::string_view guid);

/// The published id of an entry whose guid may not be: urn:uuid (version 5) of the source's key and the entry's.
std::string local_id(std::string_view source_key, std::string_view entry_key);

/// A version 5 UUID (RFC 9562, section 5.5) of `name` within `space`, itself a UUID; `space` empty: the URL name space.
std::string uuid5(std::string_view space, std::string_view name);

/// podcast:guid of a feed at this address.
std::string podcast_guid(std::string_view feed_url);

}  // namespace masthead::feeds
