#include "fetchers/page_pull.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "fetchers/puller.hpp"
#include "fetchers/transport.hpp"
#include "tests/support/origin.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

using namespace std::chrono_literals;
using namespace masthead;
using feeds::Outcome;
using fetchers::PullReport;
using fetchers::Recheck;
using tests::Answer;
using tests::Origin;

// An author's page that lists articles, without a feed.
class PagePullTest : public testing::Test {
protected:
    PagePullTest() {
        fetchers::Options options;
        options.allow_private = {origin_.address()};
        options.host_gap = 0ms;
        transport_ = std::make_unique<fetchers::Transport>(options);
        puller_ = std::make_unique<fetchers::Puller>(
            *store_, [this](const fetchers::Request& request) { return transport_->fetch(request); }, options,
            [this] { return now_; });
        feeds::Source source;
        source.url = origin_.url("/staff/ada/");
        source.type = feeds::Source::Type::page;
        source_ = store_->add_source(source).id;
    }

    void list(const std::vector<std::string>& names) {
        std::string body =
            "<!doctype html><html lang='en'><head><title>Ada Example</title></head><body><main>"
            "<h1>Ada Example</h1>";
        for (const auto& name : names)
            body += fmt::format(
                "<article><h2><a href='/{0}/'>A piece on {0}</a></h2><p>What the piece on {0} says in "
                "short, for those who only look at the list.</p></article>",
                name);
        origin_.set("/staff/ada/", Answer{.body = body + "</main></body></html>",
                                          .type = "text/html",
                                          .etag = fmt::format("\"{}\"", fmt::join(names, " "))});
    }

    void write(const std::string& name, const std::string& text, const std::string& etag) {
        origin_.set(
            "/" + name + "/",
            Answer{.body = fmt::format(
                       "<!doctype html><html lang='en'><head><title>A piece on {0}</title>"
                       "<meta property='og:type' content='article'></head><body><main>"
                       "<article><h1>A piece on {0}</h1><p>{1} It goes on for some lines, as a piece does that "
                       "somebody wrote to be read from its first word to its last.</p><p>A second paragraph says "
                       "more of it, with examples, and ends there.</p></article></main></body></html>",
                       name, text),
                   .type = "text/html",
                   .etag = etag});
    }

    PullReport pull(Recheck recheck = Recheck::when_due) { return puller_->pull(source_, recheck); }

    std::string content_of(const std::string& name) {
        for (const auto& stored : store_->entries({}))
            if (stored.entry.url == origin_.url("/" + name + "/")) return stored.entry.content;
        return {};
    }

    tests::TemporaryFolder folder_;
    std::unique_ptr<storage::Store> store_ = storage::open_store({"sqlite:" + folder_.file("masthead.db")});
    Origin origin_;
    feeds::Time now_{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}};
    std::unique_ptr<fetchers::Transport> transport_;
    std::unique_ptr<fetchers::Puller> puller_;
    feeds::SourceId source_{};
};

TEST_F(PagePullTest, FetchesTheArticlesThatAreListed) {
    list({"salt", "tides", "ropes"});
    write("salt", "Salt is heavy.", "\"s1\"");
    write("tides", "Tides are late.", "\"t1\"");
    write("ropes", "Ropes are long.", "\"r1\"");
    const auto report = pull();
    EXPECT_EQ(report.outcome, Outcome::ok) << report.message;
    EXPECT_EQ(report.added, 3U);
    EXPECT_NE(content_of("salt").find("Salt is heavy."), std::string::npos);
}

TEST_F(PagePullTest, FetchesOnlyWhatIsNewUntilAnHourHasPassed) {
    for (const char* name : {"salt", "ropes", "nets", "tides"}) write(name, "Text.", "\"1\"");
    list({"salt", "ropes", "nets"});
    pull();
    list({"tides", "salt", "ropes", "nets"});
    now_ += 10min;
    EXPECT_EQ(pull().added, 1U);
    EXPECT_EQ(origin_.count("/salt/"), 1U);
}

TEST_F(PagePullTest, AsksKnownArticlesAgainConditionallyAndTakesCorrections) {
    list({"salt"});
    write("salt", "Salt is heavy.", "\"s1\"");
    pull();
    now_ += 2h;
    EXPECT_EQ(pull().changed, 0U);
    EXPECT_EQ(origin_.requests().back().header("if-none-match"), "\"s1\"");
    write("salt", "Salt is light.", "\"s2\"");
    now_ += 10min;
    EXPECT_EQ(pull().changed, 0U) << "not due yet";
    EXPECT_EQ(pull(Recheck::now).changed, 1U);
    EXPECT_NE(content_of("salt").find("Salt is light."), std::string::npos);
}

TEST_F(PagePullTest, ReportsACorrectionUnderAListingThatIsStillTheSame) {
    list({"salt", "tides", "ropes"});
    write("salt", "Salt is heavy.", "\"s1\"");
    write("tides", "Tides are late.", "\"t1\"");
    write("ropes", "Ropes are long.", "\"r1\"");
    pull();
    write("salt", "Salt is light.", "\"s2\"");
    const auto report = pull(Recheck::now);
    EXPECT_EQ(report.outcome, Outcome::ok);
    EXPECT_EQ(report.changed, 1U);
    EXPECT_EQ(report.entries, 3U);
}

TEST_F(PagePullTest, ReportsAllArticlesOfAListingThatAreStored) {
    list({"salt", "tides", "knots"});
    write("salt", "Salt is heavy.", "\"s1\"");
    write("tides", "Tides are late.", "\"t1\"");
    write("knots", "Knots are short.", "\"k1\"");
    EXPECT_EQ(pull().entries, 3U);
    list({"ropes", "salt", "tides", "knots"});
    write("ropes", "Ropes are long.", "\"r1\"");
    const auto report = pull(Recheck::now);
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.entries, 4U);
}

TEST_F(PagePullTest, KeepsWhatTheListingSaysOfAnArticleThatCannotBeRead) {
    list({"salt"});
    origin_.set("/salt/", Answer{.status = 500});
    EXPECT_EQ(pull().added, 1U);
    write("salt", "Salt is heavy.", "\"s1\"");
    now_ += 10min;
    EXPECT_EQ(pull().changed, 1U) << "it is tried again with the next pull";
}

TEST_F(PagePullTest, FetchesABoundedNumberOfArticlesAtATime) {
    std::vector<std::string> names;
    names.reserve(30);
    for (int i = 0; i < 30; ++i) names.push_back("piece-" + std::to_string(i));
    for (const auto& name : names) write(name, "Text of " + name + ".", "\"1\"");
    list(names);
    EXPECT_EQ(pull().added, 30U);
    EXPECT_LE(origin_.requests().size(), 22U);
    pull();
    EXPECT_EQ(origin_.requests().size(), 33U) << "the list, and the ten that were left";
}

TEST_F(PagePullTest, LeavesAHostAloneThatAsksForItInTheMiddle) {
    list({"salt", "tides", "ropes"});
    for (const char* name : {"salt", "tides", "ropes"})
        origin_.set(fmt::format("/{}/", name), Answer{.status = 429, .headers = {{"Retry-After", "3600"}}});
    EXPECT_EQ(pull().added, 3U) << "as the list has them";
    EXPECT_EQ(origin_.count("/salt/") + origin_.count("/tides/") + origin_.count("/ropes/"), 1U);
    EXPECT_EQ(store_->host_free_at("127.0.0.1"), now_ + 1h);
}

TEST_F(PagePullTest, AsksAgainTheLongestUnaskedFirst) {
    std::vector<std::string> names;
    names.reserve(25);
    for (int i = 0; i < 25; ++i) names.push_back(fmt::format("piece-{:02}", i));
    for (const auto& name : names) write(name, "Text of " + name + ".", "\"1\"");
    list(names);
    pull();
    pull();  // the five that the bound had left
    now_ += 2h;
    pull();
    pull();
    for (const auto& name : names) EXPECT_EQ(origin_.count("/" + name + "/"), 2U) << name;
}

TEST_F(PagePullTest, ObeysRobots) {
    list({"salt", "tides", "ropes"});
    for (const char* name : {"salt", "tides", "ropes"}) write(name, "Text.", "\"1\"");
    origin_.set("/robots.txt", Answer{.body = "User-agent: masthead\nDisallow: /tides/", .type = "text/plain"});
    pull();
    pull();
    EXPECT_EQ(origin_.count("/robots.txt"), 1U);
    EXPECT_EQ(origin_.count("/tides/"), 0U);
    EXPECT_EQ(origin_.count("/salt/"), 1U);
    origin_.set("/robots.txt", Answer{.body = "User-agent: *\nDisallow: /", .type = "text/plain"});
    now_ += 25h;
    EXPECT_EQ(pull().outcome, Outcome::status);
}

}  // namespace
