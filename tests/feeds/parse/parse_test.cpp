#include "feeds/parse/parse.hpp"

#include <gtest/gtest.h>

#include "feeds/parse/sniff.hpp"

namespace masthead::feeds {
namespace {

using namespace std::string_literals;

Result<Document, ParseError> read(std::string_view text, const Limits& limits = {}) {
    return parse(text, {"https://a.example/feed", "", ""}, limits);
}

struct SniffCase {
    std::string bytes;
    DocumentKind expected;
};

class Sniff : public testing::TestWithParam<SniffCase> {};

TEST_P(Sniff, JudgesByTheFirstElement) { EXPECT_EQ(sniff(GetParam().bytes), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Documents, Sniff,
                         testing::Values(SniffCase{" \n<rss version='2.0'>", DocumentKind::rss},
                                         SniffCase{"<?xml version='1.0'?><!-- x --><r:RDF", DocumentKind::rss},
                                         SniffCase{"\xEF\xBB\xBF<a:feed>", DocumentKind::atom},
                                         SniffCase{"\xFF\xFE<\0f\0e\0e\0d\0>\0"s, DocumentKind::atom},
                                         SniffCase{"<!DOCTYPE rss [<!ENTITY a '>'>]><rss>", DocumentKind::rss},
                                         SniffCase{"<!DOCTYPE html><p>", DocumentKind::html},
                                         SniffCase{"<b>Warning</b>: x<rss>", DocumentKind::rss},
                                         SniffCase{" {\"version\": 1}", DocumentKind::json},
                                         SniffCase{"<opml>", DocumentKind::opml},
                                         SniffCase{"%PDF-1.7", DocumentKind::other},
                                         SniffCase{"", DocumentKind::other}));

TEST(Parse, RefusesWhatIsNoFeed) {
    for (const char* text : {"", "plain words", "%PDF-1.7 \x01\x02", "{}", "{\"a\": 1}", "[1, 2]"}) {
        const auto document = read(text);
        ASSERT_FALSE(document.has_value()) << text;
        EXPECT_EQ(document.error().code, ParseError::Code::not_a_feed) << text;
    }
}

TEST(Parse, RefusesMoreThanTheLimits) {
    Limits limits;
    limits.entries = 1;
    EXPECT_EQ(read("<rss><channel><item/><item/></channel></rss>", limits).error().code, ParseError::Code::too_many);
    EXPECT_EQ(read("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{},{}]}", limits).error().code,
              ParseError::Code::too_many);
    limits.nodes = 8;
    EXPECT_EQ(read("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[1,2,3,4,5,6]}", limits).error().code,
              ParseError::Code::too_many);
    limits.bytes = 8;
    EXPECT_EQ(read("<rss><channel/></rss>", limits).error().code, ParseError::Code::too_large);
}

TEST(Parse, RefusesJsonThatIsNestedTooDeepOrNotWhole) {
    EXPECT_EQ(read(std::string(1'000'000, '[')).error().code, ParseError::Code::too_deep);
    EXPECT_EQ(read("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1").error().code,
              ParseError::Code::malformed);
}

TEST(Parse, TakesWrongTypesInJsonForNothing) {
    const auto document = read(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":[1],\"authors\":7,\"items\":[3,{\"id\":{},"
        "\"tags\":\"one\",\"attachments\":[{\"url\":\"https://a.example/1\",\"size_in_bytes\":-5,"
        "\"duration_in_seconds\":1e999}]}]} trailing");
    ASSERT_TRUE(document.has_value());
    ASSERT_EQ(document->entries.size(), 1u);
    EXPECT_EQ(document->entries[0].categories, std::vector<std::string>{"one"});
    EXPECT_EQ(document->entries[0].enclosures[0].bytes, std::nullopt);
}

TEST(Parse, LeavesHtmlAsItIsForWhoAsks) {
    constexpr std::string_view feed =
        "<rss><channel><item><description>&lt;p onclick='x()'&gt;Hills&lt;/p&gt;</description></item></channel></rss>";
    const auto safe = parse(feed, {}, {});
    const auto given = parse(feed, {}, {}, HtmlHandling::as_given);
    ASSERT_TRUE(safe.has_value() && given.has_value());
    EXPECT_EQ(safe->entries.at(0).summary, "<p>Hills</p>");
    EXPECT_EQ(given->entries.at(0).summary, "<p onclick='x()'>Hills</p>");
}

TEST(InheritCredits, GivesEntriesWithoutCreditsThoseOfTheFeedButItsGuests) {
    auto document = *read(
        "<rss xmlns:podcast='https://podcastindex.org/namespace/1.0'><channel><podcast:person>Ada Wick</podcast:person>"
        "<podcast:person role='guest'>Bo Ek</podcast:person><item/><item><podcast:person>Cy Orr</podcast:person></item>"
        "</channel></rss>");
    inherit_credits(document);
    ASSERT_EQ(document.entries[0].credits.size(), 1u);
    EXPECT_EQ(document.entries[0].credits[0].person.name, "Ada Wick");
    ASSERT_EQ(document.entries[1].credits.size(), 1u);
    EXPECT_EQ(document.entries[1].credits[0].person.name, "Cy Orr");
}

// What the link that unsubscribes holds names the reader in the item's own address, too.
TEST(Parse, TakesTheReadersMarkOutOfAnEntrysOwnAddress) {
    const std::string feed =
        "<rss version='2.0'><channel><title>Tide</title><item><title>On silt</title><guid>1</guid>"
        "<link>https://tide.example/p/on-silt?page=2&amp;sub=9f3k2</link><description>&lt;p&gt;Silt. &lt;a "
        "href='https://tide.example/unsubscribe?sub=9f3k2'&gt;Unsubscribe&lt;/a&gt;&lt;/p&gt;</description>"
        "</item><item><title>On mud</title><guid>2</guid><link>https://tide.example/p/on-mud?sub=9f3k2</link>"
        "<description>Mud.</description></item></channel></rss>";
    const auto document = parse(feed, {"https://tide.example/feed", "application/rss+xml", ""}, Limits{}).value();
    ASSERT_EQ(document.entries.size(), 2U);
    EXPECT_EQ(document.entries[0].url, "https://tide.example/p/on-silt?page=2");
    for (const auto& link : document.entries[0].links) EXPECT_EQ(link.url.find("9f3k2"), std::string::npos);
    EXPECT_EQ(document.entries[1].url, "https://tide.example/p/on-mud?sub=9f3k2") << "nothing there says what it is";
}

}  // namespace
}  // namespace masthead::feeds
