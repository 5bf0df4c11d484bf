#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/end_to_end/installation.hpp"
#include "tests/end_to_end/publication.hpp"

namespace masthead::tests {
namespace {

namespace json = boost::json;

const json::object* author_named(const json::value& found, std::string_view name) {
    for (const auto& author : found.at("authors").as_array())
        if (author.at("name").as_string() == name) return &author.as_object();
    return nullptr;
}

bool has_profile(const json::object& author, std::string_view platform, std::string_view handle) {
    const auto& profiles = author.at("profiles").as_array();
    return std::any_of(profiles.begin(), profiles.end(), [&](const json::value& profile) {
        return profile.at("platform").as_string() == platform && profile.at("handle").as_string() == handle;
    });
}

class Follow : public testing::Test {
protected:
    Publication publication;
    Installation masthead;

    Finished follow(std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{"follow", publication.author_page(), publication.newsletter_feed(),
                                           publication.podcast_page()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return masthead.run(std::move(arguments));
    }
};

TEST_F(Follow, FindsTheOnePersonBehindAMagazineANewsletterAndAPodcast) {
    const auto done = follow({"--json"});
    ASSERT_EQ(done.code, 0) << done.err << done.out;
    const auto found = json::parse(done.out);
    ASSERT_EQ(found.at("authors").as_array().size(), 1U) << done.out;
    const auto* maren = author_named(found, "Maren Tolvik");
    ASSERT_NE(maren, nullptr) << done.out;
    EXPECT_EQ(maren->at("bio").as_string(),
              "Maren Tolvik is a professor of maritime law at Castle Ness University and co-host of the Harbour Lights "
              "podcast.");
    EXPECT_TRUE(has_profile(*maren, "twitter", "marentolvik")) << done.out;
    EXPECT_TRUE(has_profile(*maren, "mastodon", "maren@tidal.example")) << done.out;
    EXPECT_TRUE(has_profile(*maren, "bluesky", "maren.tolvik.example")) << done.out;
    EXPECT_EQ(maren->at("profiles").as_array().size(), 3U) << "the magazine's own accounts are not hers: " << done.out;

    const auto& sources = found.at("sources").as_array();
    ASSERT_EQ(sources.size(), 3U) << done.out;
    std::vector<std::string> urls;
    for (const auto& source : sources) urls.emplace_back(source.at("url").as_string());
    for (const auto& expected :
         {publication.author_page(), publication.newsletter_feed(), publication.podcast().url("/feed.xml")})
        EXPECT_NE(std::find(urls.begin(), urls.end(), expected), urls.end()) << expected << " in " << done.out;
}

TEST_F(Follow, SaysForPeopleWhereEachFactCameFrom) {
    const auto done = follow();
    ASSERT_EQ(done.code, 0) << done.err;
    for (const char* told :
         {"Maren Tolvik", "marentolvik", "maren@tidal.example", "/author/maren-tolvik/", "/feed.xml"})
        EXPECT_NE(done.out.find(told), std::string::npos) << told << " in:\n" << done.out;
}

TEST_F(Follow, StoresNothingInADryRun) {
    const auto dry = follow({"--dry-run", "--json"});
    ASSERT_EQ(dry.code, 0) << dry.err;
    EXPECT_EQ(json::parse(dry.out).at("sources").as_array().size(), 3U);
    EXPECT_FALSE(std::filesystem::exists(masthead.store()));
}

TEST_F(Follow, AsksWhichOfTwoHostsIsMeantAndTakesTheAnswer) {
    const auto asked = masthead.run({"follow", publication.podcast_page()});
    EXPECT_NE(asked.code, 0);
    for (const char* told : {"Maren Tolvik", "Idris Bellamy", "--author"})
        EXPECT_NE((asked.out + asked.err).find(told), std::string::npos) << told << " in:\n" << asked.out << asked.err;

    const auto answered = masthead.run({"follow", publication.podcast_page(), "--author", "Idris Bellamy", "--json"});
    ASSERT_EQ(answered.code, 0) << answered.err;
    EXPECT_NE(author_named(json::parse(answered.out), "Idris Bellamy"), nullptr) << answered.out;
}

TEST_F(Follow, DoesNotDoubleWhatIsFollowedAlready) {
    ASSERT_EQ(follow().code, 0);
    ASSERT_EQ(follow().code, 0);
    const auto authors = json::parse(masthead.run({"author", "list", "--json"}).out);
    const auto sources = json::parse(masthead.run({"source", "list", "--json"}).out);
    EXPECT_EQ(authors.at("authors").as_array().size(), 1U);
    EXPECT_EQ(sources.at("sources").as_array().size(), 3U);
}

TEST_F(Follow, NamesAnAddressThatCannotBeRead) {
    const auto done = masthead.run({"follow", publication.magazine().url("/nothing-here/")});
    EXPECT_NE(done.code, 0);
    EXPECT_NE(done.err.find("/nothing-here/"), std::string::npos) << done.err;
    EXPECT_NE(done.err.find("404"), std::string::npos) << done.err;
}

}  // namespace
}  // namespace masthead::tests
