#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/extension.hpp"
#include "feeds/rare_text.hpp"
#include "feeds/time.hpp"

namespace masthead::feeds {

/// A link of a feed or an entry as Atom has it (RFC 4287, section 4.2.7); those of other formats are written the same.
struct Link {
    std::string rel;  ///< "alternate" when the document says none
    std::string url;  ///< absolute; empty where the document gives none or one that may not be published
    RareText type, title, language;
    std::optional<std::uint64_t> length;

    bool operator==(const Link&) const = default;
};

/// What a feed or page says of itself. Plain text but for `description`, which is a safe HTML fragment.
struct Publication {
    std::string id;  ///< Atom id
    std::string title;
    RareText title_html;  ///< a safe HTML fragment, only of a title that links somewhere or shows a picture
    std::string url;      ///< of its web page
    std::string description;
    std::string language;
    std::string image;
    std::string icon;  ///< small and square; `image` where there is no larger picture
    std::string rights;
    std::string generator;
    std::string self_url;  ///< where it says that it is published
    std::string next_url;  ///< RFC 5005 `next` or `prev-archive`, JSON Feed `next_url`
    std::string hub_url;
    std::string podcast_guid;
    std::string new_feed_url;  ///< itunes:new-feed-url: offered to the admin, not obeyed
    std::optional<Time> published;
    std::optional<Time> updated;
    std::optional<bool> is_explicit;
    std::optional<bool> is_locked;
    std::vector<std::string> categories;
    std::vector<Link> links;                   ///< all of them, in order
    std::vector<ExtensionElement> extensions;  ///< what else its extensions say: podcast:funding, podcast:medium, ...
    std::optional<std::chrono::minutes> ttl;   ///< RSS ttl or sy:update*; only ever lengthens the interval
    std::vector<int> skip_hours;               ///< 0..23, GMT
    std::vector<int> skip_days;                ///< 0 is Sunday

    bool operator==(const Publication&) const = default;
};

/// The feed that an entry was taken from by who publishes it here (atom:source, the `source` of RSS).
struct OriginalFeed {
    Publication publication;
    std::vector<Credit> people;

    bool operator==(const OriginalFeed&) const = default;
};

}  // namespace masthead::feeds
