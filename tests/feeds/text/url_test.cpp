#include "feeds/text/url.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

struct ResolveCase {
    const char* base;
    const char* reference;
    std::optional<std::string> expected;
};

class ResolveUrl : public testing::TestWithParam<ResolveCase> {};

TEST_P(ResolveUrl, GivesTheAddressThatABrowserWouldOpen) {
    EXPECT_EQ(resolve_url(GetParam().base, GetParam().reference), GetParam().expected) << GetParam().reference;
}

INSTANTIATE_TEST_SUITE_P(Urls, ResolveUrl,
                         testing::Values(ResolveCase{"https://a.example/b/c?q", "../d e", "https://a.example/d%20e"},
                                         ResolveCase{"https://a.example/b/c", "//b.example", "https://b.example/"},
                                         ResolveCase{"https://a.example/b/c", "?x=1", "https://a.example/b/c?x=1"},
                                         ResolveCase{"https://a.example/b/c", "#top", "https://a.example/b/c#top"},
                                         ResolveCase{"https://a.example/b/c", "/../../d", "https://a.example/d"},
                                         ResolveCase{"https://a.example/b/c", "..\\d", "https://a.example/d"},
                                         ResolveCase{"", " HTTP://A.Example/x\ny ", "http://a.example/xy"},
                                         ResolveCase{"", "http:a.example/x", "http://a.example/x"},
                                         ResolveCase{"",
                                                     "https://b\xC3\xBC"
                                                     "cher.example/\xC3\xBC",
                                                     "https://xn--bcher-kva.example/%C3%BC"},
                                         ResolveCase{"", "https://a.example/100%", "https://a.example/100%25"},
                                         ResolveCase{"", "https://a.example/a|b[c]", "https://a.example/a%7Cb%5Bc%5D"},
                                         ResolveCase{"", "mailto:ada@a.example", "mailto:ada@a.example"},
                                         ResolveCase{"", "javascript:alert(1)", "javascript:alert(1)"},
                                         ResolveCase{"", "relative", std::nullopt},
                                         ResolveCase{"", "http://", std::nullopt},
                                         ResolveCase{"", "http://a b.example/", std::nullopt},
                                         ResolveCase{"https://a.example/", "12:30", "https://a.example/12:30"}));

// An address that was given is given again when it is read again.
TEST(ResolveUrl, GivesNoneThatIsTooLongOnceEncoded) {
    const auto given = [](std::size_t letters) {
        std::string letter = "/";
        for (std::size_t i = 0; i < letters; ++i) letter += "\u0436";
        return resolve_url("https://tide.example/", letter);
    };
    ASSERT_TRUE(given(1000).has_value());
    EXPECT_EQ(resolve_url("", *given(1000)), given(1000));
    EXPECT_EQ(given(2000), std::nullopt);
}

TEST(WithoutTracking, TakesOutWhatCountsReadersAndKeepsTheRest) {
    EXPECT_EQ(without_tracking("https://a.example/p?utm_source=x&id=3&mc_eid=77#c"), "https://a.example/p?id=3#c");
    EXPECT_EQ(without_tracking("https://a.example/p?utm_source=x"), "https://a.example/p");
    EXPECT_EQ(without_tracking("https://a.example/p?a=1&b=&c"), "https://a.example/p?a=1&b=&c");
    EXPECT_EQ(without_tracking("https://a.example/p?ref=letters.example&source=rss-1f"), "https://a.example/p");
    EXPECT_EQ(without_tracking("https://a.example/p?ref=main&source=map"), "https://a.example/p?ref=main&source=map");
}

TEST(CanonicalUrl, IsEqualForTwoAddressesOfOnePage) {
    const auto expected = canonical_url("https://a.example/p/x");
    for (const char* same :
         {"http://www.a.example/p/x/", "https://A.example:443/p/x?utm_medium=rss", "https://a.example/p/%78#c"})
        EXPECT_EQ(canonical_url(same), expected) << same;
    EXPECT_NE(canonical_url("https://a.example/?p=1"), canonical_url("https://a.example/?p=2"));
}

TEST(IsMedia, RefusesWhatIsNotOnTheWeb) {
    EXPECT_TRUE(is_media("https://a.example/x"));
    EXPECT_FALSE(is_media("javascript:alert(1)"));
    EXPECT_FALSE(is_media("mailto:a@b.example"));
    EXPECT_TRUE(is_link("mailto:a@b.example"));
}

}  // namespace
}  // namespace masthead::feeds
