#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"

namespace masthead::feeds {
namespace {

Document read(std::string_view text) { return *parse(text, {"https://tide.example/feed", "", ""}, {}); }

TEST(FeedLinks, KeepsAllThatADocumentGivesInOrder) {
    const auto document = read(
        "<feed xmlns='http://www.w3.org/2005/Atom'><link href='/'/><link rel='self' href='feed'/>"
        "<entry><link href='/1' type='text/html' title='One' hreflang='nl'/>"
        "<link rel='http://www.iana.org/assignments/relation/related' href='/2'/>"
        "<link rel='enclosure' href='/1.mp3' type='audio/mpeg' length='9000'/><link rel='via'/></entry></feed>");
    EXPECT_EQ(document.publication.links, (std::vector<Link>{{"alternate", "https://tide.example/", {}, {}, {}, {}},
                                                             {"self", "https://tide.example/feed", {}, {}, {}, {}}}));
    EXPECT_EQ(document.entries[0].links,
              (std::vector<Link>{{"alternate", "https://tide.example/1", "text/html", "One", "nl", {}},
                                 {"related", "https://tide.example/2", {}, {}, {}, {}},
                                 {"enclosure", "https://tide.example/1.mp3", "audio/mpeg", {}, {}, 9000},
                                 {"via", "", {}, {}, {}, {}}}));
}

TEST(FeedLinks, PrefersPagesForPeople) {
    const auto document = read(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry>"
        "<link type='application/json' href='/1.json'/><link type='application/xhtml+xml' href='/1'/>"
        "<link rel='replies' type='application/atom+xml' href='/1/replies.atom'/><link rel='replies' "
        "href='/1/replies'/>"
        "</entry></feed>");
    EXPECT_EQ(document.entries[0].url, "https://tide.example/1");
    EXPECT_EQ(document.entries[0].comments_url, "https://tide.example/1/replies");
}

TEST(FeedLinks, ReadsAnAddressBetweenTheTags) {
    const auto document =
        read("<feed xmlns='http://www.w3.org/2005/Atom'><link>https://tide.example/home</link></feed>");
    EXPECT_EQ(document.publication.url, "https://tide.example/home");
}

TEST(OriginalFeed, IsTheSourceOfAnEntryOfAtom) {
    const auto document = read(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Planet</title><author><name>Ine Dorst</name></author>"
        "<entry><source xml:base='https://quay.example/'><title>Quay</title><id>tag:quay.example,2025:feed</id>"
        "<link href='home'/><rights>Ask first</rights><updated>2025-03-01T10:00:00Z</updated>"
        "<icon>icon.png</icon><author><name>Ada Wick</name></author></source></entry>"
        "<entry><author><name>Bo Ek</name></author><source><author><name>Ada Wick</name></author></source></entry>"
        "<entry><source/></entry></feed>");
    const auto& original = document.entries[0].original;
    ASSERT_TRUE(original);
    EXPECT_EQ(original->publication.title, "Quay");
    EXPECT_EQ(original->publication.id, "tag:quay.example,2025:feed");
    EXPECT_EQ(original->publication.url, "https://quay.example/home");
    EXPECT_EQ(original->publication.icon, "https://quay.example/icon.png");
    EXPECT_EQ(original->publication.rights, "Ask first");
    ASSERT_EQ(original->people.size(), 1U);
    EXPECT_EQ(original->people[0].person.name, "Ada Wick");
    EXPECT_EQ(document.entries[0].credits, original->people) << "an entry that names nobody is by its source's author";
    ASSERT_EQ(document.entries[1].credits.size(), 1U);
    EXPECT_EQ(document.entries[1].credits[0].person.name, "Bo Ek");
    EXPECT_FALSE(document.entries[2].original);
}

TEST(OriginalFeed, IsTheSourceOfAnItemOfRss) {
    const auto document = read(
        "<rss version='2.0'><channel><item><source "
        "url='https://quay.example/rss'>Quay</source></item></channel></rss>");
    ASSERT_TRUE(document.entries[0].original);
    EXPECT_EQ(document.entries[0].original->publication.title, "Quay");
    EXPECT_EQ(document.entries[0].original->publication.self_url, "https://quay.example/rss");
}

TEST(Publication, HasTheDatesThatItsFeedGives) {
    const auto document = read(
        "<rss version='2.0'><channel><pubDate>Wed, 05 Mar 2025 10:00:00 GMT</pubDate>"
        "<lastBuildDate>Thu, 06 Mar 2025 10:00:00 GMT</lastBuildDate></channel></rss>");
    using namespace std::chrono;
    EXPECT_EQ(document.publication.published, Time(sys_days(2025y / 3 / 5) + 10h));
    EXPECT_EQ(document.publication.updated, Time(sys_days(2025y / 3 / 6) + 10h));
}

}  // namespace
}  // namespace masthead::feeds
