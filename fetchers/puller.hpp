#pragma once

#include <functional>
#include <semaphore>
#include <string>

#include "feeds/source.hpp"
#include "feeds/time.hpp"
#include "fetchers/options.hpp"
#include "fetchers/robots.hpp"
#include "fetchers/transfer.hpp"
#include "storage/store.hpp"

namespace masthead::fetchers {

/// What one pull came to, for the log and for `fetch`.
struct PullReport {
    feeds::SourceId source{};
    std::string url;
    feeds::Outcome outcome = feeds::Outcome::ok;
    std::size_t entries = 0;  ///< of the document that are stored now
    std::size_t added = 0;
    std::size_t changed = 0;
    std::chrono::milliseconds took{};
    std::string message;  ///< empty when all went well
};

/// Whether articles that are known already are asked for again: an hour after the last time, or at once.
enum class Recheck { when_due, now };

/// Pulls one source from end to end: fetch, parse, match, commit. For a page source the articles that its listing names
/// are fetched, too. Blocks; any thread, one source at a time each. `now` is asked at each step that dates something.
class Puller {
public:
    Puller(storage::Store& store, Fetch fetch, Options options, std::function<feeds::Time()> now);

    /// Throws StoreError; everything that the world did wrong is in the report and in the source's state.
    PullReport pull(feeds::SourceId source, Recheck recheck = Recheck::when_due);

private:
    PullReport pull_leased(const storage::SourceStatus& status, Recheck recheck);

    storage::Store& store_;
    Fetch fetch_;
    Options options_;
    std::function<feeds::Time()> now_;
    Robots robots_;
    /// A document's tree takes up to twenty times the memory of its text: few are taken apart at once, however many
    /// threads pull.
    std::counting_semaphore<> parsing_{2};
};

}  // namespace masthead::fetchers
