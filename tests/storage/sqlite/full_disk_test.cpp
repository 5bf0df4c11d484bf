#include <gtest/gtest.h>

#include "tests/storage/sqlite/failing_disk.hpp"
#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using tests::answer;
using tests::numbered_entry;

// Two answers of a source; the second adds one entry and edits another.
storage::Commit first_answer(feeds::SourceId source) {
    return answer(source, 10, {numbered_entry(2), numbered_entry(1)});
}
storage::Commit second_answer(feeds::SourceId source) {
    auto edited = numbered_entry(2);
    edited.content = "<p>" + std::string(50'000, 'x') + "</p>";
    return answer(source, 20, {numbered_entry(3), edited, numbered_entry(1)});
}

struct Contents {
    std::vector<feeds::StoredEntry> entries;
    feeds::FetchState state;
    std::uint64_t last_change;

    bool operator==(const Contents&) const = default;
};

Contents contents(storage::Store& store, feeds::SourceId source) {
    return {store.entries({}), store.source(source)->state, store.changes_since(0).last};
}

// The disk is full from the n-th write of a commit on, for every n until a commit comes through: what is stored is then
// what was there before, can still be read, and the next try succeeds without opening the store anew.
TEST(FullDisk, LeavesTheStoreAsItWasWhereverACommitStops) {
    tests::TemporaryFolder folder;
    tests::FailingDisk disk;
    const auto store = storage::open_store({"sqlite:" + folder.file("masthead.db")});
    feeds::Source described;
    described.url = "https://ledger.example/feed";
    const auto source = store->add_source(described).id;
    store->commit(first_answer(source));
    const auto before = contents(*store, source);

    int failures = 0;
    for (int nth = 1; nth < 1000; ++nth) {
        disk.fail_from(nth);
        bool came_through = false;
        try {
            store->commit(second_answer(source));
            came_through = true;
        } catch (const storage::StoreError& error) {
            EXPECT_TRUE(error.code() == storage::StoreError::Code::full ||
                        error.code() == storage::StoreError::Code::cannot_write)
                << error.what();
            EXPECT_NE(std::string(error.what()).find("masthead.db"), std::string::npos) << error.what();
        }
        if (came_through) break;
        ++failures;
        EXPECT_EQ(contents(*store, source), before) << "reading on a full disk, write " << nth;
    }
    EXPECT_GT(failures, 5);
    disk.fail_from(0);
    EXPECT_TRUE(store->check_integrity().empty());
    EXPECT_EQ(store->entries({}).size(), 3U);
    EXPECT_EQ(store->source(source)->state.etag, "\"20\"");
}

TEST(FullDisk, LeavesNothingUnderTheNameOfAStoreThatCannotBeMade) {
    tests::TemporaryFolder folder;
    tests::FailingDisk disk;
    for (int nth = 1; nth < 1000; ++nth) {
        const auto path = folder.file("masthead.db");
        disk.fail_from(nth);
        try {
            storage::open_store({"sqlite:" + path});
        } catch (const storage::StoreError&) {
        }
        const bool was_hit = disk.has_failed();
        disk.fail_from(0);
        if (!was_hit) break;
        if (std::filesystem::exists(path)) {
            EXPECT_TRUE(storage::open_store({"sqlite:" + path})->check_integrity().empty()) << nth;
            std::filesystem::remove(path);
        }
        std::filesystem::remove(path + "-wal");
        std::filesystem::remove(path + "-shm");
        EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "write " << nth;
    }
}

}  // namespace
