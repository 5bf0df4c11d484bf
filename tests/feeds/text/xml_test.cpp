#include "feeds/text/xml.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

Result<XmlDocument, ParseError> read(std::string_view text) { return XmlDocument::read(text, Limits{}); }

std::string root_text(std::string_view text) {
    const auto xml = read(text);
    return xml ? std::string(xml->root().text()) : "refused: " + xml.error().message;
}

struct TextCase {
    const char* xml;
    const char* expected;
};

class XmlText : public testing::TestWithParam<TextCase> {};

TEST_P(XmlText, IsWhatTheAuthorMeant) { EXPECT_EQ(root_text(GetParam().xml), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Texts, XmlText,
    testing::Values(TextCase{"<a>one <![CDATA[<two>]]> three</a>", "one <two> three"},
                    TextCase{"<a>x<!-- no -->y<?no?></a>", "xy"},
                    TextCase{"<a>caf&eacute; &amp;amp; &#8217;</a>", "café &amp; ’"},
                    TextCase{"<a>AT&T & Co; 1 < 2</a>", "AT&T & Co; 1 < 2"},
                    TextCase{"<a>&lang;x&rang;</a>", "\u2329x\u232A"},
                    TextCase{"<a>x&#0;y&#1;z\x01</a>", "x\xEF\xBF\xBDyz"},
                    TextCase{"<!DOCTYPE a [<!ENTITY who \"Ada &amp; Co\">]><a>by &who;</a>", "by Ada & Co"},
                    TextCase{"<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&f;</a>", "&f;"},
                    TextCase{"<!doctype a><a>x</a>", "x"}, TextCase{"  <?xml version='1.0'?><a>x</a>", "x"},
                    TextCase{"<a>x<b>y</a>", "xy"}, TextCase{"<a>x</c>y</a>", "xy"}, TextCase{"<a>x<b>y", "xy"},
                    TextCase{"<a>x</a><b>y</b>", "x"}, TextCase{"<a>x<![CDATA[y", "xy"}));

TEST(XmlDocument, KnowsNamespacesByTheirAddressAndNotByTheirPrefix) {
    const auto xml = read(
        "<rss xmlns:x='http://www.itunes.com/DTDs/Podcast-1.0.dtd' xmlns:itunes='http://purl.org/dc/elements/1.1/'>"
        "<x:author>A</x:author><itunes:creator>B</itunes:creator>"
        "<y:title xmlns:y='http://www.w3.org/2005/Atom'>C</y:title><y:title>D</y:title></rss>");
    ASSERT_TRUE(xml.has_value());
    EXPECT_EQ(xml->root().child("itunes:author").text(), "A");
    EXPECT_EQ(xml->root().child("dc:creator").text(), "B");
    EXPECT_EQ(xml->root().child("atom:title").text(), "C");
    EXPECT_EQ(xml->root().child("y:title").text(), "D");
}

TEST(XmlDocument, TakesUndeclaredAndMisspeltNamespacesAsMeant) {
    const auto xml = read(
        "<rss xmlns:itunes='http://itunes.example/wrong'><itunes:author>A</itunes:author>"
        "<dc:creator>B</dc:creator></rss>");
    ASSERT_TRUE(xml.has_value());
    EXPECT_EQ(xml->root().child("itunes:author").text(), "A");
    EXPECT_EQ(xml->root().child("dc:creator").text(), "B");
}

TEST(XmlDocument, TellsTwoUnknownNamespacesOfOnePrefixApart) {
    const auto xml = read(
        "<a><p:x xmlns:p='https://one.example/ns'/><p:x xmlns:p='https://two.example/ns' p:y='1'/>"
        "<p:x xmlns:p='https://one.example/ns'/></a>");
    ASSERT_TRUE(xml.has_value());
    const auto second = xml->root().child("p-2:x");
    EXPECT_EQ(xml->root().child("p:x").namespace_uri(), "https://one.example/ns");
    EXPECT_EQ(second.namespace_uri(), "https://two.example/ns");
    EXPECT_EQ(second.attribute("p-2:y"), "1");
}

TEST(XmlDocument, SaysTheAddressOfANamespaceAsItsSpecificationDoes) {
    const auto xml = read(
        "<a xmlns:x='https://podcastindex.org/namespace/1.0/' xmlns:g='http://www.opengis.net/gml/'"
        " xmlns:n='https://notes.example/ns#'><x:value/><g:pos/><n:note/><geo:lat/><q:what/><b/></a>");
    ASSERT_TRUE(xml.has_value());
    const auto address = [&](std::string_view name) { return xml->root().child(name).namespace_uri(); };
    EXPECT_EQ(address("podcast:value"), "https://podcastindex.org/namespace/1.0");
    EXPECT_EQ(address("gml:pos"), "http://www.opengis.net/gml");
    EXPECT_EQ(address("n:note"), "https://notes.example/ns#");
    EXPECT_EQ(address("geo:lat"), "http://www.w3.org/2003/01/geo/wgs84_pos#") << "not declared, but known";
    EXPECT_EQ(address("q:what"), "") << "not declared, and unknown";
    EXPECT_EQ(address("b"), "");
}

TEST(XmlDocument, RemembersHowNamesAreWritten) {
    const auto xml = read(
        "<a xmlns:p='https://podcastindex.org/namespace/1.0'>"
        "<p:socialInteract accountId='@a' uri='b'/><p:person accountid='c'/></a>");
    ASSERT_TRUE(xml.has_value());
    const auto social = xml->root().child("podcast:socialinteract");
    EXPECT_EQ(social.written_name(), "socialInteract");
    ASSERT_EQ(social.attributes().size(), 2u);
    EXPECT_EQ(social.attributes()[0].name->written, "accountId");
    EXPECT_EQ(social.attributes()[1].name->written, "uri");
    const auto person = xml->root().child("podcast:person");
    EXPECT_EQ(person.written_name(), "person");
    EXPECT_EQ(person.attributes()[0].name->written, "accountid") << "the attribute of another element";
}

TEST(XmlNode, GivesItsAttributesInOrder) {
    const auto xml = read("<p:a xmlns:p='https://one.example/ns' z='1' p:b='&amp;'/>");
    ASSERT_TRUE(xml.has_value());
    const auto attributes = xml->root().attributes();
    ASSERT_EQ(attributes.size(), 2u);
    EXPECT_EQ(attributes[0].name->full, "z");
    EXPECT_EQ(attributes[1].name->full, "p:b");
    EXPECT_EQ(attributes[1].value, "&");
    EXPECT_EQ(xml->root().prefix(), "p");
}

TEST(XmlNode, TellsTextOfItsOwnFromThatOfItsElements) {
    const auto xml = read("<a>\n <b>text</b>\n</a>");
    ASSERT_TRUE(xml.has_value());
    EXPECT_FALSE(xml->root().has_own_text());
    EXPECT_TRUE(xml->root().child("b").has_own_text());
}

TEST(XmlDocument, ResolvesBasesFromTheOutsideInwards) {
    const auto xml = read("<a xml:base='http://x.example/b/'><c xml:base='d/'><e xml:lang='fr'/></c></a>");
    ASSERT_TRUE(xml.has_value());
    const auto inner = xml->root().child("c").child("e");
    EXPECT_EQ(base_at(inner, "http://other.example/"), "http://x.example/b/d/");
    EXPECT_EQ(language_at(inner), "fr");
    EXPECT_EQ(language_at(xml->root()), "");
}

TEST(XmlDocument, WritesMarkupWithinAsHtml) {
    const auto xml = read("<a xmlns:h='http://www.w3.org/1999/xhtml'>1 &lt; 2 <h:b title='\"'>x</h:b><h:br/>y</a>");
    ASSERT_TRUE(xml.has_value());
    EXPECT_EQ(xml->root().inner_markup(), "1 &lt; 2 <b title=\"&quot;\">x</b><br>y");
}

TEST(XmlDocument, SaysWhereItWasCutOff) {
    const auto xml = read("<rss><channel><item><title>One</title></item><item><title>Tw");
    ASSERT_TRUE(xml.has_value());
    EXPECT_TRUE(xml->was_cut_within_entry());
    EXPECT_FALSE(read("<rss><channel><item></item>")->was_cut_within_entry());
    EXPECT_FALSE(xml->notes().empty());
}

TEST(XmlDocument, ReadsEntriesOneAtATimeWithinTheirElements) {
    const auto xml = read(
        "<rss xmlns:a='http://www.w3.org/2005/Atom' xml:lang='fr'><channel xml:base='http://x.example/'>"
        "<title>T</title><item><title>One</title></item><description/><a:entry><a:title>Two</a:title></a:entry>"
        "</channel><item>Three</item></rss>");
    ASSERT_TRUE(xml.has_value());
    const auto channel = xml->root().child("channel");
    EXPECT_TRUE(channel.child("title") && channel.child("description"));
    EXPECT_FALSE(channel.child("item"));
    ASSERT_EQ(xml->entries().size(), 3u);
    XmlEntryReader reader(*xml);
    auto entry = reader.next();
    EXPECT_EQ(entry.child("title").text(), "One");
    EXPECT_EQ(entry.parent(), channel);
    EXPECT_EQ(base_at(entry, ""), "http://x.example/");
    entry = reader.next();
    EXPECT_EQ(entry.child("atom:title").text(), "Two");
    EXPECT_EQ(language_at(entry), "fr");
    entry = reader.next();
    EXPECT_EQ(entry.text(), "Three");
    EXPECT_EQ(entry.parent(), xml->root());
    EXPECT_FALSE(reader.next());
}

TEST(XmlDocument, ReadsEachOfManyEntries) {
    std::string text = "<rss><channel>";
    for (int number = 0; number < 3000; ++number)
        text += "<item>" + std::to_string(number) + (number % 100 ? "</item>\n" : "</item><!-- <item/> -->");
    text += "</channel></rss>";
    const auto xml = read(text);
    ASSERT_TRUE(xml.has_value());
    XmlEntryReader reader(*xml);
    int number = 0;
    for (; const auto entry = reader.next(); ++number) {
        EXPECT_EQ(entry.text(), std::to_string(number));
        EXPECT_EQ(entry.parent().name(), "channel");
    }
    EXPECT_EQ(number, 3000);
}

TEST(XmlDocument, ReadsEntriesAroundCommentsAndInstructionsThatAreNone) {
    for (const char* text : {"<rss><channel><item><?1 ?><!--><b>-->One</item><item>Two</item></channel></rss>",
                             "<rss><channel><?><item>One</item><item>Two</item></channel></rss>"}) {
        const auto xml = read(text);
        ASSERT_TRUE(xml.has_value()) << text;
        XmlEntryReader reader(*xml);
        EXPECT_EQ(reader.next().text(), "One") << text;
        EXPECT_EQ(reader.next().text(), "Two") << text;
    }
}

TEST(XmlDocument, MendsNothingInWhatIsWellFormed) {
    for (const char* text : {"<?xml version='1.0'?><!DOCTYPE a PUBLIC 'x' 'y'><a b='&lt;&#233;&#x1F600;'>c &amp; d</a>",
                             "<a><!-- & < --><![CDATA[ & < ]]><b/></a>\n<!-- behind -->"})
        EXPECT_TRUE(read(text)->notes().empty()) << text;
}

TEST(XmlDocument, SaysWhatItMended) {
    for (const char* text : {"<a>AT&T</a>", "<a>1 < 2</a>", "<a><b></a>", "<a></b></a>", "<a><b>"})
        EXPECT_FALSE(read(text)->notes().empty()) << text;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

TEST(XmlDocument, RefusesWhatIsNestedTooDeepBeforeItBuildsATree) {
    const std::string text = repeated("<a>", 1'000'000);
    const auto xml = read(text);
    ASSERT_FALSE(xml.has_value());
    EXPECT_EQ(xml.error().code, ParseError::Code::too_deep);
}

TEST(XmlDocument, RefusesMoreNodesThanTheLimit) {
    Limits limits;
    limits.nodes = 1000;
    const std::string text = "<a>" + repeated("<b c='d'/>", 501) + "</a>";
    const auto xml = XmlDocument::read(text, limits);
    ASSERT_FALSE(xml.has_value());
    EXPECT_EQ(xml.error().code, ParseError::Code::too_many);
}

TEST(XmlDocument, DoesNotMultiplyEntities) {
    std::string text = "<!DOCTYPE a [<!ENTITY e0 \"lolololololololo\">";
    for (int i = 1; i < 20; ++i) {
        const std::string before = "&e" + std::to_string(i - 1) + ";";
        text += "<!ENTITY e" + std::to_string(i) + " \"" + repeated(before, 10) + "\">";
    }
    text += "]><a>" + repeated("&e2;", 100'000) + "</a>";
    const auto xml = read(text);
    ASSERT_TRUE(xml.has_value());
    EXPECT_LT(xml->root().text().size(), std::size_t{2} << 20);
}

TEST(XmlDocument, RefusesTextWithoutAnElement) {
    for (const char* text : {"", "   ", "just text", "<", "<!-- x", "<?xml version='1.0'?>"})
        EXPECT_FALSE(read(text).has_value()) << text;
}

}  // namespace
}  // namespace masthead::feeds
