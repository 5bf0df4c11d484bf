#include "http/request_reader.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace masthead::http {
namespace {

using Read = feeds::Result<std::optional<Request>, int>;

/// Feeds the reader all bytes, as far as it takes them, and returns the first thing that it says.
Read read(RequestReader& reader, std::string_view bytes, std::size_t piece = 4'096) {
    for (;;) {
        auto next = reader.next();
        if (!next || *next || bytes.empty()) return next;
        const auto space = reader.space();
        const std::size_t taken = std::min({piece, space.size(), bytes.size()});
        bytes.copy(space.data(), taken);
        bytes.remove_prefix(taken);
        reader.received(taken);
    }
}

Read read(std::string_view bytes, std::size_t piece = 4'096) {
    RequestReader reader{Options{}};
    return read(reader, bytes, piece);
}

std::string with_fields(const std::string& line, const std::string& fields) {
    return line + "\r\nHost: feeds.example\r\n" + fields + "\r\n";
}

TEST(RequestReader, GivesARequestAsAValue) {
    const auto read_one = read(
        "GET /feeds/a%20b.rss?x=1 HTTP/1.1\r\nHost: feeds.example:80\r\nAccept-Encoding: gzip\r\n"
        "If-None-Match: \"a\"\r\nUser-Agent: reader\r\nIf-None-Match: \"b\"\r\n\r\n");
    ASSERT_TRUE(read_one && *read_one);
    const Request& request = **read_one;
    EXPECT_EQ(request.method, Request::Method::get);
    EXPECT_EQ(request.path, "/feeds/a b.rss");
    EXPECT_EQ(request.query, "x=1");
    EXPECT_EQ(request.host, "feeds.example:80");
    EXPECT_EQ(request.field("accept-encoding"), "gzip");
    EXPECT_EQ(request.field("if-none-match"), "\"a\", \"b\"");
    EXPECT_EQ(request.field("range"), std::nullopt);
    EXPECT_TRUE(request.keep_alive);
    EXPECT_FALSE(request.has_body);
}

TEST(RequestReader, TakesAnyCutOfTheBytes) {
    for (const std::size_t piece : {1, 2, 3, 7, 50}) {
        const auto request = read("\r\n" + with_fields("HEAD /feeds/all.rss HTTP/1.1", "Range: bytes=0-1\r\n"), piece);
        ASSERT_TRUE(request && *request) << piece;
        EXPECT_EQ((*request)->method, Request::Method::head);
        EXPECT_EQ((*request)->field("range"), "bytes=0-1");
    }
}

TEST(RequestReader, KeepsPipelinedRequestsApart) {
    RequestReader reader{Options{}};
    const std::string three =
        with_fields("GET /1 HTTP/1.1", "") + with_fields("GET /2 HTTP/1.1", "") + with_fields("GET /3 HTTP/1.1", "");
    auto request = read(reader, three);
    for (const char* path : {"/1", "/2", "/3"}) {
        ASSERT_TRUE(request && *request) << path;
        EXPECT_EQ((*request)->path, path);
        request = reader.next();
    }
    EXPECT_FALSE(*request);
    EXPECT_FALSE(reader.has_begun());
}

TEST(RequestReader, HoldsNoMoreThanAHeaderOfPipelinedRequests) {
    RequestReader reader{Options{}};
    std::size_t held = 0;
    for (int n = 0; n < 100; ++n) {
        const auto space = reader.space();
        if (space.empty()) break;
        std::fill(space.begin(), space.end(), 'x');
        reader.received(space.size());
        held += space.size();
    }
    EXPECT_LE(held, Options{}.max_header + 4'096);
}

struct RefusalCase {
    const char* name;
    std::string bytes;
    int status;
};

class RequestReaderRefusal : public testing::TestWithParam<RefusalCase> {};

TEST_P(RequestReaderRefusal, NamesTheStatus) {
    const auto read_one = read(GetParam().bytes);
    ASSERT_FALSE(read_one) << GetParam().bytes.substr(0, 60);
    EXPECT_EQ(read_one.error(), GetParam().status) << GetParam().bytes.substr(0, 60);
}

std::vector<RefusalCase> refusals() {
    const std::string get = "GET / HTTP/1.1";
    return {
        {"NoHost", get + "\r\n\r\n", 400},
        {"TwoHosts", with_fields(get, "Host: feeds.example\r\n"), 400},
        {"PathInHost", get + "\r\nHost: a/b\r\n\r\n", 400},
        {"SpaceInHost", get + "\r\nHost: a b\r\n\r\n", 400},
        {"BlankBeforeColon", with_fields(get, "X : y\r\n"), 400},
        {"Version2", with_fields("GET / HTTP/2.0", ""), 505},
        {"NoVersion", "GET /\r\n\r\n", 400},
        {"TlsHello", std::string("\x16\x03\x01\x02\x00\x01", 6), 400},
        {"SpaceInTarget", with_fields("GET /a b HTTP/1.1", ""), 400},
        {"BadEscape", with_fields("GET /%zz HTTP/1.1", ""), 400},
        {"HiddenControl", with_fields("GET /a%00 HTTP/1.1", ""), 400},
        {"Fragment", with_fields("GET /a#b HTTP/1.1", ""), 400},
        {"NoSlash", with_fields("GET feed HTTP/1.1", ""), 400},
        {"AsteriskOfGet", with_fields("GET * HTTP/1.1", ""), 400},
        {"OtherScheme", with_fields("GET ftp://a.example/ HTTP/1.1", ""), 400},
        {"LineTooLong", "GET /" + std::string(9'000, 'a'), 414},
        {"FieldsTooLong", with_fields(get, "X: " + std::string(17'000, 'a') + "\r\n"), 431},
        {"LengthAndChunked", with_fields(get, "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400},
        {"TwoLengths", with_fields(get, "Content-Length: 5\r\nContent-Length: 6\r\n"), 400},
        {"SignedLength", with_fields(get, "Content-Length: +5\r\n"), 400},
        {"UnknownTransferCoding", with_fields(get, "Transfer-Encoding: xchunked\r\n"), 501},
        {"ChunkedTwice", with_fields(get, "Transfer-Encoding: chunked, chunked\r\n"), 501},
        {"ChunkedInOldVersion", with_fields("GET / HTTP/1.0", "Transfer-Encoding: chunked\r\n"), 400},
    };
}

INSTANTIATE_TEST_SUITE_P(Requests, RequestReaderRefusal, testing::ValuesIn(refusals()),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(RequestReader, EndsTheConnectionAfterWhatItDoesNotRead) {
    const auto body = read(with_fields("GET / HTTP/1.1", "Content-Length: 5\r\n") + "HELLO");
    ASSERT_TRUE(body && *body);
    EXPECT_TRUE((*body)->has_body);
    EXPECT_FALSE((*body)->keep_alive);
    const auto chunked = read(with_fields("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "5\r\nHELLO\r\n");
    ASSERT_TRUE(chunked && *chunked);
    EXPECT_TRUE((*chunked)->has_body);
    EXPECT_FALSE((*chunked)->keep_alive);
}

TEST(RequestReader, KnowsWhenTheClientWantsToEnd) {
    EXPECT_FALSE((*read(with_fields("GET / HTTP/1.1", "Connection: close\r\n")))->keep_alive);
    EXPECT_FALSE((*read(with_fields("GET / HTTP/1.1", "Connection: foo, Close\r\n")))->keep_alive);
    EXPECT_TRUE((*read(with_fields("GET / HTTP/1.1", "Connection: closet\r\n")))->keep_alive);
    EXPECT_FALSE((*read("GET / HTTP/1.0\r\n\r\n"))->keep_alive);
}

TEST(RequestReader, TakesTheHostOfAnAbsoluteTarget) {
    const auto request = read("GET http://feeds.example/feeds/all?q HTTP/1.1\r\nHost: other.example\r\n\r\n");
    ASSERT_TRUE(request && *request);
    EXPECT_EQ((*request)->host, "feeds.example");
    EXPECT_EQ((*request)->path, "/feeds/all");
    EXPECT_EQ((*request)->query, "q");
}

TEST(RequestReader, DoesNotTakeAnEscapedSlashForASeparator) {
    EXPECT_EQ((*read(with_fields("GET /feeds%2fall HTTP/1.1", "")))->path, "/feeds%2Fall");
}

TEST(RequestReader, ReadsALineOf8000Bytes) {
    const auto request = read(with_fields("GET /" + std::string(7'980, 'a') + " HTTP/1.1", ""), 100);
    ASSERT_TRUE(request && *request);
    EXPECT_EQ((*request)->path.size(), 7'981U);
}

TEST(RequestReader, NamesMethodsThatAreKnownElsewhere) {
    EXPECT_EQ((*read(with_fields("POST / HTTP/1.1", "Content-Length: 0\r\n")))->method, Request::Method::other_known);
    EXPECT_EQ((*read(with_fields("BREW / HTTP/1.1", "")))->method, Request::Method::unknown);
    EXPECT_EQ((*read(with_fields("OPTIONS * HTTP/1.1", "")))->path, "*");
}

TEST(RequestReader, IgnoresExpectationsOfTheOldVersion) {
    EXPECT_EQ((*read("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"))->field("expect"),
              std::nullopt);
}

}  // namespace
}  // namespace masthead::http
