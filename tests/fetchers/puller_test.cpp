#include "fetchers/puller.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "fetchers/transport.hpp"
#include "tests/support/origin.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

using namespace std::chrono_literals;
using namespace masthead;
using feeds::Outcome;
using feeds::Time;
using fetchers::PullReport;
using tests::Answer;
using tests::Origin;
using tests::SeenRequest;

std::string item(const std::string& name, const std::string& author = "") {
    return fmt::format(
        "<item><title>{0}</title><link>https://blog.example/{0}</link><guid>{0}</guid>"
        "<pubDate>Wed, 01 Jan 2025 08:00:00 GMT</pubDate>{1}</item>",
        name, author.empty() ? "" : "<dc:creator>" + author + "</dc:creator>");
}

std::string rss(const std::string& items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>"
           "<title>Ledgers</title><link>https://blog.example/</link><description>d</description>" +
           items + "</channel></rss>";
}

// A store, an origin, and a clock that the test sets.
class PullerTest : public testing::Test {
protected:
    PullerTest() {
        fetchers::Options options;
        options.allow_private = {"127.0.0.0/8"};
        options.host_gap = 0ms;
        transport_ = std::make_unique<fetchers::Transport>(options);
        puller_ = std::make_unique<fetchers::Puller>(
            *store_, [this](const fetchers::Request& request) { return transport_->fetch(request); }, options,
            [this] { return now_; });
    }

    feeds::SourceId add(const std::string& url, feeds::Source::Type type = feeds::Source::Type::feed) {
        feeds::Source source;
        source.url = url;
        source.type = type;
        source.authors = authors_;
        return store_->add_source(source).id;
    }

    PullReport pull(feeds::SourceId source) { return puller_->pull(source); }
    feeds::FetchState state(feeds::SourceId source) { return store_->source(source)->state; }

    std::vector<feeds::StoredEntry> entries() { return store_->entries({}); }

    tests::TemporaryFolder folder_;
    std::unique_ptr<storage::Store> store_ = storage::open_store({"sqlite:" + folder_.file("masthead.db")});
    Origin origin_;
    Time now_{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1} + 10h};
    std::vector<feeds::AuthorId> authors_;
    std::unique_ptr<fetchers::Transport> transport_;
    std::unique_ptr<fetchers::Puller> puller_;
};

TEST_F(PullerTest, StoresEntriesWithValidatorsAndTheNextTime) {
    origin_.set("/feed", Answer{.body = rss(item("a") + item("b")), .etag = "\"1\""});
    const auto source = add(origin_.url("/feed"));
    const auto report = pull(source);
    EXPECT_EQ(report.outcome, Outcome::ok) << report.message;
    EXPECT_EQ(report.entries, 2U);
    EXPECT_EQ(report.added, 2U);
    EXPECT_EQ(entries().size(), 2U);
    EXPECT_EQ(state(source).etag, "\"1\"");
    EXPECT_GE(*state(source).next_fetch, now_ + 13min);
    EXPECT_LE(*state(source).next_fetch, now_ + 24h);
}

TEST_F(PullerTest, AsksConditionallyAndTakesNewValidatorsFrom304) {
    origin_.set("/feed", Answer{.body = rss(item("a")), .etag = "\"1\""});
    const auto source = add(origin_.url("/feed"));
    pull(source);
    origin_.set("/feed", [](const SeenRequest& request) {
        EXPECT_EQ(request.header("if-none-match"), "\"1\"");
        return Answer{.status = 304, .etag = "\"2\""};
    });
    EXPECT_EQ(pull(source).outcome, Outcome::unchanged);
    EXPECT_EQ(state(source).etag, "\"2\"");
    EXPECT_EQ(entries().size(), 1U);
}

TEST_F(PullerTest, ForgetsValidatorsThatAnAnswerNoLongerHas) {
    origin_.set("/feed", Answer{.body = rss(item("a")), .etag = "\"1\""});
    const auto source = add(origin_.url("/feed"));
    pull(source);
    origin_.set("/feed", Answer{.body = rss(item("a") + item("b"))});
    EXPECT_EQ(pull(source).added, 1U);
    EXPECT_EQ(state(source).etag, "");
}

TEST_F(PullerTest, KeepsNoValidatorsOfABodyThatCannotBeRead) {
    origin_.set("/feed", Answer{.body = "<rss", .etag = "\"bad\""});
    const auto source = add(origin_.url("/feed"));
    EXPECT_EQ(pull(source).outcome, Outcome::malformed);
    EXPECT_EQ(state(source).etag, "");
    EXPECT_EQ(state(source).failures, 1U);
    origin_.set("/feed", Answer{.body = rss(item("a")), .etag = "\"bad\""});
    EXPECT_EQ(pull(source).outcome, Outcome::ok);
    EXPECT_EQ(state(source).failures, 0U);
}

TEST_F(PullerTest, KeepsNoValidatorsOfHalfADocument) {
    const std::string whole = rss(item("a") + item("b"));
    origin_.set("/feed", Answer{.body = whole.substr(0, whole.size() - 60), .etag = "\"1\""});
    const auto source = add(origin_.url("/feed"));
    pull(source);
    EXPECT_EQ(state(source).etag, "");
    pull(source);
    EXPECT_EQ(state(source).etag, "") << "nor when the same half comes again";
    origin_.set("/feed", Answer{.body = whole, .etag = "\"1\""});
    pull(source);
    EXPECT_EQ(state(source).etag, "\"1\"");
    EXPECT_EQ(entries().size(), 2U);
}

TEST_F(PullerTest, TakesADocumentThatEndsBeforeItsFirstEntryForBroken) {
    origin_.set("/feed", Answer{.body = rss(item("a")).substr(0, 180), .etag = "\"1\""});
    const auto source = add(origin_.url("/feed"));
    EXPECT_EQ(pull(source).outcome, Outcome::malformed);
    EXPECT_EQ(state(source).etag, "");
}

TEST_F(PullerTest, KeepsEntriesAndValidatorsThroughFailures) {
    origin_.set("/feed", Answer{.body = rss(item("a")), .etag = "\"1\""});
    const auto source = add(origin_.url("/feed"));
    pull(source);
    origin_.set("/feed", Answer{.status = 500});
    const auto failed_at = now_ += 1h;
    EXPECT_EQ(pull(source).outcome, Outcome::status);
    now_ += 1h;
    pull(source);
    EXPECT_EQ(entries().size(), 1U);
    EXPECT_EQ(state(source).etag, "\"1\"");
    EXPECT_EQ(state(source).failures, 2U);
    EXPECT_EQ(state(source).failing_since, failed_at);
    EXPECT_EQ(state(source).http_status, 500);
}

TEST_F(PullerTest, StopsAskingAfter410UntilTheAdminFetches) {
    origin_.set("/feed", Answer{.status = 410});
    const auto source = add(origin_.url("/feed"));
    EXPECT_EQ(pull(source).outcome, Outcome::gone);
    EXPECT_TRUE(state(source).gone);
    EXPECT_TRUE(store_->due(now_ + 1000h, 10).empty());
    origin_.set("/feed", Answer{.body = rss(item("a"))});
    EXPECT_EQ(pull(source).outcome, Outcome::ok);
    EXPECT_FALSE(state(source).gone);
}

TEST_F(PullerTest, LeavesTheWholeHostAloneAsLongAsItAsks) {
    origin_.set("/a", Answer{.status = 429, .headers = {{"Retry-After", "7200"}}});
    origin_.set("/b", Answer{.body = rss(item("b"))});
    const auto a = add(origin_.url("/a")), b = add(origin_.url("/b"));
    pull(a);
    EXPECT_GE(*state(a).next_fetch, now_ + 105min);
    EXPECT_EQ(pull(b).outcome, Outcome::status);
    EXPECT_GE(*state(b).next_fetch, now_ + 2h);
    EXPECT_EQ(state(b).failures, 0U);
    EXPECT_EQ(origin_.count("/b"), 0U);
    now_ += 121min;
    EXPECT_EQ(pull(b).outcome, Outcome::ok);
}

TEST_F(PullerTest, LeavesTheHostAloneThatAskedForItBehindARedirect) {
    const auto port = origin_.address().substr(origin_.address().rfind(':'));
    origin_.set("/a", Answer{.status = 302, .headers = {{"Location", "http://localhost" + port + "/busy"}}});
    origin_.set("/busy", Answer{.status = 503, .headers = {{"Retry-After", "7200"}}});
    origin_.set("/b", Answer{.body = rss(item("b"))});
    const auto redirected = add(origin_.url("/a")), near = add(origin_.url("/b"));
    const auto far = add("http://localhost" + port + "/b");
    pull(redirected);
    EXPECT_GE(*state(redirected).next_fetch, now_ + 105min);
    EXPECT_EQ(pull(near).outcome, Outcome::ok) << "this host asked for nothing";
    EXPECT_EQ(pull(far).outcome, Outcome::status);
}

TEST_F(PullerTest, RemembersNothingOfAnAddressThatTheAdminReplacedDuringTheFetch) {
    const auto source = add(origin_.url("/old"));
    origin_.set("/old", [&](const SeenRequest&) {
        auto changed = store_->source(source)->source;
        changed.url = origin_.url("/new");
        store_->update_source(changed);
        return Answer{.body = rss(item("a")), .etag = "\"old\""};
    });
    EXPECT_EQ(pull(source).outcome, Outcome::ok);
    EXPECT_EQ(entries().size(), 1U);
    EXPECT_EQ(state(source), feeds::FetchState{}) << "the new address is due, and asked without the old validators";
    origin_.set("/new", Answer{.body = rss(item("a") + item("b")), .etag = "\"new\""});
    pull(source);
    EXPECT_EQ(origin_.requests().back().header("if-none-match"), "");
    EXPECT_EQ(state(source).etag, "\"new\"");
}

TEST_F(PullerTest, MovesASourceWhenARedirectStaysPermanentForADay) {
    origin_.set("/old", Answer{.status = 301, .headers = {{"Location", "/new"}}});
    origin_.set("/new", Answer{.body = rss(item("a")), .etag = "\"1\""});
    const auto source = add(origin_.url("/old"));
    pull(source);
    const auto first_id = entries().front().public_id;
    origin_.set("/new", Answer{.body = rss(item("a") + item("b"))});
    now_ += 2h;
    pull(source);
    EXPECT_EQ(store_->source(source)->source.url, origin_.url("/old"));
    origin_.set("/new", Answer{.body = rss(item("a") + item("b") + item("c"))});
    now_ += 24h;
    pull(source);
    EXPECT_EQ(store_->source(source)->source.url, origin_.url("/new"));
    EXPECT_GT(*state(source).next_fetch, now_) << "it was just asked there";
    const auto all = entries();
    EXPECT_EQ(std::count_if(all.begin(), all.end(), [&](const auto& entry) { return entry.public_id == first_id; }), 1);
}

TEST_F(PullerTest, KeepsWhatTheAdminSetWhileASourceMoved) {
    origin_.set("/old", Answer{.status = 301, .headers = {{"Location", "/new"}}});
    origin_.set("/new", Answer{.body = rss(item("a"))});
    const auto source = add(origin_.url("/old"));
    pull(source);
    now_ += 25h;
    origin_.set("/new", [&](const SeenRequest&) {
        auto changed = store_->source(source)->source;
        changed.title = "Named by hand";
        store_->update_source(changed);
        return Answer{.body = rss(item("a"))};
    });
    pull(source);
    EXPECT_EQ(store_->source(source)->source.url, origin_.url("/new"));
    EXPECT_EQ(store_->source(source)->source.title, "Named by hand");
}

TEST_F(PullerTest, DoesNotMoveForATemporaryRedirectOrToABrokenFeed) {
    origin_.set("/old", Answer{.status = 302, .headers = {{"Location", "/new"}}});
    origin_.set("/new", Answer{.body = rss(item("a"))});
    origin_.set("/portal", Answer{.status = 301, .headers = {{"Location", "/login"}}});
    origin_.set("/login", Answer{.body = "<!doctype html><title>Log in</title>", .type = "text/html"});
    const auto old = add(origin_.url("/old")), portal = add(origin_.url("/portal"));
    for (int day = 0; day < 3; ++day, now_ += 25h) {
        pull(old);
        pull(portal);
    }
    EXPECT_EQ(store_->source(old)->source.url, origin_.url("/old"));
    EXPECT_EQ(store_->source(portal)->source.url, origin_.url("/portal"));
}

TEST_F(PullerTest, MakesNoWorkOfTheSameBytes) {
    origin_.set("/feed", Answer{.body = rss(item("a"))});
    const auto source = add(origin_.url("/feed"));
    pull(source);
    const auto version = store_->changes_since(0).last;
    const auto report = pull(source);
    EXPECT_EQ(report.outcome, Outcome::ok);
    EXPECT_EQ(report.entries, 1U);
    EXPECT_EQ(report.changed, 0U);
    EXPECT_TRUE(store_->changes_since(version).entries.empty());
}

TEST_F(PullerTest, MatchesCreditsAndKeepsWhatTheDocumentSaysOfItsAuthors) {
    const auto ada = store_->add_author("Ada Example", feeds::Author::Type::person);
    authors_ = {ada.id};
    origin_.set("/feed", Answer{.body = rss(item("a", "Ada Example") + item("b", "Someone Else") + item("c"))});
    pull(add(origin_.url("/feed")));
    feeds::Selection by_ada;
    by_ada.authors = {ada.id};
    storage::EntryQuery query;
    query.selection = by_ada;
    EXPECT_EQ(store_->entries(query).size(), 2U) << "the one that names her, and the one that names nobody";
}

TEST_F(PullerTest, DoesNotFetchWhatSomebodyElseFetches) {
    origin_.set("/feed", Answer{.body = rss(item("a"))});
    const auto source = add(origin_.url("/feed"));
    ASSERT_TRUE(store_->lease(source, "another", now_, now_ + 1min));
    EXPECT_NE(pull(source).message, "");
    EXPECT_EQ(origin_.requests().size(), 0U);
    now_ += 2min;
    EXPECT_EQ(pull(source).message, "");
}

TEST_F(PullerTest, HoldsItsSourceAsLongAsASlowPullMayTake) {
    const auto source = add(origin_.url("/feed"));
    origin_.set("/feed", [&](const SeenRequest&) {
        EXPECT_FALSE(store_->lease(source, "another", now_ + 30min, now_ + 31min));
        return Answer{.body = rss(item("a"))};
    });
    EXPECT_EQ(pull(source).outcome, Outcome::ok);
    EXPECT_TRUE(store_->lease(source, "another", now_, now_ + 1min));
}

TEST_F(PullerTest, SaysThatASourceIsNoFeed) {
    origin_.set("/feed", Answer{.body = "<!doctype html><title>Hello</title><p>Text", .type = "text/html"});
    const auto report = pull(add(origin_.url("/feed")));
    EXPECT_EQ(report.outcome, Outcome::malformed);
    EXPECT_NE(report.message, "");
}

}  // namespace
