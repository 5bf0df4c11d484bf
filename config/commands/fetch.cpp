#include <ostream>

#include <boost/json.hpp>

#include "config/commands/commands.hpp"
#include "config/pulling.hpp"
#include "config/selector.hpp"

namespace masthead::config {
namespace {

feeds::Result<std::vector<feeds::SourceId>, Error> wanted_sources(const FetchNow& command, storage::Store& store,
                                                                  feeds::Time now) {
    constexpr std::size_t most = 100'000;
    std::vector<feeds::SourceId> out;
    for (const auto& name : command.sources) {
        const auto status = select_source(store, name);
        if (!status) return feeds::unexpected<Error>(status.error());
        out.push_back(status->source.id);
    }
    if (!command.sources.empty()) return out;
    if (!command.all) return store.due(now, most);
    for (const auto& status : store.sources())
        if (!status.source.paused && !status.state.gone) out.push_back(status.source.id);
    return out;
}

}  // namespace

Done run(const FetchNow& command, Workspace& workspace) {
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    const auto sources = wanted_sources(command, **store, workspace.now());
    if (!sources) return feeds::unexpected<Error>(sources.error());
    auto& console = workspace.console();
    const auto reports = pull_all(workspace, **store, **workspace.settings(), *sources);
    if (console.json)
        print_json(console.out, boost::json::object{{"sources", reports_json(**store, reports)}});
    else if (reports.empty())
        tell(console, "nothing is due; --all fetches every source");
    else
        print_reports(console, **store, reports);
    return std::any_of(reports.begin(), reports.end(), failed) ? Exit::partly : Exit::done;
}

}  // namespace masthead::config
