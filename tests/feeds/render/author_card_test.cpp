#include "feeds/render/author_card.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "feeds/text/sanitise.hpp"
#include "tests/feeds/render/sample.hpp"

namespace masthead::feeds {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string cards_of_rich_entry(std::size_t index) {
    static const Page page = tests::rich_page();
    return author_cards(contributors(page, page.entries[index].stored.entry));
}

TEST(AuthorCards, ShowPortraitBioAndHandlesOfEachAuthor) {
    const std::string cards = cards_of_rich_entry(1);
    for (const char* part : {"https://feeds.example/avatars/1f2e.png", "professor of public law",
                             "Mastodon: orla@social.example", "https://bsky.app/profile/quill.example"})
        EXPECT_THAT(cards, HasSubstr(part));
    EXPECT_THAT(cards, Not(HasSubstr("Paul Reith"))) << "who is a guest";
}

TEST(AuthorCards, LeaveOutThoseOfWhomNothingIsKnown) {
    EXPECT_THAT(cards_of_rich_entry(2), Not(HasSubstr("Ines Okafor")));
    EXPECT_EQ(author_cards({}), "");
}

// What an article says under its text of a co-author is not lost because nobody follows him or her.
TEST(AuthorCards, ShowWhatTheEntryItselfSaysOfOthers) {
    Page page = tests::rich_page();
    Entry& own = page.entries[2].stored.entry;
    own.credits[1].person.bio = "Ines Okafor is a hydrographer.";
    own.credits[1].person.profiles = {{"bluesky", "ines.example", "https://bsky.app/profile/ines.example"}};
    const std::string cards = author_cards(contributors(page, own));
    EXPECT_THAT(cards, HasSubstr("<strong>Ines Okafor</strong>")) << "no link, as no address is known";
    EXPECT_THAT(cards, HasSubstr("is a hydrographer"));
    EXPECT_THAT(cards, HasSubstr("https://bsky.app/profile/ines.example"));
}

TEST(AuthorCards, AreSafeFragments) {
    const Page page = tests::hostile_page();
    const std::string cards = author_cards(contributors(page, page.entries[0].stored.entry));
    EXPECT_THAT(cards, Not(HasSubstr("<script")));
    EXPECT_EQ(plain_text(sanitise(cards, "")), plain_text(cards));
}

TEST(ShortBio, EndsWhereBylineAdvises) {
    Author author;
    author.bio = std::string(600, 'a');
    EXPECT_LE(short_bio(author.bio).size(), 283U);  // an ellipsis is three bytes
}

}  // namespace
}  // namespace masthead::feeds
