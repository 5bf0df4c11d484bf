#include <gtest/gtest.h>

#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using tests::answer;
using tests::minute;
using tests::numbered_entry;

class Sources : public tests::StoreTest {};

TEST_F(Sources, GiveBackWhatWasSet) {
    const auto orla = add_author("Orla Bexley");
    feeds::Source source;
    source.url = "https://ledger.example/author/orla/";
    source.type = feeds::Source::Type::page;
    source.kind = feeds::Kind::post;
    source.title = "The Ledger";
    source.text = feeds::TextPolicy::excerpt;
    source.authors = {orla};
    source.interval = std::chrono::hours{2};
    source.user_agent = "masthead (+https://feeds.example)";
    const auto added = store_->add_source(source);
    EXPECT_EQ(added.slug, "the-ledger");
    EXPECT_FALSE(added.key.empty());
    EXPECT_EQ(store_->source(added.id)->source, added);
    EXPECT_EQ(store_->sources().at(0).source, added);
}

TEST_F(Sources, AreStoredOncePerAddress) {
    const auto first = add_source("https://ledger.example/feed");
    EXPECT_EQ(add_source("https://ledger.example/feed"), first);
    EXPECT_EQ(store_->sources().size(), 1U);
}

TEST_F(Sources, KeepTheirKeyWhenTheyMove) {
    const auto id = add_source("https://ledger.example/feed");
    store_->commit(answer(id, 10, {numbered_entry(1)}));
    const auto public_id = store_->entries({}).at(0).public_id;
    auto moved = store_->source(id)->source;
    moved.url = "https://ledger.example/new-feed";
    store_->update_source(moved);
    EXPECT_EQ(store_->source(id)->state.etag, "") << "the new address does not know the old one's validators";
    store_->commit(answer(id, 20, {numbered_entry(1)}));
    ASSERT_EQ(store_->entries({}).size(), 1U);
    EXPECT_EQ(store_->entries({}).at(0).public_id, public_id);
    // Another source at the old address has ids of its own.
    EXPECT_NE(store_->source(add_source("https://ledger.example/feed"))->source.key, moved.key);
}

TEST_F(Sources, ThatAreRemovedLeaveTheirEntriesAndComeBackWithThem) {
    const auto id = add_source("https://ledger.example/feed");
    store_->commit(answer(id, 10, {numbered_entry(1)}));
    store_->remove_source(id, false);
    EXPECT_TRUE(store_->sources().empty());
    EXPECT_EQ(titles().size(), 1U);
    EXPECT_TRUE(store_->due(minute(100'000), 10).empty());
    EXPECT_EQ(add_source("https://ledger.example/feed"), id);
    EXPECT_EQ(store_->sources().at(0).entries, 1U);
    EXPECT_EQ(store_->due(minute(100'000), 10), std::vector<feeds::SourceId>{id});
}

TEST_F(Sources, ThatArePurgedTakeTheirEntriesAlong) {
    const auto id = add_source("https://ledger.example/feed");
    store_->commit(answer(id, 10, {numbered_entry(1)}));
    store_->remove_source(id, true);
    EXPECT_TRUE(titles().empty());
    EXPECT_TRUE(store_->check_integrity().empty());
}

TEST_F(Sources, AreDueTheLongestWaitingFirst) {
    const auto early = add_source("https://a.example/feed"), late = add_source("https://b.example/feed"),
               unasked = add_source("https://c.example/feed"), paused = add_source("https://d.example/feed"),
               gone = add_source("https://e.example/feed");
    store_->commit(answer(early, 0, {}));
    store_->commit(answer(late, 5, {}));
    auto source = store_->source(paused)->source;
    source.paused = true;
    store_->update_source(source);
    auto commit = answer(gone, 0, {});
    commit.state.gone = true;
    store_->commit(commit);
    using Ids = std::vector<feeds::SourceId>;
    EXPECT_EQ(store_->due(minute(59), 10), (Ids{unasked}));
    EXPECT_EQ(store_->due(minute(65), 10), (Ids{unasked, early, late}));
    EXPECT_EQ(store_->due(minute(65), 2), (Ids{unasked, early}));
    store_->commit(answer(unasked, 100, {}));
    EXPECT_EQ(store_->next_due(), minute(60));
    // The admin looked at it: it is asked again.
    store_->update_source(store_->source(gone)->source);
    EXPECT_EQ(store_->due(minute(65), 10), (Ids{early, gone, late}));
}

TEST_F(Sources, AreFetchedByOneAtATime) {
    const auto id = add_source("https://ledger.example/feed");
    EXPECT_TRUE(store_->lease(id, "daemon", minute(0), minute(5)));
    EXPECT_TRUE(store_->lease(id, "daemon", minute(1), minute(6)));
    EXPECT_FALSE(store_->lease(id, "cli", minute(5), minute(10)));
    store_->release(id, "cli");
    EXPECT_FALSE(store_->lease(id, "cli", minute(5), minute(10)));
    store_->release(id, "daemon");
    EXPECT_TRUE(store_->lease(id, "cli", minute(5), minute(10)));
}

TEST_F(Sources, ShareTheTurnsOfAHost) {
    EXPECT_FALSE(store_->host_free_at("ledger.example"));
    store_->set_host_free_at("ledger.example", minute(3));
    EXPECT_EQ(open()->host_free_at("ledger.example"), minute(3));
}

TEST_F(Sources, ComeBackFromTheFutureOfAnotherClock) {
    using namespace std::chrono_literals;
    const auto far = add_source("https://a.example/feed"), near = add_source("https://b.example/feed");
    auto commit = answer(far, 0, {});
    commit.state.next_fetch = minute(0) + 87'600h + 7min;
    commit.pages = {{"https://a.example/1", "", "", "hash", minute(0) + 87'600h}};
    store_->commit(commit);
    commit = answer(near, 0, {});
    commit.state.next_fetch = minute(0) + 23h;
    store_->commit(commit);
    store_->set_host_free_at("a.example", minute(0) + 87'600h);
    store_->set_host_free_at("b.example", minute(0) + 1h);

    store_->bring_back_from_future(minute(0), 24h);
    EXPECT_EQ(store_->source(far)->state.next_fetch, minute(7));
    EXPECT_EQ(store_->source(near)->state.next_fetch, minute(0) + 23h);
    EXPECT_EQ(store_->due(minute(0) + 23h, 10), (std::vector<feeds::SourceId>{far, near}));
    EXPECT_FALSE(store_->host_free_at("a.example"));
    EXPECT_EQ(store_->host_free_at("b.example"), minute(60));
    EXPECT_EQ(store_->page_states(far).at(0).checked, minute(0));
}

TEST_F(Sources, RememberTheirPages) {
    const auto id = add_source("https://ledger.example/author/orla/");
    auto commit = answer(id, 10, {});
    commit.pages = {{"https://ledger.example/1", "\"a\"", "", "hash", minute(10)}};
    store_->commit(commit);
    commit.pages[0].etag = "\"b\"";
    store_->commit(commit);
    EXPECT_EQ(store_->page_states(id), commit.pages);
}

}  // namespace
