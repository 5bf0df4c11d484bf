#include "fetchers/daemon.hpp"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/origin.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

using namespace std::chrono_literals;
using namespace masthead;
using tests::Answer;
using tests::Origin;

const std::string feed =
    "<rss version='2.0'><channel><title>T</title><link>https://blog.example/</link><description>d</description>"
    "<item><title>a</title><guid>a</guid></item></channel></rss>";

class DaemonTest : public testing::Test {
protected:
    DaemonTest() {
        options_.allow_private = {"127.0.0.0/8"};
        options_.host_gap = 0ms;
        options_.concurrency = 4;
    }

    void start() {
        daemon_ = std::make_unique<fetchers::Daemon>(*store_, options_, [this] { return now(); });
    }

    feeds::Time now() const { return start_ + (std::chrono::steady_clock::now() - begun_) / 1ms * 1ms + ahead_.load(); }

    feeds::SourceId add(const std::string& url) {
        feeds::Source source;
        source.url = url;
        return store_->add_source(source).id;
    }

    // What the daemon does shows in the store only: that is watched, with a deadline.
    template <class Predicate>
    bool wait_until(feeds::SourceId source, Predicate holds) {
        const auto deadline = std::chrono::steady_clock::now() + 10s;
        while (std::chrono::steady_clock::now() < deadline) {
            if (holds(store_->source(source)->state)) return true;
            std::this_thread::yield();
        }
        return false;
    }

    bool wait_for_fetch(feeds::SourceId source, feeds::Time after) {
        return wait_until(source, [&](const auto& state) { return state.last_fetch && *state.last_fetch > after; });
    }

    tests::TemporaryFolder folder_;
    std::unique_ptr<storage::Store> store_ = storage::open_store({"sqlite:" + folder_.file("masthead.db")});
    Origin origin_;
    fetchers::Options options_;
    const feeds::Time start_{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}};
    const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::atomic<std::chrono::milliseconds> ahead_{0ms};  ///< how far the test has put the clock forward
    std::unique_ptr<fetchers::Daemon> daemon_;
};

TEST_F(DaemonTest, PullsWhatIsAddedAfterAWake) {
    origin_.set("/feed", Answer{.body = feed});
    start();
    const auto source = add(origin_.url("/feed"));
    daemon_->wake();
    EXPECT_TRUE(wait_for_fetch(source, start_ - 1ms));
}

TEST_F(DaemonTest, PullsAgainWhenTheTimeHasCome) {
    origin_.set("/feed", Answer{.body = feed});
    const auto source = add(origin_.url("/feed"));
    start();
    ASSERT_TRUE(wait_for_fetch(source, start_ - 1ms));
    ahead_ = 25h;
    daemon_->wake();
    EXPECT_TRUE(wait_for_fetch(source, start_ + 24h));
}

TEST_F(DaemonTest, FetchesOthersWhileOneStalls) {
    origin_.set("/silent", Answer{.manner = Answer::Manner::stall_before_status});
    origin_.set("/feed", Answer{.body = feed});
    options_.timeout = 60s;
    add(origin_.url("/silent"));
    const auto source = add(origin_.url("/feed"));
    start();
    EXPECT_TRUE(wait_for_fetch(source, start_ - 1ms));
}

TEST_F(DaemonTest, LeavesASourceAsItWasWhenItStopsInTheMiddle) {
    origin_.set("/silent", Answer{.manner = Answer::Manner::stall_before_status});
    options_.timeout = 60s;
    const auto source = add(origin_.url("/silent"));
    start();
    ASSERT_TRUE(origin_.wait_for(1));
    daemon_.reset();
    EXPECT_EQ(store_->source(source)->state, feeds::FetchState{});
    EXPECT_TRUE(store_->lease(source, "next", start_, start_ + 1min)) << "the lease was given back";
}

TEST_F(DaemonTest, BringsBackTimesThatWereWrittenUnderAnotherClock) {
    origin_.set("/feed", Answer{.body = feed});
    const auto source = add(origin_.url("/feed"));
    storage::Commit commit;
    commit.source = source;
    commit.at = start_ + 87600h;
    commit.state.next_fetch = start_ + 87600h;
    store_->commit(commit);
    start();
    ASSERT_TRUE(wait_until(source, [&](const auto& state) { return *state.next_fetch <= start_ + 25h; }));
    ahead_ = 25h;
    EXPECT_TRUE(wait_for_fetch(source, start_ - 1ms));
}

TEST_F(DaemonTest, FetchesNoPortraitsThatAreOnlyLinked) {
    const auto author = store_->add_author("Ada Wick", feeds::Author::Type::person).id;
    feeds::Fact fact;
    fact.field = feeds::Field::avatar;
    fact.value = origin_.url("/ada.png");
    store_->put_facts({{author, fact}});
    store_->put_avatar({"c0ffee", fact.value, "image/png", "old copy", "", "", start_});
    options_.avatars = fetchers::Options::Avatars::link;
    start();
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    while (store_->avatar_of_url(fact.value) && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    EXPECT_FALSE(store_->avatar_of_url(fact.value)) << "the original address is published";
    EXPECT_EQ(origin_.count("/ada.png"), 0U);
}

TEST_F(DaemonTest, TellsTheHubOfChanges) {
    origin_.set("/hub", Answer{.status = 204});
    options_.hub = origin_.url("/hub");
    options_.base_url = "https://feeds.example";
    start();
    store_->add_author("Ada Wick", feeds::Author::Type::person);
    ASSERT_TRUE(origin_.wait_for(1));
    EXPECT_NE(origin_.requests().front().body.find("ada%2Dwick%2Erss"), std::string::npos);
}

}  // namespace
