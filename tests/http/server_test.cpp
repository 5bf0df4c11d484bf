#include "http/server.hpp"

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "http/compress.hpp"
#include "tests/http/server_fixture.hpp"

namespace masthead::tests {
namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

class Server : public ServerTest {};

constexpr const char* feed = "/feeds/all.rss";

std::string line(const std::string& path, const std::string& fields = "", const std::string& method = "GET") {
    return method + " " + path + " HTTP/1.1\r\nHost: feeds.example\r\n" + fields + "\r\n";
}

TEST_F(Server, PublishesAFeedWithEverythingThatReadersAndCachesNeed) {
    start();
    const RawReply reply = get(feed);
    EXPECT_EQ(reply.status, 200);
    EXPECT_NE(reply.body.find("Piece 1"), std::string::npos);
    EXPECT_EQ(reply.field("content-type"), "application/rss+xml; charset=utf-8");
    EXPECT_EQ(reply.field("content-length"), std::to_string(reply.body.size()));
    EXPECT_EQ(reply.field("etag").size(), 34U);
    EXPECT_EQ(reply.field("etag").front(), '"');
    EXPECT_FALSE(reply.field("last-modified").empty());
    EXPECT_FALSE(reply.field("date").empty());
    EXPECT_EQ(reply.field("vary"), "Accept-Encoding");
    EXPECT_EQ(reply.field("cache-control"), "public, max-age=300");
    EXPECT_EQ(reply.field("link"),
              "<https://feeds.example/feeds/all.rss>; rel=\"self\", <https://hub.example/>; rel=\"hub\"");
    EXPECT_EQ(reply.field("x-content-type-options"), "nosniff");
    EXPECT_EQ(reply.field("access-control-allow-origin"), "*");
    EXPECT_EQ(reply.field("set-cookie"), "");
    EXPECT_EQ(reply.field("server"), "");
}

TEST_F(Server, GivesPagesAPolicyUnderWhichNothingRuns) {
    start();
    for (const char* path : {"/", "/feeds/all", "/entries/1"}) {
        const RawReply reply = get(path);
        EXPECT_EQ(reply.status, 200) << path;
        EXPECT_EQ(reply.field("content-type"), "text/html; charset=utf-8") << path;
        EXPECT_NE(reply.field("content-security-policy").find("default-src 'none'"), std::string::npos) << path;
        EXPECT_EQ(reply.field("referrer-policy"), "no-referrer") << path;
    }
}

TEST_F(Server, PublishesEveryFormat) {
    start();
    EXPECT_EQ(get("/feeds/all.atom").field("content-type"), "application/atom+xml; charset=utf-8");
    EXPECT_EQ(get("/feeds/all.json").field("content-type").substr(0, 21), "application/feed+json");
    EXPECT_EQ(get("/site.opml").field("content-type").substr(0, 11), "text/x-opml");
    EXPECT_EQ(get("/site.opml").field("link").substr(0, 34), "<https://feeds.example/site.opml>;");
    EXPECT_EQ(get("/robots.txt").status, 200);
    EXPECT_EQ(get("/healthz").status, 200);
    EXPECT_EQ(get("/favicon.ico").status, 204);
}

TEST_F(Server, SaysNotFoundShortlyAndWithoutThePath) {
    start();
    for (const char* path :
         {"/no-such", "/feeds/no-such.rss", "/entries/99999", "/%3Cscript%3Ealert(1)%3C/script%3E"}) {
        const RawReply reply = get(path);
        EXPECT_EQ(reply.status, 404) << path;
        EXPECT_LT(reply.body.size(), 400U);
        EXPECT_EQ(reply.body.find("script"), std::string::npos);
        EXPECT_EQ(reply.field("etag"), "");
    }
    EXPECT_EQ(get("/no-such", "If-None-Match: *\r\n").status, 404);
    EXPECT_EQ(get("/no-such", "", "HEAD").field("content-length"), std::to_string(get("/no-such").body.size()));
}

TEST_F(Server, SaysGoneOfAHiddenEntry) {
    start();
    EXPECT_EQ(get("/entries/1").status, 200);
    store_->set_hidden(feeds::EntryId{1}, true);
    EXPECT_TRUE(eventually("/entries/1", [](const RawReply& reply) { return reply.status == 410; }));
}

TEST_F(Server, RedirectsFromAMergedAuthorToTheOneWhoStayed) {
    const auto orla = store_->add_author("Orla Bexley", {}).id;
    const auto initials = store_->add_author("O. M. Bexley", {}).id;
    start();
    EXPECT_EQ(get("/authors/o-m-bexley.rss").status, 200);
    store_->merge_authors(orla, initials);
    EXPECT_TRUE(eventually("/authors/o-m-bexley.rss", [](const RawReply& reply) { return reply.status == 301; }));
    for (const char* ending : {"", ".rss", ".json", ".opml", "/episodes.rss", "/posts", "/archive/1.atom"}) {
        const RawReply reply = get(std::string("/authors/o-m-bexley") + ending);
        EXPECT_EQ(reply.status, 301) << ending;
        EXPECT_EQ(reply.field("location"), std::string("https://feeds.example/authors/orla-bexley") + ending);
    }
    EXPECT_EQ(get("/authors/o-m-bexley/nothing").status, 404);
    EXPECT_EQ(get("/authors/orla-bexley").status, 200);
}

TEST_F(Server, LeadsPeopleToEveryPostThatWasEverPublished) {
    constexpr int all = 250;
    for (int number = 2; number <= all; ++number) publish(number);
    start();
    std::string path = "/feeds/all", pages;
    for (int n = 0; n < 5 && !path.empty(); ++n) {
        const std::string page = get(path).body;
        pages += page;
        const auto link = page.find("\">Older posts</a>");
        const std::string start_of_link = "href=\"" + site_.base_url;
        const auto from = page.rfind(start_of_link, link) + start_of_link.size();
        path = link == std::string::npos ? "" : page.substr(from, link - from);
    }
    EXPECT_EQ(path, "") << "the oldest archive leads no further";
    for (int number = 1; number <= all; ++number)
        EXPECT_NE(pages.find(">Piece " + std::to_string(number) + "<"), std::string::npos) << number;
}

TEST_F(Server, AnswersHeadWithTheHeaderOfGet) {
    start();
    RawConnection client = connect();
    const RawReply head = client.get(feed, "", "HEAD");
    RawReply full = client.get(feed);
    full.fields["date"] = head.field("date");
    EXPECT_EQ(head.fields, full.fields);
}

TEST_F(Server, SendsTheCodingThatIsAskedFor) {
    publish(2, 100'000);
    start();
    const RawReply plain = get(feed);
    const RawReply gzip = get(feed, "Accept-Encoding: gzip\r\n");
    const RawReply brotli = get(feed, "Accept-Encoding: gzip, br\r\n");
    EXPECT_EQ(gzip.field("content-encoding"), "gzip");
    EXPECT_EQ(brotli.field("content-encoding"), "br");
    EXPECT_TRUE(gzip.body == http::compress(plain.body, http::Coding::gzip));
    EXPECT_TRUE(brotli.body == http::compress(plain.body, http::Coding::brotli));
    EXPECT_NE(plain.field("etag"), gzip.field("etag"));
    EXPECT_NE(gzip.field("etag"), brotli.field("etag"));
    EXPECT_EQ(get(feed, "Accept-Encoding: gzip\r\nIf-None-Match: " + gzip.field("etag") + "\r\n").status, 304);
    EXPECT_EQ(get(feed, "Accept-Encoding: gzip\r\nIf-None-Match: " + plain.field("etag") + "\r\n").status, 200);
}

TEST_F(Server, AnswersAConditionThatHoldsWithoutABody) {
    start();
    const RawReply full = get(feed);
    RawConnection client = connect();
    for (int n = 0; n < 3; ++n) {
        const RawReply reply = client.get(feed, "If-None-Match: W/" + full.field("etag") + "\r\n");
        EXPECT_EQ(reply.status, 304);
        for (const char* name : {"etag", "last-modified", "vary", "cache-control", "link"})
            EXPECT_EQ(reply.field(name), full.field(name)) << name;
        EXPECT_EQ(reply.field("content-length"), "");
        EXPECT_EQ(reply.field("content-type"), "");
    }
    EXPECT_EQ(client.get(feed, "If-Modified-Since: " + full.field("last-modified") + "\r\n").status, 304);
    EXPECT_EQ(client.get(feed, "If-Match: \"other\"\r\n").status, 412);
    EXPECT_EQ(client.get(feed).body, full.body);
}

TEST_F(Server, KeepsValidatorsOverARestart) {
    start();
    const RawReply before = get(feed);
    server_.reset();
    start();
    const RawReply after = get(feed);
    EXPECT_EQ(after.field("etag"), before.field("etag"));
    EXPECT_EQ(after.field("last-modified"), before.field("last-modified"));
}

TEST_F(Server, ShowsAChangeThatAnotherProcessMade) {
    start();
    const RawReply before = get(feed);
    publish(2);
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(
        eventually(feed, [](const RawReply& reply) { return reply.body.find("Piece 2") != std::string::npos; }));
    EXPECT_LT(std::chrono::steady_clock::now() - start, 1s);
    EXPECT_EQ(get(feed, "If-None-Match: " + before.field("etag") + "\r\n").status, 200);
    EXPECT_NE(get(feed).field("last-modified"), before.field("last-modified"));
}

TEST_F(Server, KeepsTheTagOfWhatLooksTheSameAfterAChange) {
    start();
    const RawReply before = get(feed);
    store_->add_author("Nobody Yet", feeds::Author::Type::person);
    EXPECT_TRUE(eventually("/authors/nobody-yet", [](const RawReply& reply) { return reply.status == 200; }));
    EXPECT_EQ(get(feed, "If-None-Match: " + before.field("etag") + "\r\n").status, 304);
}

TEST_F(Server, ServesAvatarsForAYearAndInParts) {
    const std::string path = put_avatar(100'000);
    start();
    const RawReply full = get(path, "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(full.status, 200);
    EXPECT_EQ(full.body.size(), 100'000U);
    EXPECT_EQ(full.field("content-type"), "image/png");
    EXPECT_EQ(full.field("content-encoding"), "");
    EXPECT_EQ(full.field("cache-control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(full.field("accept-ranges"), "bytes");

    const RawReply part = get(path, "Range: bytes=99990-\r\n");
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.field("content-range"), "bytes 99990-99999/100000");
    EXPECT_EQ(part.field("etag"), full.field("etag"));
    EXPECT_TRUE(part.body == full.body.substr(99'990));

    const RawReply beyond = get(path, "Range: bytes=100000-\r\n");
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(beyond.field("content-range"), "bytes */100000");
    EXPECT_EQ(get(path, "Range: bytes=0-0\r\nIf-Range: \"other\"\r\n").status, 200);
    EXPECT_EQ(get(path, "Range: bytes=0-0\r\nIf-Range: " + full.field("etag") + "\r\n").status, 206);
    EXPECT_EQ(get(path, "Range: bytes=0-0\r\nIf-None-Match: " + full.field("etag") + "\r\n").status, 304);
    EXPECT_EQ(get(path, "Range: bytes=0-0\r\n", "HEAD").status, 200);
}

TEST_F(Server, RefusesWhatItDoesNotDo) {
    start();
    const RawReply post = get(feed, "Content-Length: 0\r\n", "POST");
    EXPECT_EQ(post.status, 405);
    EXPECT_EQ(post.field("allow"), "GET, HEAD, OPTIONS");
    EXPECT_EQ(get(feed, "", "BREW").status, 501);
    EXPECT_EQ(get(feed, "Expect: 200-maybe\r\n").status, 417);
    EXPECT_EQ(get("/" + std::string(9'000, 'a')).status, 414);
    EXPECT_EQ(get(feed, "X-A: " + std::string(20'000, 'b') + "\r\n").status, 431);
    EXPECT_EQ(get(feed, "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n").status, 400);
    const RawReply options = get(feed, "", "OPTIONS");
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.field("allow"), "GET, HEAD, OPTIONS");
}

TEST_F(Server, EndsTheConnectionAfterARefusalAndAfterABodyItDoesNotRead) {
    start();
    RawConnection refused = connect();
    refused.send("BAD\x01 / HTTP/1.1\r\n\r\n" + line(feed));
    EXPECT_EQ(refused.read()->status, 400);
    EXPECT_FALSE(refused.read());
    RawConnection posted = connect();
    posted.send(line(feed, "Content-Length: 1000000000\r\n", "POST") + line(feed));
    EXPECT_EQ(posted.read()->field("connection"), "close");
    EXPECT_FALSE(posted.read());
}

TEST_F(Server, AnswersPipelinedRequestsInOrder) {
    publish(2, 100'000);
    start();
    const RawReply full = get(feed);
    RawConnection client = connect();
    std::string train;
    for (int n = 0; n < 100; ++n) train += n % 2 == 0 ? line(feed) : line("/no-such");
    client.send(train + line(feed, "Connection: close\r\n"));
    for (int n = 0; n < 100; ++n) {
        const auto reply = client.read();
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->status, n % 2 == 0 ? 200 : 404);
        EXPECT_TRUE(n % 2 == 1 || reply->body == full.body);
    }
    EXPECT_EQ(client.read()->field("connection"), "close");
    EXPECT_FALSE(client.read());
}

TEST_F(Server, HoldsUpAClientThatPipelinesAndDoesNotReadAndNobodyElse) {
    const std::string big = put_avatar(400'000);
    options_.threads = 1;
    start();
    RawConnection greedy = connect(4'096);
    for (int n = 0; n < 1'000; ++n) greedy.send(line(big));
    EXPECT_EQ(get(feed).status, 200);
}

TEST_F(Server, EndsClientsThatAreSlow) {
    const std::string big = put_avatar(8'000'000);
    options_.header_timeout = 200ms;
    options_.idle_timeout = 400ms;
    options_.write_timeout = 300ms;
    start();
    RawConnection half = connect(), silent = connect(), after = connect();
    half.send("GET / HTTP/1.1\r\nHost: x\r\n");
    after.get("/healthz");
    EXPECT_LT(half.wait_for_end(), 2s);
    EXPECT_LT(silent.wait_for_end(), 2s);
    EXPECT_LT(after.wait_for_end(), 2s);

    RawConnection deaf = connect(4'096);
    deaf.send(line(big));
    const bool ended = [&] {  // it reads nothing; the server's counter says when it was given up
        const auto deadline = std::chrono::steady_clock::now() + 10s;
        while (std::chrono::steady_clock::now() < deadline)
            if (RawConnection(admin_address()).get("/metrics").body.find("masthead_http_timeouts_total 4\n") !=
                std::string::npos)
                return true;
        return false;
    }();
    EXPECT_TRUE(ended);
}

TEST_F(Server, GivesASlowHeaderOneLimitInAll) {
    options_.header_timeout = 300ms;
    start();
    RawConnection drip = connect();
    const auto begin = std::chrono::steady_clock::now();
    drip.send("GET / HTTP/1.1\r\n");
    std::jthread writer([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            drip.send("X: y\r\n");
            std::this_thread::yield();
        }
    });
    drip.wait_for_end();
    writer.request_stop();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
}

TEST_F(Server, ServesOldClientsAndEndsTheirConnection) {
    start();
    RawConnection client = connect();
    client.send("GET /feeds/all.rss HTTP/1.0\r\n\r\n");
    EXPECT_EQ(client.read()->status, 200);
    EXPECT_FALSE(client.read());
}

TEST_F(Server, TakesNoHarmFromClientsThatGoAway) {
    const std::string big = put_avatar(8'000'000);
    start();
    EXPECT_EQ(get(feed).status, 200);
    for (int n = 0; n < 30; ++n) {
        RawConnection client = connect(4'096);
        client.send(line(big) + line(big));
    }
    EXPECT_EQ(get(feed).status, 200);
}

TEST_F(Server, FinishesABigBodyBeforeItDrains) {
    constexpr std::size_t size = 8'000'000;
    const std::string big = put_avatar(size);
    start();
    RawConnection idle = connect();
    idle.get("/healthz");
    RawConnection client = connect(4'096);
    client.send(line(big));
    ASSERT_TRUE(client.read_some(1'000));
    std::jthread drain([&] { server_->drain(); });
    EXPECT_LT(idle.wait_for_end(), 5s);
    const auto reply = client.read();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->body.size(), size);
    drain.join();
    EXPECT_THROW(connect(), std::runtime_error);
}

TEST_F(Server, GivesUpADrainAfterItsLimit) {
    const std::string big = put_avatar(8'000'000);
    options_.drain_timeout = 100ms;
    start();
    RawConnection deaf = connect(4'096);
    deaf.send(line(big));
    ASSERT_TRUE(deaf.read_some(100));
    const auto begin = std::chrono::steady_clock::now();
    server_->drain();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST_F(Server, HasAnIdleClientMakeRoomForANewOne) {
    options_.max_connections = 2;
    options_.threads = 1;
    start();
    std::vector<std::unique_ptr<RawConnection>> clients;
    for (int n = 0; n < 10; ++n) {
        clients.push_back(std::make_unique<RawConnection>(address()));
        EXPECT_EQ(clients.back()->get("/healthz").status, 200);
    }
}

TEST_F(Server, RefusesMoreClientsThanItMayHaveButNotTheAdmin) {
    options_.max_connections = 2;
    options_.threads = 1;
    start();
    RawConnection first = connect(), second = connect();
    for (RawConnection* busy : {&first, &second}) {
        busy->get("/healthz");
        busy->send("GET /healthz HTTP/1.1\r\n");
    }
    // The half requests arrived before: the one thread reads them first, and nobody is idle.
    RawConnection third = connect();
    third.send(line("/healthz"));
    EXPECT_FALSE(third.read());
    EXPECT_EQ(RawConnection(admin_address()).get("/healthz").status, 200);
    first.send("Host: x\r\n\r\n");
    EXPECT_EQ(first.read()->status, 200);
    EXPECT_EQ(get("/healthz").status, 200);
}

TEST_F(Server, SharesBytesAmongManyReaders) {
    const std::string big = put_avatar(8'000'000);
    start();
    const auto descriptors = [] {
        const std::filesystem::directory_iterator open_files("/proc/self/fd");
        return static_cast<std::size_t>(std::distance(begin(open_files), end(open_files)));
    };
    EXPECT_EQ(get(big).status, 200);
    const std::size_t before = descriptors();
    std::vector<std::unique_ptr<RawConnection>> readers;
    for (int n = 0; n < 50; ++n) {
        readers.push_back(std::make_unique<RawConnection>(address(), 4'096));
        readers.back()->send(line(big));
        ASSERT_TRUE(readers.back()->read_some(100));
    }
    // Two ends of a connection each, and no file beside the one that all of them read.
    EXPECT_LE(descriptors(), before + 2 * readers.size());
}

TEST_F(Server, MakesOnceWhatManyAskForAtOnce) {
    publish(2, 1'000'000);
    start();
    std::vector<std::jthread> crowd;
    crowd.reserve(32);
    for (int n = 0; n < 32; ++n) crowd.emplace_back([this] { EXPECT_EQ(get(feed).status, 200); });
    crowd.clear();
    EXPECT_NE(RawConnection(admin_address()).get("/metrics").body.find("masthead_renders_total 1\n"),
              std::string::npos);
}

}  // namespace
}  // namespace masthead::tests
