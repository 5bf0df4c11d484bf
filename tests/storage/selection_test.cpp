#include <gtest/gtest.h>

#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using tests::answer;
using tests::minute;
using tests::numbered_entry;
using Titles = std::vector<std::string>;

class Selection : public tests::StoreTest {
protected:
    storage::EntryQuery query_;
    feeds::Selection& selection_ = query_.selection;
};

TEST_F(Selection, MergesAuthorsSourcesAndKindsByDate) {
    const auto orla = add_author("Orla Bexley"), corin = add_author("Corin Ashby");
    const auto ledger = add_source("https://ledger.example/feed", {orla}),
               letters = add_source("https://letters.example/feed", {corin}),
               both = add_source("https://show.example/feed", {orla, corin});
    auto episode = numbered_entry(3);
    episode.kind = feeds::Kind::episode;
    store_->commit(answer(ledger, 100, {numbered_entry(5), numbered_entry(1)}));
    store_->commit(answer(letters, 100, {numbered_entry(6), numbered_entry(2)}));
    store_->commit(answer(both, 100, {episode}));

    selection_.authors = {orla};
    EXPECT_EQ(titles(query_), (Titles{"Piece 5", "Piece 3", "Piece 1"}));
    selection_.authors = {orla, corin};
    EXPECT_EQ(titles(query_), (Titles{"Piece 6", "Piece 5", "Piece 3", "Piece 2", "Piece 1"}));
    selection_.sources = {letters, both};
    EXPECT_EQ(titles(query_), (Titles{"Piece 6", "Piece 3", "Piece 2"}));
    selection_.kinds = {feeds::Kind::episode};
    EXPECT_EQ(titles(query_), (Titles{"Piece 3"}));
    selection_.authors.clear();
    selection_.kinds = {feeds::Kind::post};
    EXPECT_EQ(titles(query_), (Titles{"Piece 6", "Piece 2"}));
}

TEST_F(Selection, IsReadPageByPageWithoutGapsOrRepetitions) {
    const auto source = add_source("https://ledger.example/feed");
    std::vector<feeds::Entry> entries;
    for (std::int64_t i = 0; i < 50; ++i) {
        entries.push_back(numbered_entry(i));
        entries.back().published = minute(i / 7);
        if (i % 3 == 0) entries.back().kind = feeds::Kind::newsletter;
    }
    store_->commit(answer(source, 100, entries));
    query_.limit = 100;
    const auto whole = store_->entries(query_);
    ASSERT_EQ(whole.size(), 50U);
    query_.limit = 7;
    std::vector<feeds::StoredEntry> paged;
    for (;;) {
        const auto page = store_->entries(query_);
        if (page.empty()) break;
        paged.insert(paged.end(), page.begin(), page.end());
        query_.before = {page.back().shown, page.back().id};
    }
    EXPECT_EQ(paged, whole);
}

struct MatchCase {
    const char* name;
    const char* match;
    bool selected;
};

class Match : public Selection, public testing::WithParamInterface<MatchCase> {};

TEST_P(Match, FindsWordsInTitleAndText) {
    auto entry = numbered_entry(1);
    entry.title = "Tariffs & trade";
    entry.content = "<p class=\"crypto\">The <b>port</b> of Harrowgate re-opens.</p>";
    store_->commit(answer(add_source("https://ledger.example/feed"), 10, {entry}));
    selection_.match = GetParam().match;
    EXPECT_EQ(titles(query_).size(), GetParam().selected ? 1U : 0U) << GetParam().match;
}

INSTANTIATE_TEST_SUITE_P(Words, Match,
                         testing::Values(MatchCase{"Title", "trade", true}, MatchCase{"Case", "TARIFFS", true},
                                         MatchCase{"Text", "harrowgate", true}, MatchCase{"Every", "trade port", true},
                                         MatchCase{"NotAll", "trade airport", false},
                                         MatchCase{"WholeWordsOnly", "tariff", false},
                                         MatchCase{"NoMarkup", "crypto", false},
                                         MatchCase{"Unwanted", "trade -harrowgate", false},
                                         MatchCase{"UnwantedThatIsAbsent", "trade -crypto", true},
                                         MatchCase{"OnlyUnwanted", "-port", false}, MatchCase{"Blank", " - ", true}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST_F(Selection, ComparesCategoriesWithoutCaseAndLanguagesByTheirPrimaryTag) {
    auto british = numbered_entry(1), german = numbered_entry(2);
    british.language = "en-GB";
    british.categories = {"Trade"};
    german.language = "de";
    store_->commit(answer(add_source("https://ledger.example/feed"), 10, {german, british}));
    selection_.languages = {"en"};
    EXPECT_EQ(titles(query_), Titles{"Piece 1"});
    selection_.languages = {"EN-gb", "fr"};
    EXPECT_EQ(titles(query_), Titles{"Piece 1"});
    selection_.languages = {"en-US"};
    EXPECT_TRUE(titles(query_).empty());
    selection_.languages.clear();
    selection_.categories = {"trade"};
    EXPECT_EQ(titles(query_), Titles{"Piece 1"});
}

TEST_F(Selection, TakesTheSourcesLanguageForEntriesThatNameNone) {
    const auto id = add_source("https://ledger.example/feed");
    auto source = store_->source(id)->source;
    source.language = "en";
    store_->update_source(source);
    store_->commit(answer(id, 10, {numbered_entry(1)}));
    selection_.languages = {"en"};
    EXPECT_EQ(titles(query_), Titles{"Piece 1"});
}

TEST_F(Selection, ThatFindsNothingStopsLooking) {
    std::vector<feeds::Entry> entries;
    for (std::int64_t i = 0; i < 1'500; ++i) entries.push_back(numbered_entry(i));
    entries[0].categories = {"Rare"};
    store_->commit(answer(add_source("https://ledger.example/feed"), 100'000, entries));
    selection_.categories = {"rare"};
    query_.limit = 10;
    EXPECT_TRUE(titles(query_).empty()) << "the oldest of 1,500 lies behind the 1,200 that are looked at";
}

}  // namespace
