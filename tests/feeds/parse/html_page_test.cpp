#include "feeds/parse/html_page.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <boost/json.hpp>
#include <fmt/core.h>
#include <gtest/gtest.h>

#include "feeds/text/date.hpp"
#include "feeds/text/sanitise.hpp"
#include "tests/support/paths.hpp"

namespace masthead::feeds {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

std::string content_of(const fs::path& file) {
    std::ifstream in(file);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string text_of(const json::object& object, std::string_view member) {
    const auto* found = object.if_contains({member.data(), member.size()});
    return found == nullptr ? std::string() : std::string(found->as_string());
}

std::vector<std::string> texts_of(const json::object& object, std::string_view member) {
    std::vector<std::string> out;
    if (const auto* found = object.if_contains({member.data(), member.size()}))
        for (const auto& item : found->as_array()) out.emplace_back(item.as_string());
    return out;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

Document page_of(const std::string& html, const std::string& url) {
    return parse_html_page({html, "utf-8"}, {url, "text/html", ""}, Limits{}).value();
}

void expect_entry(const Entry& entry, const json::object& expected) {
    EXPECT_EQ(entry.title, text_of(expected, "title"));
    EXPECT_EQ(entry.url, text_of(expected, "url"));
    EXPECT_EQ(entry.published ? format_rfc3339(*entry.published) : "", text_of(expected, "published"));
    const auto expect_text = [&](const char* member, const std::string& actual) {
        if (!expected.contains(member)) return;
        EXPECT_EQ(actual, text_of(expected, member)) << member;
    };
    expect_text("updated", entry.updated ? format_rfc3339(*entry.updated) : "");
    expect_text("language", entry.language);
    expect_text("image", entry.image);
    expect_text("summary", plain_text(entry.summary));
    if (expected.contains("categories")) {
        EXPECT_EQ(entry.categories, texts_of(expected, "categories"));
    }
    for (const auto& part : texts_of(expected, "has")) EXPECT_GE(count(entry.content, part), 1U) << part;
    for (const auto& part : texts_of(expected, "once")) EXPECT_EQ(count(entry.content, part), 1U) << part;
    for (const auto& part : texts_of(expected, "has_not")) EXPECT_EQ(count(entry.content, part), 0U) << part;
}

// Each page of tests/data/pages has its expected values beside it.
TEST(ParseHtmlPage, ReadsThePagesOfTheFolder) {
    std::size_t pages = 0;
    for (const auto& item : fs::directory_iterator(tests::data_folder() / "pages")) {
        if (item.path().extension() != ".html") continue;
        SCOPED_TRACE(item.path().filename().string());
        auto beside = item.path();
        const auto expected = json::parse(content_of(beside.replace_extension(".expect.json"))).as_object();
        const Document document = page_of(content_of(item.path()), text_of(expected, "url"));
        EXPECT_EQ(document.format == DocumentFormat::article ? "article" : "listing", text_of(expected, "format"));
        if (expected.contains("site")) {
            EXPECT_EQ(document.publication.title, text_of(expected, "site"));
        }
        if (expected.contains("feeds")) {
            std::vector<std::string> feeds;
            for (const auto& feed : document.feeds) feeds.push_back(feed.url);
            EXPECT_EQ(feeds, texts_of(expected, "feeds"));
        }
        const auto& entries = expected.at("entries").as_array();
        EXPECT_EQ(document.entries.size(), entries.size());
        for (std::size_t i = 0; i < std::min(document.entries.size(), entries.size()); ++i)
            expect_entry(document.entries[i], entries[i].as_object());
        ++pages;
    }
    EXPECT_GE(pages, 6U);
}

TEST(ParseHtmlPage, KeepsOnlyTheRulesThatPartTexts) {
    const auto document = page_of(
        "<html><head><meta property='og:type' content='article'></head><body><article><h1>The weir</h1>"
        "<div class='entry-content'><hr><p>The weir at Harrowgate has been leaking since the winter of the long frost."
        "</p><hr><form><input></form><hr><p>Nobody has mended it, as nobody knows whose it is, and the parish will not "
        "ask.</p><hr><p><em>Nell Wick is a hydrologist. Twitter: @nellwick</em></p></div></article></body></html>",
        "https://weir.example/2026/10/the-weir");
    ASSERT_EQ(document.entries.size(), 1U);
    EXPECT_EQ(count(document.entries[0].content, "<hr>"), 1U) << document.entries[0].content;
    EXPECT_EQ(count(document.entries[0].content, "</p><hr><p>Nobody"), 1U) << document.entries[0].content;
}

// Headline, standfirst and text repeat one another: in the text each stands once, and the headline not at all.
TEST(ParseHtmlPage, TakesTheHeadlineOutOfTheBeginningOfTheText) {
    const auto document = page_of(
        "<meta property='og:type' content='article'><article><h1>The pier is longer than it was</h1><p "
        "class=standfirst>Nobody knows by how much.</p><div class=text><p><b>Nobody knows by how much.</b></p><p>The "
        "pier is longer than it was</p><p>The pier was measured in the spring, and again in the autumn, by an office "
        "that nobody had asked.</p><p>It was longer. The office has no name for what it found, and will measure it "
        "again.</p></div></article>",
        "https://a.example/pier");
    ASSERT_EQ(document.entries.size(), 1U);
    EXPECT_EQ(document.entries[0].title, "The pier is longer than it was");
    EXPECT_EQ(count(document.entries[0].content, "longer than it was"), 0U) << document.entries[0].content;
    EXPECT_EQ(count(document.entries[0].content, "Nobody knows"), 1U) << document.entries[0].content;
}

TEST(ParseHtmlPage, FindsTheDateInALineOfSeveralThings) {
    const auto document = page_of(
        "<html lang=fr><head><meta property='og:type' content='article'></head><body><article><h1>Le barrage</h1>"
        "<div class='infos'>Par Nelly Vic-Lambert de la Tour | Publi\u00E9 le vendredi 2 octobre 2026 \u00E0 07:00, "
        "mis \u00E0 jour le 3 octobre 2026</div><p>Le barrage fuit depuis l\u2019hiver de la grande gel\u00E9e, et "
        "personne ne sait \u00E0 qui il appartient.</p><p>Le conseil avait demand\u00E9 une expertise, qui n\u2019a "
        "rien "
        "trouv\u00E9 sur quoi se tenir.</p></article></body></html>",
        "https://weir.example/le-barrage");
    ASSERT_EQ(document.entries.size(), 1U);
    ASSERT_TRUE(document.entries[0].published.has_value());
    EXPECT_EQ(format_rfc3339(*document.entries[0].published), "2026-10-02T00:00:00Z");
}

// The second of October, wherever the list or the article prints it.
TEST(ParseHtmlPage, ReadsSlashesInADateAsThePagesLanguageDoes) {
    const auto day_of = [](std::string_view attributes, std::string_view date) {
        std::string rows;
        for (const std::string name : {"pier", "weir", "mole"})
            rows += fmt::format("<li><a href='/2026/{0}'>What the {0} remembers</a> <span class=date>{1}</span></li>",
                                name, date);
        const auto listing = page_of("<html " + std::string(attributes) + "><h1>Columns</h1><ul>" + rows + "</ul>",
                                     "https://a.example/");
        const auto article = page_of("<html " + std::string(attributes) +
                                         "><meta property='og:type' content='article'><article><h1>The pier</h1>"
                                         "<p class=date>" +
                                         std::string(date) +
                                         "</p><p>The pier was longer once, says the office that measures it, "
                                         "and nobody in the town can remember when that was.</p></article>",
                                     "https://a.example/2026/pier");
        EXPECT_EQ(listing.entries.size(), 3U);
        EXPECT_EQ(article.entries.size(), 1U);
        if (listing.entries.empty() || article.entries.empty()) return std::string();
        EXPECT_EQ(listing.entries[0].published, article.entries[0].published) << attributes;
        return listing.entries[0].published ? format_rfc3339(*listing.entries[0].published) : std::string();
    };
    EXPECT_EQ(day_of("lang=fr", "02/10/2026"), "2026-10-02T00:00:00Z");
    EXPECT_EQ(day_of("lang=en-GB", "02/10/2026"), "2026-10-02T00:00:00Z");
    EXPECT_EQ(day_of("lang=en-US", "10/02/2026"), "2026-10-02T00:00:00Z");
    EXPECT_EQ(day_of("", "10/02/2026"), "2026-10-02T00:00:00Z");
}

TEST(ParseHtmlPage, TakesARelativeDateForNoDate) {
    const auto document = page_of(
        "<h1>News of the Pier</h1><span class=date>two days ago</span><p>The pier is longer than it was, says the "
        "office "
        "that measures it.</p>",
        "https://a.example/x");
    ASSERT_EQ(document.entries.size(), 1U);
    EXPECT_EQ(document.entries[0].published, std::nullopt);
}

TEST(ParseHtmlPage, MakesAPageThatIsNeitherAListingWithoutEntries) {
    const auto document = page_of("<title>Welcome</title><p>Hello</p>", "https://a.example/");
    EXPECT_EQ(document.format, DocumentFormat::listing);
    EXPECT_TRUE(document.entries.empty());
}

TEST(ParseHtmlPage, TakesTheHeadlineOfACardThatIsOneLink) {
    std::string cards;
    for (const std::string name : {"pier", "weir", "mole"})
        cards += fmt::format(
            "<a class=card href='/2026/{0}'><span class=when>9 Nov 2026</span><span class=card__title>"
            "What the {0} remembers</span><span class=text>It was longer once.</span></a>",
            name);
    const auto document = page_of("<h1>Columns</h1><div>" + cards + "</div>", "https://a.example/columns/");
    ASSERT_EQ(document.entries.size(), 3U);
    EXPECT_EQ(document.entries[0].title, "What the pier remembers");
    EXPECT_EQ(format_rfc3339(document.entries[0].published.value()), "2026-11-09T00:00:00Z");
}

// Under each headline a theme puts little but links: who, how many comments.
TEST(ParseHtmlPage, TakesTheHeadlinesOfPiecesForNoAnnouncements) {
    std::string pieces;
    for (const std::string name : {"pier", "weir", "mole"})
        pieces += fmt::format(
            "<article><header><h2 class=entry-title><a href='/2026/{0}/'>What the {0} remembers</a></h2><div>By <a "
            "href='/author/nell-wick/'>Nell Wick</a> <span class=date>9 Nov 2026</span> <a "
            "href='/2026/{0}/#respond'>No Comments</a></div></header><p>It was longer once.</p></article>",
            name);
    const auto document = page_of(
        "<main><h1>Author: Nell Wick</h1><p>Nell Wick is a hydrologist at the University of Harrowgate, and a "
        "diver.</p><p>She has lived beside the Orme for thirty years, and in it for two.</p>" +
            pieces + "</main>",
        "https://a.example/author/nell-wick/");
    EXPECT_EQ(document.entries.size(), 3U);
}

TEST(ParseHtmlPage, LeavesTheLinkToThePieceOutOfItsSummary) {
    std::string pieces;
    for (const std::string name : {"pier", "weir", "mole"})
        pieces += fmt::format(
            "<article><h2><a href='/2026/{0}/'>What the {0} remembers</a></h2><p>It was longer once, says the {0}, and "
            "nobody asked. <a href='/2026/{0}/'>Continue reading</a></p></article>",
            name);
    const auto document = page_of("<main><h1>Columns</h1>" + pieces + "</main>", "https://a.example/columns/");
    ASSERT_EQ(document.entries.size(), 3U);
    EXPECT_EQ(document.entries[0].summary, "It was longer once, says the pier, and nobody asked.");
}

// "Law" is what the cards are about, whatever its link looks like.
TEST(ParseHtmlPage, TakesNoRubricForAPiece) {
    std::string cards;
    for (const std::string name : {"pier", "weir", "mole"})
        cards += fmt::format(
            "<div class=card><div class=meta><span>9 Nov 2026</span> | <a href='/law'>Law</a></div><h3><a "
            "href='/article/{0}/'>What the {0} remembers</a></h3><p>It was longer once, says the {0}.</p></div>",
            name);
    const auto document = page_of("<main><h1>Columns</h1>" + cards + "</main>", "https://a.example/columns/");
    ASSERT_EQ(document.entries.size(), 3U);
    EXPECT_EQ(document.entries[0].title, "What the pier remembers");
    EXPECT_EQ(format_rfc3339(document.entries[0].published.value()), "2026-11-09T00:00:00Z");
}

TEST(ParseHtmlPage, FindsTheDateBehindANameAndBeforeASentence) {
    for (const char* line : {"Nell Wick — 9 November 2026", ", 9 November 2026. The pier was longer once."}) {
        std::string rows;
        for (const std::string name : {"pier", "weir", "mole"})
            rows += fmt::format(
                "<article><h2><a href='/article/{0}/'>What the {0} remembers</a></h2><p>{1}</p></article>", name, line);
        const auto document = page_of("<h1>Columns</h1>" + rows, "https://a.example/columns/");
        ASSERT_EQ(document.entries.size(), 3U) << line;
        ASSERT_TRUE(document.entries[0].published.has_value()) << line;
        EXPECT_EQ(format_rfc3339(*document.entries[0].published), "2026-11-09T00:00:00Z") << line;
    }
}

TEST(ParseHtmlPage, SaysWhenAPageIsNotToBeIndexed) {
    EXPECT_TRUE(page_of("<meta name=robots content='NoIndex, follow'>", "https://a.example/").noindex);
    EXPECT_FALSE(page_of("<meta name=robots content=all>", "https://a.example/").noindex);
}

struct FeedCase {
    const char* html;
    const char* feed;  // empty: none
};

class FeedLinks : public testing::TestWithParam<FeedCase> {};

TEST_P(FeedLinks, FindsFeedsAndNothingElse) {
    const auto document = page_of(GetParam().html, "https://a.example/b/");
    std::string found;
    for (const auto& feed : document.feeds) found += feed.url;
    EXPECT_EQ(found, GetParam().feed) << GetParam().html;
}

INSTANTIATE_TEST_SUITE_P(
    Pages, FeedLinks,
    testing::Values(FeedCase{"<link rel=alternate type=application/atom+xml href=f>", "https://a.example/b/f"},
                    FeedCase{"<link rel='alternate' type='Application/RSS+XML; charset=utf-8' href='/r'>",
                             "https://a.example/r"},
                    FeedCase{"<link rel=alternate type=text/html hreflang=de href=/de/>", ""},
                    FeedCase{"<link rel=alternate type=application/json href=/wp-json/x>", ""},
                    FeedCase{"<link rel=alternate type=application/rss+xml href=/comments/feed/>", ""},
                    FeedCase{"<a href='feed://a.example/all.rss'>all</a>", "http://a.example/all.rss"},
                    FeedCase{"<footer><a href=/x>RSS</a></footer>", "https://a.example/x"},
                    FeedCase{"<p>Subscribe: https://a.example/feed.xml.</p>", "https://a.example/feed.xml"},
                    FeedCase{"<a href=/feeding-swans>Feeding swans</a>", ""}));

}  // namespace
}  // namespace masthead::feeds
