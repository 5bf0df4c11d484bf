#include <chrono>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using tests::answer;
using tests::numbered_entry;

/// A process of its own that runs `work`, then ends without cleaning up.
template <class Work>
pid_t start(Work work) {
    const pid_t child = fork();
    if (child != 0) return child;
    try {
        work();
    } catch (...) {
        _exit(1);
    }
    _exit(0);
}

int wait_for(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

/// All entries of the source say the same number, and its ETag says it, too.
storage::Commit generation(feeds::SourceId source, std::int64_t number) {
    std::vector<feeds::Entry> entries;
    for (std::int64_t i = 20; i > 0; --i) {
        entries.push_back(numbered_entry(i));
        entries.back().title = fmt::format("\"{}\"", number);
    }
    return answer(source, number, std::move(entries));
}

class Crash : public tests::StoreTest {};

TEST_F(Crash, InACommitLeavesAllOfItOrNothing) {
    const auto source = add_source("https://ledger.example/feed");
    store_.reset();
    std::int64_t reached = 0;
    for (int round = 0; round < 25; ++round) {
        int ready[2];
        ASSERT_EQ(pipe(ready), 0);
        const auto child = start([&] {
            const auto store = open();
            for (auto number = reached + 1;; ++number) {
                store->commit(generation(source, number));
                if (write(ready[1], "x", 1) != 1) _exit(1);
            }
        });
        char byte = 0;
        ASSERT_EQ(read(ready[0], &byte, 1), 1);
        // Somewhere in the commits that follow: a moment that no event marks.
        std::this_thread::sleep_for(std::chrono::microseconds(round * 397));
        kill(child, SIGKILL);
        wait_for(child);
        close(ready[0]);
        close(ready[1]);

        const auto store = open();
        EXPECT_TRUE(store->check_integrity().empty());
        const auto etag = store->source(source)->state.etag;
        const auto entries = store->entries({});
        EXPECT_EQ(entries.size(), 20U);
        for (const auto& stored : entries) EXPECT_EQ(stored.entry.title, etag);
        const auto number = std::stoll(etag.substr(1));
        EXPECT_GT(number, reached);
        reached = number;
    }
}

TEST_F(Crash, WhileAStoreIsMadeLeavesNoneOrAWholeOne) {
    for (int round = 0; round < 20; ++round) {
        const tests::TemporaryFolder folder;
        const auto path = folder.file("new.db");
        const auto child = start([&] { storage::open_store({"sqlite:" + path}); });
        std::this_thread::sleep_for(std::chrono::microseconds(round * 1500));
        kill(child, SIGKILL);
        wait_for(child);
        const auto store = storage::open_store({"sqlite:" + path});
        EXPECT_TRUE(store->feed_by_slug("all")) << round;
    }
}

TEST_F(Crash, OfALeasesHolderEndsTheLeaseInTime) {
    const auto source = add_source("https://ledger.example/feed");
    wait_for(start([&] { open()->lease(source, "daemon", tests::minute(0), tests::minute(5)); }));
    EXPECT_FALSE(store_->lease(source, "cli", tests::minute(1), tests::minute(6)));
    EXPECT_TRUE(store_->lease(source, "cli", tests::minute(5), tests::minute(9)));
}

class TwoProcesses : public tests::StoreTest {};

TEST_F(TwoProcesses, BothWriteWithoutLosingAnything) {
    const auto ours = add_source("https://ledger.example/feed");
    const auto theirs = add_source("https://letters.example/feed");
    const auto child = start([&] {
        const auto store = open();
        for (std::int64_t i = 1; i <= 100; ++i) store->commit(answer(theirs, i, {numbered_entry(i)}));
    });
    for (std::int64_t i = 1; i <= 100; ++i) store_->commit(answer(ours, i, {numbered_entry(i)}));
    EXPECT_EQ(wait_for(child), 0);
    EXPECT_EQ(store_->totals().entries, 200U);
    EXPECT_TRUE(store_->check_integrity().empty());
}

TEST_F(TwoProcesses, EachSeesWhatTheOtherChanged) {
    const auto version = store_->version();
    const auto last = store_->changes_since(0).last;
    EXPECT_EQ(store_->version(), version);
    EXPECT_EQ(wait_for(start([&] { open()->add_author("Orla Bexley", {}); })), 0);
    EXPECT_NE(store_->version(), version);
    EXPECT_EQ(store_->changes_since(last).authors, std::vector<feeds::AuthorId>{feeds::AuthorId{1}});
}

}  // namespace
