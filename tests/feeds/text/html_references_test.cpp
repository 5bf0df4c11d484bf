#include "feeds/text/html_references.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

struct ReferenceCase {
    const char* raw;
    const char* expected;
};

class DecodeReferences : public testing::TestWithParam<ReferenceCase> {};

TEST_P(DecodeReferences, ReadsThemAsHtmlDoes) {
    EXPECT_EQ(decode_references(GetParam().raw), GetParam().expected) << GetParam().raw;
}

INSTANTIATE_TEST_SUITE_P(
    References, DecodeReferences,
    testing::Values(ReferenceCase{"AT&amp;T", "AT&T"}, ReferenceCase{"&amp;lt;", "&lt;"},
                    ReferenceCase{"&eacute;t&eacute", "été"}, ReferenceCase{"&notin; &notit;", "∉ ¬it;"},
                    ReferenceCase{"&#8217;&#x2019;&#X2019", "’’’"}, ReferenceCase{"&#146;&#128;", "’€"},
                    ReferenceCase{"&#0;&#xD800;&#x110000;&#99999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD"},
                    ReferenceCase{"& &; &# &#x; &unknown; &", "& &; &# &#x; &unknown; &"},
                    ReferenceCase{"&NotEqualTilde;", "≂̸"}, ReferenceCase{"&CounterClockwiseContourIntegral;", "∳"}));

TEST(DecodeReferences, LeavesParametersOfAnAddressAlone) {
    EXPECT_EQ(decode_references("?a=1&copy=2&amp;b=3&lt", ReferencePlace::attribute), "?a=1&copy=2&b=3<");
    EXPECT_EQ(decode_references("?a=1&copy=2"), "?a=1©=2");
}

TEST(AppendEscaped, WritesWhatHtmlAndXmlMayHold) {
    std::string out;
    append_escaped(out, std::string_view("<a href=\"x\">&\x01\0\x7F\r\n\r'", 20));
    EXPECT_EQ(out, "&lt;a href=\"x\"&gt;&amp;\n\n'");
    out.clear();
    append_escaped_value(out, R"("a" < b")");
    EXPECT_EQ(out, "&quot;a&quot; &lt; b&quot;");
}

}  // namespace
}  // namespace masthead::feeds
