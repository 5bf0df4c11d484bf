#include "feeds/text/recipient.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

struct HtmlCase {
    const char* html;
    const char* expected;
};

class WithoutRecipient : public testing::TestWithParam<HtmlCase> {};

TEST_P(WithoutRecipient, KeepsTheTextAndDropsWhatIsTheReaders) {
    const std::string once = without_recipient(GetParam().html);
    EXPECT_EQ(once, GetParam().expected);
    EXPECT_EQ(without_recipient(once), once);
}

INSTANTIATE_TEST_SUITE_P(
    Fragments, WithoutRecipient,
    testing::Values(
        HtmlCase{"x<a id=\"fn-1\">1</a> <a href=\"#fn-1\">2</a>", "x<a id=\"fn-1\">1</a> <a href=\"#fn-1\">2</a>"},
        HtmlCase{"<p>One <a href=\"https://a.example/p\" title=\"t\">two</a>.</p>",
                 "<p>One <a href=\"https://a.example/p\" title=\"t\">two</a>.</p>"},
        HtmlCase{"<p><a href=\"https://x.us1.list-manage.com/track/click?u=1&amp;e=3\">the report</a></p>",
                 "<p>the report</p>"},
        HtmlCase{"<p>End.</p><p><a href=\"https://a.example/unsubscribe\">Unsubscribe</a> | "
                 "<a href=\"https://a.example/z?t=1\">Manage preferences</a></p>",
                 "<p>End.</p>"},
        HtmlCase{"<p>End.</p><p>You are receiving this because you subscribed at <b>a.example</b>.</p>", "<p>End.</p>"},
        HtmlCase{"<table><tr><td>Text</td><td>Vous recevez cet e-mail car ...</td></tr></table>",
                 "<table><tr><td>Text</td><td></td></tr></table>"},
        HtmlCase{"<p>Pixel<img src=\"https://eotrx.substackcdn.com/open?token=x\" alt=\"\"></p>", "<p>Pixel</p>"},
        HtmlCase{"<p><img src=\"https://a.example/i.png\" alt=\"x\"></p>",
                 "<p><img src=\"https://a.example/i.png\" alt=\"x\"></p>"},
        HtmlCase{"<p><a href=\"https://a.example/x\">Abmelden</a></p>", ""},
        HtmlCase{"<p>Read <a href=\"https://a.example/p?id=3&amp;sub=9f3k2\">it</a> <img "
                 "src=\"https://a.example/o/9f3k2.gif\" alt=\"\"></p><p><a "
                 "href=\"https://a.example/unsubscribe?sub=9f3k2\">Unsubscribe</a></p>",
                 "<p>Read <a href=\"https://a.example/p?id=3\">it</a> </p>"},
        HtmlCase{"<p><a href=\"https://a.example/go/0123456789abcdef01/7\">Read it</a></p><p><a "
                 "href=\"https://a.example/bye/0123456789abcdef01\">Abmelden</a></p>",
                 "<p>Read it</p>"},
        HtmlCase{"<p><a href=\"https://a.example/p?m=9f3k2&amp;n=9f3k2x7\">Read it</a></p><p><a "
                 "href=\"https://a.example/unsubscribe?m=9f3k2&amp;n=9f3k2x7\">Unsubscribe</a></p>",
                 "<p><a href=\"https://a.example/p\">Read it</a></p>"},
        HtmlCase{"<p><a href=\"https://a.example/?u=a1b2c3&amp;id=d4e5f6\">Online</a></p><p><a "
                 "href=\"https://a.example/unsubscribe?u=a1b2c3&amp;id=77777&amp;e=9f3k2\">Unsubscribe</a></p>",
                 "<p><a href=\"https://a.example/?u=a1b2c3&amp;id=d4e5f6\">Online</a></p>"},
        HtmlCase{"<p><a href=\"https://a.example/p?lang=english&amp;year=2026\">Read it</a></p><p><a "
                 "href=\"https://a.example/unsubscribe?lang=english&amp;year=2026\">Unsubscribe</a></p>",
                 "<p><a href=\"https://a.example/p?lang=english&amp;year=2026\">Read it</a></p>"}));

}  // namespace
}  // namespace masthead::feeds
