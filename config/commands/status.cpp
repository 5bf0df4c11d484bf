#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "config/commands/commands.hpp"
#include "config/daemon_lock.hpp"
#include "config/json.hpp"
#include "config/places.hpp"
#include "config/units.hpp"
#include "config/words.hpp"
#include "feeds/text/date.hpp"
#include "storage/health.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;

struct State {
    std::optional<pid_t> daemon;
    storage::Totals totals;
    std::size_t due = 0;
    std::optional<feeds::Time> next_due;
    std::vector<storage::SourceStatus> failing;
};

State state_of(storage::Store& store, const Settings& settings, feeds::Time now) {
    constexpr std::size_t most = 100'000;
    State out;
    out.daemon = running_daemon(store_file(settings.store_url));
    out.totals = store.totals();
    out.due = store.due(now, most).size();
    out.next_due = store.next_due();
    for (auto& status : store.sources())
        if (storage::is_broken(status)) out.failing.push_back(std::move(status));
    return out;
}

json::object state_json(const State& state, const Settings& settings) {
    const auto& totals = state.totals;
    json::object out{{"up", state.daemon.has_value()}};
    if (state.daemon) out["pid"] = *state.daemon;
    out["store"] = settings.store_url;
    out["bytes"] = totals.bytes;
    out["authors"] = totals.authors;
    out["sources"] = totals.sources;
    out["entries"] = totals.entries;
    out["feeds"] = totals.feeds;
    out["due"] = state.due;
    set(out, "next_due", state.next_due);
    json::array failing;
    for (const auto& status : state.failing) {
        json::object one{{"source", status.source.slug}, {"outcome", word_of(status.state.outcome)}};
        set(one, "since", status.state.failing_since);
        set(one, "message", status.state.message);
        failing.push_back(std::move(one));
    }
    out["failing"] = std::move(failing);
    return out;
}

void print_state(Console& console, const State& state, const Settings& settings) {
    const auto& totals = state.totals;
    print_properties(
        console, {{"daemon", state.daemon ? fmt::format("up, pid {}", *state.daemon) : "not running (masthead serve)"},
                  {"site", settings.site.base_url},
                  {"store", fmt::format("{} ({})", settings.store_url, rounded_bytes(totals.bytes))},
                  {"holds", fmt::format("{} authors, {} sources, {} entries, {} feeds", totals.authors, totals.sources,
                                        totals.entries, totals.feeds)},
                  {"due now", fmt::format("{}", state.due)},
                  {"next due", state.due == 0 && state.next_due ? feeds::format_rfc3339(*state.next_due) : ""},
                  {"failing", fmt::format("{}", state.failing.size())}});
    if (state.failing.empty()) return;
    constexpr std::size_t most = 10;  // so that it stays one screen
    std::vector<std::vector<std::string>> rows;
    for (const auto& [source, fetch, entries] : state.failing) {
        if (rows.size() == most) break;
        rows.push_back({source.slug, std::string(word_of(fetch.outcome)),
                        fetch.failing_since ? feeds::format_rfc3339(*fetch.failing_since) : "", fetch.message});
    }
    console.out << '\n';
    print_table(console, {"SOURCE", "OUTCOME", "SINCE", "WHY"}, rows);
    if (state.failing.size() > most) console.out << "... \"masthead source list --broken\" lists all\n";
}

}  // namespace

Done run(const Status&, Workspace& workspace) {
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    const auto& settings = **workspace.settings();
    const auto state = state_of(**store, settings, workspace.now());
    auto& console = workspace.console();
    if (console.json)
        print_json(console.out, state_json(state, settings));
    else
        print_state(console, state, settings);
    return Exit::done;
}

}  // namespace masthead::config
