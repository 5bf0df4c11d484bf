#include <csignal>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/storage/sqlite/failing_disk.hpp"
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

bool was_killed(int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL; }

/// All entries of the source say the same number, and its ETag says it, too.
storage::Commit generation(feeds::SourceId source, std::int64_t number) {
    std::vector<feeds::Entry> entries;
    for (std::int64_t i = 5; i > 0; --i) {
        entries.push_back(numbered_entry(i));
        entries.back().title = fmt::format("\"{}\"", number);
    }
    return answer(source, number, std::move(entries));
}

class Crash : public tests::StoreTest {};

// The process is killed at its n-th write to the disk, for every n until a commit comes through.
TEST_F(Crash, InACommitLeavesAllOfItOrNothing) {
    const auto source = add_source("https://ledger.example/feed");
    store_->commit(generation(source, 1));
    store_.reset();
    int crashes = 0;
    for (int nth = 1; nth < 1000; ++nth) {
        const int status = wait_for(start([&] {
            tests::FailingDisk disk;
            const auto store = open();
            disk.kill_at(nth);
            store->commit(generation(source, nth + 1));
        }));
        const auto store = open();
        ASSERT_TRUE(store->check_integrity().empty()) << nth;
        const auto etag = store->source(source)->state.etag;
        const auto entries = store->entries({});
        ASSERT_EQ(entries.size(), 5U) << nth;
        for (const auto& stored : entries) EXPECT_EQ(stored.entry.title, etag) << nth;
        if (!was_killed(status)) {
            EXPECT_EQ(status, 0);
            EXPECT_EQ(etag, fmt::format("\"{}\"", nth + 1));
            break;
        }
        ++crashes;
    }
    EXPECT_GT(crashes, 5);
}

TEST_F(Crash, InAFollowingLeavesAllOfItOrNothing) {
    storage::Following following;
    following.person.name = "Orla Bexley";
    following.sources.resize(2);
    following.sources[0].url = "https://ledger.example/feed";
    following.sources[1].url = "https://bexley.example/letters.xml";
    following.feed = "law";
    store_.reset();
    int crashes = 0;
    for (int nth = 1; nth < 1000; ++nth) {
        const int status = wait_for(start([&] {
            tests::FailingDisk disk;
            const auto store = open();
            disk.kill_at(nth);
            store->follow(following);
        }));
        const auto store = open();
        const bool is_whole = !was_killed(status);
        const std::size_t authors = store->authors().size();
        ASSERT_EQ(store->sources().size(), 2 * authors) << nth;
        ASSERT_EQ(store->feed_by_slug("law").has_value(), authors == 1) << nth;
        if (is_whole || authors == 1) break;
        ++crashes;
    }
    EXPECT_EQ(open()->authors().size(), 1U);
    EXPECT_GT(crashes, 2);
}

TEST_F(Crash, WhileAStoreIsMadeLeavesNoneOrAWholeOne) {
    int crashes = 0;
    for (int nth = 1; nth < 1000; ++nth) {
        const tests::TemporaryFolder folder;
        const auto url = "sqlite:" + folder.file("new.db");
        const int status = wait_for(start([&] {
            tests::FailingDisk disk;
            disk.kill_at(nth);
            storage::open_store({url});
        }));
        EXPECT_TRUE(storage::open_store({url})->feed_by_slug("all")) << nth;
        if (!was_killed(status)) break;
        ++crashes;
    }
    EXPECT_GT(crashes, 5);
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
