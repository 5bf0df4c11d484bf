#include "storage/sqlite/slugs.hpp"

#include <fmt/format.h>

#include "feeds/people/names.hpp"

namespace masthead::storage::sqlite {

std::string free_slug(Connection& connection, std::string_view taken, std::string_view name) {
    const std::string base = feeds::slug_of(name);
    std::string slug = base;
    for (int number = 2;; ++number) {
        if (!Query(connection, taken, slug).next()) return slug;
        slug = fmt::format("{}-{}", base, number);
    }
}

}  // namespace masthead::storage::sqlite
