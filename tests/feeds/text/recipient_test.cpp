#include "feeds/text/recipient.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

struct UrlCase {
    const char* url;
    const char* expected;
};

class UrlWithoutRecipient : public testing::TestWithParam<UrlCase> {};

TEST_P(UrlWithoutRecipient, NamesNoReaderAndActsForNone) {
    EXPECT_EQ(url_without_recipient(GetParam().url), GetParam().expected) << GetParam().url;
}

INSTANTIATE_TEST_SUITE_P(
    Urls, UrlWithoutRecipient,
    testing::Values(UrlCase{"https://a.example/p/x?id=3", "https://a.example/p/x?id=3"},
                    UrlCase{"https://a.example/p/x?utm_source=mail&uuid=77&id=3", "https://a.example/p/x?id=3"},
                    UrlCase{"https://a.example/unsubscribe?u=1", ""}, UrlCase{"https://a.example/x/unsubscribe/", ""},
                    UrlCase{"https://a.example/p/how-to-unsubscribe", "https://a.example/p/how-to-unsubscribe"},
                    UrlCase{"https://a.example/2024/how-to-vote/", "https://a.example/2024/how-to-vote/"},
                    UrlCase{"https://a.example/#/feedback/65f/1/?uuid=9", ""},
                    UrlCase{"https://a.example/x?who=ada%40b.example", "https://a.example/x"},
                    UrlCase{"https://x.campaign-archive.com/?u=1&id=2&e=3", "https://x.campaign-archive.com/?u=1&id=2"},
                    UrlCase{"https://letters.substack.com/action/disable_email?token=abc", ""},
                    UrlCase{"https://letters.substack.com/p/x?r=1abc", "https://letters.substack.com/p/x"},
                    UrlCase{"https://x.us1.list-manage.com/track/click?u=1&id=2&e=3", ""},
                    UrlCase{"https://click.convertkit-mail2.com/a1/b2/aHR0cHM6Ly9hLmV4YW1wbGUvcD9pZD0z",
                            "https://a.example/p?id=3"},
                    UrlCase{"https://substack.com/redirect/2/eyJlIjoiaHR0cHM6Ly9hLmV4YW1wbGUvcCJ9.c2lnbmF0dXJl",
                            "https://a.example/p"},
                    UrlCase{"https://substack.com/redirect/0f7e?j=eyJ1IjoiYWJjIn0", ""},
                    UrlCase{"https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fp&sa=D", "https://a.example/p"},
                    UrlCase{"https://x.awstrack.me/L0/https:%2F%2Fa.example%2Fp/1/0100", "https://a.example/p"},
                    UrlCase{"https://a.example/share?url=https%3A%2F%2Fb.example%2F",
                            "https://a.example/share?url=https%3A%2F%2Fb.example%2F"},
                    UrlCase{"https://a.example/feed?key=0123456789abcdef0123", "https://a.example/feed"},
                    UrlCase{"mailto:unsubscribe@a.example", ""},
                    UrlCase{"mailto:ada@a.example", "mailto:ada@a.example"}));

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
        HtmlCase{"<p><a href=\"https://a.example/x\">Abmelden</a></p>", ""}));

}  // namespace
}  // namespace masthead::feeds
