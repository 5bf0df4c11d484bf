#include "feeds/parse/feed_values.hpp"

#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"

namespace masthead::feeds {
namespace {

Document read(std::string_view text) { return *parse(text, {"https://tide.example/feed", "", ""}, {}); }

TEST(PlainLine, KeepsTheMarksThatHoldMixedDirectionsTogether) {
    EXPECT_EQ(plain_line("שלום (C++\xE2\x80\x8E)"), "שלום (C++\xE2\x80\x8E)");
    EXPECT_EQ(plain_line("a\xE2\x80\xAE"
                         "b"),
              "ab")
        << "an override turns what follows around";
}

TEST(PageAddress, StaysAsItIsWrittenWhenNobodySaysWhereTheDocumentIsFrom) {
    EXPECT_EQ(page_address("", "/essays/1"), "/essays/1");
    EXPECT_EQ(page_address("", "java script"), "");
    EXPECT_EQ(page_address("", "javascript:alert(1)"), "");
    EXPECT_EQ(page_address("https://tide.example/feed", " /essays/1 "), "https://tide.example/essays/1");
}

TEST(Title, HasAFragmentOnlyWhenItLeadsSomewhereOrShowsSomething) {
    const auto document = read(
        "<rss version='2.0'><channel><title>The &lt;i&gt;Tide&lt;/i&gt;</title><item>"
        "<title>Read &lt;a href='/1' onclick='x()'&gt;this&lt;/a&gt;</title></item></channel></rss>");
    EXPECT_EQ(document.publication.title, "The Tide");
    EXPECT_EQ(document.publication.title_html, "");
    EXPECT_EQ(document.entries[0].title, "Read this");
    EXPECT_EQ(document.entries[0].title_html, "Read <a href=\"https://tide.example/1\">this</a>");
}

TEST(Tags, AreCategoriesOfOneList) {
    const auto document =
        read("<rss version='2.0'><channel><item><tags>tides, harbours,,weirs</tags></item></channel></rss>");
    EXPECT_EQ(document.entries[0].categories, (std::vector<std::string>{"tides", "harbours", "weirs"}));
}

TEST(AtomId, IsResolvedOnlyWhenItIsAPath) {
    const auto document = read(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://quay.example/'><id>feeds/all</id>"
        "<entry><id>tag:quay.example,2025:1</id></entry><entry><id>essay-1</id></entry>"
        "<entry><id>essays/1</id></entry></feed>");
    EXPECT_EQ(document.publication.id, "https://quay.example/feeds/all");
    EXPECT_EQ(document.entries[0].guid, "tag:quay.example,2025:1");
    EXPECT_EQ(document.entries[1].guid, "essay-1") << "a name of its own, no path";
    EXPECT_EQ(document.entries[2].guid, "https://quay.example/essays/1");
}

TEST(AtomContent, OfAnotherTypeIsReadFromBase64OnlyWhenItIsTextInBase64) {
    const auto content = [](std::string_view type, std::string_view text) {
        const auto document = read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='" +
                                   std::string(type) + "'>" + std::string(text) + "</content></entry></feed>");
        return document.entries[0].content;
    };
    EXPECT_EQ(content("application/octet-stream", "VGlkZXMgYW5kIHdlaXJz"), "Tides and weirs");
    EXPECT_EQ(content("application/octet-stream", "Tides, and weirs!"), "Tides, and weirs!");
    EXPECT_EQ(content("application/x-tides", "/////w=="), "/////w==") << "its bytes are no text";
}

TEST(ContentLocation, IsTheBaseOnlyWhenItIsAnAddressOfTheWeb) {
    const std::string_view text = "<feed xmlns='http://www.w3.org/2005/Atom'><link href='a'/></feed>";
    const auto with = [&](const char* located) {
        return parse(text, {"https://tide.example/feed", "", located}, {})->publication.url;
    };
    EXPECT_EQ(with("/archive/feed"), "https://tide.example/archive/a");
    EXPECT_EQ(with("mailto:ada@tide.example"), "https://tide.example/a");
}

TEST(Duration, OfTheItemOutranksThatOfOneOfItsFiles) {
    const auto document = read(
        "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/' "
        "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><item>"
        "<media:content url='https://tide.example/1.mp3' type='audio/mpeg' duration='10'/>"
        "<itunes:duration>20:00</itunes:duration></item></channel></rss>");
    ASSERT_EQ(document.entries[0].enclosures.size(), 1U);
    EXPECT_EQ(document.entries[0].enclosures[0].duration, std::chrono::seconds(1200));
}

TEST(JsonFeed, IsReadWhateverTheCaseOfItsNames) {
    const auto document = read(R"({"VERSION": "https://jsonfeed.org/version/1", "Title": "Tide",
                                   "items": [{"ID": "1", "content_HTML": "<p>Low</p>"}]})");
    EXPECT_EQ(document.publication.title, "Tide");
    EXPECT_EQ(document.entries[0].content, "<p>Low</p>");
    EXPECT_FALSE(document.notes.empty()) << "that it was mended is said";
}

TEST(EntryImage, IsTheFirstPictureOfATextThatNamesNone) {
    const auto image = [](std::string_view item) {
        return read("<rss version='2.0'><channel><item>" + std::string(item) + "</item></channel></rss>")
            .entries[0]
            .image;
    };
    const std::string text =
        "<description>&lt;img src='/smile.png' width='16'&gt;&lt;img src='/weir.jpg'&gt;</description>";
    EXPECT_EQ(image(text), "https://tide.example/weir.jpg");
    EXPECT_EQ(image(text + "<enclosure url='/1.mp3' type='audio/mpeg' length='9'/>"), "") << "it would hide the cover";
}

TEST(EntryImage, IsTheCoverThatPodcastAppsShow) {
    const auto document = read(
        "<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
        " xmlns:media='http://search.yahoo.com/mrss/'><channel>"
        "<item><media:thumbnail url='/small.jpg'/><itunes:image href='/cover.jpg'/></item>"
        "<item><media:thumbnail url='/small.jpg'/></item></channel></rss>");
    EXPECT_EQ(document.entries[0].image, "https://tide.example/cover.jpg");
    EXPECT_TRUE(document.entries[0].episode.has_cover);
    EXPECT_EQ(document.entries[1].image, "https://tide.example/small.jpg");
    EXPECT_FALSE(document.entries[1].episode.has_cover);
}

}  // namespace
}  // namespace masthead::feeds
