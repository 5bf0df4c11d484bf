#pragma once

#include "feeds/author.hpp"
#include "storage/sqlite/json_codec.hpp"

namespace masthead::storage::sqlite {

template <>
inline constexpr auto members<feeds::Profile> =
    std::tuple{Member{"platform", &feeds::Profile::platform}, Member{"handle", &feeds::Profile::handle},
               Member{"url", &feeds::Profile::url}};

template <>
inline constexpr auto members<feeds::Person> = std::tuple{Member{"name", &feeds::Person::name},
                                                          Member{"bio", &feeds::Person::bio},
                                                          Member{"url", &feeds::Person::url},
                                                          Member{"avatar", &feeds::Person::avatar},
                                                          Member{"email", &feeds::Person::email},
                                                          Member{"role", &feeds::Person::role},
                                                          Member{"affiliation", &feeds::Person::affiliation},
                                                          Member{"profiles", &feeds::Person::profiles}};

/// Of a credit what has no column: all but part and author.
inline constexpr auto credit_details = std::tuple{Member{"person", &feeds::Credit::person},
                                                  Member{"podcast_role", &feeds::Credit::podcast_role},
                                                  Member{"podcast_group", &feeds::Credit::podcast_group},
                                                  Member{"origin", &feeds::Credit::origin},
                                                  Member{"of_feed", &feeds::Credit::of_feed},
                                                  Member{"raw", &feeds::Credit::raw}};

template <>
inline constexpr auto members<feeds::Credit> = std::tuple_cat(credit_details,
                                                              std::tuple{Member{"part", &feeds::Credit::part}});

}  // namespace masthead::storage::sqlite
