// Reads pages of stores of 10,000, 100,000 and 1,000,000 entries: what a page costs must not grow with the store.
// One line of JSON per result. Arguments: the sizes, when not these.

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include "storage/publication.hpp"
#include "storage/store.hpp"

namespace {

using namespace masthead;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t authors = 20;
constexpr std::int64_t entries_per_commit = 100;

feeds::Entry entry(std::int64_t number) {
    feeds::Entry entry;
    entry.guid = fmt::format("entry-{}", number);
    entry.url = fmt::format("https://ledger.example/{}", number);
    entry.title = fmt::format("Piece {} of the Ledger", number);
    // Texts differ from the first word on, as those of real pieces do: copies would be joined.
    for (int sentence = 0; sentence < 20; ++sentence)
        entry.content += fmt::format("<p>Word{0} stands before word{1}, and {0} is followed by {1} as ever.</p>",
                                     number * 31 + sentence, number * 17 + sentence * 7);
    entry.published = feeds::Time{std::chrono::seconds{1'500'000'000 + number * 60}};
    entry.kind = number % 10 == 0 ? feeds::Kind::episode : feeds::Kind::post;
    return entry;
}

void fill(storage::Store& store, std::int64_t entries) {
    std::vector<feeds::SourceId> sources;
    for (std::int64_t i = 0; i < authors; ++i) {
        feeds::Source source;
        source.url = fmt::format("https://ledger{}.example/feed", i);
        source.authors = {store.add_author(fmt::format("Author {}", i), {}).id};
        sources.push_back(store.add_source(source).id);
    }
    for (std::int64_t first = 0; first < entries; first += entries_per_commit) {
        storage::Commit commit;
        commit.source = sources[static_cast<std::size_t>(first / entries_per_commit % authors)];
        commit.at = feeds::Time{std::chrono::seconds{2'000'000'000}};
        for (auto number = first; number < first + entries_per_commit; ++number)
            commit.entries.push_back(entry(number));
        store.commit(commit);
    }
}

double milliseconds(Clock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

// The median of some runs; the first, with cold caches, is not counted.
double median_of(const std::function<void()>& work) {
    work();
    std::vector<double> times;
    for (int run = 0; run < 11; ++run) {
        const auto start = Clock::now();
        work();
        times.push_back(milliseconds(Clock::now() - start));
    }
    std::nth_element(times.begin(), times.begin() + 5, times.end());
    return times[5];
}

void measure(storage::Store& store, std::int64_t entries) {
    const std::uint64_t archives = store.archives(store.feed_by_slug("all")->id);
    struct Case {
        const char* name;
        std::string path;
        std::optional<std::uint64_t> archive;
    };
    const Case cases[] = {
        {"all", "/feeds/all", {}},
        {"author", "/authors/author-7", {}},
        {"episodes", "/authors/author-7/episodes", {}},
        {"oldest_archive", "/feeds/all", 1},
        {"newest_archive", "/feeds/all", archives},
        {"entry", fmt::format("/entries/{}", entries / 2), {}},
    };
    for (const auto& [name, path, archive] : cases) {
        const double time = median_of([&, &path = path, &archive = archive] {
            storage::PublicationRequest request;
            request.path = path;
            request.archive = archive;
            if (!storage::publication(store, {}, request)) std::abort();
        });
        fmt::print("{{\"benchmark\": \"page\", \"page\": \"{}\", \"entries\": {}, \"ms\": {:.3f}}}\n", name, entries,
                   time);
    }
    const double read = median_of([&] { store.entries({}); });
    fmt::print("{{\"benchmark\": \"page\", \"page\": \"entries_alone\", \"entries\": {}, \"ms\": {:.3f}}}\n", entries,
               read);
}

double peak_mebibytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::int64_t> sizes;
    for (int i = 1; i < count; ++i) sizes.push_back(std::atoll(arguments[i]));
    if (sizes.empty()) sizes = {10'000, 100'000, 1'000'000};
    std::string folder = (std::filesystem::temp_directory_path() / "masthead-bench-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) return EXIT_FAILURE;
    for (const auto entries : sizes) {
        const auto path = fmt::format("{}/{}.db", folder, entries);
        const auto store = storage::open_store({"sqlite:" + path});
        const auto start = Clock::now();
        fill(*store, entries);
        fmt::print("{{\"benchmark\": \"store\", \"entries\": {}, \"entries_per_second\": {:.0f}, \"bytes\": {}}}\n",
                   entries, static_cast<double>(entries) * 1000 / milliseconds(Clock::now() - start),
                   store->totals().bytes);
        measure(*store, entries);
        fmt::print("{{\"benchmark\": \"memory\", \"entries\": {}, \"peak_mib\": {:.1f}}}\n", entries, peak_mebibytes());
    }
    std::filesystem::remove_all(folder);
    return EXIT_SUCCESS;
}
