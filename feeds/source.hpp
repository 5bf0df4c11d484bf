#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/entry.hpp"

namespace masthead::feeds {

enum class SourceId : std::int64_t {};
inline auto format_as(SourceId id) { return static_cast<std::int64_t>(id); }

/// How much of an entry's text is published. `as_given` is the default of feeds, `excerpt` that of pages without one.
enum class TextPolicy { as_given, excerpt, full };

/// How a fetch ended. All but `ok` and `unchanged` are errors on the source; its entries and validators stay.
enum class Outcome {
    ok,
    unchanged,        ///< 304
    too_large,        ///< a limit of bytes, headers, entries, depth or nodes
    timeout,          ///< too slow or silent
    bad_redirect,     ///< too many, a loop, no or an unusable Location
    blocked_address,  ///< an address, port or scheme that must not be contacted
    malformed,        ///< the document or the message is not what it should be
    unsupported,      ///< an unknown coding, charset, version or media type
    network,          ///< refused, reset, closed early, TLS failed
    status,           ///< an HTTP status that is an error for now
    gone,             ///< 410: not asked again until the admin says so
};

/// One place that is pulled.
struct Source {
    enum class Type { feed, page, mailbox };

    SourceId id{};
    std::string key;  ///< UUID, made once; survives a change of `url` and is the root of its entries' ids
    std::string slug;
    std::string url;
    Type type = Type::feed;
    std::optional<Kind> kind;  ///< the kind of its entries when the admin or `follow` fixed it
    std::string title;
    std::string home_url;
    std::string feed_id;  ///< the Atom id of the origin, for atom:source
    std::string image;
    std::string language;
    std::string rights;
    std::vector<AuthorId> authors;  ///< default authors: of its entries that name nobody
    TextPolicy text = TextPolicy::as_given;
    bool is_public = true;                         ///< false: its entries are in no public feed
    bool paused = false;                           ///< by the admin
    std::optional<std::chrono::seconds> interval;  ///< fixed by the admin
    std::optional<std::string> user_agent;
    std::vector<ExtensionElement> extensions;  ///< of its channel: published only where a feed holds this show alone

    bool operator==(const Source&) const = default;
};

/// What is remembered of a source's last fetches.
struct FetchState {
    std::string etag;           ///< byte for byte as it came
    std::string last_modified;  ///< likewise
    std::string body_hash;      ///< of the last document that was parsed
    std::optional<Time> last_fetch;
    std::optional<Time> last_ok;
    std::optional<Time> last_change;  ///< when an entry last came or changed
    std::optional<Time> next_fetch;   ///< unset: as soon as possible
    std::optional<Time> failing_since;
    std::uint32_t failures = 0;  ///< in a row
    Outcome outcome = Outcome::ok;
    int http_status = 0;
    std::string message;   ///< of the last failure, one line
    std::string moved_to;  ///< where permanent redirects led, and since when
    std::optional<Time> moved_since;
    bool gone = false;  ///< 410

    bool operator==(const FetchState&) const = default;
};

}  // namespace masthead::feeds
