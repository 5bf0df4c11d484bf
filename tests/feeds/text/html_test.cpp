#include "feeds/text/html.hpp"

#include <gtest/gtest.h>

#include "feeds/text/html_balance.hpp"

namespace masthead::feeds {
namespace {

HtmlTree tree_of(const std::string& text) { return parse_html(text, Limits{}).value(); }

TEST(ParseHtml, GivesTheNodesInDocumentOrder) {
    const HtmlTree tree = tree_of("<html lang=de><title>T &amp; U</title><p class='a B'>one <b>two</b><p>three");
    ASSERT_GT(tree.size(), 8U);
    EXPECT_EQ(tree[0].tag, "html");
    EXPECT_EQ(tree[0].attribute("lang"), "de");
    EXPECT_EQ(tree[0].end, tree.size());
    EXPECT_EQ(tree.text(tree.find_tag("title")), "T & U");
    const auto p = tree.find_tag("p");
    EXPECT_TRUE(tree[p].has_class("b"));
    EXPECT_EQ(tree.text(p), "one two");
    EXPECT_EQ(tree.markup(p), "<p class=\"a B\">one <b>two</b></p>");
    EXPECT_EQ(tree.children(p).size(), 2U);
    EXPECT_TRUE(tree.is_within(tree.find_tag("b"), p));
    EXPECT_EQ(tree.ancestor(tree.find_tag("b"), "body"), tree.find_tag("body"));
    EXPECT_EQ(tree.find_tag("table"), tree.size());
}

TEST(ParseHtml, LeavesOutWhatNoPageIsReadFor) {
    const HtmlTree tree = tree_of(
        "<svg><p>x</svg><script>y</script><script type='application/ld+json'>{\"a\":\"<!--<script>\"}"
        "</script><iframe src=z></iframe><template><p>t</template><p>kept");
    EXPECT_EQ(tree.text(0), "kept");
    const auto script = tree.find_tag("script");
    EXPECT_EQ(tree[script + 1].text, "{\"a\":\"\\u003C!--<script>\"}");
}

TEST(ParseHtml, TakesOutMarkupInsteadOfBelievingItsDepth) {
    std::string deep;
    for (int i = 0; i < 200'000; ++i) deep += "<div>";
    const HtmlTree tree = tree_of(deep + "x");
    EXPECT_TRUE(tree.flattened);
    EXPECT_LT(tree.size(), 300U);
    EXPECT_EQ(tree.text(0), "x");
}

TEST(ParseHtml, BuildsNoMoreNodesThanTheSourceHasTags) {
    std::string unclosed;
    std::string fostered = "<table>";
    for (int i = 0; i < 20'000; ++i) {
        unclosed += "<p><b a=" + std::to_string(i) + ">x";
        fostered += "<tr><b a=" + std::to_string(i) + ">x";
    }
    EXPECT_LT(tree_of(unclosed).size(), 70'000U);
    EXPECT_LT(tree_of(fostered).size(), 90'000U);
}

// A node of a page takes several times the memory of a feed's.
TEST(ParseHtml, RefusesMoreNodesThanAQuarterOfTheLimit) {
    Limits limits;
    limits.nodes = 400;
    std::string many;
    for (int i = 0; i < 100; ++i) many += "<br>";
    EXPECT_TRUE(parse_html(many, limits));
    const auto result = parse_html(many + "<br>", limits);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ParseError::Code::too_many);
}

struct BalanceCase {
    const char* html;
    const char* expected;
};

class BalanceHtml : public testing::TestWithParam<BalanceCase> {};

TEST_P(BalanceHtml, ClosesWhatIsOpen) { EXPECT_EQ(balance_html(GetParam().html, Limits{})->text, GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Pages, BalanceHtml,
    testing::Values(BalanceCase{"<p><b>x<p>y", "<p><b>x</b></p><p>y</p>"}, BalanceCase{"<<nobr>div>", "&lt;div>"},
                    BalanceCase{"<a title='\"><script>'>x", "<a title=\"&quot;><script>\">x</a>"},
                    BalanceCase{"<form>a<form>b</form>", "<form>ab</form>"},
                    BalanceCase{"<body><body>x</body></html>y", "<body>xy"},
                    BalanceCase{"<table><b>x<tr><td>y", "<table><b>x</b><tr><td>y</td></tr></table>"}));

}  // namespace
}  // namespace masthead::feeds
