#include "fetchers/robots.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using masthead::feeds::Outcome;
using masthead::feeds::Time;
using masthead::fetchers::FetchError;
using masthead::fetchers::FetchResult;
using masthead::fetchers::Request;
using masthead::fetchers::Response;
using masthead::fetchers::Robots;
using masthead::fetchers::RobotsRules;

TEST(RobotsRules, AllowsWhatNoRuleNames) {
    EXPECT_TRUE(RobotsRules::parse("").allows("/"));
    EXPECT_TRUE(RobotsRules::parse("User-agent: *\nDisallow:\n").allows("/a"));
    EXPECT_TRUE(RobotsRules::parse("<!doctype html><p>Not found").allows("/a"));
}

TEST(RobotsRules, LetsTheLongestRuleDecideAndAllowingWinATie) {
    const auto rules =
        RobotsRules::parse("User-Agent: *\r\nDisallow: /a # not here\r\nAllow: /a/b\r\nDisallow: /a/b\r\n");
    EXPECT_FALSE(rules.allows("/a"));
    EXPECT_FALSE(rules.allows("/abc"));
    EXPECT_TRUE(rules.allows("/a/b/c"));
    EXPECT_TRUE(rules.allows("/b"));
}

struct PatternCase {
    const char* pattern;
    const char* path;
    bool matches;
};

TEST(RobotsRules, UnderstandsWildcards) {
    for (const auto& [pattern, path, matches] :
         {PatternCase{"/*.php", "/x/index.php?a", true}, PatternCase{"/*.php$", "/index.php?a", false},
          PatternCase{"/*.php$", "/a.php/b.php", true}, PatternCase{"/fish*", "/fishheads", true},
          PatternCase{"/a*c*e", "/abcde", true}, PatternCase{"/a*c*e", "/aebc", false}, PatternCase{"/$", "/", true},
          PatternCase{"/$", "/a", false}, PatternCase{"/a*a$", "/a", false}})
        EXPECT_EQ(RobotsRules::parse(std::string("user-agent: *\ndisallow: ") + pattern).allows(path), !matches)
            << pattern << " on " << path;
}

TEST(RobotsRules, TakesTheGroupThatNamesUsInsteadOfTheOneForAll) {
    const auto rules = RobotsRules::parse(
        "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Masthead\nDisallow: /private\n\n"
        "User-agent: third\nDisallow: /third\n");
    EXPECT_TRUE(rules.allows("/a"));
    EXPECT_FALSE(rules.allows("/private/x"));
    EXPECT_TRUE(rules.allows("/third"));
}

class AnsweredRobots : public testing::Test {
protected:
    bool allows(FetchResult answer, const std::string& path) {
        Robots robots([&](const Request& request) {
            asked_.push_back(request.url);
            return answer;
        });
        const bool first = robots.allows("https://a.example" + path, Time{0s});
        EXPECT_EQ(robots.allows("https://a.example" + path, Time{59min}), first);
        return first;
    }

    static FetchResult failed(Outcome outcome, int status) {
        return masthead::feeds::unexpected(FetchError{outcome, "", status, std::nullopt});
    }

    std::vector<std::string> asked_;
};

TEST_F(AnsweredRobots, AreAskedOnceForManyPages) {
    Response response;
    response.body = "User-agent: *\nDisallow: /no";
    EXPECT_FALSE(allows(response, "/no?x"));
    EXPECT_EQ(asked_, std::vector<std::string>{"https://a.example/robots.txt"});
}

TEST_F(AnsweredRobots, ApplyToAnAddressWithoutAPath) {
    Response response;
    response.body = "User-agent: *\nDisallow: /";
    EXPECT_FALSE(allows(response, ""));
}

TEST_F(AnsweredRobots, AllowAllWhenThereAreNone) { EXPECT_TRUE(allows(failed(Outcome::status, 404), "/a")); }

TEST_F(AnsweredRobots, RefuseAllWhileTheServerFails) {
    EXPECT_FALSE(allows(failed(Outcome::status, 503), "/a"));
    EXPECT_FALSE(allows(failed(Outcome::network, 0), "/a"));
}

}  // namespace
