#include "feeds/parse/h_feed.hpp"

#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"

namespace masthead::feeds {
namespace {

Document read(std::string_view body) {
    return *parse("<!doctype html><html lang=en><title>Notes</title><body>" + std::string(body),
                  {"https://ada.example/notes", "text/html", ""}, {});
}

TEST(HFeed, GivesWholeEntriesWithTheirAuthors) {
    const auto document = read(
        "<main class=h-feed><h1 class=p-name>Notes</h1><article class=h-entry><h2 class=p-name><a class=u-url "
        "href=/n/1>Low water</a></h2><time class=dt-published datetime=2024-05-01T10:00:00Z>May 1</time>"
        "<a class='p-author h-card' href=https://bo.example/><img class=u-photo src=/bo.png alt=''>Bo Ek</a>"
        "<div class=e-content onclick=x><p>At <b>dawn</b>.<script>x</script></p></div><p class=p-summary>Short</p>"
        "<a class=p-category>tides</a><audio class=u-audio src=/1.mp3 type=audio/mpeg></audio></article>"
        "<article class=h-entry><a class=u-url href=/n/2></a><div class=e-content>A note</div></article></main>");
    ASSERT_EQ(document.entries.size(), 2U);
    const Entry& entry = document.entries[0];
    EXPECT_EQ(entry.title, "Low water");
    EXPECT_EQ(entry.url, "https://ada.example/n/1");
    EXPECT_EQ(entry.content, "<p>At <b>dawn</b>.</p>");
    EXPECT_EQ(entry.summary, "Short");
    EXPECT_EQ(entry.categories, std::vector<std::string>{"tides"});
    ASSERT_TRUE(entry.published);
    ASSERT_EQ(entry.enclosures.size(), 1U);
    EXPECT_EQ(entry.enclosures[0].url, "https://ada.example/1.mp3");
    ASSERT_EQ(entry.credits.size(), 1U);
    EXPECT_EQ(entry.credits[0].person.name, "Bo Ek");
    EXPECT_EQ(entry.credits[0].person.url, "https://bo.example/");
    EXPECT_EQ(entry.credits[0].person.avatar, "https://ada.example/bo.png");
    EXPECT_EQ(document.entries[1].title, "");
    EXPECT_EQ(document.entries[1].content, "A note");
}

TEST(HFeed, LeavesWhatIsNestedToWhatItIsNestedIn) {
    const auto document = read(
        "<div class=h-feed><div class=h-entry><p class=p-name>Reply</p><blockquote class='u-in-reply-to h-cite'>"
        "<a class=u-url href=https://cy.example/>Theirs</a><p class=p-name>Theirs</p></blockquote>"
        "<a class=u-url href=/n/3>3</a></div></div>");
    ASSERT_EQ(document.entries.size(), 1U);
    EXPECT_EQ(document.entries[0].title, "Reply");
    EXPECT_EQ(document.entries[0].url, "https://ada.example/n/3");
}

TEST(HFeed, IsNoSingleEntry) {
    const auto document = read(
        "<article class=h-entry><h1 class=p-name>One</h1><div class=e-content><p>A piece that stands by itself on its "
        "page, with enough of a text to be one, and a second sentence after the first.</p></div></article>");
    EXPECT_EQ(document.format, DocumentFormat::article);
}

}  // namespace
}  // namespace masthead::feeds
