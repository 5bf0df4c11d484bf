#include <algorithm>
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "config/comma_list.hpp"
#include "config/commands/commands.hpp"
#include "config/json.hpp"
#include "config/selector.hpp"
#include "config/setting_checks.hpp"
#include "config/words.hpp"
#include "feeds/people/names.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;

struct Named {
    storage::Store& store;
    feeds::Feed feed;
};

feeds::Result<Named, Error> feed_named(Workspace& workspace, std::string_view typed) {
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    auto feed = select_feed(**store, typed);
    if (!feed) return feeds::unexpected<Error>(feed.error());
    return Named{**store, std::move(*feed)};
}

feeds::Result<bool, Error> on_or_off(std::string_view option, const std::string& word) {
    if (const auto on = switch_of(word)) return *on;
    return failure(Exit::bad_data, fmt::format("{} is on or off: {}", option, word));
}

feeds::Result<std::vector<feeds::Kind>, Error> kinds_of(const std::string& list) {
    std::vector<feeds::Kind> out;
    for (const auto& word : comma_parts(list)) {
        const auto kind = kind_of(word);
        if (!kind)
            return failure(Exit::bad_data, fmt::format("there is no such kind: {}", word),
                           "One of post, episode, newsletter.");
        out.push_back(*kind);
    }
    return out;
}

// Puts a value where it belongs, or hands its error on.
template <class T>
std::optional<Error> put(T& place, feeds::Result<T, Error> value) {
    if (!value) return value.error();
    place = std::move(*value);
    return std::nullopt;
}

std::optional<Error> change_texts(const FeedChanges& changes, feeds::Feed& feed) {
    for (const auto& [change, place] :
         {std::pair(&changes.title, &feed.title), std::pair(&changes.description, &feed.description),
          std::pair(&changes.language, &feed.language)}) {
        if (!*change) continue;
        if (const auto wrong = check_line(**change))
            return Error{Exit::bad_data, fmt::format("{}: {}", *wrong, **change), ""};
        *place = **change;
    }
    return std::nullopt;
}

std::optional<Error> change_selection(storage::Store& store, const FeedChanges& changes, feeds::Selection& selection) {
    std::optional<Error> wrong;
    if (changes.authors) wrong = put(selection.authors, select_authors(store, *changes.authors));
    if (!wrong && changes.sources) wrong = put(selection.sources, select_sources(store, *changes.sources));
    if (!wrong && changes.kinds) wrong = put(selection.kinds, kinds_of(*changes.kinds));
    if (changes.categories) selection.categories = comma_parts(*changes.categories);
    if (changes.languages) selection.languages = comma_parts(*changes.languages);
    if (changes.match) selection.match = *changes.match;
    return wrong;
}

std::optional<Error> change(storage::Store& store, const FeedChanges& changes, feeds::Feed& feed) {
    constexpr std::uint32_t most = 1000;
    if (changes.limit && (*changes.limit == 0 || *changes.limit > most))
        return Error{Exit::bad_data, fmt::format("--limit is between 1 and {}: {}", most, *changes.limit), ""};
    feed.limit = changes.limit.value_or(feed.limit);
    auto wrong = change_texts(changes, feed);
    if (!wrong) wrong = change_selection(store, changes, feed.selection);
    if (!wrong && changes.card) wrong = put(feed.card, on_or_off("--card", *changes.card));
    if (!wrong && changes.visible) wrong = put(feed.is_public, on_or_off("--public", *changes.visible));
    return wrong;
}

std::string address_of(const Settings& settings, const feeds::Feed& feed) {
    return fmt::format("{}/feeds/{}", settings.site.base_url, feed.slug);
}

std::vector<std::string> author_slugs(storage::Store& store, const feeds::Selection& selection) {
    std::vector<std::string> out;
    for (const auto id : selection.authors)
        if (const auto author = store.author(id)) out.push_back(author->slug);
    return out;
}

std::vector<std::string> source_slugs(storage::Store& store, const feeds::Selection& selection) {
    std::vector<std::string> out;
    for (const auto id : selection.sources)
        if (const auto status = store.source(id)) out.push_back(status->source.slug);
    return out;
}

std::vector<std::string> kind_words(const feeds::Selection& selection) {
    std::vector<std::string> out;
    for (const auto kind : selection.kinds) out.emplace_back(word_of(kind));
    return out;
}

json::object feed_json(storage::Store& store, const Settings& settings, const feeds::Feed& feed) {
    json::object out{{"slug", feed.slug}, {"title", feed.title}, {"url", address_of(settings, feed)}};
    set(out, "description", feed.description);
    set(out, "language", feed.language);
    out["authors"] = array_of(author_slugs(store, feed.selection));
    out["sources"] = array_of(source_slugs(store, feed.selection));
    out["kinds"] = array_of(kind_words(feed.selection));
    out["categories"] = array_of(feed.selection.categories);
    out["languages"] = array_of(feed.selection.languages);
    set(out, "match", feed.selection.match);
    out["limit"] = feed.limit;
    out["card"] = feed.card;
    out["public"] = feed.is_public;
    return out;
}

void print_feed(Console& console, storage::Store& store, const Settings& settings, const feeds::Feed& feed) {
    const auto& selection = feed.selection;
    print_properties(console, {{"slug", feed.slug},
                               {"title", feed.title},
                               {"address", address_of(settings, feed) + " (.rss, .atom, .json)"},
                               {"description", feed.description},
                               {"language", feed.language},
                               {"authors", fmt::format("{}", fmt::join(author_slugs(store, selection), ", "))},
                               {"sources", fmt::format("{}", fmt::join(source_slugs(store, selection), ", "))},
                               {"kinds", fmt::format("{}", fmt::join(kind_words(selection), ", "))},
                               {"categories", fmt::format("{}", fmt::join(selection.categories, ", "))},
                               {"languages", fmt::format("{}", fmt::join(selection.languages, ", "))},
                               {"match", selection.match},
                               {"limit", fmt::format("{}", feed.limit)},
                               {"card", feed.card ? "on" : "off"},
                               {"public", feed.is_public ? "yes" : "no"}});
}

Done print_changed(Workspace& workspace, storage::Store& store, const feeds::Feed& feed, std::string_view what) {
    const auto settings = workspace.settings();
    if (!settings) return feeds::unexpected<Error>(settings.error());
    auto& console = workspace.console();
    if (console.json)
        print_json(console.out, feed_json(store, **settings, feed));
    else
        console.out << address_of(**settings, feed) << '\n';
    tell(console, fmt::format("{} {}", what, feed.slug));
    return Exit::done;
}

}  // namespace

Done run(const FeedList&, Workspace& workspace) {
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    const auto& settings = **workspace.settings();
    auto& console = workspace.console();
    std::vector<std::vector<std::string>> rows;
    json::array all;
    for (const auto& feed : (*store)->feeds()) {
        if (console.json)
            all.push_back(feed_json(**store, settings, feed));
        else
            rows.push_back({feed.slug, feed.title, feed.is_public ? "yes" : "no", address_of(settings, feed)});
    }
    if (console.json)
        print_json(console.out, json::object{{"feeds", std::move(all)}});
    else
        print_table(console, {"FEED", "TITLE", "PUBLIC", "ADDRESS"}, rows);
    return Exit::done;
}

Done run(const FeedShow& command, Workspace& workspace) {
    const auto named = feed_named(workspace, command.feed);
    if (!named) return feeds::unexpected<Error>(named.error());
    const auto& settings = **workspace.settings();
    auto& console = workspace.console();
    if (console.json)
        print_json(console.out, feed_json(named->store, settings, named->feed));
    else
        print_feed(console, named->store, settings, named->feed);
    return Exit::done;
}

Done run(const FeedAdd& command, Workspace& workspace) {
    if (feeds::slug_of(command.slug) != command.slug || command.slug.size() > 64)
        return failure(Exit::bad_data, fmt::format("this is no name for an address: {}", command.slug),
                       fmt::format("Lower-case letters, digits and hyphens, such as \"{}\".",
                                   feeds::slug_of(command.slug).substr(0, 64)));
    const auto store = workspace.store_or_new();
    if (!store) return feeds::unexpected<Error>(store.error());
    if ((*store)->feed_by_slug(command.slug))
        return failure(Exit::bad_data, fmt::format("there is a feed of this name already: {}", command.slug),
                       fmt::format("\"masthead feed set {}\" changes it.", command.slug));
    feeds::Feed feed;
    feed.slug = command.slug;
    feed.title = command.slug;
    if (auto wrong = change(**store, command.changes, feed)) return feeds::unexpected<Error>(std::move(*wrong));
    feed = (*store)->add_feed(std::move(feed));
    return print_changed(workspace, **store, feed, "added");
}

Done run(const FeedSet& command, Workspace& workspace) {
    auto named = feed_named(workspace, command.feed);
    if (!named) return feeds::unexpected<Error>(named.error());
    if (auto wrong = change(named->store, command.changes, named->feed))
        return feeds::unexpected<Error>(std::move(*wrong));
    named->store.update_feed(named->feed);
    return print_changed(workspace, named->store, named->feed, "changed");
}

Done run(const FeedRemove& command, Workspace& workspace) {
    const auto named = feed_named(workspace, command.feed);
    if (!named) return feeds::unexpected<Error>(named.error());
    if (named->feed.slug == "all")
        return failure(Exit::bad_data, "the feed of everything cannot be removed: all",
                       "\"masthead feed set all --public no\" takes it off the site.");
    auto& console = workspace.console();
    const auto agreed = confirmed(console, command.yes, fmt::format("remove the feed {}", named->feed.slug));
    if (!agreed) return feeds::unexpected<Error>(agreed.error());
    if (!*agreed) return Exit::done;
    named->store.remove_feed(named->feed.id);
    if (console.json) print_json(console.out, json::object{{"removed", named->feed.slug}});
    tell(console, fmt::format("removed {}; the entries stay", named->feed.slug));
    return Exit::done;
}

}  // namespace masthead::config
