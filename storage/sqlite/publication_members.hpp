#pragma once

#include "feeds/publication.hpp"
#include "storage/sqlite/json_codec.hpp"
#include "storage/sqlite/people_members.hpp"

namespace masthead::storage::sqlite {

template <>
inline constexpr auto members<feeds::Link> =
    std::tuple{Member{"rel", &feeds::Link::rel},           Member{"url", &feeds::Link::url},
               Member{"type", &feeds::Link::type},         Member{"title", &feeds::Link::title},
               Member{"language", &feeds::Link::language}, Member{"length", &feeds::Link::length}};

template <>
inline constexpr auto members<feeds::ExtensionElement::Attribute> =
    std::tuple{Member{"name", &feeds::ExtensionElement::Attribute::name},
               Member{"value", &feeds::ExtensionElement::Attribute::value}};

template <>
inline constexpr auto members<feeds::ExtensionElement> =
    std::tuple{Member{"uri", &feeds::ExtensionElement::uri},
               Member{"name", &feeds::ExtensionElement::name},
               Member{"attributes", &feeds::ExtensionElement::attributes},
               Member{"text", &feeds::ExtensionElement::text},
               Member{"depth", &feeds::ExtensionElement::depth},
               Member{"prefix", &feeds::ExtensionElement::prefix}};

/// Of a publication what a source shows of it.
inline constexpr auto said_of_source = std::tuple{Member{"id", &feeds::Publication::id},
                                                  Member{"title", &feeds::Publication::title},
                                                  Member{"url", &feeds::Publication::url},
                                                  Member{"language", &feeds::Publication::language},
                                                  Member{"image", &feeds::Publication::image},
                                                  Member{"rights", &feeds::Publication::rights},
                                                  Member{"extensions", &feeds::Publication::extensions}};

template <>
inline constexpr auto members<feeds::Publication> = std::tuple_cat(
    said_of_source,
    std::tuple{
        Member{"title_html", &feeds::Publication::title_html}, Member{"description", &feeds::Publication::description},
        Member{"icon", &feeds::Publication::icon}, Member{"generator", &feeds::Publication::generator},
        Member{"self_url", &feeds::Publication::self_url}, Member{"next_url", &feeds::Publication::next_url},
        Member{"hub_url", &feeds::Publication::hub_url}, Member{"podcast_guid", &feeds::Publication::podcast_guid},
        Member{"new_feed_url", &feeds::Publication::new_feed_url}, Member{"published", &feeds::Publication::published},
        Member{"updated", &feeds::Publication::updated}, Member{"is_explicit", &feeds::Publication::is_explicit},
        Member{"is_locked", &feeds::Publication::is_locked}, Member{"categories", &feeds::Publication::categories},
        Member{"links", &feeds::Publication::links}, Member{"ttl", &feeds::Publication::ttl},
        Member{"skip_hours", &feeds::Publication::skip_hours}, Member{"skip_days", &feeds::Publication::skip_days}});

template <>
inline constexpr auto members<feeds::OriginalFeed> = std::tuple{
    Member{"publication", &feeds::OriginalFeed::publication}, Member{"people", &feeds::OriginalFeed::people}};

}  // namespace masthead::storage::sqlite
