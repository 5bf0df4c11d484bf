#include "feeds/people/platforms.hpp"

#include <string>

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

struct UrlCase {
    const char* url;
    const char* platform;  // empty: no profile
    const char* handle;
    const char* published;
};

class ProfileOfUrl : public testing::TestWithParam<UrlCase> {};

TEST_P(ProfileOfUrl, GivesTheSameThreeValuesForEveryFormOfAnAccount) {
    const auto& expected = GetParam();
    const auto profile = profile_of_url(expected.url);
    ASSERT_EQ(profile.has_value(), *expected.platform != '\0') << expected.url;
    if (!profile) return;
    EXPECT_EQ(profile->platform, expected.platform) << expected.url;
    EXPECT_EQ(profile->handle, expected.handle) << expected.url;
    EXPECT_EQ(profile->url, expected.published) << expected.url;
}

INSTANTIATE_TEST_SUITE_P(
    Accounts, ProfileOfUrl,
    testing::Values(
        UrlCase{"https://x.com/NellWick", "twitter", "NellWick", "https://x.com/NellWick"},
        UrlCase{"http://www.twitter.com/NellWick/?lang=en#top", "twitter", "NellWick", "https://x.com/NellWick"},
        UrlCase{"https://mobile.twitter.com/@NellWick", "twitter", "NellWick", "https://x.com/NellWick"},
        UrlCase{"https://social.example/@nell", "mastodon", "nell@social.example", "https://social.example/@nell"},
        UrlCase{"https://Social.example/users/nell", "mastodon", "nell@social.example", "https://social.example/@nell"},
        UrlCase{"https://social.example/web/@nell/", "mastodon", "nell@social.example", "https://social.example/@nell"},
        UrlCase{"https://social.example/@nell@other.example", "mastodon", "nell@other.example",
                "https://other.example/@nell"},
        UrlCase{"acct:nell@social.example", "mastodon", "nell@social.example", "https://social.example/@nell"},
        UrlCase{"https://bsky.app/profile/nell.wick.example", "bluesky", "nell.wick.example",
                "https://bsky.app/profile/nell.wick.example"},
        UrlCase{"at://nell.wick.example", "bluesky", "nell.wick.example", "https://bsky.app/profile/nell.wick.example"},
        UrlCase{"https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvw2", "bluesky",
                "did:plc:abcdefghijklmnopqrstuvw2", "https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvw2"},
        UrlCase{"https://www.threads.net/@nell.wick", "threads", "nell.wick", "https://www.threads.com/@nell.wick"},
        UrlCase{"https://de.linkedin.com/in/nell-w%C3%AFck/?trk=x", "linkedin", "nell-wïck",
                "https://www.linkedin.com/in/nell-w%C3%AFck"},
        UrlCase{"https://linkedin.com/pub/nell-wick/1/2a/3b4", "linkedin", "nell-wick",
                "https://www.linkedin.com/in/nell-wick"},
        UrlCase{"https://github.com/nell-wick", "github", "nell-wick", "https://github.com/nell-wick"},
        UrlCase{"https://instagram.com/nell.wick?igshid=1", "instagram", "nell.wick",
                "https://www.instagram.com/nell.wick/"},
        UrlCase{"https://m.youtube.com/@nellwick", "youtube", "nellwick", "https://www.youtube.com/@nellwick"},
        UrlCase{"https://www.youtube.com/c/nellwick", "youtube", "nellwick", "https://www.youtube.com/@nellwick"},
        UrlCase{"https://www.youtube.com/channel/UCabcdefghijklmnopqrstuV", "youtube", "UCabcdefghijklmnopqrstuV",
                "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuV"},
        UrlCase{"https://www.tiktok.com/@nell_wick", "tiktok", "nell_wick", "https://www.tiktok.com/@nell_wick"},
        UrlCase{"https://m.facebook.com/nell.wick", "facebook", "nell.wick", "https://www.facebook.com/nell.wick"},
        UrlCase{"https://facebook.com/profile.php?ref=a&id=1000123", "facebook", "1000123",
                "https://www.facebook.com/profile.php?id=1000123"},
        UrlCase{"https://nellwick.medium.com/", "medium", "nellwick", "https://medium.com/@nellwick"},
        UrlCase{"https://substack.com/profile/4711-nell-wick", "substack", "nell-wick",
                "https://substack.com/@nell-wick"},
        UrlCase{"https://old.reddit.com/u/nell_wick", "reddit", "nell_wick", "https://www.reddit.com/user/nell_wick"},
        UrlCase{"https://t.me/s/nellwick", "telegram", "nellwick", "https://t.me/nellwick"},
        UrlCase{"https://www.flickr.com/photos/12345678@N01/", "flickr", "12345678@N01",
                "https://www.flickr.com/people/12345678@N01/"},
        UrlCase{"https://orcid.org/0000-0002-1825-0097", "orcid", "0000-0002-1825-0097",
                "https://orcid.org/0000-0002-1825-0097"},
        UrlCase{"https://www.goodreads.com/author/show/77.Nell_Wick", "goodreads", "77",
                "https://www.goodreads.com/author/show/77"},
        UrlCase{"https://www.goodreads.com/user/show/77-nell", "goodreads", "77",
                "https://www.goodreads.com/user/show/77"},
        UrlCase{"https://letterboxd.com/nellwick/", "letterboxd", "nellwick", "https://letterboxd.com/nellwick/"},
        UrlCase{"https://pixelfed.example/users/nell", "pixelfed", "nell@pixelfed.example",
                "https://pixelfed.example/nell"},
        UrlCase{"https://peertube.example/accounts/nell", "peertube", "nell@peertube.example",
                "https://peertube.example/a/nell"}));

INSTANTIATE_TEST_SUITE_P(
    NobodysAccounts, ProfileOfUrl,
    testing::Values(UrlCase{"https://twitter.com/intent/tweet?url=https://a.example/&via=ledger", "", "", ""},
                    UrlCase{"https://twitter.com/share?url=x", "", "", ""},
                    UrlCase{"https://x.com/i/user/12", "", "", ""},
                    UrlCase{"https://x.com/nellwick/status/12", "", "", ""},
                    UrlCase{"https://x.com/a_handle_that_is_too_long", "", "", ""},
                    UrlCase{"https://www.facebook.com/sharer/sharer.php?u=x", "", "", ""},
                    UrlCase{"https://www.facebook.com/share.php?u=x", "", "", ""},
                    UrlCase{"https://www.facebook.com/groups/nellwick", "", "", ""},
                    UrlCase{"https://www.linkedin.com/shareArticle?mini=true&url=x", "", "", ""},
                    UrlCase{"https://www.linkedin.com/company/ledger", "", "", ""},
                    UrlCase{"https://t.me/share/url?url=x", "", "", ""}, UrlCase{"https://t.me/+AbCdEf", "", "", ""},
                    UrlCase{"https://bsky.app/intent/compose?text=x", "", "", ""},
                    UrlCase{"https://www.instagram.com/p/AbC/", "", "", ""},
                    UrlCase{"https://www.youtube.com/watch?v=1", "", "", ""},
                    UrlCase{"https://www.tiktok.com/@nell/video/1", "", "", ""},
                    UrlCase{"https://www.reddit.com/r/books", "", "", ""},
                    UrlCase{"https://nellwick.substack.com/", "", "", ""},
                    UrlCase{"https://nellwick.github.io/", "", "", ""},
                    UrlCase{"https://orcid.org/0000-0002-1825-0098", "", "", ""},
                    UrlCase{"https://podcasts.apple.com/us/podcast/x/id123", "", "", ""},
                    UrlCase{"https://open.spotify.com/show/0123456789abcdefABCDEF", "", "", ""},
                    UrlCase{"https://peertube.example/c/channel", "", "", ""},
                    UrlCase{"https://social.example/@nell/109", "", "", ""},
                    UrlCase{"https://questions.example/users/12", "", "", ""}, UrlCase{"ftp://x.com/nell", "", "", ""},
                    UrlCase{"", "", "", ""}));

TEST(ProfileOfHandle, TakesHandlesAsTheAdminWritesThem) {
    EXPECT_EQ(profile_of_handle("mastodon", "@nell@Social.example")->handle, "nell@social.example");
    EXPECT_EQ(profile_of_handle("X", "nellwick")->platform, "twitter");
    EXPECT_EQ(profile_of_handle("twitter", "\xEF\xBC\xA0nellwick")->handle, "nellwick");
    EXPECT_EQ(profile_of_handle("bluesky", "nell.wick.example")->url, "https://bsky.app/profile/nell.wick.example");
}

TEST(ProfileOfHandle, RefusesWhatThePlatformDoesNotAllow) {
    EXPECT_FALSE(profile_of_handle("twitter", "nell.wick"));
    EXPECT_FALSE(profile_of_handle("mastodon", "nell"));
    EXPECT_FALSE(profile_of_handle("bluesky", "example"));
    EXPECT_FALSE(profile_of_handle("telegram", "1nellwick"));
    EXPECT_FALSE(profile_of_handle("github", "nell--wick"));
    EXPECT_FALSE(profile_of_handle("twitter", "search"));
    EXPECT_FALSE(profile_of_handle("nowhere", "nell"));
}

TEST(SameAccount, ComparesHandlesWithoutCaseButForChannelIds) {
    EXPECT_TRUE(same_account(*profile_of_handle("twitter", "NellWick"), *profile_of_handle("twitter", "nellwick")));
    EXPECT_FALSE(same_account(*profile_of_handle("twitter", "nell"), *profile_of_handle("github", "nell")));
    EXPECT_FALSE(same_account(*profile_of_handle("youtube", "UCabcdefghijklmnopqrstuV"),
                              *profile_of_handle("youtube", "UCabcdefghijklmnopqrstuv")));
}

TEST(BylineRel, IsMeForPlatformsThatBylineDoesNotKnow) {
    EXPECT_EQ(byline_rel("bluesky"), "bluesky");
    EXPECT_EQ(byline_rel("orcid"), "me");
    EXPECT_EQ(platform_title("twitter"), "X (Twitter)");
}

}  // namespace
}  // namespace masthead::feeds
