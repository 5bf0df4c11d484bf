#pragma once

#include "feeds/feed.hpp"
#include "storage/sqlite/json_codec.hpp"

namespace masthead::storage::sqlite {

template <>
inline constexpr auto members<feeds::Selection> =
    std::tuple{Member{"authors", &feeds::Selection::authors},     Member{"sources", &feeds::Selection::sources},
               Member{"kinds", &feeds::Selection::kinds},         Member{"categories", &feeds::Selection::categories},
               Member{"languages", &feeds::Selection::languages}, Member{"match", &feeds::Selection::match}};

}  // namespace masthead::storage::sqlite
