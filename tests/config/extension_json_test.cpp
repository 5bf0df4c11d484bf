#include "config/extension_json.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace masthead::config {
namespace {

namespace json = boost::json;
using Elements = std::vector<feeds::ExtensionElement>;

constexpr auto itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
constexpr auto podcast = "https://podcastindex.org/namespace/1.0";
constexpr auto chapters = "http://podlove.org/simple-chapters";

TEST(ExtensionJson, NamesWhatItunesAndPodcastSayOfAShow) {
    const Elements elements = {
        {itunes, "author", {}, "The Tide", 0},
        {itunes, "keywords", {}, "sea, moon,sea", 0},
        {itunes, "block", {}, "Yes", 0},
        {itunes, "owner", {}, "", 0},
        {itunes, "name", {}, "Ada Wick", 1},
        {itunes, "email", {}, "ada@tide.example", 1},
        {podcast, "locked", {{"owner", "ada@tide.example"}}, "no", 0},
        {podcast, "funding", {{"url", "https://tide.example/give"}}, "Give", 0},
        {podcast, "trailer", {{"url", "https://tide.example/t.mp3"}, {"length", "12"}, {"season", "2"}}, "Soon", 0}};
    json::object feed;
    set_feed_extensions(feed, elements);
    EXPECT_EQ(feed, json::parse(R"({"itunes_author": "The Tide", "keywords": ["sea", "moon"], "block": true,
        "owner": {"name": "Ada Wick", "email": "ada@tide.example"},
        "funding": [{"url": "https://tide.example/give", "text": "Give"}],
        "trailers": [{"url": "https://tide.example/t.mp3", "length": 12, "season": 2, "title": "Soon"}],
        "locked": {"value": false, "owner": "ada@tide.example"}})"));
}

TEST(ExtensionJson, NamesChaptersAndPlacesOfAnEntry) {
    const Elements elements = {
        {podcast, "location", {{"geo", "geo:51.9,4.4"}, {"osm", "R1411101"}}, "Harbour", 0},
        {chapters, "chapters", {{"version", "1.2"}}, "", 0},
        {chapters, "chapter", {{"start", "00:00:00"}, {"title", "Low water"}}, "", 1},
        {chapters, "chapter", {{"start", "1:02:03.5"}, {"title", "High water"}}, "", 1},
        {"http://purl.org/syndication/thread/1.0", "in-reply-to", {{"ref", "tag:tide.example,2025:1"}}, "", 0}};
    json::object entry;
    set_entry_extensions(entry, elements);
    EXPECT_EQ(entry, json::parse(R"({"locations": [{"name": "Harbour", "geo": "geo:51.9,4.4", "osm": "R1411101"}],
        "inline_chapters": [{"title": "Low water", "start": 0E0}, {"title": "High water", "start": 3.7235E3}],
        "in_reply_to": "tag:tide.example,2025:1"})"));
}

TEST(ExtensionJson, SaysNothingOfNothing) {
    json::object entry;
    set_entry_extensions(entry, {{"https://other.example/", "author", {}, "x", 0}});
    EXPECT_TRUE(entry.empty());
}

}  // namespace
}  // namespace masthead::config
