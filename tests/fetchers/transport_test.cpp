#include "fetchers/transport.hpp"

#include <future>

#include <gtest/gtest.h>

#include "tests/support/origin.hpp"

namespace {

using masthead::feeds::Outcome;
using masthead::fetchers::FetchResult;
using masthead::fetchers::Options;
using masthead::fetchers::Request;
using masthead::fetchers::Transport;
using masthead::tests::Answer;
using masthead::tests::Origin;
using namespace std::chrono_literals;

Options options_for(const Origin& origin) {
    Options options;
    options.allow_private = {origin.address()};
    options.host_gap = 0ms;
    options.timeout = 5s;
    return options;
}

FetchResult fetch(const Options& options, Request request) { return Transport(options).fetch(std::move(request)); }

Request get(const std::string& url) {
    Request request;
    request.url = url;
    return request;
}

Outcome outcome(const FetchResult& result) { return result ? Outcome::ok : result.error().outcome; }

TEST(Transport, FetchesADocumentWithItsHeader) {
    Origin origin;
    origin.set("/feed",
               Answer{.body = "<rss/>", .etag = R"("a\"b%20")", .last_modified = "Mon, 06 Jan 2020 10:00:00 GMT"});
    const auto result = fetch(options_for(origin), get(origin.url("/feed#part")));
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(result->status, 200);
    EXPECT_EQ(result->body, "<rss/>");
    EXPECT_EQ(result->url, origin.url("/feed"));
    EXPECT_EQ(result->content_type, "application/rss+xml; charset=utf-8");
    EXPECT_EQ(result->etag, "\"a\\\"b%20\"");
    EXPECT_EQ(result->last_modified, "Mon, 06 Jan 2020 10:00:00 GMT");
}

TEST(Transport, SendsWhatAPoliteReaderSends) {
    Origin origin;
    origin.set("/feed", Answer{.body = "<rss/>", .headers = {{"Set-Cookie", "a=b"}}});
    auto options = options_for(origin);
    options.user_agent = "masthead/1 (+https://feeds.example/)";
    Transport transport(options);
    ASSERT_TRUE(transport.fetch(get(origin.url("/feed"))));
    ASSERT_TRUE(transport.fetch(get(origin.url("/feed"))));
    const auto seen = origin.requests().back();
    EXPECT_EQ(seen.header("user-agent"), options.user_agent);
    EXPECT_EQ(seen.header("cookie"), "");
    EXPECT_EQ(seen.header("referer"), "");
    EXPECT_NE(seen.header("accept").find("application/atom+xml"), std::string::npos);
    EXPECT_NE(seen.header("accept-encoding").find("gzip"), std::string::npos);
}

TEST(Transport, SendsValidatorsBackByteForByteAndUnderstands304) {
    Origin origin;
    origin.set("/feed", Answer{.body = "<rss/>", .etag = R"(W/"a\b")"});
    auto request = get(origin.url("/feed"));
    request.etag = R"(W/"a\b")";
    request.last_modified = "yesterday";
    const auto result = fetch(options_for(origin), request);
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(result->status, 304);
    EXPECT_EQ(origin.requests().front().header("if-none-match"), "W/\"a\\b\"");
    EXPECT_EQ(origin.requests().front().header("if-modified-since"), "yesterday");
}

TEST(Transport, TakesA304ThatNobodyAskedForAsAnError) {
    Origin origin;
    origin.set("/feed", Answer{.status = 304});
    EXPECT_EQ(outcome(fetch(options_for(origin), get(origin.url("/feed")))), Outcome::status);
}

TEST(Transport, DoesNotKeepAValidatorThatNoRequestCouldCarry) {
    Origin origin;
    origin.set("/feed", Answer{.body = "<rss/>", .etag = "\"" + std::string(40'000, 'e') + "\""});
    const auto result = fetch(options_for(origin), get(origin.url("/feed")));
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(result->etag, "");
}

struct StatusCase {
    int status;
    Outcome expected;
};

TEST(Transport, TellsWhatAStatusMeans) {
    Origin origin;
    for (const auto& [status, expected] : {StatusCase{404, Outcome::status}, StatusCase{500, Outcome::status},
                                           StatusCase{410, Outcome::gone}, StatusCase{206, Outcome::status}}) {
        origin.set("/feed", Answer{.body = "<rss/>", .status = status});
        const auto result = fetch(options_for(origin), get(origin.url("/feed")));
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().outcome, expected) << status;
        EXPECT_EQ(result.error().status, status);
    }
}

TEST(Transport, StopsAtTheLimitOfBytes) {
    Origin origin;
    auto options = options_for(origin);
    options.max_bytes = 1000;
    origin.set("/exact", Answer{.body = std::string(1000, ' ')});
    origin.set("/more", Answer{.body = std::string(1001, ' ')});
    origin.set("/endless", Answer{.body = std::string(300, ' '), .manner = Answer::Manner::endless_body});
    EXPECT_EQ(outcome(fetch(options, get(origin.url("/exact")))), Outcome::ok);
    EXPECT_EQ(outcome(fetch(options, get(origin.url("/more")))), Outcome::too_large);
    EXPECT_EQ(outcome(fetch(options, get(origin.url("/endless")))), Outcome::too_large);
}

TEST(Transport, ReadsNoErrorBodyWithoutEnd) {
    Origin origin;
    origin.set("/feed", Answer{.body = std::string(5000, ' '), .status = 500, .manner = Answer::Manner::endless_body});
    EXPECT_EQ(outcome(fetch(options_for(origin), get(origin.url("/feed")))), Outcome::status);
}

TEST(Transport, StopsAtTheLimitOfHeaderBytes) {
    Origin origin;
    origin.set("/feed", Answer{.manner = Answer::Manner::endless_headers});
    EXPECT_EQ(outcome(fetch(options_for(origin), get(origin.url("/feed")))), Outcome::too_large);
}

TEST(Transport, GivesUpOnWhoStallsOrDrips) {
    Origin origin;
    auto options = options_for(origin);
    options.timeout = 300ms;
    origin.set("/silent", Answer{.manner = Answer::Manner::stall_before_status});
    origin.set("/half", Answer{.body = "<rss></rss>", .manner = Answer::Manner::stall_in_body});
    origin.set("/drip", Answer{.body = std::string(1000, ' '), .manner = Answer::Manner::drip});
    Transport transport(options);
    for (const char* path : {"/silent", "/half", "/drip"})
        EXPECT_EQ(outcome(transport.fetch(get(origin.url(path)))), Outcome::timeout) << path;
}

TEST(Transport, TakesACutBodyForABrokenConnection) {
    Origin origin;
    origin.set("/feed", Answer{.body = "<rss></rss>", .manner = Answer::Manner::cut_in_body});
    EXPECT_EQ(outcome(fetch(options_for(origin), get(origin.url("/feed")))), Outcome::network);
}

TEST(Transport, NeverContactsAnAddressThatIsNotAllowed) {
    Origin origin, canary;
    auto options = options_for(origin);
    canary.set("/", Answer{.body = "<rss/>"});
    const std::string port = std::to_string(canary.port());
    for (const std::string& url : {canary.url("/"), "http://localhost:" + port + "/", "http://2130706433:" + port + "/",
                                   "http://0x7f.1:" + port + "/", "http://[::ffff:127.0.0.1]:" + port + "/"}) {
        EXPECT_EQ(outcome(fetch(options, get(url))), Outcome::blocked_address) << url;
        origin.set("/move", Answer{.status = 302, .headers = {{"Location", url}}});
        EXPECT_EQ(outcome(fetch(options, get(origin.url("/move")))), Outcome::blocked_address) << url;
    }
    EXPECT_EQ(canary.connections(), 0U);
}

TEST(Transport, FetchesHttpOnly) {
    Origin origin;
    for (const char* url : {"file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "/etc/passwd", "",
                            "mailto:ada@example.org", "gopher://127.0.0.1/"}) {
        const auto direct = outcome(fetch(options_for(origin), get(url)));
        EXPECT_TRUE(direct == Outcome::blocked_address || direct == Outcome::malformed) << url;
    }
    origin.set("/move", Answer{.status = 302, .headers = {{"Location", "file:///etc/passwd"}}});
    EXPECT_EQ(outcome(fetch(options_for(origin), get(origin.url("/move")))), Outcome::bad_redirect);
}

TEST(Transport, FollowsRedirectsAndRemembersEach) {
    Origin origin;
    origin.set("/a", Answer{.status = 301, .headers = {{"Location", "b"}}});
    origin.set("/b", Answer{.status = 307, .headers = {{"Location", origin.url("/c")}}});
    origin.set("/c", Answer{.body = "<rss/>"});
    const auto result = fetch(options_for(origin), get(origin.url("/a")));
    ASSERT_TRUE(result) << result.error().message;
    ASSERT_EQ(result->hops.size(), 2U);
    EXPECT_TRUE(result->hops[0].permanent);
    EXPECT_FALSE(result->hops[1].permanent);
    EXPECT_EQ(result->hops[1].to, origin.url("/c"));
    EXPECT_EQ(result->url, origin.url("/c"));
}

TEST(Transport, TellsARefusedAddressFromAConnectionThatFailed) {
    Origin origin;
    auto options = options_for(origin);
    // Of the name's two addresses one is refused: what its redirect leads to has an error of its own.
    options.allow_private = {"127.0.0.0/8"};
    const auto port = origin.address().substr(origin.address().rfind(':'));
    origin.set("/move", Answer{.status = 302, .headers = {{"Location", "http://127.0.0.1:1/"}}});
    EXPECT_EQ(outcome(fetch(options, get("http://localhost" + port + "/move"))), Outcome::network);
}

TEST(Transport, RefusesRedirectsThatLeadNowhere) {
    Origin origin;
    const std::vector<std::vector<std::pair<std::string, std::string>>> headers = {
        {},
        {{"Location", ""}},
        {{"Location", "/move"}},
        {{"Location", "/a"}, {"Location", "/b"}},
        {{"Location", "/a\x1b[2J"}},
        {{"Location", "http://user:word@" + origin.address() + "/"}},
    };
    for (const auto& lines : headers) {
        origin.set("/move", Answer{.status = 302, .headers = lines});
        EXPECT_EQ(outcome(fetch(options_for(origin), get(origin.url("/move")))), Outcome::bad_redirect);
    }
}

TEST(Transport, FollowsNoMoreRedirectsThanAllowed) {
    Origin origin;
    for (int i = 0; i < 7; ++i)
        origin.set("/" + std::to_string(i),
                   Answer{.status = 302, .headers = {{"Location", "/" + std::to_string(i + 1)}}});
    EXPECT_EQ(outcome(fetch(options_for(origin), get(origin.url("/0")))), Outcome::bad_redirect);
    EXPECT_EQ(origin.requests().size(), 6U);
}

TEST(Transport, DropsTheAdminsHeadersWhenARedirectLeavesTheHost) {
    Origin origin, other;
    auto options = options_for(origin);
    options.allow_private = {"127.0.0.0/8"};
    origin.set("/near", Answer{.status = 302, .headers = {{"Location", "/far"}}});
    origin.set("/far", Answer{.status = 302, .headers = {{"Location", "http://127.0.0.2:1/"}}});
    auto request = get(origin.url("/near"));
    request.headers = {{"Authorization", "Bearer secret"}};
    static_cast<void>(fetch(options, request));
    EXPECT_EQ(origin.requests().at(1).header("authorization"), "Bearer secret");

    origin.set("/far", Answer{.status = 302, .headers = {{"Location", other.url("/")}}});
    static_cast<void>(fetch(options, request));
    EXPECT_EQ(other.requests().at(0).header("authorization"), "");
}

TEST(Transport, AsksAHostOneAfterTheOther) {
    Origin origin;
    origin.set("/feed", Answer{.body = "<rss/>"});
    auto options = options_for(origin);
    options.per_host = 1;
    options.host_gap = 60ms;
    Transport transport(options);
    std::vector<std::promise<FetchResult>> promises(4);
    for (auto& promise : promises)
        transport.submit(get(origin.url("/feed")), [&](FetchResult result) { promise.set_value(std::move(result)); });
    for (auto& promise : promises) EXPECT_TRUE(promise.get_future().get());
    EXPECT_EQ(origin.most_at_once(), 1U);
    const auto seen = origin.requests();
    for (std::size_t i = 1; i < seen.size(); ++i) EXPECT_GE(seen[i].at - seen[i - 1].at, 50ms);
}

// "localhost" is another host than the address that it has.
std::string by_name(const Origin& origin, const std::string& path) {
    const auto address = origin.address();
    return "http://localhost" + address.substr(address.rfind(':')) + path;
}

TEST(Transport, AsksAHostOneAfterTheOtherBehindRedirectsToo) {
    Origin origin, shortener;
    origin.set("/feed", Answer{.body = "<rss/>"});
    shortener.set("/a", Answer{.status = 302, .headers = {{"Location", by_name(origin, "/feed")}}});
    auto options = options_for(origin);
    options.allow_private = {"127.0.0.0/8", "::1"};
    options.per_host = 1;
    options.host_gap = 200ms;
    options.timeout = 500ms;  // less than all of them take: none of them counts its time in the queue
    Transport transport(options);
    std::vector<std::promise<FetchResult>> promises(4);
    for (auto& promise : promises)
        transport.submit(get(shortener.url("/a")), [&](FetchResult result) { promise.set_value(std::move(result)); });
    for (auto& promise : promises) {
        const auto result = promise.get_future().get();
        ASSERT_TRUE(result) << result.error().message;
        EXPECT_EQ(result->url, by_name(origin, "/feed"));
    }
    EXPECT_EQ(origin.most_at_once(), 1U);
    const auto seen = origin.requests();
    for (std::size_t i = 1; i < seen.size(); ++i) EXPECT_GE(seen[i].at - seen[i - 1].at, 190ms);
}

TEST(Transport, EndsAFetchThatWaitsBehindARedirectWhenItGoes) {
    Origin origin, shortener;
    origin.set("/feed", Answer{.body = "<rss/>"});
    shortener.set("/a", Answer{.status = 302, .headers = {{"Location", by_name(origin, "/feed")}}});
    auto options = options_for(origin);
    options.allow_private = {"127.0.0.0/8", "::1"};
    options.host_gap = 1h;
    std::promise<FetchResult> first, second;
    {
        Transport transport(options);
        transport.submit(get(by_name(origin, "/feed")),
                         [&](FetchResult result) { first.set_value(std::move(result)); });
        EXPECT_TRUE(first.get_future().get());
        transport.submit(get(shortener.url("/a")), [&](FetchResult result) { second.set_value(std::move(result)); });
    }
    EXPECT_EQ(outcome(second.get_future().get()), Outcome::network);
}

TEST(Transport, WaitsForMemoryAndStillFinishesAll) {
    Origin origin;
    auto options = options_for(origin);
    options.memory = 100'000;
    options.per_host = 8;
    origin.set("/feed", Answer{.body = std::string(80'000, ' ')});
    Transport transport(options);
    std::vector<std::promise<FetchResult>> promises(6);
    for (auto& promise : promises)
        transport.submit(get(origin.url("/feed")), [&](FetchResult result) { promise.set_value(std::move(result)); });
    for (auto& promise : promises) {
        auto result = promise.get_future().get();
        ASSERT_TRUE(result) << result.error().message;
        EXPECT_EQ(result->body.size(), 80'000U);
    }
}

TEST(Transport, EndsWhatIsInFlightWhenItGoes) {
    Origin origin;
    origin.set("/feed", Answer{.manner = Answer::Manner::stall_before_status});
    std::promise<FetchResult> running, waiting;
    {
        auto options = options_for(origin);
        options.per_host = 1;
        options.timeout = 60s;
        Transport transport(options);
        transport.submit(get(origin.url("/feed")), [&](FetchResult result) { running.set_value(std::move(result)); });
        transport.submit(get(origin.url("/feed")), [&](FetchResult result) { waiting.set_value(std::move(result)); });
        ASSERT_TRUE(origin.wait_for(1));
    }
    EXPECT_EQ(outcome(running.get_future().get()), Outcome::network);
    EXPECT_EQ(outcome(waiting.get_future().get()), Outcome::network);
}

struct WaitCase {
    const char* value;
    std::optional<std::chrono::seconds> expected;
};

TEST(Transport, ReadsRetryAfter) {
    Origin origin;
    for (const auto& [value, expected] :
         {WaitCase{"3600", 3600s}, WaitCase{"0", 0s}, WaitCase{"-5", std::nullopt}, WaitCase{"soon", std::nullopt},
          WaitCase{"99999999999999999999", 365 * 24h}, WaitCase{"Mon, 06 Jan 2020 10:10:00 GMT", 600s},
          WaitCase{"Mon, 06 Jan 2020 09:00:00 GMT", std::nullopt}}) {
        origin.set("/feed", Answer{.status = 503,
                                   .headers = {{"Retry-After", value}, {"Date", "Mon, 06 Jan 2020 10:00:00 GMT"}}});
        const auto result = fetch(options_for(origin), get(origin.url("/feed")));
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().retry_after, expected) << value;
    }
}

TEST(Transport, ReadsHowLongAnAnswerStaysFresh) {
    Origin origin;
    for (const auto& [value, expected] :
         {WaitCase{"max-age=600", 600s}, WaitCase{"public, Max-Age=\"60\"", 60s}, WaitCase{"max-age", std::nullopt},
          WaitCase{"max-age=-1", std::nullopt}, WaitCase{"max-age=99999999999999999999", 365 * 24h}}) {
        origin.set("/feed", Answer{.body = "<rss/>", .headers = {{"Cache-Control", value}}});
        const auto result = fetch(options_for(origin), get(origin.url("/feed")));
        ASSERT_TRUE(result);
        EXPECT_EQ(result->max_age, expected) << value;
    }
}

}  // namespace
