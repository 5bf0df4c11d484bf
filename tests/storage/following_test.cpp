#include "storage/following.hpp"

#include <gtest/gtest.h>

#include "tests/storage/store_fixture.hpp"

namespace masthead::tests {
namespace {

class Follow : public StoreTest {
protected:
    Follow() {
        following_.person.name = "Orla Bexley";
        feeds::Fact bio;
        bio.field = feeds::Field::bio;
        bio.value = "Writes about public law.";
        following_.facts = {bio};
        for (const char* url : {"https://ledger.example/feed", "https://bexley.example/letters.xml"}) {
            following_.sources.emplace_back();
            following_.sources.back().url = url;
        }
    }

    storage::Following following_;
};

TEST_F(Follow, AddsAnAuthorWithFactsAndSources) {
    const auto followed = store_->follow(following_);
    EXPECT_EQ(followed.author.name, "Orla Bexley");
    EXPECT_EQ(followed.author.bio, "Writes about public law.");
    ASSERT_EQ(followed.sources.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto stored = store_->source(followed.sources[i])->source;
        EXPECT_EQ(stored.url, following_.sources[i].url);
        EXPECT_EQ(stored.authors, std::vector{followed.author.id});
    }
}

TEST_F(Follow, TwiceIsOnce) {
    following_.feed = "law";
    const auto first = store_->follow(following_);
    const auto again = store_->follow(following_);
    EXPECT_EQ(again.author, first.author);
    EXPECT_EQ(again.sources, first.sources);
    EXPECT_EQ(store_->authors().size(), 1U);
    EXPECT_EQ(store_->feed_by_slug("law")->selection.authors, std::vector{first.author.id});
}

TEST_F(Follow, GivesASourceThatIsThereOneMoreAuthor) {
    const auto other = add_author("Ines Okafor");
    const auto shared = add_source(following_.sources[0].url, {other});
    const auto followed = store_->follow(following_);
    EXPECT_EQ(followed.sources[0], shared);
    EXPECT_EQ(store_->source(shared)->source.authors, (std::vector{other, followed.author.id}));
}

TEST_F(Follow, AddsTheAuthorToAFeedOfAuthorsAndLeavesOneOfEverybodyAlone) {
    const auto other = add_author("Ines Okafor");
    feeds::Feed law;
    law.slug = law.title = "law";
    law.selection.authors = {other};
    store_->add_feed(law);
    following_.feed = "law";
    const auto followed = store_->follow(following_);
    EXPECT_EQ(store_->feed_by_slug("law")->selection.authors, (std::vector{other, followed.author.id}));
    following_.feed = "all";
    store_->follow(following_);
    EXPECT_TRUE(store_->feed_by_slug("all")->selection.authors.empty());
}

}  // namespace
}  // namespace masthead::tests
