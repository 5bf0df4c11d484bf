#include "feeds/render/xml_writer.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

struct TextCase {
    const char* name;
    std::string text;
    std::string expected;
};

class CleanText : public testing::TestWithParam<TextCase> {};

TEST_P(CleanText, HoldsOnlyWhatAnyDocumentMay) { EXPECT_EQ(clean_text(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Texts, CleanText,
                         testing::Values(TextCase{"Plain", "a\tb\nc", "a\tb\nc"},
                                         TextCase{"Zero", std::string("a\0b", 3), "ab"},
                                         TextCase{"Controls",
                                                  "a\x01\x1F\x7F"
                                                  "b",
                                                  "ab"},
                                         TextCase{"C1Controls",
                                                  "a\xC2\x85\xC2\x9F"
                                                  "b",
                                                  "ab"},
                                         TextCase{"NoBreakSpaceStays",
                                                  "a\xC2\xA0"
                                                  "b",
                                                  "a\xC2\xA0"
                                                  "b"},
                                         TextCase{"LineEnds", "a\r\nb\rc", "a\nb\nc"},
                                         TextCase{"BadByte",
                                                  "a\xFF"
                                                  "b",
                                                  "a\xEF\xBF\xBD"
                                                  "b"},
                                         TextCase{"Noncharacters",
                                                  "a\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xB7\x90"
                                                  "b",
                                                  "ab"},
                                         TextCase{"ReplacementStays", "\xEF\xBF\xBD", "\xEF\xBF\xBD"},
                                         TextCase{"NoncharacterOfAnotherPlane",
                                                  "a\xF0\x9F\xBF\xBE"
                                                  "b",
                                                  "ab"},
                                         TextCase{"Emoji", "\xF0\x9F\x90\x9F", "\xF0\x9F\x90\x9F"}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(Escaped, LeavesNothingThatMarkupIsMadeOf) {
    EXPECT_EQ(escaped("<a href='x'>\"&\"</a>]]>"), "&lt;a href='x'&gt;&quot;&amp;&quot;&lt;/a&gt;]]&gt;");
}

TEST(XmlWriter, NestsAndCloses) {
    XmlWriter out("<?xml version=\"1.0\"?>\n");
    out.open("feed", {{"xmlns", "urn:x"}});
    out.text("title", "Tides & moons", {{"type", "text"}});
    out.open("entry");
    out.leaf("link", {{"href", "https://a.example/?a=1&b=2"}});
    EXPECT_EQ(out.finish(),
              "<?xml version=\"1.0\"?>\n<feed xmlns=\"urn:x\">\n<title type=\"text\">Tides &amp; moons</title>\n"
              "<entry>\n<link href=\"https://a.example/?a=1&amp;b=2\"/>\n</entry>\n</feed>\n");
}

TEST(XmlWriter, LeavesOutWhatIsEmpty) {
    XmlWriter out("");
    out.text("title", "");
    out.text("title", "\x01");
    out.leaf("img", {{"title", ""}, {"alt", "", XmlWriter::Write::always}});
    EXPECT_EQ(out.finish(), "<img alt=\"\"/>\n");
}

TEST(XmlWriter, PutsNoWhiteSpaceBeforeWords) {
    XmlWriter out("");
    out.open("p");
    out.text("b", "a");
    out.words(", b");
    EXPECT_EQ(out.finish(), "<p>\n<b>a</b>, b</p>\n");
}

}  // namespace
}  // namespace masthead::feeds
