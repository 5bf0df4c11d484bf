#include "storage/publication.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using tests::answer;
using tests::minute;
using tests::numbered_entry;

class Publication : public tests::StoreTest {
protected:
    feeds::Result<feeds::Page, storage::PublicationError> at(std::string_view path) {
        storage::PublicationRequest request;
        request.path = path;
        return storage::publication(*store_, site_, request);
    }
    storage::PublicationError error_at(std::string_view path) {
        const auto page = at(path);
        EXPECT_FALSE(page.has_value()) << path;
        return page.has_value() ? storage::PublicationError{} : page.error();
    }

    feeds::Site site_{"https://feeds.example", "Feeds of the faculty", "", "masthead"};
};

TEST_F(Publication, OfAllHoldsEverythingPublicUnderTheSitesTitle) {
    store_->commit(answer(add_source("https://ledger.example/feed"), 10, {numbered_entry(1), numbered_entry(2)}));
    const auto page = at("/feeds/all");
    ASSERT_TRUE(page);
    EXPECT_EQ(page->title, "Feeds of the faculty");
    ASSERT_EQ(page->entries.size(), 2U);
    EXPECT_EQ(page->entries[0].stored.entry.title, "Piece 2");
    EXPECT_EQ(page->entries[0].page_url, "https://feeds.example/entries/2");
    EXPECT_EQ(page->updated, minute(2));
}

TEST_F(Publication, CreditsTheSourcesAuthorsWhereAnEntryNamesNobody) {
    const auto orla = add_author("Orla Bexley");
    store_->commit(answer(add_source("https://ledger.example/feed", {orla}), 10, {numbered_entry(1)}));
    const auto page = at("/authors/orla-bexley");
    ASSERT_TRUE(page);
    ASSERT_EQ(page->entries.size(), 1U);
    ASSERT_EQ(page->entries[0].stored.entry.credits.size(), 1U);
    EXPECT_EQ(page->entries[0].stored.entry.credits[0].author, orla);
    ASSERT_EQ(page->authors.size(), 1U);
    EXPECT_EQ(page->subject->name, "Orla Bexley");
}

feeds::Entry numbered_episode(std::int64_t number) {
    auto episode = numbered_entry(number);
    episode.kind = feeds::Kind::episode;
    return episode;
}

// An answer of a show whose channel says these elements of Apple's.
storage::Commit show(feeds::SourceId source, std::vector<feeds::ExtensionElement> elements,
                     std::vector<feeds::Entry> episodes) {
    auto commit = answer(source, 10, std::move(episodes));
    for (auto& element : elements) element.uri = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    commit.publication.emplace().extensions = std::move(elements);
    return commit;
}

TEST_F(Publication, OfOneShowHasWhatItsChannelSays) {
    const auto orla = add_author("Orla Bexley");
    const auto one = add_source("https://ledger.example/one", {orla});
    store_->commit(show(one, {{"", "type", {}, "serial", 0}}, {numbered_episode(1)}));
    EXPECT_EQ(at("/authors/orla-bexley/episodes")->extensions, store_->source(one)->source.extensions);
    EXPECT_TRUE(at("/authors/orla-bexley")->extensions.empty()) << "not a podcast";

    const auto two = add_source("https://ledger.example/two", {orla});
    store_->commit(show(two, {{"", "type", {}, "serial", 0}}, {numbered_episode(2)}));
    EXPECT_TRUE(at("/authors/orla-bexley/episodes")->extensions.empty()) << "of two shows";
}

TEST_F(Publication, TakesAShowsWordForEpisodesThatDoNotSayWhetherTheyAreExplicit) {
    auto says_no = numbered_episode(2);
    says_no.episode.is_explicit = false;
    store_->commit(show(add_source("https://ledger.example/feed"), {{"", "explicit", {}, "yes", 0}},
                        {says_no, numbered_episode(1)}));
    const auto page = at("/feeds/all");
    ASSERT_EQ(page->entries.size(), 2U);
    EXPECT_EQ(page->entries[0].stored.entry.episode.is_explicit, false);
    EXPECT_EQ(page->entries[1].stored.entry.episode.is_explicit, true);
}

TEST_F(Publication, ListsTheKindsThatAnAuthorHas) {
    const auto orla = add_author("Orla Bexley");
    auto episode = numbered_entry(2);
    episode.kind = feeds::Kind::episode;
    store_->commit(answer(add_source("https://ledger.example/feed", {orla}), 10, {episode, numbered_entry(1)}));
    const auto page = at("/authors/orla-bexley");
    ASSERT_TRUE(page);
    ASSERT_EQ(page->feeds.size(), 3U);
    EXPECT_EQ(page->feeds[1].path, "/authors/orla-bexley/posts");
    EXPECT_EQ(page->feeds[2].path, "/authors/orla-bexley/episodes");
    EXPECT_TRUE(page->feeds[2].podcast);
    const auto episodes = at("/authors/orla-bexley/episodes");
    ASSERT_TRUE(episodes);
    EXPECT_TRUE(episodes->podcast);
    EXPECT_FALSE(episodes->podcast_guid.empty());
    ASSERT_EQ(episodes->entries.size(), 1U);
    EXPECT_EQ(episodes->entries[0].stored.entry.title, "Piece 2");
}

TEST_F(Publication, ShowsNothingOfASourceThatIsNotPublic) {
    const auto orla = add_author("Orla Bexley");
    const auto letters = add_source("https://letters.example/feed", {orla});
    auto source = store_->source(letters)->source;
    source.is_public = false;
    store_->update_source(source);
    store_->commit(answer(letters, 10, {numbered_entry(1)}));
    EXPECT_TRUE(at("/feeds/all")->entries.empty());
    EXPECT_TRUE(at("/authors/orla-bexley")->entries.empty());
    EXPECT_TRUE(at("/")->authors.empty());
    EXPECT_EQ(error_at("/entries/1"), storage::PublicationError::not_found);

    source.is_public = true;
    store_->update_source(source);
    EXPECT_EQ(at("/feeds/all")->entries.size(), 1U);
    EXPECT_EQ(at("/authors/orla-bexley")->entries.size(), 1U);
    EXPECT_TRUE(at("/entries/1"));
}

TEST_F(Publication, OfAHiddenEntryIsGone) {
    store_->commit(answer(add_source("https://ledger.example/feed"), 10, {numbered_entry(1)}));
    EXPECT_TRUE(store_->set_hidden(feeds::EntryId{1}, true));
    EXPECT_EQ(error_at("/entries/1"), storage::PublicationError::gone);
    EXPECT_TRUE(at("/feeds/all")->entries.empty());
    store_->set_hidden(feeds::EntryId{1}, false);
    EXPECT_EQ(at("/feeds/all")->entries.size(), 1U);
}

TEST_F(Publication, OfAFeedThatIsNotPublicNeedsToBeAskedForAsSuch) {
    feeds::Feed feed;
    feed.title = "For Corin";
    feed.is_public = false;
    store_->add_feed(feed);
    EXPECT_EQ(error_at("/feeds/for-corin"), storage::PublicationError::not_found);
    storage::PublicationRequest request;
    request.path = "/feeds/for-corin";
    request.with_private = true;
    EXPECT_TRUE(storage::publication(*store_, site_, request));
}

TEST_F(Publication, NamesStoredPortraitsByTheirOwnAddress) {
    const auto orla = add_author("Orla Bexley");
    storage::AuthorFact fact;
    fact.author = orla;
    fact.fact.field = feeds::Field::avatar;
    fact.fact.value = "https://ledger.example/orla.png";
    store_->put_facts({fact});
    EXPECT_EQ(at("/authors/orla-bexley")->image, "https://ledger.example/orla.png");
    storage::Avatar avatar;
    avatar.hash = "c0ffee";
    avatar.url = "https://ledger.example/orla.png";
    avatar.type = "image/png";
    avatar.bytes = std::string("\x89PNG\0bytes", 10);
    store_->put_avatar(avatar);
    EXPECT_EQ(at("/authors/orla-bexley")->image, "https://feeds.example/avatars/c0ffee");
    EXPECT_EQ(store_->avatar("c0ffee")->bytes, avatar.bytes);
    const auto seen = store_->changes_since(0).last;
    store_->forget_avatar_addresses();
    EXPECT_EQ(at("/authors/orla-bexley")->image, avatar.url);
    EXPECT_TRUE(store_->avatar("c0ffee")) << "who links to the copy still gets it";
    EXPECT_EQ(store_->changes_since(seen).authors.size(), 1U);
}

TEST_F(Publication, KeepsAnAuthorsMailAddressUnlessTheAdminPublishesIt) {
    const auto orla = add_author("Orla Bexley");
    storage::AuthorFact fact;
    fact.author = orla;
    fact.fact.field = feeds::Field::email;
    fact.fact.value = "orla@ledger.example";
    store_->put_facts({fact});
    EXPECT_EQ(at("/authors/orla-bexley")->subject->email, "");
    store_->set_email_public(orla, true);
    EXPECT_EQ(at("/authors/orla-bexley")->subject->email, "orla@ledger.example");
}

TEST_F(Publication, ExcerptsTheTextsOfSourcesThatSaySo) {
    const auto ledger = add_source("https://ledger.example/feed");
    auto source = store_->source(ledger)->source;
    source.text = feeds::TextPolicy::excerpt;
    store_->update_source(source);
    auto entry = numbered_entry(1);
    for (int paragraph = 0; paragraph < 40; ++paragraph)
        entry.content += "<p>A paragraph that says something at some length about tariffs.</p>";
    store_->commit(answer(ledger, 10, {entry}));
    const auto page = at("/feeds/all");
    EXPECT_LT(page->entries.at(0).stored.entry.content.size(), entry.content.size() / 2);
    EXPECT_EQ(store_->entry(feeds::EntryId{1})->entry.content, entry.content);
}

TEST_F(Publication, OfACrossPostShowsTheCopyThatIsPublishedWhole) {
    const auto orla = add_author("Orla Bexley");
    const auto magazine = add_source("https://ledger.example/author/orla/", {orla});
    const auto letters = add_source("https://letters.example/feed", {orla});
    auto source = store_->source(magazine)->source;
    source.text = feeds::TextPolicy::excerpt;
    store_->update_source(source);
    auto article = numbered_entry(2), letter = numbered_entry(1);
    for (int i = 0; i < 60; ++i)
        article.content += fmt::format("<p>Sentence{0} says of harbour{0} what nobody{0} has said.</p>", i * 37);
    article.title = "Harbours";
    letter.title = "A letter on harbours";
    letter.content = article.content;
    store_->commit(answer(magazine, 10, {article}));
    store_->commit(answer(letters, 10, {letter}));
    const auto page = at("/authors/orla-bexley");
    ASSERT_EQ(page->entries.size(), 1U);
    EXPECT_EQ(page->entries[0].stored.entry.title, "A letter on harbours");
    EXPECT_EQ(page->entries[0].stored.entry.content, letter.content);
    ASSERT_EQ(page->entries[0].alternates.size(), 1U);
    EXPECT_EQ(page->entries[0].alternates[0].url, article.url);
}

TEST_F(Publication, HoldsAnIdOnceAndThenTheOriginsEntry) {
    const auto copier = add_source("https://copier.example/feed"), origin = add_source("https://ledger.example/feed");
    auto piece = numbered_entry(1);
    piece.guid = "https://ledger.example/?p=1";
    auto copy = numbered_entry(2);
    copy.guid = piece.guid;
    store_->commit(answer(copier, 10, {copy}));
    store_->commit(answer(origin, 20, {piece}));
    const auto page = at("/feeds/all");
    ASSERT_EQ(page->entries.size(), 1U);
    EXPECT_EQ(page->entries[0].stored.source, origin);
}

TEST_F(Publication, FindsNothingElsewhere) {
    for (const char* path :
         {"", "feeds/all", "/feeds", "/feeds/", "/feeds/none", "/feeds/all/", "/feeds/all/posts", "/authors/nobody",
          "/entries/", "/entries/1x", "/entries/99999999999999999999", "/x/y/z/a/b"})
        EXPECT_EQ(error_at(path), storage::PublicationError::not_found) << path;
}

}  // namespace
