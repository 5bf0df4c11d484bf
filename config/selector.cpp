#include "config/selector.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "config/comma_list.hpp"
#include "config/nearest.hpp"
#include "feeds/text/ascii.hpp"

namespace masthead::config {
namespace {

// All candidates that `fits` for their slug or one of their names.
std::vector<std::size_t> matches(const std::vector<Nameable>& candidates,
                                 const std::function<bool(std::string_view)>& fits) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto& names = candidates[i].names;
        if (fits(candidates[i].slug) || std::any_of(names.begin(), names.end(), fits)) out.push_back(i);
    }
    return out;
}

Error ambiguous(std::string_view what, std::string_view typed, const std::vector<Nameable>& candidates,
                const std::vector<std::size_t>& found) {
    constexpr std::size_t most = 10;
    std::vector<std::string> listed;
    for (const auto index : found) {
        if (listed.size() == most) break;
        const auto& one = candidates[index];
        listed.push_back(one.names.empty() ? one.slug : fmt::format("{} ({})", one.slug, one.names.front()));
    }
    return {Exit::usage, fmt::format("{} {}s match: {}", found.size(), what, typed),
            fmt::format("Say which: {}{}", fmt::join(listed, ", "), found.size() > most ? ", ..." : "")};
}

Error unknown(std::string_view what, std::string_view typed, const std::vector<Nameable>& candidates) {
    std::vector<std::string> names;
    for (const auto& one : candidates) {
        names.push_back(one.slug);
        names.insert(names.end(), one.names.begin(), one.names.end());
    }
    return {Exit::no_input, fmt::format("there is no such {}: {}", what, typed),
            did_you_mean(typed, names, fmt::format("\"masthead {} list\" lists them all.", what))};
}

template <class Id, class Select>
feeds::Result<std::vector<Id>, Error> select_each(std::string_view list, const Select& id_of) {
    std::vector<Id> out;
    for (const auto& part : comma_parts(list)) {
        const feeds::Result<Id, Error> id = id_of(part);
        if (!id) return feeds::unexpected<Error>(id.error());
        if (std::find(out.begin(), out.end(), *id) == out.end()) out.push_back(*id);
    }
    return out;
}

}  // namespace

feeds::Result<std::size_t, Error> select(std::string_view what, std::string_view typed,
                                         const std::vector<Nameable>& candidates) {
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (candidates[i].slug == typed) return i;
    auto found = matches(candidates, [&](std::string_view name) { return name == typed; });
    const auto wanted = feeds::lowered(typed);
    if (found.empty() && !wanted.empty())
        found = matches(candidates,
                        [&](std::string_view name) { return feeds::lowered(name).find(wanted) != std::string::npos; });
    if (found.empty()) return feeds::unexpected<Error>(unknown(what, typed, candidates));
    if (found.size() > 1) return feeds::unexpected<Error>(ambiguous(what, typed, candidates, found));
    return found.front();
}

feeds::Result<feeds::Author, Error> select_author(storage::Store& store, std::string_view typed) {
    // A slug is looked up first: one that the author had before leads to him or her as well.
    if (auto author = store.author_by_slug(typed)) return std::move(*author);
    auto authors = store.authors();
    std::vector<Nameable> candidates;
    for (const auto& author : authors) {
        auto& names = candidates.emplace_back(Nameable{author.slug, {author.name}}).names;
        names.insert(names.end(), author.aliases.begin(), author.aliases.end());
    }
    return select("author", typed, candidates).map([&](std::size_t index) { return authors[index]; });
}

feeds::Result<storage::SourceStatus, Error> select_source(storage::Store& store, std::string_view typed) {
    auto sources = store.sources();
    std::vector<Nameable> candidates;
    candidates.reserve(sources.size());
    for (const auto& status : sources)
        candidates.push_back({status.source.slug, {status.source.title, status.source.url}});
    return select("source", typed, candidates).map([&](std::size_t index) { return sources[index]; });
}

feeds::Result<feeds::Feed, Error> select_feed(storage::Store& store, std::string_view typed) {
    auto all = store.feeds();
    std::vector<Nameable> candidates;
    candidates.reserve(all.size());
    for (const auto& feed : all) candidates.push_back({feed.slug, {feed.title}});
    return select("feed", typed, candidates).map([&](std::size_t index) { return all[index]; });
}

feeds::Result<std::vector<feeds::AuthorId>, Error> select_authors(storage::Store& store, std::string_view list) {
    return select_each<feeds::AuthorId>(list, [&](const std::string& name) {
        return select_author(store, name).map([](const feeds::Author& author) { return author.id; });
    });
}

feeds::Result<std::vector<feeds::SourceId>, Error> select_sources(storage::Store& store, std::string_view list) {
    return select_each<feeds::SourceId>(list, [&](const std::string& name) {
        return select_source(store, name).map([](const storage::SourceStatus& status) { return status.source.id; });
    });
}

}  // namespace masthead::config
