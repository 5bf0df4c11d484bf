#include "feeds/render/extensions.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"
#include "feeds/render/render.hpp"
#include "tests/feeds/render/sample.hpp"

namespace masthead::feeds {
namespace {

constexpr const char* podcast = "https://podcastindex.org/namespace/1.0";
constexpr const char* itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
constexpr const char* georss = "http://www.georss.org/georss";
constexpr const char* slash = "http://purl.org/rss/1.0/modules/slash/";
constexpr const char* media = "http://search.yahoo.com/mrss/";

using Elements = std::vector<ExtensionElement>;

Elements kept_value() {
    return {{podcast, "value", {{"type", "lightning"}, {"method", "keysend"}}, "", 0},
            {podcast, "valueRecipient", {{"name", "Ada & Bo"}, {"split", "90"}}, "", 1},
            {podcast, "valueRecipient", {{"name", "Cy"}, {"split", "10"}}, "", 1},
            {georss, "point", {}, "51.92 4.48", 0},
            {"https://tides.example/ns", "tide", {{"height", "1.2"}}, "low <&> calm", 0}};
}

// The elements that an episode of a page has when the page is rendered and read again.
Elements read_again(const Elements& extensions, Format format, TextPolicy policy = TextPolicy::as_given) {
    Page page = tests::podcast_page();
    page.entries.resize(1);
    page.entries[0].stored.entry.extensions = extensions;
    page.entries[0].text = policy;
    const auto document = parse(render(page, format), {"https://feeds.example/p", "", ""}, Limits{});
    Elements out;
    for (const auto& element : document->entries.at(0).extensions)
        for (const auto& given : extensions)
            if (element.uri == given.uri && element.name == given.name && element.attributes == given.attributes)
                out.push_back(element);
    return out;
}

TEST(EntryExtensions, AreReadAgainAsTheyWerePublished) {
    EXPECT_EQ(read_again({kept_value()}, Format::rss).size(), 5U);
    for (const Format format : {Format::rss, Format::atom}) {
        const auto again = read_again(kept_value(), format);
        for (const auto& element : kept_value())
            EXPECT_NE(std::find(again.begin(), again.end(), element), again.end()) << element.name;
    }
}

TEST(EntryExtensions, GiveNoLongTextBesideAnExcerpt) {
    const Elements elements = {{slash, "department", {}, std::string(240, 'x'), 0}, {slash, "comments", {}, "7", 0}};
    EXPECT_EQ(read_again(elements, Format::rss).size(), 2U);
    EXPECT_EQ(read_again(elements, Format::rss, TextPolicy::excerpt), (Elements{elements[1]}));
}

struct RuleCase {
    ExtensionElement given;
    const char* published;  // its text; null: nothing is
};

class ExtensionRule : public testing::TestWithParam<RuleCase> {};

TEST_P(ExtensionRule, LetsPassWhatValidatorsTake) {
    const auto out = publishable({GetParam().given}, ExtensionPlace::entry, 10'000);
    ASSERT_EQ(out.size(), GetParam().published ? 1U : 0U) << GetParam().given.name << " " << GetParam().given.text;
    if (!out.empty()) {
        EXPECT_EQ(out[0].text, GetParam().published);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Values, ExtensionRule,
    testing::Values(
        RuleCase{{slash, "comments", {}, "12", 0}, "12"}, RuleCase{{slash, "comments", {}, "-1", 0}, nullptr},
        RuleCase{{slash, "hit_parade", {}, "3,2,1", 0}, "3,2,1"},
        RuleCase{{georss, "point", {}, "51.9 4.5", 0}, "51.9 4.5"}, RuleCase{{georss, "point", {}, "4.5", 0}, nullptr},
        RuleCase{{georss, "point", {}, "91 4", 0}, nullptr}, RuleCase{{georss, "point", {}, "inf nan", 0}, nullptr},
        RuleCase{{georss, "polygon", {}, "1 1 1 2 2 2 1 1", 0}, "1 1 1 2 2 2 1 1"},
        RuleCase{{georss, "polygon", {}, "1 1 1 2 2 2 2 1", 0}, nullptr},
        RuleCase{{itunes, "block", {}, "YES", 0}, "yes"}, RuleCase{{itunes, "block", {}, "no", 0}, nullptr},
        RuleCase{{itunes, "subtitle", {}, "x", 0}, nullptr},
        RuleCase{{itunes, "title", {}, std::string(256, 'x'), 0}, nullptr},
        RuleCase{{itunes, "owner", {}, "ada@tide.example", 0}, nullptr},
        RuleCase{{media, "credit", {{"role", "producer"}}, "Bo", 0}, "Bo"},
        RuleCase{{media, "credit", {{"role", "owner"}}, "Bo", 0}, nullptr},
        RuleCase{{media, "rating", {}, "adult", 0}, "adult"},
        RuleCase{{media, "rating", {{"scheme", "urn:v-chip"}}, "tv-y", 0}, nullptr},
        RuleCase{{"http://purl.org/dc/terms/", "available", {}, "1 Jan 2024", 0}, "2024-01-01T00:00:00Z"},
        RuleCase{{"http://wellformedweb.org/CommentAPI/", "commentRss", {}, "https://a.example/ä", 0}, nullptr},
        RuleCase{{podcast, "anything", {{"new", "1"}}, "", 0}, ""}));

TEST(ExtensionRules, TakeElementsWithoutANamespaceOnlyOfALiveItem) {
    const ExtensionElement title{"", "title", {}, "Live", 1};
    EXPECT_TRUE(
        publishable({{"https://tide.example/ns", "event", {}, "", 0}, title}, ExtensionPlace::entry, 99).empty());
    EXPECT_EQ(publishable({{podcast, "liveItem", {}, "", 0}, title}, ExtensionPlace::show, 99).size(), 2U);
}

TEST(ExtensionRules, TakeTheFirstOfWhatStandsOnce) {
    const auto out =
        publishable({{slash, "comments", {}, "1", 0}, {slash, "comments", {}, "2", 0}}, ExtensionPlace::entry, 1000);
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].text, "1");
}

TEST(ExtensionRules, LeaveWithTheEntryWhomToPayAndWithTheFeedWhoOwnsIt) {
    const Elements elements = {{podcast, "value", {{"type", "lightning"}}, "", 0},
                               {podcast, "txt", {{"purpose", "verify"}}, "x1", 0},
                               {podcast, "locked", {{"owner", "ada@tide.example"}}, "yes", 0},
                               {podcast, "funding", {{"url", "https://tide.example/give"}}, "Give", 0}};
    const auto out = publishable(elements, ExtensionPlace::show, 1000);
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].name, "funding");
}

TEST(ShowExtensions, MakeAFeedOfOneShowWhatItsOwnFeedIs) {
    Page page = tests::podcast_page();
    page.extensions = {{itunes, "category", {{"text", "science"}}, "", 0},
                       {itunes, "category", {{"text", "Nature"}}, "", 1},
                       {itunes, "category", {{"text", "Weirs"}}, "", 0},
                       {itunes, "type", {}, "Serial", 0},
                       {podcast, "medium", {}, "audiobook", 0},
                       {podcast, "funding", {{"url", "https://tide.example/give"}}, "Give", 0}};
    const std::string rss = render(page, Format::rss);
    for (const char* part :
         {"<itunes:category text=\"Science\">\n<itunes:category text=\"Nature\"/>\n</itunes:category>",
          "<itunes:type>serial</itunes:type>", "<podcast:medium>audiobook</podcast:medium>",
          "<podcast:funding url=\"https://tide.example/give\">Give</podcast:funding>"})
        EXPECT_NE(rss.find(part), std::string::npos) << part;
    EXPECT_EQ(rss.find("Weirs"), std::string::npos);
    EXPECT_EQ(rss.find("<itunes:type>"), rss.rfind("<itunes:type>"));
}

TEST(ShowExtensions, GiveTheCoverAndTheNameOfTheShow) {
    Page page = tests::podcast_page();
    page.subject.reset();
    page.extensions = {{itunes, "author", {}, "The Tide Office", 0},
                       {itunes, "image", {{"href", "https://tide.example/cover-3000.jpg"}}, "", 0}};
    const std::string rss = render(page, Format::rss);
    const std::string channel = rss.substr(0, rss.find("<item>"));
    EXPECT_NE(channel.find("<itunes:author>The Tide Office</itunes:author>"), std::string::npos);
    EXPECT_NE(channel.find("<itunes:image href=\"https://tide.example/cover-3000.jpg\"/>"), std::string::npos);
}

}  // namespace
}  // namespace masthead::feeds
