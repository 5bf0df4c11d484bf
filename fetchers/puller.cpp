#include "fetchers/puller.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <random>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "fetchers/feed_pull.hpp"
#include "fetchers/page_pull.hpp"
#include "fetchers/pull_steps.hpp"

namespace masthead::fetchers {

namespace {

using namespace std::chrono_literals;

// Longer than any pull: so many requests, each up to its time limit, are more than a page, its articles and the
// robots.txt of their hosts. A process that died in the middle holds its source no longer.
constexpr int requests_within_lease = 64;

std::chrono::milliseconds lease_time(const Options& options) {
    return std::max<std::chrono::milliseconds>(15min, requests_within_lease * options.timeout);
}

// Tells this process from an earlier one that had the same number, as in a container every first process has.
std::uint32_t process_token() {
    static const std::uint32_t token = std::random_device{}();
    return token;
}

// Holds a source against the daemon, or the command line, in another process or thread.
class Lease {
public:
    Lease(storage::Store& store, feeds::SourceId source, feeds::Time now, std::chrono::milliseconds length)
        : store_(store),
          source_(source),
          holder_(fmt::format("{}/{}/{}", ::getpid(), process_token(), reinterpret_cast<std::uintptr_t>(this))),
          held_(take(now, now + length)) {}

    ~Lease() {
        if (!held_) return;
        try {
            store_.release(source_, holder_);
        } catch (const storage::StoreError&) {
            // It ends by itself.
        }
    }

    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    bool is_held() const { return held_; }

private:
    bool take(feeds::Time now, feeds::Time until) {
        if (store_.lease(source_, holder_, now, until)) return true;
        // A process that was killed gives nothing back; its source need not wait until the lease has run out.
        const auto other = store_.lease_holder(source_);
        if (!other || is_running(*other)) return false;
        store_.release(source_, *other);
        return store_.lease(source_, holder_, now, until);
    }

    // Whether the process of a holder still runs, as far as can be told: another user's counts as running.
    static bool is_running(const std::string& holder) {
        pid_t process = 0;
        const auto read = std::from_chars(holder.data(), holder.data() + holder.size(), process);
        if (read.ec != std::errc() || process <= 0) return true;
        if (process == ::getpid()) return holder.find(fmt::format("/{}/", process_token())) != std::string::npos;
        return ::kill(process, 0) == 0 || errno != ESRCH;
    }

    storage::Store& store_;
    feeds::SourceId source_;
    std::string holder_;
    bool held_;
};

PullReport report_of(feeds::Outcome outcome, std::string message) {
    PullReport report;
    report.outcome = outcome;
    report.message = std::move(message);
    return report;
}

}  // namespace

Puller::Puller(storage::Store& store, Fetch fetch, Options options, std::function<feeds::Time()> now)
    : store_(store), fetch_(std::move(fetch)), options_(std::move(options)), now_(std::move(now)), robots_(fetch_) {}

PullReport Puller::pull(feeds::SourceId source, Recheck recheck) {
    const auto started = std::chrono::steady_clock::now();
    PullReport report;
    {
        const Lease lease(store_, source, now_(), lease_time(options_));
        const auto status = store_.source(source);
        if (!status)
            report = report_of(feeds::Outcome::gone, "there is no such source any more");
        else if (!lease.is_held())
            report = report_of(feeds::Outcome::unchanged, "is being fetched already");
        else
            report = pull_leased(*status, recheck);
        if (status) report.url = status->source.url;
    }
    report.source = source;
    report.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
    return report;
}

PullReport Puller::pull_leased(const storage::SourceStatus& status, Recheck recheck) {
    const PullTools tools{store_, fetch_, options_, now_, robots_, parsing_};
    if (const auto until = resting_until(tools, status.source.url)) return postpone(tools, status, *until);
    switch (status.source.type) {
        case feeds::Source::Type::feed:
            return pull_feed(tools, status);
        case feeds::Source::Type::page:
            return pull_page(tools, status, recheck);
        case feeds::Source::Type::mailbox:
            break;
    }
    return fail(tools, status, {feeds::Outcome::unsupported, "mailboxes are not read yet", 0, std::nullopt});
}

}  // namespace masthead::fetchers
