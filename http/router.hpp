#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "feeds/feed.hpp"
#include "http/message.hpp"

namespace masthead::http {

/// What a path leads to.
struct Route {
    enum class Kind {
        page,         ///< one format of a published page
        avatar,       ///< `name` is its hash
        style_sheet,  ///< of the pages
        robots,
        icon,
        health,         ///< of the server
        ready,          ///< admin
        metrics,        ///< admin
        source_health,  ///< admin; `name` is the host that was asked, which the feed names as its own
    };
    Kind kind = Kind::page;
    std::string name;                            ///< page: its path without ending, as storage::publication knows it
    feeds::Format format = feeds::Format::html;  ///< page
    std::optional<std::uint64_t> archive;        ///< page: number of the archive

    bool operator==(const Route&) const = default;
};

/// Where a decoded path leads; nothing: nowhere. Two paths never lead to the same place, so a path names its answer.
///     "/feeds/all/archive/3.atom" -> page "/feeds/all", atom, archive 3
std::optional<Route> route(std::string_view path, Audience audience);

}  // namespace masthead::http
