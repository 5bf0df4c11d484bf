#include "feeds/parse/kept_elements.hpp"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"
#include "feeds/text/find_element.hpp"

namespace masthead::feeds {
namespace {

using Elements = std::vector<ExtensionElement>;

const std::string podcast = "https://podcastindex.org/namespace/1.0";
const std::string itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";

constexpr std::string_view namespaces =
    "xmlns:podcast='https://podcastindex.org/namespace/1.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' "
    "xmlns:media='http://search.yahoo.com/mrss/' xmlns:georss='http://www.georss.org/georss' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/' "
    "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/' "
    "xmlns:wfw='http://wellformedweb.org/CommentAPI/' xmlns:tide='https://tide.example/ns' "
    "xmlns:googleplay='http://www.google.com/schemas/play-podcasts/1.0' xmlns:byline='https://bylinespec.org/1.0' "
    "xmlns:svg='http://www.w3.org/2000/svg' xmlns:h='http://www.w3.org/1999/xhtml' "
    "xmlns:cc='http://creativecommons.org/ns#' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'";

Document read(std::string_view channel) {
    const auto text =
        fmt::format("<rss version='2.0' {}><channel><title>Tides</title>{}</channel></rss>", namespaces, channel);
    return *parse(text, {"https://tide.example/feed", "", ""}, {});
}

Elements of_item(std::string_view elements) {
    return read(fmt::format("<item><title>One</title>{}</item>", elements)).entries.at(0).extensions;
}

Elements of_channel(std::string_view elements) { return read(elements).publication.extensions; }

// "podcast:value(type=lightning) > podcast:valueRecipient(split=1)": names by their local part, one element after the
// other, so that a table of cases stays short.
std::string in_short(const Elements& elements) {
    std::string out;
    for (const auto& element : elements) {
        if (!out.empty()) out += ' ';
        out.append(element.depth, '>').append(element.name);
        for (const auto& attribute : element.attributes) out += fmt::format(" {}={}", attribute.name, attribute.value);
        if (!element.text.empty()) out += fmt::format(" '{}'", element.text);
    }
    return out;
}

TEST(KeptElements, AreAListOfTheirTreeWithNamesAsWritten) {
    EXPECT_EQ(of_item("<podcast:alternateEnclosure type='audio/opus' bitRate='96000'>"
                      "<podcast:source uri='low.opus'/><podcast:integrity type='sri' value='sha384-x'/>"
                      "</podcast:alternateEnclosure><georss:point>45.2 -71.9</georss:point>"),
              (Elements{{podcast, "alternateEnclosure", {{"type", "audio/opus"}, {"bitRate", "96000"}}, "", 0},
                        {podcast, "source", {{"uri", "https://tide.example/low.opus"}}, "", 1},
                        {podcast, "integrity", {{"type", "sri"}, {"value", "sha384-x"}}, "", 1},
                        {"http://www.georss.org/georss", "point", {}, "45.2 -71.9", 0}}));
}

TEST(KeptElements, StandInEntriesAndFeedsOfAtomToo) {
    const auto document = *parse(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'"
        " xmlns:tide='https://tide.example/ns'><title>Tides</title><tide:gauge>7</tide:gauge><tide:empty/>"
        "<entry><id>urn:a:1</id><thr:in-reply-to ref='urn:a:0' href='/0'/></entry></feed>",
        {"https://tide.example/feed", "", ""}, {});
    EXPECT_EQ(document.publication.extensions, (Elements{{"https://tide.example/ns", "gauge", {}, "7", 0, "tide"}}));
    EXPECT_EQ(document.entries.at(0).extensions, (Elements{{"http://purl.org/syndication/thread/1.0",
                                                            "in-reply-to",
                                                            {{"ref", "urn:a:0"}, {"href", "https://tide.example/0"}},
                                                            "",
                                                            0}}));
}

struct KeptCase {
    const char* name;
    const char* xml;
    const char* expected;
};

class KeptOfItem : public testing::TestWithParam<KeptCase> {};

TEST_P(KeptOfItem, IsWhatTheModelDoesNotHold) { EXPECT_EQ(in_short(of_item(GetParam().xml)), GetParam().expected); }

constexpr auto case_name = [](const auto& test) { return std::string(test.param.name); };

INSTANTIATE_TEST_SUITE_P(
    Podcast, KeptOfItem,
    testing::Values(
        KeptCase{"Held",
                 "<podcast:transcript url='/t.vtt' type='text/vtt'/><podcast:chapters url='/c.json'/>"
                 "<podcast:person>Ine</podcast:person><podcast:season>1</podcast:season>"
                 "<podcast:episode display='3b'>3</podcast:episode><podcast:license>x</podcast:license>"
                 "<podcast:soundbite startTime='1' duration='2'/>",
                 ""},
        KeptCase{"NumberWithAFraction", "<podcast:episode>12.5</podcast:episode>", "episode '12.5'"},
        KeptCase{"Places",
                 "<podcast:location geo='geo:51.05,3.72' osm='R897671'>Ghent</podcast:location>"
                 "<podcast:location>Bruges</podcast:location>",
                 "location geo=geo:51.05,3.72 osm=R897671 'Ghent' location 'Bruges'"},
        KeptCase{"Value",
                 "<podcast:value type='lightning' method='keysend'><podcast:valueRecipient address='02a' split='9'/>"
                 "<podcast:valueTimeSplit startTime='60'><podcast:remoteItem itemGuid='x'/></podcast:valueTimeSplit>"
                 "</podcast:value>",
                 "value type=lightning method=keysend >valueRecipient address=02a split=9 >valueTimeSplit startTime=60 "
                 ">>remoteItem itemGuid=x"},
        KeptCase{"Talk",
                 "<podcast:socialInteract uri='https://talk.example/1' protocol='activitypub' accountId='@ine'/>"
                 "<podcast:chat server='irc.example' protocol='irc'/><podcast:contentLink "
                 "href='/live'>L</podcast:contentLink>"
                 "<podcast:txt purpose='verify'>S6lpp</podcast:txt>",
                 "socialInteract uri=https://talk.example/1 protocol=activitypub accountId=@ine "
                 "chat server=irc.example protocol=irc contentLink href=https://tide.example/live 'L' "
                 "txt purpose=verify 'S6lpp'"},
        KeptCase{"Images", "<podcast:images srcset='a.png 600w,\n  b.png 1500w'/>",
                 "images srcset=https://tide.example/a.png 600w, https://tide.example/b.png 1500w"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Others, KeptOfItem,
    testing::Values(
        KeptCase{"ReadElsewhere",
                 "<content:encoded>x</content:encoded><sy:updatePeriod>daily</sy:updatePeriod>"
                 "<byline:author ref='a'/><googleplay:author>A</googleplay:author><h:div>x</h:div>",
                 ""},
        KeptCase{"Itunes",
                 "<itunes:duration>60</itunes:duration><itunes:explicit>no</itunes:explicit>"
                 "<itunes:author>Ine</itunes:author><itunes:keywords>sea, moon</itunes:keywords>",
                 "author 'Ine' keywords 'sea, moon'"},
        KeptCase{"DublinCore",
                 "<dc:creator>Ine</dc:creator><dc:publisher>Quay</dc:publisher>"
                 "<dcterms:modified>2025-01-01</dcterms:modified><dcterms:created>2024-01-01</dcterms:created>",
                 "publisher 'Quay' created '2024-01-01'"},
        KeptCase{"FilesThatAreEnclosures",
                 "<media:content url='/1.mp3' type='audio/mpeg' fileSize='9' duration='60' medium='audio'/>"
                 "<media:content url='/1.mp4' type='video/mp4' width='640'/><media:title>T</media:title>",
                 "content url=https://tide.example/1.mp4 type=video/mp4 width=640"},
        KeptCase{"MediaGroup",
                 "<media:group><media:title>T</media:title><media:community><media:statistics views='7'/>"
                 "</media:community></media:group>",
                 "group >title 'T' >community >>statistics views=7"},
        KeptCase{"Comments", "<wfw:comment>/c</wfw:comment><wfw:commentRss>/c.xml?utm_source=a</wfw:commentRss>",
                 "commentRss 'https://tide.example/c.xml'"},
        KeptCase{"UnknownNamespace", "<tide:high at='06:30'>4.2 m</tide:high>", "high at=06:30 '4.2 m'"},
        KeptCase{"LicenceAsAResource", "<cc:license rdf:resource='https://cc.example/by'/>",
                 "license rdf:resource=https://cc.example/by"},
        KeptCase{"AttributesOfOtherNamespaces", "<tide:high xml:lang='nl' rdf:type='x' podcast:y='z'>4</tide:high>",
                 "high xml:lang=nl '4'"},
        KeptCase{"AttributesThatDifferInCaseAlone", "<tide:high At='1' at='2'>4</tide:high>", "high At=1 '4'"},
        KeptCase{"UndeclaredNamespace", "<ebb:low>1</ebb:low>", ""}, KeptCase{"Nothing", "<tide:high/>", ""}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Texts, KeptOfItem,
    testing::Values(KeptCase{"MarkupIsTakenOut",
                             "<itunes:summary><![CDATA[<p>High <b>tide</b></p><script>x</script>]]></itunes:summary>",
                             "summary 'High tide'"},
                    KeptCase{"MarkupAsElements",
                             "<tide:note>High <h:b>tide</h:b></tide:note><tide:div><h:p>A</h:p></tide:div>",
                             "note 'High tide' div 'A'"},
                    KeptCase{"SignsThatAreNoMarkup", "<tide:note>A &amp; B &lt; C, &amp;amp; D</tide:note>",
                             "note 'A & B < C, &amp; D'"},
                    KeptCase{"MarkupInAttributes", "<tide:note label='&lt;b&gt;High&lt;/b&gt;'/>", "note label=High"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Addresses, KeptOfItem,
    testing::Values(
        KeptCase{"OfOtherSchemes",
                 "<podcast:alternateEnclosure><podcast:source uri='ipfs://Qm1'/></podcast:alternateEnclosure>",
                 "alternateEnclosure >source uri=ipfs://Qm1"},
        KeptCase{"ScriptInAnAddress",
                 "<podcast:contentLink href='javascript:alert(1)'>L</podcast:contentLink>"
                 "<podcast:contentLink href=' java&#10;script:alert(1)'>L</podcast:contentLink>"
                 "<podcast:image href='data:text/html,x'/>",
                 ""},
        KeptCase{"ScriptElsewhere",
                 "<tide:note>JavaScript: alert(1)</tide:note><tide:note "
                 "go='vbscript:x'/><tide:note>data:text/html,x</tide:note>",
                 ""},
        KeptCase{"WordsThatAreSchemesToo", "<itunes:title>Data: a history</itunes:title>", "title 'Data: a history'"},
        KeptCase{
            "OneBadAddressTakesItsTreeAlong",
            "<podcast:value type='a'><podcast:valueRecipient/><podcast:x href='file:///etc/passwd'/></podcast:value>"
            "<tide:high>1</tide:high>",
            "high '1'"},
        KeptCase{"TrackersAreTakenOff", "<podcast:contentLink href='https://a.example/x?utm_source=b'/>",
                 "contentLink href=https://a.example/x"},
        KeptCase{"FilesStayAsTheyAre",
                 "<podcast:trailer url='https://a.example/x.mp3?utm_source=b'>T</podcast:trailer>",
                 "trailer url=https://a.example/x.mp3?utm_source=b 'T'"},
        KeptCase{"BaseOfTheElement",
                 "<podcast:funding xml:base='https://quay.example/a/' url='give'>G</podcast:funding>",
                 "funding url=https://quay.example/a/give 'G'"}),
    case_name);

class KeptOfChannel : public testing::TestWithParam<KeptCase> {};

TEST_P(KeptOfChannel, IsWhatTheModelDoesNotHold) {
    EXPECT_EQ(in_short(of_channel(GetParam().xml)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Channels, KeptOfChannel,
    testing::Values(
        KeptCase{"Held",
                 "<podcast:guid>a</podcast:guid><podcast:person>Ine</podcast:person>"
                 "<dc:language>nl</dc:language>",
                 ""},
        KeptCase{"Locked", "<podcast:locked owner='a@tide.example'>yes</podcast:locked>",
                 "locked owner=a@tide.example 'yes'"},
        KeptCase{"ExplicitForEpisodesThatDoNotSay", "<itunes:explicit>true</itunes:explicit>", "explicit 'true'"},
        KeptCase{"Categories", "<itunes:category text='Arts'><itunes:category text='Books'/></itunes:category>",
                 "category text=Arts >category text=Books"},
        KeptCase{"Show",
                 "<podcast:medium>podcast</podcast:medium><podcast:location>Ghent</podcast:location>"
                 "<podcast:updateFrequency rrule='FREQ=WEEKLY'>weekly</podcast:updateFrequency>"
                 "<podcast:podroll><podcast:remoteItem feedGuid='g' feedUrl='/r.xml'/></podcast:podroll>",
                 "medium 'podcast' location 'Ghent' updateFrequency rrule=FREQ=WEEKLY 'weekly' "
                 "podroll >remoteItem feedGuid=g feedUrl=https://tide.example/r.xml"},
        KeptCase{"LiveItemWithElementsOfRss",
                 "<podcast:liveItem status='live'><title>Now</title><enclosure url='/live.mp3' type='audio/mpeg'/>"
                 "<podcast:contentLink href='/live'>L</podcast:contentLink></podcast:liveItem>",
                 "liveItem status=live >title 'Now' >enclosure url=https://tide.example/live.mp3 type=audio/mpeg "
                 ">contentLink href=https://tide.example/live 'L'"}),
    case_name);

TEST(KeptElements, OfRssWithinAnExtensionHaveNoNamespace) {
    const auto kept = of_channel("<podcast:liveItem status='live'><title>Now</title></podcast:liveItem>");
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[1].uri, "");
}

TEST(KeptElements, AreNoneThatBrowsersRun) {
    EXPECT_EQ(of_item("<svg:script>alert(1)</svg:script><tide:a><svg:script>alert(1)</svg:script></tide:a>"
                      "<x:script xmlns:x='http://www.w3.org/1999/XSL/Transform'>1</x:script>"),
              Elements{});
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

// Without its markup "a<b>udio/mpeg" would be a type that the publisher did not say.
TEST(KeptElements, AreNoneWhoseTypeHoldsMarkup) {
    EXPECT_TRUE(of_item("<media:content url='one.mp3' type='a&lt;b>udio/mpeg'/>").empty());
    EXPECT_TRUE(of_item("<podcast:alternateEnclosure type='a&lt;b>udio/opus'/>").empty());
    EXPECT_EQ(of_item("<podcast:alternateEnclosure type='audio/opus'/>").size(), 1U);
}

// A quotation mark was lost: what stands behind the type is none of it.
TEST(KeptElements, AreOfTheTypeThatTheirValueBeginsWith) {
    const auto kept = of_item("<media:content width='640' url='one.mp4' type='Video/mp4\" medium=&lt;video>'/>");
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(attribute_of(kept[0], "type"), "video/mp4");
}

TEST(KeptElements, AreLeftOutByTheTreeWhereTheyAreTooMany) {
    const auto tree = [](std::size_t children) {
        return fmt::format("<tide:a>{}</tide:a>", repeated("<tide:b>1</tide:b>", children));
    };
    EXPECT_EQ(of_item(tree(999)).size(), 1000U);
    EXPECT_EQ(of_item(tree(1000)).size(), 0U);
    EXPECT_EQ(of_item(tree(600) + tree(600) + "<tide:c>1</tide:c>").size(), 602U);
}

TEST(KeptElements, AreLeftOutByTheTreeWhereTheyAreTooDeepOrTooLarge) {
    const auto nested = [](std::size_t depth) {
        return repeated("<tide:a>", depth) + "1" + repeated("</tide:a>", depth);
    };
    EXPECT_EQ(of_item(nested(8)).size(), 8U);
    EXPECT_EQ(of_item(nested(9)).size(), 0U);
    const auto attributes = [](int count) {
        std::string out = "<tide:a";
        for (int i = 0; i < count; ++i) out += fmt::format(" a{}='1'", i);
        return out + "/>";
    };
    EXPECT_EQ(of_item(attributes(32)).size(), 1U);
    EXPECT_EQ(of_item(attributes(33)).size(), 0U);
    const auto text = [](std::size_t bytes) { return fmt::format("<tide:a>{}</tide:a>", std::string(bytes, 'x')); };
    EXPECT_EQ(of_item(text(8192)).size(), 1U);
    EXPECT_EQ(of_item(text(8193)).size(), 0U);
    EXPECT_EQ(of_item("<tide:a.b_c-d>1</tide:a.b_c-d><tide:höhe>2</tide:höhe>").size(), 1U)
        << "a name that is not ASCII";
}

}  // namespace
}  // namespace masthead::feeds
