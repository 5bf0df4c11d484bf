#include "feeds/parse/feed_credits.hpp"

#include <string>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"

namespace masthead::feeds {
namespace {

// The credits of an item with these podcast:person elements.
std::vector<Credit> credits_of(const std::string& people) {
    const auto document = parse(
        "<rss xmlns:podcast='https://podcastindex.org/namespace/1.0' "
        "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><item>" +
            people + "</item></channel></rss>",
        {"https://deep.example/feed", "", ""}, Limits{});
    return document.value().entries.at(0).credits;
}

TEST(FeedCredits, KeepAHundredPeopleOfAnEntry) {
    std::string people;
    for (int i = 0; i < 1000; ++i) people += "<podcast:person>Nell Wick" + std::to_string(i) + "</podcast:person>";
    EXPECT_EQ(credits_of(people).size(), 100U);
}

// A longer one is cut in podcast:person, and read again it would be another's.
TEST(FeedCredits, KeepNoMoreOfANameThanPodcastPersonMayHave) {
    std::string name;
    for (int i = 0; i < 200; ++i) name += "\u00E9";
    const auto credits = credits_of("<podcast:person>" + name + "</podcast:person>");
    ASSERT_EQ(credits.size(), 1U);
    EXPECT_EQ(credits.front().person.name, name.substr(0, 256)) << "128 characters of two bytes";
}

TEST(FeedCredits, MendANameThatWasEncodedTwice) {
    for (const char* element : {"author", "podcast:person", "itunes:author"}) {
        const auto credits = credits_of(fmt::format("<{0}>Jos\u00C3\u00A9 Wick</{0}>", element));
        ASSERT_EQ(credits.size(), 1U) << element;
        EXPECT_EQ(credits.front().person.name, "Jos\u00E9 Wick") << element;
    }
}

TEST(FeedCredits, KeepAHundredProfilesOfAPerson) {
    std::string people;
    for (int i = 0; i < 1000; ++i)
        people += "<podcast:person href='https://bsky.app/profile/nell" + std::to_string(i) +
                  ".example'>Nell Wick</podcast:person>";
    const auto credits = credits_of(people);
    ASSERT_EQ(credits.size(), 1U);
    EXPECT_EQ(credits.front().person.profiles.size(), 100U);
}

}  // namespace
}  // namespace masthead::feeds
