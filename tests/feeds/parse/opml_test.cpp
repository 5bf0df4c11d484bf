#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"

namespace masthead::feeds {
namespace {

TEST(Opml, NamesItsFeedsHoweverDeepInTheirOrder) {
    const auto document = parse(
        "<?xml version='1.0'?><opml version='1.0'><head><title>My list</title></head><body><outline text='News'>"
        "<outline type='rss' text='Tide' xmlUrl='https://tide.example/feed' htmlUrl='https://tide.example/'/>"
        "<outline text='More'><outline title='Quay &amp;amp; Co' text='x' xmlUrl='/quay'/></outline></outline>"
        "<outline xmlUrl='javascript:1'/><outline xmlUrl='https://tide.example/feed'/></body></opml>",
        {"https://lists.example/mine.opml", "", ""}, {});
    ASSERT_TRUE(document);
    EXPECT_EQ(document->format, DocumentFormat::opml);
    EXPECT_EQ(document->publication.title, "My list");
    EXPECT_EQ(document->feeds,
              (std::vector<FeedLink>{{"https://tide.example/feed", "rss", "Tide", FeedLink::Found::outline},
                                     {"https://lists.example/quay", "", "Quay & Co", FeedLink::Found::outline}}));
    EXPECT_TRUE(document->entries.empty());
}

TEST(Opml, OfMoreFeedsThanTheLimitIsRefused) {
    Limits limits;
    limits.entries = 1;
    const auto document = parse(
        "<opml version='2.0'><body><outline xmlUrl='https://a.example/'/><outline xmlUrl='https://b.example/'/></body>"
        "</opml>",
        {}, limits);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ParseError::Code::too_many);
}

}  // namespace
}  // namespace masthead::feeds
