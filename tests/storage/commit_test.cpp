#include "storage/commit.hpp"

#include <gtest/gtest.h>

#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using tests::answer;
using tests::minute;
using tests::numbered_entry;
using Titles = std::vector<std::string>;

class Commit : public tests::StoreTest {};

TEST_F(Commit, GivesBackWhatAnEntryHolds) {
    const auto source = add_source("https://ledger.example/feed");
    auto entry = numbered_entry(1);
    entry.summary = "<p>A summary.</p>";
    entry.language = "en-GB";
    entry.updated = minute(2);
    entry.kind = feeds::Kind::episode;
    entry.categories = {"Trade", "Tariffs"};
    entry.enclosures = {{"https://ledger.example/1.mp3", "audio/mpeg", "Full", 4096, std::chrono::seconds{90}}, {}};
    entry.episode.number = 7;
    entry.episode.is_explicit = false;
    entry.episode.has_cover = true;
    entry.episode.transcripts = {{"https://ledger.example/1.vtt", "text/vtt", "en", "captions"}};
    entry.episode.soundbites = {{1.5, 30, "A bite"}};
    feeds::Credit credit;
    credit.person = {"Orla Bexley",
                     "Writes.",
                     "https://orla.example/",
                     "",
                     "o@orla.example",
                     "columnist",
                     "The Ledger",
                     {{"mastodon", "orla@social.example", "https://social.example/@orla"}}};
    credit.part = feeds::Part::host;
    credit.podcast_role = "host";
    credit.origin = feeds::Origin::byline;
    entry.credits = {credit};

    EXPECT_EQ(store_->commit(answer(source, 10, {entry})).added, 1U);

    const auto stored = store_->entries({});
    ASSERT_EQ(stored.size(), 1U);
    EXPECT_EQ(stored[0].entry, entry);
    EXPECT_EQ(stored[0].shown, minute(1));
    EXPECT_EQ(stored[0].updated, minute(2));
}

feeds::ExtensionElement element(std::string_view name, std::string_view text, std::uint32_t depth = 0) {
    feeds::ExtensionElement out;
    out.uri = "https://podcastindex.org/namespace/1.0";
    out.name = name;
    out.attributes = {{"type", "lightning"}, {"empty", ""}};
    out.text = text;
    out.depth = depth;
    return out;
}

feeds::OriginalFeed original_feed() {
    feeds::OriginalFeed original;
    auto& publication = original.publication;
    publication.id = "tag:quay.example,2025:feed";
    publication.title = "Quay";
    publication.description = "<p>From the quay.</p>";
    publication.icon = "https://quay.example/icon.png";
    publication.published = minute(1);
    publication.updated = minute(2);
    publication.is_explicit = false;
    publication.categories = {"Ships"};
    publication.links = {{"alternate", "https://quay.example/", "text/html", "", "", {}}};
    publication.ttl = std::chrono::minutes{60};
    publication.skip_hours = {0, 23};
    original.people.emplace_back().person.name = "Ada Wick";
    original.people.back().part = feeds::Part::editor;
    return original;
}

TEST_F(Commit, GivesBackWhatStandsAroundAnEntry) {
    const auto source = add_source("https://ledger.example/feed");
    auto entry = numbered_entry(1);
    entry.links = {{"alternate", "https://ledger.example/1", "text/html", "One", "nl", {}},
                   {"enclosure", "https://ledger.example/1.mp3", "audio/mpeg", "", "", 0}};
    entry.extensions = {element("value", ""), element("valueRecipient", "x", 1)};
    entry.original = original_feed();
    store_->commit(answer(source, 10, {entry}));
    EXPECT_EQ(store_->entries({}).at(0).entry, entry);
    EXPECT_EQ(open()->entries({}).at(0).entry, entry);
}

TEST_F(Commit, TakesANewCountOfCommentsWithoutUpdatingTheEntry) {
    const auto source = add_source("https://ledger.example/feed");
    auto entry = numbered_entry(1);
    entry.extensions = {element("comments", "1")};
    store_->commit(answer(source, 10, {entry}));
    const auto last = store_->changes_since(0).last;
    entry.extensions = {element("comments", "2")};

    EXPECT_EQ(store_->commit(answer(source, 20, {entry})).changed, 0U);

    const auto after = store_->entries({}).at(0);
    EXPECT_EQ(after.entry.extensions, entry.extensions);
    EXPECT_EQ(after.updated, minute(1));
    EXPECT_NE(store_->changes_since(last).last, last);
}

TEST_F(Commit, UpdatesAnEntryWithAnotherLink) {
    const auto source = add_source("https://ledger.example/feed");
    auto entry = numbered_entry(1);
    store_->commit(answer(source, 10, {entry}));
    entry.links = {{"related", "https://ledger.example/2", "", "", "", {}}};
    EXPECT_EQ(store_->commit(answer(source, 20, {entry})).changed, 1U);
}

TEST_F(Commit, KeepsWhatTheExtensionsOfAChannelSay) {
    const auto source = add_source("https://ledger.example/feed");
    auto commit = answer(source, 10, {});
    commit.publication.emplace().extensions = {element("medium", "podcast")};
    store_->commit(commit);
    EXPECT_EQ(store_->source(source)->source.extensions, commit.publication->extensions);
    commit.publication->extensions = {element("medium", "music")};
    const auto last = store_->changes_since(0).last;
    store_->commit(commit);
    EXPECT_EQ(store_->source(source)->source.extensions, commit.publication->extensions);
    EXPECT_NE(store_->changes_since(last).last, last);
}

TEST_F(Commit, ReadsNewestFirst) {
    const auto source = add_source("https://ledger.example/feed");
    store_->commit(answer(source, 10, {numbered_entry(2), numbered_entry(3), numbered_entry(1)}));
    EXPECT_EQ(titles(), (Titles{"Piece 3", "Piece 2", "Piece 1"}));
}

TEST_F(Commit, KeepsEntriesThatTheSourceDropped) {
    const auto source = add_source("https://ledger.example/feed");
    store_->commit(answer(source, 10, {numbered_entry(1)}));
    store_->commit(answer(source, 20, {numbered_entry(2)}));
    EXPECT_EQ(titles(), (Titles{"Piece 2", "Piece 1"}));
}

TEST_F(Commit, UpdatesAChangedEntryInPlace) {
    const auto source = add_source("https://ledger.example/feed");
    store_->commit(answer(source, 10, {numbered_entry(1)}));
    const auto before = store_->entries({}).at(0);
    auto edited = numbered_entry(1);
    edited.title = "Piece 1, corrected";

    const auto result = store_->commit(answer(source, 20, {edited}));

    EXPECT_EQ(result.added, 0U);
    EXPECT_EQ(result.changed, 1U);
    const auto after = store_->entries({});
    ASSERT_EQ(after.size(), 1U);
    EXPECT_EQ(after[0].entry.title, "Piece 1, corrected");
    EXPECT_EQ(after[0].id, before.id);
    EXPECT_EQ(after[0].public_id, before.public_id);
    EXPECT_EQ(after[0].shown, before.shown);
    EXPECT_EQ(after[0].updated, minute(20));
}

TEST_F(Commit, TakesANewBioWithoutUpdatingTheEntry) {
    const auto source = add_source("https://ledger.example/feed");
    auto entry = numbered_entry(1);
    entry.credits.emplace_back().person.name = "Orla Bexley";
    entry.credits[0].person.bio = "Writes.";
    store_->commit(answer(source, 10, {entry}));
    const auto before = store_->entries({}).at(0);
    const auto last = store_->changes_since(0).last;
    entry.credits[0].person.bio = "Writes and sails.";

    EXPECT_EQ(store_->commit(answer(source, 20, {entry})).changed, 0U);

    const auto after = store_->entries({}).at(0);
    EXPECT_EQ(after.entry.credits[0].person.bio, "Writes and sails.");
    EXPECT_EQ(after.updated, before.updated);
    EXPECT_NE(store_->changes_since(last).last, last);
}

TEST_F(Commit, UpdatesAnEntryThatNamesAnotherAuthor) {
    const auto source = add_source("https://ledger.example/feed");
    auto entry = numbered_entry(1);
    entry.credits.emplace_back().person.name = "Orla Bexley";
    store_->commit(answer(source, 10, {entry}));
    entry.credits.emplace_back().person.name = "Piet Haan";

    EXPECT_EQ(store_->commit(answer(source, 20, {entry})).changed, 1U);
    EXPECT_EQ(store_->entries({}).at(0).updated, minute(20));
}

TEST_F(Commit, LeavesOldEpisodesToTheirHostsWhenTheShowHasOthers) {
    const auto source = add_source("https://ledger.example/feed");
    const auto hosted_by = [](int number, const std::string& name) {
        auto entry = numbered_entry(number);
        auto& credit = entry.credits.emplace_back();
        credit.person.name = name;
        credit.part = feeds::Part::host;
        credit.of_feed = true;
        return entry;
    };
    store_->commit(answer(source, 10, {hosted_by(1, "Ada Wick")}));
    auto again = hosted_by(1, "Ada Wick");
    again.credits.front().person.bio = "Ada Wick surveys weirs.";
    store_->commit(answer(source, 20, {again}));
    store_->commit(answer(source, 30, {hosted_by(2, "Odo Farrant"), hosted_by(1, "Odo Farrant")}));
    const auto entries = store_->entries({});
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].entry.credits.front().person.name, "Odo Farrant");
    EXPECT_EQ(entries[1].entry.credits.front().person.name, "Ada Wick");
    EXPECT_EQ(entries[1].entry.credits.front().person.bio, "Ada Wick surveys weirs.");
    EXPECT_LT(entries[1].updated, minute(20)) << "nothing that readers are told of has changed";
}

TEST_F(Commit, OfTheSameEntriesChangesNothing) {
    const auto source = add_source("https://ledger.example/feed");
    store_->commit(answer(source, 10, {numbered_entry(1), numbered_entry(2)}));
    const auto entries = store_->entries({});
    const auto last = store_->changes_since(0).last;

    const auto result = store_->commit(answer(source, 20, {numbered_entry(1), numbered_entry(2)}));

    EXPECT_EQ(result.changed, 0U);
    EXPECT_EQ(result.stored, 2U);
    EXPECT_EQ(store_->entries({}), entries);
    EXPECT_EQ(store_->changes_since(last).last, last);
    EXPECT_EQ(store_->source(source)->state.etag, "\"20\"");
}

TEST_F(Commit, CountsRepetitionsInADocumentOnce) {
    const auto source = add_source("https://ledger.example/feed");
    const auto result = store_->commit(answer(source, 10, {numbered_entry(1), numbered_entry(1)}));
    EXPECT_EQ(result.stored, 1U);
    EXPECT_EQ(store_->source(source)->entries, 1U);
}

TEST_F(Commit, ShowsADateInTheFutureAsTheTimeItWasFirstSeen) {
    const auto source = add_source("https://ledger.example/feed");
    store_->commit(answer(source, 10, {numbered_entry(5000)}));
    EXPECT_EQ(store_->entries({}).at(0).shown, minute(10));
    store_->commit(answer(source, 20, {numbered_entry(5000)}));
    EXPECT_EQ(store_->entries({}).at(0).shown, minute(10));
}

TEST_F(Commit, KeepsTheDocumentsOrderOfEntriesWithoutADate) {
    const auto source = add_source("https://ledger.example/feed");
    std::vector<feeds::Entry> entries{numbered_entry(7), numbered_entry(3), numbered_entry(5)};
    for (auto& entry : entries) entry.published.reset();
    store_->commit(answer(source, 10, entries));
    EXPECT_EQ(titles(), (Titles{"Piece 7", "Piece 3", "Piece 5"}));
}

TEST_F(Commit, PutsOldPiecesThatAreSavedAnewWhereTheirDatesBelong) {
    const auto source = add_source("https://ledger.example/feed");
    store_->commit(answer(source, 10, {numbered_entry(9)}));
    store_->commit(answer(source, 20, {numbered_entry(4)}));
    auto saved_anew = numbered_entry(4);
    saved_anew.published = minute(30);
    store_->commit(answer(source, 30, {saved_anew}));
    // It was seen at minute 20 and cannot be newer than that.
    EXPECT_EQ(store_->entries({}).at(0).shown, minute(20));
}

TEST_F(Commit, KeepsTheIdOfAnotherSourcesEntryFromBeingTaken) {
    const auto origin = add_source("https://ledger.example/feed");
    const auto copier = add_source("https://copier.example/feed");
    auto piece = numbered_entry(1);
    piece.guid = "https://ledger.example/?p=1";
    store_->commit(answer(origin, 10, {piece}));
    store_->commit(answer(copier, 20, {piece}));
    storage::EntryQuery copied;
    copied.selection.sources = {copier};
    EXPECT_NE(store_->entries(copied).at(0).public_id, piece.guid);
    storage::EntryQuery original;
    original.selection.sources = {origin};
    EXPECT_EQ(store_->entries(original).at(0).public_id, piece.guid);
}

TEST_F(Commit, GivesAnOriginItsIdThoughACopierUsedItFirst) {
    const auto copier = add_source("https://copier.example/feed");
    const auto origin = add_source("https://ledger.example/feed");
    auto piece = numbered_entry(1);
    piece.guid = "https://ledger.example/?p=1";
    store_->commit(answer(copier, 10, {piece}));
    store_->commit(answer(origin, 20, {piece}));
    storage::EntryQuery original;
    original.selection.sources = {origin};
    EXPECT_EQ(store_->entries(original).at(0).public_id, piece.guid);
}

TEST_F(Commit, TakesOverWhatTheDocumentSaysOfItselfButNotOverTheAdminsWord) {
    const auto source = add_source("https://ledger.example/feed");
    auto commit = answer(source, 10, {});
    commit.publication.emplace();
    commit.publication->title = "The Ledger";
    commit.publication->language = "en";
    store_->commit(commit);
    auto set = store_->source(source)->source;
    EXPECT_EQ(set.title, "The Ledger");
    set.title = "My Ledger";
    store_->update_source(set);
    commit.publication->title = "The Daily Ledger";
    commit.publication->language = "en-GB";
    store_->commit(commit);
    EXPECT_EQ(store_->source(source)->source.title, "My Ledger");
    EXPECT_EQ(store_->source(source)->source.language, "en-GB");
}

TEST_F(Commit, ForASourceThatIsGoneKeepsNothing) {
    const auto source = add_source("https://ledger.example/feed");
    store_->remove_source(source, true);
    EXPECT_EQ(store_->commit(answer(source, 10, {numbered_entry(1)})).added, 0U);
    EXPECT_TRUE(titles().empty());
}

}  // namespace
