#include <algorithm>

#include <gtest/gtest.h>

#include "storage/publication.hpp"
#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using tests::answer;
using tests::minute;
using tests::numbered_entry;
using Titles = std::vector<std::string>;
using Names = std::vector<std::string>;

const std::string ledger = "https://ledger.example/feed";
const std::string harbour = "https://harbour.example/feed";

// One person under two names: Orla Bexley writes piece 1 in the Ledger, O. M. Bexley piece 2 in the Harbour Post, and
// is the default author of piece 3 there.
class Merging : public tests::StoreTest {
protected:
    Merging() {
        store_->commit(answer(add_source(ledger, {orla}), 10, {credited(1, "Orla Bexley", orla)}));
        harbour_post = add_source(harbour, {initials, orla});
        store_->commit(answer(harbour_post, 10, {numbered_entry(3), credited(2, "O. M. Bexley", initials)}));
        store_->put_facts({fact(orla, feeds::Field::name, "Orla Bexley", ledger),
                           fact(orla, feeds::Field::role, "columnist", ledger),
                           fact(initials, feeds::Field::name, "O. M. Bexley", harbour),
                           fact(initials, feeds::Field::bio, "Writes about the sea.", harbour)});
    }

    Titles titles_of(feeds::AuthorId author) {
        storage::EntryQuery query;
        query.selection.authors = {author};
        return titles(query);
    }
    static feeds::Entry credited(std::int64_t number, const std::string& name, feeds::AuthorId author) {
        auto entry = numbered_entry(number);
        entry.credits.resize(1);
        entry.credits[0].person.name = name;
        entry.credits[0].author = author;
        return entry;
    }
    static storage::AuthorFact fact(feeds::AuthorId author, feeds::Field field, const std::string& value,
                                    const std::string& where) {
        storage::AuthorFact fact;
        fact.author = author;
        fact.fact.field = field;
        fact.fact.value = value;
        fact.fact.origin = feeds::Origin::feed;
        fact.fact.where = where;
        fact.fact.said = minute(5);
        return fact;
    }

    feeds::AuthorId orla = add_author("Orla Bexley"), initials = add_author("O. M. Bexley");
    feeds::SourceId harbour_post{};
};

TEST_F(Merging, MakesOnePersonOfTwo) {
    store_->merge_authors(orla, initials);
    EXPECT_FALSE(store_->author(initials));
    const auto author = store_->author(orla);
    EXPECT_EQ(author->name, "Orla Bexley");
    EXPECT_EQ(author->slug, "orla-bexley");
    EXPECT_EQ(author->aliases, Names{"O. M. Bexley"});
    EXPECT_EQ(author->role, "columnist");
    EXPECT_EQ(author->bio, "Writes about the sea.");
    EXPECT_EQ(titles_of(orla), (Titles{"Piece 3", "Piece 2", "Piece 1"}));
    EXPECT_EQ(store_->source(harbour_post)->source.authors, std::vector<feeds::AuthorId>{orla});
    EXPECT_TRUE(store_->check_integrity().empty());
}

TEST_F(Merging, KeepsWhatTheAdminSaidOfTheOneWhoStays) {
    auto bio = fact(orla, feeds::Field::bio, "Columnist of the Ledger.", "");
    bio.fact.origin = feeds::Origin::admin;
    auto other = bio;
    other.author = initials;
    other.fact.value = "Somebody.";
    store_->put_facts({bio, other});
    store_->merge_authors(orla, initials);
    EXPECT_EQ(store_->author(orla)->bio, "Columnist of the Ledger.");
}

TEST_F(Merging, PutsTheOneWhoStaysIntoTheFeedsOfTheOther) {
    feeds::Feed feed;
    feed.slug = "sea";
    feed.selection.authors = {initials};
    store_->add_feed(feed);
    feed.slug = "both";
    feed.selection.authors = {initials, orla};
    store_->add_feed(feed);
    store_->merge_authors(orla, initials);
    for (const char* slug : {"sea", "both"})
        EXPECT_EQ(store_->feed_by_slug(slug)->selection.authors, std::vector<feeds::AuthorId>{orla}) << slug;
}

TEST_F(Merging, IsInTheLogOfChanges) {
    const auto last = store_->changes_since(0).last;
    store_->merge_authors(orla, initials);
    const auto changes = store_->changes_since(last);
    EXPECT_EQ(changes.authors, (std::vector<feeds::AuthorId>{orla, initials}));
    EXPECT_EQ(changes.sources, std::vector<feeds::SourceId>{harbour_post});
    EXPECT_EQ(changes.entries.size(), 1U);
}

TEST_F(Merging, LeadsFromEveryOldSlugToTheOneWhoStays) {
    const auto third = add_author("Lady Bexley");
    store_->merge_authors(orla, initials);
    store_->merge_authors(third, orla);
    EXPECT_EQ(store_->author_by_slug("orla-bexley")->id, third);
    EXPECT_EQ(store_->author_by_slug("o-m-bexley")->id, third);
    EXPECT_EQ(store_->add_author("Orla Bexley", {}).slug, "orla-bexley-2");
    EXPECT_EQ(storage::moved_path(*store_, "/authors/orla-bexley/posts"), "/authors/lady-bexley/posts");
    EXPECT_EQ(storage::moved_path(*store_, "/authors/o-m-bexley"), "/authors/lady-bexley");
    for (const char* path : {"/authors/lady-bexley", "/authors/nobody", "/feeds/orla-bexley", "/authors", "/"})
        EXPECT_FALSE(storage::moved_path(*store_, path)) << path;
}

TEST_F(Merging, GivesEntriesThatWereFetchedMeanwhileToTheOneWhoStays) {
    store_->merge_authors(orla, initials);
    store_->commit(answer(harbour_post, 20, {credited(4, "O. M. Bexley", initials)}));
    EXPECT_EQ(titles_of(orla).front(), "Piece 4");
}

TEST_F(Merging, OfOneWithHimselfOrOfNobodyDoesNothing) {
    const auto last = store_->changes_since(0).last;
    store_->merge_authors(orla, orla);
    store_->merge_authors(orla, feeds::AuthorId{99});
    EXPECT_EQ(store_->changes_since(last).last, last);
}

TEST_F(Merging, IsUndoneByASplit) {
    store_->merge_authors(orla, initials);
    const auto split = store_->split_author(orla, "O. M. Bexley");
    ASSERT_TRUE(split);
    EXPECT_EQ(split->name, "O. M. Bexley");
    EXPECT_EQ(split->slug, "o-m-bexley");
    EXPECT_EQ(split->bio, "Writes about the sea.");
    EXPECT_EQ(titles_of(split->id), Titles{"Piece 2"});
    const auto author = store_->author(orla);
    EXPECT_EQ(author->bio, "");
    EXPECT_EQ(author->role, "columnist");
    EXPECT_TRUE(author->aliases.empty());
    EXPECT_EQ(author->namesakes, Names{"O. M. Bexley"});
    EXPECT_EQ(titles_of(orla), (Titles{"Piece 3", "Piece 1"}));
    EXPECT_FALSE(storage::moved_path(*store_, "/authors/o-m-bexley"));
}

TEST_F(Merging, TakesASplitBack) {
    store_->merge_authors(orla, initials);
    const auto split = store_->split_author(orla, "O. M. Bexley");
    store_->merge_authors(orla, split->id);
    EXPECT_TRUE(store_->author(orla)->namesakes.empty());
    EXPECT_EQ(store_->author(orla)->aliases, Names{"O. M. Bexley"});
    EXPECT_EQ(titles_of(orla).size(), 3U);
}

TEST_F(Merging, SplitsOffANameThatOnlyEntriesHave) {
    store_->commit(answer(harbour_post, 20, {credited(4, "O. Bexley", orla)}));
    const auto last = store_->changes_since(0).last;
    const auto split = store_->split_author(orla, "O. Bexley");
    ASSERT_TRUE(split);
    EXPECT_EQ(titles_of(split->id), Titles{"Piece 4"});
    EXPECT_EQ(store_->changes_since(last).authors, (std::vector<feeds::AuthorId>{orla, split->id}));
}

TEST_F(Merging, SplitsOffNoNameThatTheAuthorHasNot) {
    EXPECT_FALSE(store_->split_author(orla, "Corin Ashby"));
    EXPECT_FALSE(store_->split_author(orla, "Orla Bexley"));
    EXPECT_FALSE(store_->split_author(orla, ""));
    EXPECT_EQ(store_->authors().size(), 2U);
}

}  // namespace
