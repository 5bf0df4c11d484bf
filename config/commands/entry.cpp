#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "config/commands/commands.hpp"
#include "config/json.hpp"
#include "config/selector.hpp"
#include "config/words.hpp"
#include "feeds/merge.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/sanitise.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;

struct Found {
    storage::Store& store;
    feeds::StoredEntry entry;
};

feeds::Result<Found, Error> entry_of(Workspace& workspace, std::int64_t id) {
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    auto entry = (*store)->entry(feeds::EntryId{id});
    if (!entry)
        return failure(Exit::no_input, fmt::format("there is no such entry: {}", id),
                       "\"masthead entry list\" shows the numbers of entries.");
    return Found{**store, std::move(*entry)};
}

std::string source_slug(storage::Store& store, feeds::SourceId id) {
    const auto status = store.source(id);
    return status ? status->source.slug : "";
}

std::string names_of(const feeds::Entry& entry) {
    std::string out;
    for (const auto& credit : entry.credits)
        if (!credit.person.name.empty()) out += (out.empty() ? "" : ", ") + credit.person.name;
    return out;
}

json::object entry_json(storage::Store& store, const feeds::StoredEntry& stored) {
    const auto& entry = stored.entry;
    json::object out{{"id", static_cast<std::int64_t>(stored.id)}, {"public_id", stored.public_id}};
    set(out, "source", source_slug(store, stored.source));
    out["kind"] = word_of(entry.kind);
    set(out, "title", entry.title);
    set(out, "link", entry.url);
    set(out, "published", entry.published);
    set(out, "shown", std::optional(stored.shown));
    set(out, "updated", std::optional(stored.updated));
    out["authors"] = credits_json(entry.credits);
    out["enclosures"] = enclosures_json(entry.enclosures);
    out["categories"] = array_of(entry.categories);
    out["hidden"] = stored.hidden;
    out["kept_apart"] = stored.kept_apart;
    return out;
}

// A stored entry that is one with another, and why.
struct Copy {
    feeds::StoredEntry entry;
    feeds::JoinReason reason;
};

std::string_view word_of_reason(feeds::JoinReason reason) {
    switch (reason) {
        case feeds::JoinReason::same_address:
            return "same address";
        case feeds::JoinReason::same_text:
            return "nearly the same text";
        case feeds::JoinReason::none:
            return "";
    }
    return "";
}

// Copies lie within days of each other, so that the neighbours in the order of time are all that can join.
std::vector<Copy> copies_of(storage::Store& store, const feeds::StoredEntry& entry) {
    constexpr auto near = std::chrono::days(4);
    storage::EntryQuery query;
    query.with_hidden = query.with_private = true;
    query.limit = 500;
    query.before = std::pair(entry.shown + near, feeds::EntryId{0});
    std::vector<Copy> out;
    for (auto& other : store.entries(query)) {
        if (other.shown < entry.shown - near) break;
        if (other.id == entry.id || other.kept_apart || entry.kept_apart) continue;
        const auto reason = feeds::joins(entry, other);
        if (reason != feeds::JoinReason::none) out.push_back({std::move(other), reason});
    }
    return out;
}

void print_entry(Console& console, storage::Store& store, const feeds::StoredEntry& stored) {
    const auto& entry = stored.entry;
    const auto text = entry.content.empty() ? entry.summary : entry.content;
    std::string state = stored.hidden ? "hidden" : "published";
    if (stored.kept_apart) state += ", kept apart from its copies";
    print_properties(console, {{"entry", fmt::format("{}", stored.id)},
                               {"title", entry.title},
                               {"link", entry.url},
                               {"authors", names_of(entry)},
                               {"kind", std::string(word_of(entry.kind))},
                               {"source", source_slug(store, stored.source)},
                               {"shown", feeds::format_rfc3339(stored.shown)},
                               {"updated", feeds::format_rfc3339(stored.updated)},
                               {"id", stored.public_id},
                               {"guid", entry.guid},
                               {"state", state},
                               {"text", feeds::excerpt(feeds::plain_text(text), 280)}});
    for (const auto& enclosure : entry.enclosures)
        print_properties(console, {{"enclosure", fmt::format("{} ({})", enclosure.url, enclosure.type)}});
}

feeds::Result<storage::EntryQuery, Error> query_of(storage::Store& store, const EntryList& command) {
    constexpr std::size_t most = 10'000;
    storage::EntryQuery query;
    const auto feed = select_feed(store, command.feed);
    if (!feed) return feeds::unexpected<Error>(feed.error());
    query.selection = feed->selection;
    if (command.author) {
        const auto author = select_author(store, *command.author);
        if (!author) return feeds::unexpected<Error>(author.error());
        query.selection.authors = {author->id};
    }
    if (command.source) {
        const auto status = select_source(store, *command.source);
        if (!status) return feeds::unexpected<Error>(status.error());
        query.selection.sources = {status->source.id};
    }
    query.limit = std::min(command.limit, most);
    query.with_hidden = command.hidden;
    query.with_private = true;
    return query;
}

Done print_changed(Workspace& workspace, std::int64_t id, std::string_view what) {
    auto& console = workspace.console();
    if (console.json) print_json(console.out, json::object{{"entry", id}, {"done", what}});
    tell(console, fmt::format("entry {}: {}", id, what));
    return Exit::done;
}

}  // namespace

Done run(const EntryList& command, Workspace& workspace) {
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    const auto query = query_of(**store, command);
    if (!query) return feeds::unexpected<Error>(query.error());
    auto& console = workspace.console();
    const auto entries = (*store)->entries(*query);
    if (console.json) {
        json::array out;
        for (const auto& entry : entries) out.push_back(entry_json(**store, entry));
        print_json(console.out, json::object{{"entries", std::move(out)}});
        return Exit::done;
    }
    std::vector<std::vector<std::string>> rows;
    rows.reserve(entries.size());
    for (const auto& stored : entries)
        rows.push_back({fmt::format("{}", stored.id), feeds::format_rfc3339(stored.shown).substr(0, 10),
                        std::string(word_of(stored.entry.kind)) + (stored.hidden ? " (hidden)" : ""),
                        names_of(stored.entry), stored.entry.title});
    print_table(console, {"ENTRY", "DATE", "KIND", "AUTHORS", "TITLE"}, rows);
    return Exit::done;
}

Done run(const EntryShow& command, Workspace& workspace) {
    const auto found = entry_of(workspace, command.id);
    if (!found) return feeds::unexpected<Error>(found.error());
    auto& console = workspace.console();
    const auto copies = copies_of(found->store, found->entry);
    if (!console.json) {
        print_entry(console, found->store, found->entry);
        for (const auto& copy : copies)
            print_properties(console, {{"copy", fmt::format("{} {} ({})", copy.entry.id, copy.entry.entry.url,
                                                            word_of_reason(copy.reason))}});
        return Exit::done;
    }
    auto out = entry_json(found->store, found->entry);
    set(out, "summary", found->entry.entry.summary);
    set(out, "content", found->entry.entry.content);
    json::array all;
    for (const auto& copy : copies)
        all.push_back(json::object{{"id", static_cast<std::int64_t>(copy.entry.id)},
                                   {"link", copy.entry.entry.url},
                                   {"why", word_of_reason(copy.reason)}});
    out["copies"] = std::move(all);
    print_json(console.out, out);
    return Exit::done;
}

Done run(const EntryHide& command, Workspace& workspace) {
    const auto found = entry_of(workspace, command.id);
    if (!found) return feeds::unexpected<Error>(found.error());
    found->store.set_hidden(found->entry.id, command.hidden);
    return print_changed(workspace, command.id, command.hidden ? "hidden" : "published");
}

Done run(const EntrySplit& command, Workspace& workspace) {
    const auto found = entry_of(workspace, command.id);
    if (!found) return feeds::unexpected<Error>(found.error());
    found->store.set_kept_apart(found->entry.id, true);
    return print_changed(workspace, command.id, "kept apart");
}

Done run(const EntryPurge& command, Workspace& workspace) {
    const auto found = entry_of(workspace, command.id);
    if (!found) return feeds::unexpected<Error>(found.error());
    const auto agreed = confirmed(workspace.console(), command.yes, fmt::format("remove the entry {}", command.id));
    if (!agreed) return feeds::unexpected<Error>(agreed.error());
    if (!*agreed) return Exit::done;
    found->store.purge_entry(found->entry.id);
    return print_changed(workspace, command.id, "purged");
}

}  // namespace masthead::config
