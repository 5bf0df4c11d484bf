#include "feeds/render/render.hpp"

#include <ostream>

#include <fmt/format.h>

#include "config/commands/commands.hpp"
#include "config/selector.hpp"
#include "config/words.hpp"
#include "storage/publication.hpp"

namespace masthead::config {
namespace {

// "econ" -> "/feeds/econ"; "authors/bexley/episodes" -> "/authors/orla-bexley/episodes"; "/" stays.
feeds::Result<std::string, Error> path_of(storage::Store& store, std::string_view typed) {
    if (typed == "/") return std::string(typed);
    if (typed.starts_with('/')) typed.remove_prefix(1);
    constexpr std::string_view authors = "authors/";
    constexpr std::string_view feeds_prefix = "feeds/";
    if (typed.starts_with("entries/")) return fmt::format("/{}", typed);
    if (typed.starts_with(authors)) {
        typed.remove_prefix(authors.size());
        const auto slash = std::min(typed.find('/'), typed.size());
        const auto author = select_author(store, typed.substr(0, slash));
        if (!author) return feeds::unexpected<Error>(author.error());
        return fmt::format("/authors/{}{}", author->slug, typed.substr(slash));
    }
    if (typed.starts_with(feeds_prefix)) typed.remove_prefix(feeds_prefix.size());
    const auto feed = select_feed(store, typed);
    if (!feed) return feeds::unexpected<Error>(feed.error());
    return fmt::format("/feeds/{}", feed->slug);
}

}  // namespace

Done run(const Render& command, Workspace& workspace) {
    const auto format = format_of(command.format);
    if (!format)
        return failure(Exit::usage, fmt::format("there is no such format: {}", command.format),
                       "One of rss, atom, json, html, opml.");
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    const auto path = path_of(**store, command.what);
    if (!path) return feeds::unexpected<Error>(path.error());
    const auto page = storage::publication(**store, (*workspace.settings())->site, {*path, command.archive});
    if (!page)
        return failure(Exit::no_input, fmt::format("nothing is published there: {}", *path),
                       R"("masthead feed list" and "masthead author list" show what is.)");
    workspace.console().out << feeds::render(*page, *format);
    return Exit::done;
}

}  // namespace masthead::config
