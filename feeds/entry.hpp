#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/boxed.hpp"
#include "feeds/extension.hpp"
#include "feeds/publication.hpp"
#include "feeds/rare_text.hpp"
#include "feeds/time.hpp"

namespace masthead::feeds {

enum class EntryId : std::int64_t {};
inline auto format_as(EntryId id) { return static_cast<std::int64_t>(id); }

enum class Kind { post, episode, newsletter };

/// A media file of an entry.
struct Enclosure {
    std::string url;                     ///< absolute; never resolved further, measurement prefixes included
    std::string type;                    ///< media type: "audio/mpeg"
    RareText title;                      ///< of this file, where several stand for different things
    std::optional<std::uint64_t> bytes;  ///< RSS writes 0 for unknown; here it is absent
    std::optional<std::chrono::seconds> duration;

    bool operator==(const Enclosure&) const = default;
};

/// podcast:transcript.
struct Transcript {
    std::string url, type, language, rel;
    bool operator==(const Transcript&) const = default;
};

/// podcast:soundbite; seconds from the start of the episode.
struct Soundbite {
    double start = 0, duration = 0;
    std::string text;
    bool operator==(const Soundbite&) const = default;
};

/// What the itunes and podcast elements of an item say beside people and enclosures.
struct EpisodeDetails {
    std::optional<std::uint32_t> number;
    RareText number_display;  ///< podcast:episode `display`
    std::optional<std::uint32_t> season;
    RareText season_name;
    RareText type;  ///< "full", "trailer", "bonus"
    std::optional<bool> is_explicit;
    bool has_cover = false;  ///< the entry's image is that of itunes:image
    std::vector<Transcript> transcripts;
    RareText chapters_url, chapters_type;
    std::vector<Soundbite> soundbites;
    RareText location;
    RareText license, license_url;
    std::optional<std::chrono::seconds> duration;  ///< only of an item without a file

    bool operator==(const EpisodeDetails&) const = default;
};

/// One thing published, as its origin gives it: what a parser returns and the store keeps.
/// Names, titles and categories are plain text; `summary` and `content` are safe HTML fragments (text/sanitise.hpp)
/// whose references are absolute.
struct Entry {
    std::string guid;    ///< the origin's id as written
    std::string url;     ///< of its web page, absolute, without what tracks or names a recipient
    RareText canonical;  ///< rel=canonical of its page where that differs from `url`
    std::string title;
    RareText title_html;  ///< a safe HTML fragment, only of a title that links somewhere or shows a picture
    std::string summary;
    std::string content;
    std::string language;  ///< BCP 47
    std::optional<Time> published;
    std::optional<Time> updated;
    Kind kind = Kind::post;
    std::vector<Credit> credits;
    std::vector<std::string> categories;
    std::vector<Enclosure> enclosures;
    std::string image;
    RareText external_url;  ///< what a link post points to
    RareText comments_url;
    RareText rights;
    std::vector<Link> links;                   ///< all that the document gives, in order
    std::vector<ExtensionElement> extensions;  ///< what else its extensions say
    Boxed<OriginalFeed> original;              ///< where its publisher took it from
    EpisodeDetails episode;

    bool operator==(const Entry&) const = default;
};

}  // namespace masthead::feeds
