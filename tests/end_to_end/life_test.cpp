#include <chrono>
#include <csignal>
#include <functional>
#include <set>
#include <string>
#include <thread>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/end_to_end/installation.hpp"
#include "tests/end_to_end/publication.hpp"
#include "tests/support/client.hpp"

namespace masthead::tests {
namespace {

namespace json = boost::json;

const char* const merged = "/authors/maren-tolvik.rss";
constexpr std::size_t merged_entries = 19;  // 6 articles, 6 issues of which one is an article, 8 episodes
constexpr std::chrono::milliseconds one_second{1000};

// Asks again until the answer is as expected; false when that did not happen in time.
bool becomes_true(const std::function<bool()>& expected, std::chrono::milliseconds deadline) {
    const auto end = std::chrono::steady_clock::now() + deadline;
    while (!expected()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::yield();
    }
    return true;
}

class Life : public testing::Test {
protected:
    Publication publication;
    Installation masthead;

    void follow() {
        const auto done = masthead.run(
            {"follow", publication.author_page(), publication.newsletter_feed(), publication.podcast_page()});
        ASSERT_EQ(done.code, 0) << done.out << done.err;
    }

    json::value fetch_all() {
        const auto done = masthead.run({"fetch", "--all", "--json"});
        EXPECT_EQ(done.code, 0) << done.out << done.err;
        return json::parse(done.out);
    }

    std::size_t entries() {
        const auto feed = json::parse(get(masthead.url("/authors/maren-tolvik.json")).body);
        return feed.at("items").as_array().size();
    }
};

TEST_F(Life, ASecondFetchGets304sAndTheMergedFeedKeepsItsTag) {
    follow();
    masthead.serve();
    const auto before = get(masthead.url(merged));
    const auto fetched = fetch_all();
    for (const auto& source : fetched.at("sources").as_array())
        EXPECT_EQ(source.at("outcome").as_string(), "unchanged") << json::serialize(source);
    EXPECT_NE(publication.newsletter().requests().back().header("if-none-match"), "");
    const auto after = get(masthead.url(merged), {"If-None-Match: " + before.header("etag")});
    EXPECT_EQ(after.status, 304);
    EXPECT_EQ(after.header("etag"), before.header("etag"));
}

TEST_F(Life, TheTagOfAFeedSurvivesARestart) {
    follow();
    masthead.serve();
    const auto before = get(masthead.url(merged));
    masthead.kill();
    masthead.serve();
    EXPECT_EQ(get(masthead.url(merged)).header("etag"), before.header("etag"));
}

TEST_F(Life, AnEditAtTheOriginUpdatesInPlace) {
    follow();
    masthead.serve();
    const auto id_of = [&](std::string_view title) -> std::string {
        const auto feed = json::parse(get(masthead.url("/authors/maren-tolvik.json")).body);
        for (const auto& item : feed.at("items").as_array())
            if (item.at("title").as_string() == title) return std::string(item.at("id").as_string());
        return {};
    };
    const auto issue = id_of("On being early");
    const auto article = id_of("Salt in the Archive");
    ASSERT_NE(issue, "");
    ASSERT_NE(article, "");

    publication.edit(publication.newsletter(), "/feed.xml", "On being early", "On being far too early");
    publication.edit(publication.magazine(), "/author/maren-tolvik/", "Salt in the Archive",
                     "Salt in the Court Archive");
    publication.edit(publication.magazine(), "/article/salt-in-the-archive/", "Salt in the Archive",
                     "Salt in the Court Archive");
    fetch_all();

    EXPECT_TRUE(becomes_true([&] { return id_of("On being far too early") == issue; }, one_second));
    EXPECT_TRUE(becomes_true([&] { return id_of("Salt in the Court Archive") == article; }, one_second));
    EXPECT_EQ(id_of("On being early"), "");
    EXPECT_EQ(entries(), merged_entries);
}

TEST_F(Life, ANewIssueAppearsAndADroppedOneStays) {
    follow();
    masthead.serve();
    publication.edit(publication.newsletter(), "/feed.xml", "low-water-41", "low-water-47");
    publication.edit(publication.newsletter(), "/feed.xml", "/p/on-being-early", "/p/a-late-postcard");
    publication.edit(publication.newsletter(), "/feed.xml", "On being early", "A late postcard");
    publication.edit(publication.newsletter(), "/feed.xml", "I was early for a ferry this week, by a day.",
                     "This one was written on a pier.");
    publication.edit(publication.newsletter(), "/feed.xml", "Sun, 13 Sep 2026 16:00:00", "Tue, 24 Nov 2026 16:00:00");
    fetch_all();
    EXPECT_TRUE(becomes_true([&] { return entries() == merged_entries + 1; }, one_second));
}

TEST_F(Life, TheDaemonTakesUpAChangeOfTheCommandLineWithinASecond) {
    follow();
    masthead.serve();
    const auto before = get(masthead.url(merged));
    const auto done = masthead.run({"author", "set", "maren-tolvik", "bio", "Maren Tolvik rows to work."});
    ASSERT_EQ(done.code, 0) << done.err;
    EXPECT_TRUE(becomes_true([&] { return get(masthead.url(merged)).body.find("rows to work") != std::string::npos; },
                             one_second));

    ASSERT_EQ(masthead.run({"author", "unset", "maren-tolvik", "bio"}).code, 0);
    EXPECT_TRUE(
        becomes_true([&] { return get(masthead.url(merged)).header("etag") == before.header("etag"); }, one_second))
        << "the harvested bio shows again, without a fetch";
}

TEST_F(Life, ADaemonKilledWhileItFetchesLosesAndDoublesNothing) {
    publication.set_manner(Answer::Manner::stall_before_status);
    masthead.serve();
    ASSERT_EQ(masthead.run({"source", "add", publication.newsletter_feed()}).code, 0);
    ASSERT_TRUE(publication.newsletter().wait_for(1)) << "the daemon takes up a new source by itself";
    masthead.kill();
    publication.set_manner(Answer::Manner::stall_in_body);
    masthead.serve();
    ASSERT_TRUE(publication.newsletter().wait_for(2)) << "what was not fetched is still due";
    masthead.kill();
    publication.set_manner(Answer::Manner::whole);
    masthead.serve();
    const auto titles = [&] {
        std::multiset<std::string> out;
        const auto feed = json::parse(get(masthead.url("/feeds/all.json")).body);
        for (const auto& item : feed.at("items").as_array()) out.emplace(item.at("title").as_string());
        return out;
    };
    EXPECT_TRUE(becomes_true([&] { return titles().size() == 6; }, std::chrono::seconds(20))) << titles().size();
    for (const auto& title : titles()) EXPECT_EQ(titles().count(title), 1U) << title;
    const auto check = masthead.run({"check", "--deep"});
    EXPECT_NE(check.out.find("store"), std::string::npos) << check.out << check.err;
}

TEST_F(Life, SigtermEndsTheDaemonInOrder) {
    masthead.serve();
    masthead.daemon().signal(SIGTERM);
    EXPECT_EQ(masthead.daemon().wait(), 0) << masthead.daemon().err();
}

}  // namespace
}  // namespace masthead::tests
