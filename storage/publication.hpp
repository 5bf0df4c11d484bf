#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/feed.hpp"
#include "feeds/result.hpp"
#include "storage/store.hpp"

namespace masthead::storage {

/// What a path without its ending publishes, read from the store and joined, ready to be rendered:
/// "/", "/feeds/SLUG", "/authors/SLUG", "/authors/SLUG/episodes" (posts, newsletters), "/entries/ID".
/// `archive` asks for an archive page of a feed or author (RFC 5005, section 4; 1 holds the oldest entries).
/// The text policy of each source is applied here; avatars that are stored are named by their own address. What is not
/// public is not found, unless the request says otherwise.
struct PublicationRequest {
    std::string_view path;
    std::optional<std::uint64_t> archive;
    bool with_private = false;  ///< what is not public as well: for the admin, or behind a secret address
};

enum class PublicationError {
    not_found,
    gone,  ///< an entry that the admin hid
};

/// The paths of an author's feeds: of everything, and of each kind alone.
std::vector<std::string> author_paths(std::string_view slug);

[[nodiscard]] feeds::Result<feeds::Page, PublicationError> publication(Store& store, const feeds::Site& site,
                                                                       const PublicationRequest& request);

/// Where the pages of an author who was merged into another are now: "/authors/MERGED/posts" -> "/authors/KEPT/posts".
/// Nothing for a path that has not moved.
std::optional<std::string> moved_path(Store& store, std::string_view path);

}  // namespace masthead::storage
