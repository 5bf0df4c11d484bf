#include "feeds/people/facts.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

constexpr Time day(int number) { return Time{std::chrono::hours{24 * number}}; }

Fact fact(Field field, const char* value, Origin origin, Time said = day(1), const char* raw = "",
          const char* where = "https://a.example/") {
    Fact out;
    out.field = field;
    out.value = value;
    out.origin = origin;
    out.said = said;
    out.raw = raw;
    out.where = where;
    return out;
}

Fact account(const char* platform, const char* handle, Origin origin, const char* raw = "",
             const char* where = "https://a.example/") {
    auto out = fact(Field::profile, handle, origin, day(1), raw, where);
    out.platform = platform;
    out.handle = handle;
    return out;
}

std::string winning(const std::vector<Fact>& facts, Field field, std::string_view platform = {}) {
    const auto best = winner(facts, field, platform);
    return best ? facts[*best].value : "(none)";
}

TEST(Winner, IsTheAdminsWordWhateverElseIsKnown) {
    EXPECT_EQ(
        winning({fact(Field::name, "Nell Wick", Origin::byline, day(9)), fact(Field::name, "nell", Origin::admin)},
                Field::name),
        "nell");
}

TEST(Winner, IsCleanBeforePolluted) {
    EXPECT_EQ(
        winning({fact(Field::name, "By Nell Wick", Origin::byline), fact(Field::name, "Nell Wick", Origin::metadata)},
                Field::name),
        "Nell Wick");
}

TEST(Winner, IsTheStrongerOriginAmongCleanOnes) {
    EXPECT_EQ(
        winning({fact(Field::bio, "Writes.", Origin::metadata, day(9)), fact(Field::bio, "Rows.", Origin::own_page)},
                Field::bio),
        "Rows.");
}

TEST(Winner, IsTheNewestOfOneOrigin) {
    const auto older = fact(Field::bio, "Old.", Origin::own_page, day(1)),
               newer = fact(Field::bio, "New.", Origin::own_page, day(2));
    EXPECT_EQ(winning({older, newer}, Field::bio), "New.");
    EXPECT_EQ(winning({newer, older}, Field::bio), "New.");
}

TEST(Winner, PassesOverABioOfSomebodyElse) {
    const auto name = fact(Field::name, "Nell Wick", Origin::feed);
    EXPECT_EQ(winning({name, fact(Field::bio, "Odo Farrant is a rower.", Origin::own_page),
                       fact(Field::bio, "Nell Wick is a writer.", Origin::metadata)},
                      Field::bio),
              "Nell Wick is a writer.");
}

TEST(Winner, DoesNotBelieveOneArticleThatDoesNotNameTheAuthor) {
    const auto name = fact(Field::name, "Nell Wick", Origin::feed);
    const auto once = account("twitter", "lowwater", Origin::prose, "Follow @lowwater", "https://a.example/1");
    EXPECT_EQ(winning({name, once}, Field::profile, "twitter"), "(none)");
    EXPECT_EQ(
        winning({name, once, account("twitter", "lowwater", Origin::prose, "Follow @lowwater", "https://a.example/2")},
                Field::profile, "twitter"),
        "lowwater");
    EXPECT_EQ(winning({name, account("twitter", "nwick", Origin::prose, "Nell Wick writes. Twitter: @nwick")},
                      Field::profile, "twitter"),
              "nwick");
}

TEST(WithFacts, LeavesOutAPlatformThatTheAdminTookAway) {
    Author author;
    author.name = "Nell Wick";
    author.slug = "nell-wick";
    author.bio = "gone";
    const auto shown =
        with_facts(author, {account("twitter", "nwick", Origin::own_page), account("twitter", "", Origin::admin),
                            account("github", "nell-wick", Origin::feed)});
    ASSERT_EQ(shown.profiles.size(), 1U);
    EXPECT_EQ(shown.profiles.front().platform, "github");
    EXPECT_EQ(shown.bio, "");
    EXPECT_EQ(shown.name, "Nell Wick");
    EXPECT_EQ(shown.slug, "nell-wick");
}

TEST(FactsOf, HasOneFactForEachThingThatACreditSays) {
    Credit credit;
    credit.person.name = "Nell Wick";
    credit.person.profiles = {{"github", "nell-wick", "https://github.com/nell-wick"}};
    credit.origin = Origin::byline;
    credit.raw = "By Nell Wick";
    const auto facts = facts_of(credit, "https://a.example/feed", day(3));
    ASSERT_EQ(facts.size(), 2U);
    EXPECT_EQ(facts[0].value, "Nell Wick");
    EXPECT_EQ(facts[1].value, "https://github.com/nell-wick");
    EXPECT_EQ(facts[1].handle, "nell-wick");
    EXPECT_EQ(facts[1].origin, Origin::byline);
    EXPECT_EQ(facts[1].where, "https://a.example/feed");
    EXPECT_EQ(facts[1].said, day(3));
    EXPECT_EQ(facts[1].raw, "By Nell Wick");
}

}  // namespace
}  // namespace masthead::feeds
