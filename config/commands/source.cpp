#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "config/commands/commands.hpp"
#include "config/json.hpp"
#include "config/selector.hpp"
#include "config/source_keys.hpp"
#include "config/units.hpp"
#include "config/words.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/secret_url.hpp"
#include "storage/health.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;

struct Named {
    storage::Store& store;
    storage::SourceStatus status;
};

feeds::Result<Named, Error> source_named(Workspace& workspace, std::string_view typed) {
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    auto status = select_source(**store, typed);
    if (!status) return feeds::unexpected<Error>(status.error());
    return Named{**store, std::move(*status)};
}

std::string time_text(const std::optional<feeds::Time>& time) { return time ? feeds::format_rfc3339(*time) : ""; }

// In one word: how it stands with a source.
std::string_view state_of(const storage::SourceStatus& status) {
    if (status.source.paused) return "paused";
    if (status.state.gone) return "gone";
    if (!status.state.last_fetch) return "new";
    return word_of(status.state.outcome);
}

std::vector<std::string> author_slugs(storage::Store& store, const feeds::Source& source) {
    std::vector<std::string> out;
    for (const auto id : source.authors)
        if (const auto author = store.author(id)) out.push_back(author->slug);
    return out;
}

json::object source_json(storage::Store& store, const storage::SourceStatus& status) {
    const auto& [source, state, entries] = status;
    json::object out{{"source", source.slug}, {"url", source.url}, {"type", word_of(source.type)}};
    if (source.kind) out["kind"] = word_of(*source.kind);
    set(out, "title", source.title);
    set(out, "home_url", source.home_url);
    set(out, "language", source.language);
    out["authors"] = array_of(author_slugs(store, source));
    out["text"] = word_of(source.text);
    out["public"] = source.is_public;
    if (source.interval) out["interval"] = format_duration(*source.interval);
    if (source.user_agent) set(out, "user_agent", *source.user_agent);
    out["state"] = state_of(status);
    out["entries"] = entries;
    set(out, "last_fetch", state.last_fetch);
    set(out, "last_ok", state.last_ok);
    set(out, "last_change", state.last_change);
    set(out, "next_fetch", state.next_fetch);
    out["failures"] = state.failures;
    set(out, "failing_since", state.failing_since);
    if (state.http_status != 0) out["http_status"] = state.http_status;
    set(out, "message", state.message);
    set(out, "moved_to", state.moved_to);
    return out;
}

void print_source(Console& console, storage::Store& store, const storage::SourceStatus& status) {
    const auto& [source, state, entries] = status;
    print_properties(
        console,
        {{"source", source.slug},
         {"title", source.title},
         {"url", source.url},
         {"home page", source.home_url},
         {"type", std::string(word_of(source.type))},
         {"kind", source.kind ? std::string(word_of(*source.kind)) : ""},
         {"authors", fmt::format("{}", fmt::join(author_slugs(store, source), ", "))},
         {"language", source.language},
         {"text", std::string(word_of(source.text))},
         {"public", source.is_public ? "yes" : "no"},
         {"interval", source.interval ? format_duration(*source.interval) : "adaptive"},
         {"user agent", source.user_agent.value_or("")},
         {"entries", fmt::format("{}", entries)},
         {"state", std::string(state_of(status))},
         {"last fetch", time_text(state.last_fetch)},
         {"last success", time_text(state.last_ok)},
         {"last change", time_text(state.last_change)},
         {"next fetch", source.paused || state.gone ? "never"
                        : state.next_fetch          ? time_text(state.next_fetch)
                                                    : "as soon as possible"},
         {"failures", state.failures == 0
                          ? ""
                          : fmt::format("{} in a row, since {}", state.failures, time_text(state.failing_since))},
         {"HTTP status", state.http_status == 0 ? "" : fmt::format("{}", state.http_status)},
         {"why", state.message},
         {"moved to",
          state.moved_to.empty() ? "" : fmt::format("{} (since {})", state.moved_to, time_text(state.moved_since))},
         {"etag", state.etag},
         {"last modified", state.last_modified}});
}

Done print_changed(Workspace& workspace, storage::Store& store, feeds::SourceId id, std::string_view what) {
    auto& console = workspace.console();
    const auto status = store.source(id);
    if (console.json && status) print_json(console.out, source_json(store, *status));
    tell(console, what);
    return Exit::done;
}

}  // namespace

Done run(const SourceList& command, Workspace& workspace) {
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    auto& console = workspace.console();
    std::vector<std::vector<std::string>> rows;
    json::array all;
    for (const auto& status : (*store)->sources()) {
        if (command.broken && !storage::is_broken(status)) continue;
        if (console.json) {
            all.push_back(source_json(**store, status));
            continue;
        }
        const auto& state = status.state;
        rows.push_back({status.source.slug, std::string(word_of(status.source.type)), std::string(state_of(status)),
                        time_text(state.failing_since ? state.failing_since : state.last_ok).substr(0, 16),
                        fmt::format("{}", status.entries), status.source.url});
    }
    if (console.json)
        print_json(console.out, json::object{{"sources", std::move(all)}});
    else
        print_table(console, {"SOURCE", "TYPE", "STATE", "SINCE", "ENTRIES", "URL"}, rows);
    return Exit::done;
}

Done run(const SourceShow& command, Workspace& workspace) {
    const auto named = source_named(workspace, command.source);
    if (!named) return feeds::unexpected<Error>(named.error());
    auto& console = workspace.console();
    if (console.json)
        print_json(console.out, source_json(named->store, named->status));
    else
        print_source(console, named->store, named->status);
    return Exit::done;
}

Done run(const SourceAdd& command, Workspace& workspace) {
    if (const auto wrong = problem_of_source_url(command.url))
        return failure(Exit::bad_data, fmt::format("this is no address of a source, {}: {}", *wrong, command.url));
    const auto kind = source_kind(command.kind.value_or(""));
    if (!kind) return feeds::unexpected<Error>(kind.error());
    const auto store = workspace.store_or_new();
    if (!store) return feeds::unexpected<Error>(store.error());
    feeds::Source source;
    source.url = command.url;
    source.kind = *kind;
    source.is_public = !feeds::carries_secret(command.url);
    if (command.page) {
        source.type = feeds::Source::Type::page;
        source.text = feeds::TextPolicy::excerpt;
    }
    for (const auto& typed : command.authors) {
        const auto author = select_author(**store, typed);
        if (!author) return feeds::unexpected<Error>(author.error());
        source.authors.push_back(author->id);
    }
    for (const auto& status : (*store)->sources())
        if (status.source.url == command.url)
            return failure(Exit::bad_data,
                           fmt::format("there is a source with this address already: {}", status.source.slug),
                           fmt::format("\"masthead source show {}\" tells more.", status.source.slug));
    source = (*store)->add_source(std::move(source));
    return print_changed(
        workspace, **store, source.id,
        fmt::format("added {}{}", source.slug, source.is_public ? "" : ", not public: its address carries a secret"));
}

Done run(const SourceSet& command, Workspace& workspace) {
    auto named = source_named(workspace, command.source);
    if (!named) return feeds::unexpected<Error>(named.error());
    auto& source = named->status.source;
    if (auto wrong = set_source_key(named->store, source, command.key, command.value))
        return feeds::unexpected<Error>(std::move(*wrong));
    named->store.update_source(source);
    return print_changed(workspace, named->store, source.id, fmt::format("set {} of {}", command.key, source.slug));
}

Done run(const SourcePause& command, Workspace& workspace) {
    auto named = source_named(workspace, command.source);
    if (!named) return feeds::unexpected<Error>(named.error());
    auto& source = named->status.source;
    source.paused = command.paused;
    named->store.update_source(source);
    return print_changed(workspace, named->store, source.id,
                         fmt::format("{} {}", command.paused ? "paused" : "resumed", source.slug));
}

Done run(const SourceRemove& command, Workspace& workspace) {
    const auto named = source_named(workspace, command.source);
    if (!named) return feeds::unexpected<Error>(named.error());
    const auto& [source, state, entries] = named->status;
    auto& console = workspace.console();
    const auto question = command.purge ? fmt::format("remove the source {} and its {} entries", source.slug, entries)
                                        : fmt::format("remove the source {}", source.slug);
    const auto agreed = confirmed(console, command.yes, question);
    if (!agreed) return feeds::unexpected<Error>(agreed.error());
    if (!*agreed) return Exit::done;
    named->store.remove_source(source.id, command.purge);
    if (console.json) print_json(console.out, json::object{{"removed", source.slug}, {"purged", command.purge}});
    tell(console, fmt::format("removed {}; its entries {}", source.slug, command.purge ? "are gone, too" : "stay"));
    return Exit::done;
}

}  // namespace masthead::config
