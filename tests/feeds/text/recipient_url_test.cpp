#include "feeds/text/recipient_url.hpp"

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
                    UrlCase{"https://news.tide.example/track/click?u=1&id=2&e=3", ""},
                    UrlCase{"https://mail.tide.example/CL0/https:%2F%2Fa.example%2Fp/1/0100", "https://a.example/p"},
                    UrlCase{"https://tide.example/track/clickbait", "https://tide.example/track/clickbait"},
                    UrlCase{"https://mail.tide.example/c/eJwVj0EOgyAQAH8DRwILKw", ""},
                    UrlCase{"https://tide.example/p?user_id=7&id=3", "https://tide.example/p?id=3"},
                    UrlCase{"https://tide.example/p?uid=0123456789abcdef0", "https://tide.example/p"},
                    UrlCase{"https://tide.example/p?uid=77", "https://tide.example/p?uid=77"},
                    UrlCase{"https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fp&sa=D", "https://a.example/p"},
                    UrlCase{"https://x.awstrack.me/L0/https:%2F%2Fa.example%2Fp/1/0100", "https://a.example/p"},
                    UrlCase{"https://a.example/share?url=https%3A%2F%2Fb.example%2F",
                            "https://a.example/share?url=https%3A%2F%2Fb.example%2F"},
                    UrlCase{"https://a.example/feed?key=0123456789abcdef0123", "https://a.example/feed"},
                    UrlCase{"mailto:unsubscribe@a.example", ""},
                    UrlCase{"mailto:ada@a.example", "mailto:ada@a.example"}));

}  // namespace
}  // namespace masthead::feeds
