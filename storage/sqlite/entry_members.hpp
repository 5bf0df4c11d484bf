#pragma once

#include "feeds/entry.hpp"
#include "storage/sqlite/json_codec.hpp"
#include "storage/sqlite/publication_members.hpp"

namespace masthead::storage::sqlite {

template <>
inline constexpr auto members<feeds::Enclosure> =
    std::tuple{Member{"url", &feeds::Enclosure::url}, Member{"type", &feeds::Enclosure::type},
               Member{"title", &feeds::Enclosure::title}, Member{"bytes", &feeds::Enclosure::bytes},
               Member{"duration", &feeds::Enclosure::duration}};

template <>
inline constexpr auto members<feeds::Transcript> =
    std::tuple{Member{"url", &feeds::Transcript::url}, Member{"type", &feeds::Transcript::type},
               Member{"language", &feeds::Transcript::language}, Member{"rel", &feeds::Transcript::rel}};

template <>
inline constexpr auto members<feeds::Soundbite> =
    std::tuple{Member{"start", &feeds::Soundbite::start}, Member{"duration", &feeds::Soundbite::duration},
               Member{"text", &feeds::Soundbite::text}};

template <>
inline constexpr auto members<feeds::EpisodeDetails> =
    std::tuple{Member{"number", &feeds::EpisodeDetails::number},
               Member{"number_display", &feeds::EpisodeDetails::number_display},
               Member{"season", &feeds::EpisodeDetails::season},
               Member{"season_name", &feeds::EpisodeDetails::season_name},
               Member{"type", &feeds::EpisodeDetails::type},
               Member{"is_explicit", &feeds::EpisodeDetails::is_explicit},
               Member{"has_cover", &feeds::EpisodeDetails::has_cover},
               Member{"transcripts", &feeds::EpisodeDetails::transcripts},
               Member{"chapters_url", &feeds::EpisodeDetails::chapters_url},
               Member{"chapters_type", &feeds::EpisodeDetails::chapters_type},
               Member{"soundbites", &feeds::EpisodeDetails::soundbites},
               Member{"location", &feeds::EpisodeDetails::location},
               Member{"license", &feeds::EpisodeDetails::license},
               Member{"license_url", &feeds::EpisodeDetails::license_url},
               Member{"duration", &feeds::EpisodeDetails::duration}};

/// Of an entry what is never searched and belongs to what it says.
inline constexpr auto entry_details = std::tuple{Member{"title_html", &feeds::Entry::title_html},
                                                 Member{"enclosures", &feeds::Entry::enclosures},
                                                 Member{"external_url", &feeds::Entry::external_url},
                                                 Member{"comments_url", &feeds::Entry::comments_url},
                                                 Member{"rights", &feeds::Entry::rights},
                                                 Member{"links", &feeds::Entry::links},
                                                 Member{"episode", &feeds::Entry::episode}};

/// What hangs on an entry: it changes by itself, as a count of comments does, without a word of the entry changing.
inline constexpr auto entry_attachments =
    std::tuple{Member{"extensions", &feeds::Entry::extensions}, Member{"original", &feeds::Entry::original}};

}  // namespace masthead::storage::sqlite
