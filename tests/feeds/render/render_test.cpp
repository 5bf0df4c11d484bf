#include "feeds/render/render.hpp"

#include <string>
#include <vector>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "feeds/people/platforms.hpp"
#include "tests/feeds/render/sample.hpp"

namespace masthead::feeds {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::vector<Format> all_formats = {Format::rss, Format::atom, Format::json, Format::html, Format::opml};
const std::vector<Format> feed_formats = {Format::rss, Format::atom, Format::json};

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t out = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++out;
    return out;
}

TEST(Render, GivesTheSameBytesForTheSamePage) {
    for (const Format format : all_formats)
        EXPECT_EQ(render(tests::rich_page(), format), render(tests::rich_page(), format));
}

TEST(Render, NamesThePageItself) {
    EXPECT_THAT(render(tests::rich_page(), Format::rss),
                HasSubstr("<atom:link rel=\"self\" href=\"https://feeds.example/feeds/all.rss\""));
    EXPECT_THAT(render(tests::rich_page(), Format::atom),
                HasSubstr("<link rel=\"self\" href=\"https://feeds.example/feeds/all.atom\""));
    EXPECT_THAT(render(tests::rich_page(), Format::json),
                HasSubstr("\"feed_url\":\"https://feeds.example/feeds/all.json\""));
}

TEST(Render, LinksArchivesAsRfc5005Says) {
    Page page = tests::rich_page();
    EXPECT_THAT(render(page, Format::atom),
                HasSubstr("<link rel=\"prev-archive\" href=\"https://feeds.example/feeds/all/archive/3.atom\""));
    EXPECT_THAT(render(page, Format::atom), Not(HasSubstr("<fh:archive/>")));
    page.archive = 3;
    page.prev_archive.reset();
    for (const Format format : {Format::rss, Format::atom}) {
        const std::string text = render(page, format);
        EXPECT_THAT(text, HasSubstr("<fh:archive/>"));
        EXPECT_THAT(text, HasSubstr("rel=\"current\" href=\"https://feeds.example/feeds/all." +
                                    std::string(format == Format::rss ? "rss" : "atom") + "\""));
        EXPECT_THAT(text, Not(HasSubstr("prev-archive")));
    }
}

TEST(Render, LeadsPeopleToOlderPosts) {
    Page page = tests::rich_page();
    const std::string older = "<a href=\"https://feeds.example/feeds/all/archive/3\">Older posts</a>";
    const std::string newest = "<a href=\"https://feeds.example/feeds/all\">Newest posts</a>";
    EXPECT_THAT(render(page, Format::html), AllOf(HasSubstr(older), Not(HasSubstr(newest))));
    page.archive = 4;
    EXPECT_THAT(render(page, Format::html),
                AllOf(HasSubstr(older), HasSubstr(newest), HasSubstr(" \u00B7 Archive 4 \u00B7 "),
                      HasSubstr("<link rel=\"canonical\" href=\"https://feeds.example/feeds/all/archive/4\""),
                      HasSubstr("href=\"https://feeds.example/feeds/all.rss\"")));
    page.prev_archive.reset();
    EXPECT_THAT(render(page, Format::html), AllOf(Not(HasSubstr("Older posts")), HasSubstr(newest)));
    page.archive.reset();
    EXPECT_THAT(render(page, Format::html), Not(HasSubstr("class=\"pager\"")));
}

TEST(Render, CarriesEachAuthorInEveryFormat) {
    const Page page = tests::rich_page();
    for (const Format format : {Format::rss, Format::atom, Format::json}) {
        const std::string text = render(page, format);
        for (const Author& author : page.authors) {
            EXPECT_THAT(text, HasSubstr(author.name));
            EXPECT_THAT(text, HasSubstr(author.profiles[0].url)) << author.name;
            EXPECT_THAT(text, HasSubstr(author.slug)) << "the Byline id";
        }
        EXPECT_THAT(text, HasSubstr("https://feeds.example/avatars/1f2e.png"));
        EXPECT_THAT(text, HasSubstr("professor of public law at the University of Harrowgate"));
        EXPECT_THAT(text, HasSubstr("Ines Okafor")) << "who is nobody's author stays a name";
    }
}

TEST(Render, UsesSlugsAsBylineIds) {
    const std::string rss = render(tests::rich_page(), Format::rss);
    EXPECT_EQ(count(rss, "<byline:person id=\"orla-bexley\">"), 1U);
    EXPECT_EQ(count(rss, "<byline:author ref=\"orla-bexley\"/>"), 2U);
    EXPECT_EQ(count(rss, "<byline:author ref=\"tomas-quill\"/>"), 2U) << "not as the post's editor";
    const auto json = boost::json::parse(render(tests::rich_page(), Format::json));
    EXPECT_EQ(json.at_pointer("/_byline/contributors/0/id").as_string(), "orla-bexley");
    EXPECT_EQ(json.at_pointer("/items/1/_byline/author/0").as_string(), "orla-bexley");
}

TEST(Render, NamesWhomNobodyFollowsInlineInTheByline) {
    Page page = tests::rich_page();
    Entry& own = page.entries[2].stored.entry;
    ASSERT_EQ(own.credits[1].person.name, "Ines Okafor");
    own.credits[1].person.bio = "Ines Okafor is a hydrographer.";
    own.credits[1].person.profiles = {{"bluesky", "ines.example", "https://bsky.app/profile/ines.example"}};
    for (const Format format : {Format::rss, Format::atom}) {
        const std::string xml = render(page, format);
        EXPECT_THAT(xml, HasSubstr("<byline:name>Ines Okafor</byline:name>"));
        EXPECT_THAT(xml, HasSubstr("<byline:context>Ines Okafor is a hydrographer.</byline:context>"));
        EXPECT_THAT(xml, HasSubstr("<byline:profile href=\"https://bsky.app/profile/ines.example\" rel=\"bluesky\"/>"));
    }
    const auto json = boost::json::parse(render(page, Format::json));
    const auto& person = json.at_pointer("/items/2/_byline/author/1");
    EXPECT_EQ(person.at("name").as_string(), "Ines Okafor");
    EXPECT_EQ(person.at("context").as_string(), "Ines Okafor is a hydrographer.");
    EXPECT_EQ(person.at_pointer("/profiles/0/href").as_string(), "https://bsky.app/profile/ines.example");
    EXPECT_THAT(render(page, Format::html), HasSubstr("Ines Okafor"));
}

TEST(Render, KeepsGuestsAndEditorsInJsonFeed) {
    const auto json = boost::json::parse(render(tests::rich_page(), Format::json));
    const auto& guest = json.at_pointer("/items/1/_masthead/contributors/0");
    EXPECT_EQ(guest.at("name").as_string(), "Paul Reith");
    EXPECT_EQ(guest.at("role").as_string(), "guest");
    EXPECT_EQ(json.at_pointer("/items/2/_masthead/contributors/0/role").as_string(), "editor");
}

TEST(Render, GivesReadersOfJsonFeed10TheFirstAuthor) {
    const auto feed = boost::json::parse(render(tests::rich_page(), Format::json)).as_object();
    for (const auto& item : feed.at("items").as_array()) {
        const auto& object = item.as_object();
        if (object.contains("authors")) {
            EXPECT_EQ(object.at("author"), object.at("authors").as_array().front());
        }
    }
    EXPECT_TRUE(feed.at("items").as_array()[0].as_object().contains("author"));
}

TEST(Render, SaysTheRolesOfAPodcastsPeople) {
    const std::string rss = render(tests::podcast_page(), Format::rss);
    EXPECT_THAT(rss, HasSubstr("<podcast:person role=\"host\" img=\"https://feeds.example/avatars/1f2e.png\" "
                               "href=\"https://bexley.example/\">Orla Bexley</podcast:person>"));
    EXPECT_THAT(rss, HasSubstr("<podcast:person role=\"guest\" group=\"cast\">Paul Reith</podcast:person>"));
    EXPECT_THAT(rss, Not(HasSubstr("<dc:creator>Paul Reith")));
}

TEST(Render, MakesAPodcastOfAPodcastPage) {
    const std::string rss = render(tests::podcast_page(), Format::rss);
    for (const char* part :
         {"<itunes:explicit>false</itunes:explicit>", "<itunes:category text=\"Society &amp; Culture\"/>",
          "<itunes:image href=\"", "<itunes:block>Yes</itunes:block>", "<podcast:locked>yes</podcast:locked>",
          "<podcast:guid>", "<itunes:author>Orla Bexley</itunes:author>", "<language>en</language>",
          "<itunes:duration>1865</itunes:duration>", "<podcast:transcript url=\"https://reading.example/12.vtt\"",
          "<podcast:chapters url=\"https://reading.example/12.json\"", R"(startTime="73" duration="30.5")",
          "<podcast:season name=\"Delay\">2</podcast:season>", "<itunes:episodeType>full</itunes:episodeType>"})
        EXPECT_THAT(rss, HasSubstr(part));
    EXPECT_EQ(count(rss, "<enclosure "), 1U);
    EXPECT_THAT(rss, HasSubstr("<podcast:source uri=\"https://media.example/12.m4a\"/>"));
}

// Apple's numbers begin with 1 and validators refuse others; the podcast namespace has the ones before.
TEST(Render, GivesAnEpisodeBeforeTheFirstItsNumber) {
    Page page = tests::podcast_page();
    page.entries[0].stored.entry.episode.number = 0;
    page.entries[0].stored.entry.episode.season = 0;
    page.entries[0].stored.entry.episode.season_name = {};
    const std::string rss = render(page, Format::rss);
    EXPECT_THAT(rss, HasSubstr("<podcast:episode>0</podcast:episode>"));
    EXPECT_THAT(rss, HasSubstr("<podcast:season>0</podcast:season>"));
    EXPECT_THAT(rss, Not(HasSubstr("<itunes:episode>0")));
    EXPECT_THAT(rss, Not(HasSubstr("<itunes:season>0")));
}

TEST(Render, TakesNoPictureForAnEpisode) {
    const Page page = tests::poor_page();
    EXPECT_EQ(count(render(page, Format::rss), "<enclosure "), 1U);
    EXPECT_THAT(render(page, Format::rss), HasSubstr("<media:content url=\"https://media.example/8.png\""));
    EXPECT_EQ(count(render(page, Format::atom), "rel=\"enclosure\""), 1U);
    EXPECT_EQ(count(render(page, Format::json), "\"attachments\""), 1U);
}

TEST(Render, TellsKindsApart) {
    EXPECT_THAT(render(tests::rich_page(), Format::rss),
                HasSubstr("<category domain=\"https://feeds.example/#kind\">newsletter</category>"));
    EXPECT_THAT(render(tests::rich_page(), Format::atom), HasSubstr("<category term=\"episode\" scheme="));
    EXPECT_THAT(render(tests::rich_page(), Format::json), HasSubstr("\"tags\":[\"post\",\"Transport\""));
    EXPECT_THAT(render(tests::rich_page(), Format::html), HasSubstr(">Newsletter</span>"));
}

TEST(Render, ListsCopiesInEveryFormat) {
    for (const Format format : {Format::rss, Format::atom, Format::json, Format::html})
        EXPECT_THAT(render(tests::rich_page(), format), HasSubstr("https://harbourpost.example/cold-start"));
}

TEST(Render, EndsAnEntryWithTheAuthorCardsUnlessSwitchedOff) {
    Page page = tests::rich_page();
    for (const Format format : feed_formats) {
        page.card = true;
        const std::string with = render(page, format);
        page.card = false;
        const std::string without = render(page, format);
        EXPECT_GT(count(with, "orla@social.example"), count(without, "orla@social.example"));
    }
}

TEST(Render, PublishesAnAddressOnlyWhereTheAuthorLetsIt) {
    Page page = tests::rich_page();
    page.authors[0].email = "orla@bexley.example";
    for (const Format format : all_formats) EXPECT_THAT(render(page, format), Not(HasSubstr("orla@bexley.example")));
    page.authors[0].email_public = true;
    EXPECT_THAT(render(page, Format::rss), HasSubstr("<author>orla@bexley.example (Orla Bexley)</author>"));
    EXPECT_THAT(render(page, Format::atom), HasSubstr("<email>orla@bexley.example</email>"));
}

TEST(Render, GivesAtomEntriesThatNameNobodyTheAuthorOfTheirSource) {
    Page page = tests::rich_page();
    page.entries[0].stored.entry.credits.clear();
    const std::string atom = render(page, Format::atom);
    const auto source = atom.find("<source>");
    EXPECT_THAT(atom.substr(source, atom.find("</source>") - source), HasSubstr("<name>Cold Start</name>"));
}

TEST(Render, LetsNoAttackOut) {
    for (const Format format : all_formats) {
        const std::string text = render(tests::hostile_page(), format);
        if (format != Format::json) {  // which holds plain texts
            EXPECT_THAT(text, Not(HasSubstr("<!--<b>")));
        }
        EXPECT_THAT(text, Not(HasSubstr("\"javascript:")));
        EXPECT_THAT(text, Not(HasSubstr("\"><script>")));
        for (const char c : text) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t');
        EXPECT_THAT(text, Not(HasSubstr("\xFF")));
        EXPECT_THAT(text, Not(HasSubstr("\x7F")));
    }
}

TEST(RenderHtml, EscapesItsStructuredData) {
    Page page = tests::hostile_page();
    page.type = Page::Type::author;
    const std::string html = render(page, Format::html);
    const auto start = html.find("<script type=\"application/ld+json\">");
    ASSERT_NE(start, std::string::npos);
    const auto end = html.find("</script>", start);
    EXPECT_THAT(html.substr(start + 1, end - start - 1), Not(HasSubstr("<")));
    EXPECT_EQ(count(html, "<script"), 1U);
}

TEST(RenderHtml, SaysWhoAPageIsOnTheAuthorsOwnPageOnly) {
    Page page = tests::rich_page();
    EXPECT_THAT(render(page, Format::html), Not(HasSubstr("rel=\"me\"")));
    page.type = Page::Type::author;
    page.path = "/authors/orla-bexley";
    page.title = "Orla Bexley";
    page.subject = page.authors[0];
    const std::string html = render(page, Format::html);
    EXPECT_THAT(html, HasSubstr("<link rel=\"me\" href=\"https://social.example/@orla\"/>"));
    EXPECT_EQ(count(html, "<h1"), 1U);
}

TEST(RenderHtml, SendsSearchEnginesToTheOriginal) {
    Page page = tests::rich_page();
    page.type = Page::Type::entry;
    page.path = "/entries/1";
    page.entries.erase(page.entries.begin(), page.entries.begin() + 2);
    const std::string html = render(page, Format::html);
    EXPECT_THAT(html,
                HasSubstr("<link rel=\"canonical\" href=\"https://meridian.example/2024/the-price-of-a-ferry\"/>"));
    EXPECT_THAT(html, HasSubstr("<h3>Who decided</h3>")) << "headings go down below the page's own";
}

TEST(RenderHtml, StaysLightHoweverLongTheFeedIs) {
    Page page = tests::rich_page();
    while (page.entries.size() < 100) page.entries.push_back(page.entries[page.entries.size() % 3]);
    EXPECT_LT(render(page, Format::html).size(), 60U * 1024);
}

TEST(RenderHtml, NeedsNoScriptAndNoStyleOfItsOwn) {
    const std::string html = render(tests::rich_page(), Format::html);
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("<style")));
    EXPECT_THAT(html, Not(HasSubstr(" style=")));
    EXPECT_THAT(html, HasSubstr("href=\"https://feeds.example" + style_sheet_path() + "\""));
}

TEST(RenderOpml, ListsFeedsByTheirRss) {
    Page page = tests::rich_page();
    page.type = Page::Type::site;
    page.path = "/";
    page.feeds = {{"/feeds/all", "Everything", "All of it", false}};
    EXPECT_THAT(render(page, Format::opml),
                HasSubstr("<outline type=\"rss\" text=\"Everything\" title=\"Everything\" description=\"All of it\" "
                          "version=\"RSS2\" xmlUrl=\"https://feeds.example/feeds/all.rss\" "
                          "htmlUrl=\"https://feeds.example/feeds/all\"/>"));
}

TEST(StyleSheetPath, HoldsAHashOfTheSheet) {
    EXPECT_EQ(style_sheet_path(), style_sheet_path());
    EXPECT_EQ(style_sheet_path().rfind("/style-", 0), 0U);
}

}  // namespace
}  // namespace masthead::feeds
