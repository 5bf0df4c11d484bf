#include <gtest/gtest.h>

#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using tests::answer;
using tests::minute;
using tests::numbered_entry;
using Titles = std::vector<std::string>;

class Authors : public tests::StoreTest {
protected:
    Titles titles_of(feeds::AuthorId author) {
        storage::EntryQuery query;
        query.selection.authors = {author};
        return titles(query);
    }
    static feeds::Credit credit(const std::string& name, feeds::Part part = feeds::Part::author) {
        feeds::Credit credit;
        credit.person.name = name;
        credit.part = part;
        return credit;
    }
    static feeds::Entry credited(std::int64_t number, const std::vector<feeds::Credit>& credits) {
        auto entry = numbered_entry(number);
        entry.credits = credits;
        return entry;
    }
    static storage::AuthorFact fact(feeds::AuthorId author, feeds::Field field, const std::string& value,
                                    feeds::Origin origin = feeds::Origin::admin, const std::string& where = "") {
        storage::AuthorFact fact;
        fact.author = author;
        fact.fact.field = field;
        fact.fact.value = value;
        fact.fact.origin = origin;
        fact.fact.where = where;
        fact.fact.said = minute(0);
        return fact;
    }
};

TEST_F(Authors, OfOneNameHaveDifferentSlugs) {
    EXPECT_EQ(store_->add_author("Orla Bexley", {}).slug, "orla-bexley");
    EXPECT_EQ(store_->add_author("Orla Bexley", {}).slug, "orla-bexley-2");
    EXPECT_EQ(store_->author_by_slug("orla-bexley-2")->name, "Orla Bexley");
}

TEST_F(Authors, WhoAreAddedGetTheEntriesThatNameThem) {
    store_->commit(answer(add_source("https://ledger.example/feed"), 10,
                          {credited(2, {credit("Orla Bexley")}), credited(1, {credit("Corin Ashby")})}));
    EXPECT_EQ(titles_of(add_author("Orla Bexley")), Titles{"Piece 2"});
}

TEST_F(Authors, GetNoEntriesInWhichTheyAreGuests) {
    const auto orla = add_author("Orla Bexley");
    auto guest = credit("Orla Bexley", feeds::Part::guest);
    guest.author = orla;
    store_->commit(
        answer(add_source("https://ledger.example/feed"), 10, {credited(1, {guest, credit("Corin Ashby")})}));
    EXPECT_TRUE(titles_of(orla).empty());
}

TEST_F(Authors, OfOneNameGetNothingByIt) {
    const auto first = add_author("Orla Bexley");
    store_->commit(answer(add_source("https://ledger.example/feed"), 10, {credited(1, {credit("Orla Bexley")})}));
    const auto second = add_author("Orla Bexley");
    EXPECT_TRUE(titles_of(first).empty());
    EXPECT_TRUE(titles_of(second).empty());
}

TEST_F(Authors, GetAndGiveBackTheEntriesOfAnAlias) {
    store_->commit(answer(add_source("https://ledger.example/feed"), 10, {credited(1, {credit("O. Bexley")})}));
    const auto orla = add_author("Orla Bexley");
    EXPECT_TRUE(titles_of(orla).empty());
    store_->add_alias(orla, "O. Bexley");
    EXPECT_EQ(titles_of(orla), Titles{"Piece 1"});
    EXPECT_EQ(store_->author(orla)->aliases, std::vector<std::string>{"O. Bexley"});
    EXPECT_TRUE(store_->remove_alias(orla, "O. Bexley"));
    EXPECT_FALSE(store_->remove_alias(orla, "O. Bexley"));
    EXPECT_TRUE(titles_of(orla).empty());
}

TEST_F(Authors, WhoAreRemovedLeaveTheirEntriesWithAPlainName) {
    const auto orla = add_author("Orla Bexley");
    auto mine = credit("Orla Bexley");
    mine.author = orla;
    store_->commit(
        answer(add_source("https://ledger.example/feed", {orla}), 10, {credited(2, {mine}), numbered_entry(1)}));
    EXPECT_EQ(titles_of(orla).size(), 2U);
    store_->remove_author(orla);
    EXPECT_FALSE(store_->author(orla));
    const auto entries = store_->entries({});
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].entry.credits.at(0).person.name, "Orla Bexley");
    EXPECT_FALSE(entries[0].entry.credits.at(0).author);
    EXPECT_TRUE(titles_of(orla).empty()) << "an id that is gone selects nothing";
}

TEST_F(Authors, OfASourceOwnItsEntriesThatNameNobody) {
    const auto orla = add_author("Orla Bexley"), corin = add_author("Corin Ashby");
    const auto source = add_source("https://ledger.example/feed", {orla});
    auto named = credit("Corin Ashby");
    named.author = corin;
    store_->commit(answer(source, 10, {credited(2, {named}), numbered_entry(1)}));
    EXPECT_EQ(titles_of(orla), Titles{"Piece 1"});
    EXPECT_EQ(titles_of(corin), Titles{"Piece 2"});
    auto changed = store_->source(source)->source;
    changed.authors = {corin};
    store_->update_source(changed);
    EXPECT_TRUE(titles_of(orla).empty());
    EXPECT_EQ(titles_of(corin), (Titles{"Piece 2", "Piece 1"}));
}

TEST_F(Authors, ShowTheAdminsWordUntilItIsTakenBack) {
    const auto orla = add_author("Orla Bexley");
    store_->put_facts(
        {fact(orla, feeds::Field::bio, "Writes about trade.", feeds::Origin::own_page, "https://orla.example/")});
    EXPECT_EQ(store_->author(orla)->bio, "Writes about trade.");
    store_->put_facts({fact(orla, feeds::Field::bio, "Columnist.")});
    EXPECT_EQ(store_->author(orla)->bio, "Columnist.");
    EXPECT_TRUE(store_->unset_fact(orla, feeds::Field::bio, ""));
    EXPECT_FALSE(store_->unset_fact(orla, feeds::Field::bio, ""));
    EXPECT_EQ(store_->author(orla)->bio, "Writes about trade.");
    EXPECT_EQ(store_->facts(orla).size(), 1U);
}

TEST_F(Authors, KeepTheNameThatTheyWereAddedWithWhenNoFactHasOne) {
    const auto orla = add_author("Orla Bexley");
    store_->put_facts({fact(orla, feeds::Field::name, "Orla M. Bexley")});
    EXPECT_EQ(store_->author(orla)->name, "Orla M. Bexley");
    store_->unset_fact(orla, feeds::Field::name, "");
    EXPECT_EQ(store_->author(orla)->name, "Orla Bexley");
}

TEST_F(Authors, ForgetWhatAPlaceSaysNoLonger) {
    const auto orla = add_author("Orla Bexley");
    const auto page = "https://orla.example/";
    const auto source = add_source("https://ledger.example/feed");
    auto commit = answer(source, 10, {});
    commit.facts = {fact(orla, feeds::Field::bio, "Writes.", feeds::Origin::own_page, page),
                    fact(orla, feeds::Field::role, "columnist", feeds::Origin::own_page, page)};
    store_->commit(commit);
    EXPECT_EQ(store_->author(orla)->role, "columnist");
    commit.facts.pop_back();
    store_->commit(commit);
    EXPECT_EQ(store_->author(orla)->role, "");
    EXPECT_EQ(store_->author(orla)->bio, "Writes.");
}

TEST_F(Authors, AreInTheLogOfChangesOnlyWhenSomethingChanged) {
    const auto orla = add_author("Orla Bexley");
    store_->put_facts({fact(orla, feeds::Field::bio, "Writes.")});
    const auto last = store_->changes_since(0).last;
    store_->put_facts({fact(orla, feeds::Field::bio, "Writes.")});
    EXPECT_EQ(store_->changes_since(last).last, last);
    store_->put_facts({fact(orla, feeds::Field::bio, "Writes letters.")});
    EXPECT_EQ(store_->changes_since(last).authors, std::vector<feeds::AuthorId>{orla});
}

}  // namespace
