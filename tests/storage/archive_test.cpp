#include <set>

#include <gtest/gtest.h>

#include "storage/publication.hpp"
#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using tests::answer;
using tests::numbered_entry;
using Titles = std::vector<std::string>;

class Archive : public tests::StoreTest {
protected:
    Archive() {
        auto all = *store_->feed_by_slug("all");
        all.limit = 3;
        store_->update_feed(all);
    }

    std::vector<feeds::Entry> numbered(std::int64_t first, std::int64_t last) {
        std::vector<feeds::Entry> entries;
        for (auto number = last; number >= first; --number) entries.push_back(numbered_entry(number));
        return entries;
    }
    feeds::FeedId all() { return store_->feed_by_slug("all")->id; }
    Titles archived(const storage::ArchivedList& list, std::uint64_t number) {
        Titles titles;
        for (const auto& stored : store_->archive(list, number)) titles.push_back(stored.entry.title);
        return titles;
    }
};

TEST_F(Archive, HoldsABlockCountedFromTheOldest) {
    const auto source = add_source("https://ledger.example/feed");
    store_->commit(answer(source, 10, numbered(1, 7)));
    EXPECT_EQ(store_->archives(all()), 2U);
    EXPECT_EQ(archived(all(), 1), (Titles{"Piece 3", "Piece 2", "Piece 1"}));
    EXPECT_EQ(archived(all(), 2), (Titles{"Piece 6", "Piece 5", "Piece 4"}));
    EXPECT_TRUE(archived(all(), 3).empty());
}

TEST_F(Archive, KeepsItsEntriesWhateverComesLater) {
    const auto source = add_source("https://ledger.example/feed");
    store_->commit(answer(source, 100, numbered(21, 27)));
    const auto first = archived(all(), 1), second = archived(all(), 2);
    store_->commit(answer(add_source("https://letters.example/feed"), 200, numbered(1, 9)));
    EXPECT_EQ(store_->archives(all()), 5U);
    EXPECT_EQ(archived(all(), 1), first);
    EXPECT_EQ(archived(all(), 2), second);
}

TEST_F(Archive, LeavesNoEntryOutBetweenTheArchivesAndTheNewestPage) {
    const auto source = add_source("https://ledger.example/feed");
    for (std::int64_t day = 0; day < 5; ++day) store_->commit(answer(source, day * 10, numbered(day * 4, day * 4 + 3)));
    std::set<std::string> seen;
    const auto collect = [&](std::optional<std::uint64_t> number) {
        storage::PublicationRequest request;
        request.path = "/feeds/all";
        request.archive = number;
        const auto page = storage::publication(*store_, {}, request);
        for (const auto& entry : page->entries) seen.insert(entry.stored.public_id);
        return page->prev_archive;
    };
    for (auto number = collect(std::nullopt); number;) number = collect(number);
    EXPECT_EQ(seen.size(), 20U);
}

TEST_F(Archive, IsShorterByWhatIsHidden) {
    store_->commit(answer(add_source("https://ledger.example/feed"), 10, numbered(1, 7)));
    store_->set_hidden(feeds::EntryId{2}, true);
    EXPECT_EQ(archived(all(), 1), (Titles{"Piece 3", "Piece 1"}));
    EXPECT_EQ(archived(all(), 2), (Titles{"Piece 6", "Piece 5", "Piece 4"}));
}

TEST_F(Archive, IsCutAnewWhenTheFeedSelectsSomethingElse) {
    auto entries = numbered(1, 12);
    for (std::size_t i = 0; i < entries.size(); i += 2) entries[i].categories = {"Trade"};
    store_->commit(answer(add_source("https://ledger.example/feed"), 20, entries));
    auto feed = *store_->feed_by_slug("all");
    feed.selection.categories = {"trade"};
    store_->update_feed(feed);
    EXPECT_EQ(store_->archives(all()), 2U);
    EXPECT_EQ(archived(all(), 1), (Titles{"Piece 6", "Piece 4", "Piece 2"}));
}

TEST_F(Archive, TakesInASourceThatBecomesPublic) {
    const auto letters = add_source("https://letters.example/feed");
    auto source = store_->source(letters)->source;
    source.is_public = false;
    store_->update_source(source);
    store_->commit(answer(letters, 10, numbered(1, 6)));
    EXPECT_EQ(store_->archives(all()), 0U);
    source.is_public = true;
    store_->update_source(source);
    EXPECT_EQ(store_->archives(all()), 2U);
}

TEST_F(Archive, OfAnAuthorHoldsHisOrHerEntriesAlone) {
    const auto orla = add_author("Orla Bexley");
    store_->commit(answer(add_source("https://ledger.example/feed", {orla}), 500, numbered(1, 100)));
    store_->commit(answer(add_source("https://letters.example/feed"), 500, numbered(201, 300)));
    EXPECT_EQ(store_->archives(orla), 1U);
    EXPECT_EQ(archived(orla, 1).size(), 100U);
    EXPECT_EQ(archived(orla, 1).front(), "Piece 100");
}

TEST_F(Archive, OfAFeedIsAPageWithALinkToTheOneBefore) {
    store_->commit(answer(add_source("https://ledger.example/feed"), 10, numbered(1, 7)));
    storage::PublicationRequest request;
    request.path = "/feeds/all";
    EXPECT_EQ(storage::publication(*store_, {}, request)->prev_archive, 2U);
    request.archive = 2;
    const auto page = storage::publication(*store_, {}, request);
    EXPECT_EQ(page->archive, 2U);
    EXPECT_EQ(page->prev_archive, 1U);
    for (const std::uint64_t number : {0, 3}) {
        request.archive = number;
        EXPECT_FALSE(storage::publication(*store_, {}, request)) << number;
    }
}

}  // namespace
