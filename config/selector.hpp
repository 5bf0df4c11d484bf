#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/errors.hpp"
#include "feeds/author.hpp"
#include "feeds/feed.hpp"
#include "storage/store.hpp"

namespace masthead::config {

/// What can be named on the command line: by its slug, by one of its names, or by a part of either that nothing else
/// has.
struct Nameable {
    std::string slug;
    std::vector<std::string> names;
};

/// The index of the one that was typed; else an error that lists what matched, or what comes near. `what` is "author",
/// "source", "feed".
[[nodiscard]] feeds::Result<std::size_t, Error> select(std::string_view what, std::string_view typed,
                                                       const std::vector<Nameable>& candidates);

[[nodiscard]] feeds::Result<feeds::Author, Error> select_author(storage::Store& store, std::string_view typed);
/// Also by its URL.
[[nodiscard]] feeds::Result<storage::SourceStatus, Error> select_source(storage::Store& store, std::string_view typed);
[[nodiscard]] feeds::Result<feeds::Feed, Error> select_feed(storage::Store& store, std::string_view typed);

/// "a, b" -> the authors (sources) so named; an empty text is an empty list.
[[nodiscard]] feeds::Result<std::vector<feeds::AuthorId>, Error> select_authors(storage::Store& store,
                                                                                std::string_view list);
[[nodiscard]] feeds::Result<std::vector<feeds::SourceId>, Error> select_sources(storage::Store& store,
                                                                                std::string_view list);

}  // namespace masthead::config
