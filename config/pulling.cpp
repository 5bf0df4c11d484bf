#include "config/pulling.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "config/json.hpp"
#include "config/progress.hpp"
#include "config/words.hpp"
#include "fetchers/avatars.hpp"
#include "fetchers/transport.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;

// What the threads of one pull_all share.
struct Round {
    fetchers::Puller& puller;
    const std::vector<feeds::SourceId>& sources;
    std::vector<fetchers::PullReport>& reports;
    Progress& progress;
    std::atomic<std::size_t> next{0};
    std::mutex mutex;          // of progress and error
    std::exception_ptr error;  // the first that the machine threw
};

void work(Round& round) {
    for (auto i = round.next++; i < round.sources.size(); i = round.next++) {
        try {
            round.reports[i] = round.puller.pull(round.sources[i], fetchers::Recheck::now);
        } catch (...) {
            std::lock_guard lock(round.mutex);
            if (!round.error) round.error = std::current_exception();
            round.next = round.sources.size();
            return;
        }
        std::lock_guard lock(round.mutex);
        round.progress.advance();
    }
}

std::string slug_of(storage::Store& store, feeds::SourceId id) {
    const auto status = store.source(id);
    return status ? status->source.slug : "";
}

}  // namespace

std::vector<fetchers::PullReport> pull_all(Workspace& workspace, storage::Store& store, const Settings& settings,
                                           const std::vector<feeds::SourceId>& sources) {
    constexpr std::size_t most_threads = 16;
    std::vector<fetchers::PullReport> reports(sources.size());
    if (sources.empty()) return reports;
    fetchers::Transport transport(settings.fetch);
    const fetchers::Fetch fetch = [&](const fetchers::Request& request) { return transport.fetch(request); };
    fetchers::Puller puller(store, fetch, settings.fetch, workspace.clock());
    Progress progress(workspace.console(), "fetching", sources.size());
    Round round{puller, sources, reports, progress, {}, {}, {}};
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < std::min({most_threads, settings.fetch.concurrency, sources.size()}); ++i)
            threads.emplace_back([&round] { work(round); });
    }
    if (round.error) std::rethrow_exception(round.error);
    // Portraits too, so that the published address of one does not change when the daemon gets round to it.
    if (settings.fetch.avatars == fetchers::Options::Avatars::serve)
        fetchers::Avatars(store, fetch).refresh(workspace.clock()());
    return reports;
}

bool failed(const fetchers::PullReport& report) {
    return report.outcome != feeds::Outcome::ok && report.outcome != feeds::Outcome::unchanged;
}

json::array reports_json(storage::Store& store, const std::vector<fetchers::PullReport>& reports) {
    json::array out;
    for (const auto& report : reports) {
        json::object one;
        set(one, "source", slug_of(store, report.source));
        one["url"] = report.url;
        one["outcome"] = word_of(report.outcome);
        one["entries"] = report.entries;
        one["new"] = report.added;
        one["changed"] = report.changed;
        one["seconds"] = static_cast<double>(report.took.count()) / 1000.0;
        set(one, "message", report.message);
        out.push_back(std::move(one));
    }
    return out;
}

void print_reports(Console& console, storage::Store& store, const std::vector<fetchers::PullReport>& reports) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(reports.size());
    for (const auto& report : reports)
        rows.push_back({slug_of(store, report.source), std::string(word_of(report.outcome)),
                        fmt::format("{}", report.entries), fmt::format("{}", report.added),
                        fmt::format("{}", report.changed),
                        fmt::format("{:.1f} s", static_cast<double>(report.took.count()) / 1000.0),
                        report.message.empty() ? report.url : fmt::format("{}: {}", report.message, report.url)});
    print_table(console, {"SOURCE", "OUTCOME", "ENTRIES", "NEW", "CHANGED", "TOOK", "WHERE"}, rows);
}

}  // namespace masthead::config
