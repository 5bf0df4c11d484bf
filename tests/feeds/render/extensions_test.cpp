#include "feeds/render/extensions.hpp"

#include <algorithm>
#include <string>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"
#include "feeds/render/render.hpp"
#include "feeds/text/xml.hpp"
#include "tests/feeds/render/sample.hpp"

namespace masthead::feeds {
namespace {

constexpr const char* podcast = "https://podcastindex.org/namespace/1.0";
constexpr const char* itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
constexpr const char* georss = "http://www.georss.org/georss";
constexpr const char* slash = "http://purl.org/rss/1.0/modules/slash/";

using Elements = std::vector<ExtensionElement>;

Elements kept_value() {
    return {{podcast, "value", {{"type", "lightning"}, {"method", "keysend"}}, "", 0},
            {podcast, "valueRecipient", {{"name", "Ada & Bo"}, {"split", "90"}}, "", 1},
            {podcast, "valueRecipient", {{"name", "Cy"}, {"split", "10"}}, "", 1},
            {georss, "point", {}, "51.92 4.48", 0},
            {"https://tides.example/ns", "tide", {{"height", "1.2"}}, "low <&> calm", 0, "tides"}};
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

TEST(EntryExtensions, KeepTheirDocumentsPrefixWhereItHidesNoOther) {
    Page page = tests::podcast_page();
    page.entries.resize(1);
    const std::string uri = "https://tides.example/ns";
    page.entries[0].stored.entry.extensions = {{uri, "one", {}, "1", 0, "tides"},
                                               {uri, "two", {}, "2", 0, "itunes"},
                                               {uri, "three", {}, "3", 0, "xmlns"},
                                               {uri, "four", {}, "4", 0, ""}};
    Elements& elements = page.entries[0].stored.entry.extensions;
    elements.push_back({uri, "five", {{"rdf:resource", "https://tides.example/5"}}, "", 0, "rdf"});
    elements.push_back({uri, "six", {}, "", 1, "ebbs"});
    const std::string rss = render(page, Format::rss);
    EXPECT_TRUE(XmlDocument::read(rss, Limits{})->notes().empty());
    EXPECT_NE(rss.find("<ebbs:six xmlns:ebbs="), std::string::npos);
    EXPECT_EQ(rss.find("xmlns:rdf"), rss.rfind("xmlns:rdf"));
    EXPECT_NE(rss.find("<tides:one xmlns:tides=\"https://tides.example/ns\">1</tides:one>"), std::string::npos);
    for (const char* part : {"<ext:two", "<ext:three", "<ext:four"}) EXPECT_NE(rss.find(part), std::string::npos);
}

TEST(EntryExtensions, TakeThePlaceOfPoorerElementsOfOurs) {
    Page page = tests::podcast_page();
    page.entries.resize(1);
    Entry& entry = page.entries[0].stored.entry;
    entry.enclosures.push_back({"https://media.example/12.opus", "audio/opus", "", 100, {}});
    entry.extensions = {{podcast, "alternateEnclosure", {{"type", "audio/opus"}, {"bitrate", "96000"}}, "", 0},
                        {podcast, "source", {{"uri", "https://media.example/12.opus"}}, "", 1}};
    const std::string rss = render(page, Format::rss);
    EXPECT_EQ(rss.find("12.opus"), rss.rfind("12.opus"));
    EXPECT_NE(rss.find("bitrate=\"96000\""), std::string::npos);
    EXPECT_NE(rss.find("12.opus\"></podcast:source>"), std::string::npos)
        << "nothing stands in it, not even a line break";
}

TEST(EntryExtensions, StandInJsonAsObjects) {
    Page page = tests::podcast_page();
    page.entries.resize(1);
    page.entries[0].stored.entry.extensions = kept_value();
    page.extensions = {{podcast, "funding", {{"url", "https://tide.example/give"}}, "Give", 0}};
    const auto feed = boost::json::parse(render(page, Format::json)).as_object();
    EXPECT_EQ(feed.at("items").at(0).at("_extensions").at("elements"), boost::json::parse(R"([
        {"namespace": "https://podcastindex.org/namespace/1.0", "name": "value",
         "attributes": {"type": "lightning", "method": "keysend"},
         "elements": [
            {"namespace": "https://podcastindex.org/namespace/1.0", "name": "valueRecipient",
             "attributes": {"name": "Ada & Bo", "split": "90"}},
            {"namespace": "https://podcastindex.org/namespace/1.0", "name": "valueRecipient",
             "attributes": {"name": "Cy", "split": "10"}}]},
        {"namespace": "http://www.georss.org/georss", "name": "point", "text": "51.92 4.48"},
        {"namespace": "https://tides.example/ns", "name": "tide", "attributes": {"height": "1.2"},
         "text": "low <&> calm"}])"));
    EXPECT_EQ(feed.at("_extensions").at("elements").at(0).at("text"), "Give");
    EXPECT_EQ(feed.at("_extensions").at("about"), "https://feeds.example/");
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
    page.extensions[0].text = "ada@tide.example (Ada Wick)";
    EXPECT_EQ(render(page, Format::rss).find("ada@tide.example"), std::string::npos);
    EXPECT_NE(channel.find("<itunes:image href=\"https://tide.example/cover-3000.jpg\"/>"), std::string::npos);
}

}  // namespace
}  // namespace masthead::feeds
