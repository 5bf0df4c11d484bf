#include "feeds/identity.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

TEST(Uuid5, IsThatOfTheStandard) {
    // RFC 9562, appendix A.4.
    EXPECT_EQ(uuid5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}

TEST(Uuid5, UsesTheUrlNameSpaceWhereNoneIsGiven) {
    EXPECT_EQ(uuid5("", "https://a.example/"), uuid5("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "https://a.example/"));
}

TEST(PodcastGuid, IsThatOfTheNamespacesOwnExample) {
    for (const char* url : {"podnews.net/rss", "https://podnews.net/rss", "http://podnews.net/rss//"})
        EXPECT_EQ(podcast_guid(url), "9b024349-ccf0-5f69-a609-6b82873eab3c") << url;
}

TEST(EntryKey, IsTheGuidThenTheLinkThenAHash) {
    Entry entry;
    entry.title = "Tides";
    const std::string hashed = entry_key(entry);
    EXPECT_EQ(hashed.rfind("sha256:", 0), 0U);
    entry.published = Time{};
    EXPECT_NE(entry_key(entry), hashed);
    entry.url = "https://a.example/tides";
    EXPECT_EQ(entry_key(entry), "https://a.example/tides");
    entry.guid = "7";
    EXPECT_EQ(entry_key(entry), "7");
}

TEST(EntryKey, TellsEntriesWithNothingButTextApart) {
    Entry a, b;
    a.content = "<p>one</p>";
    b.content = "<p>two</p>";
    EXPECT_NE(entry_key(a), entry_key(b));
    EXPECT_EQ(entry_key(a), entry_key(a));
}

TEST(LocalId, IsStableAndOfItsSourceAlone) {
    const std::string id = local_id("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com");
    EXPECT_EQ(id, "urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2");
    EXPECT_NE(local_id("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "www.example.com"), id);
}

struct IdCase {
    const char* guid;
    bool global;
};

class IsGlobalId : public testing::TestWithParam<IdCase> {};

TEST_P(IsGlobalId, TakesAbsoluteIrisOnly) {
    EXPECT_EQ(is_global_id(GetParam().guid), GetParam().global) << GetParam().guid;
}

INSTANTIATE_TEST_SUITE_P(
    Ids, IsGlobalId,
    testing::Values(IdCase{"https://a.example/?p=1", true}, IdCase{"HTTP://A.example/x", true},
                    IdCase{"https://a.example/\xC3\xBC", true}, IdCase{"tag:a.example,2024-05:x", true},
                    IdCase{"tag:ada@a.example,2024:x", true}, IdCase{"urn:isbn:0-395-36341-1", true},
                    IdCase{"urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2", true}, IdCase{"", false},
                    IdCase{"17", false}, IdCase{"post:17", false}, IdCase{"/2024/x", false}, IdCase{"https://", false},
                    IdCase{"https://a.example/a b", false}, IdCase{"https://a.example/100%", false},
                    IdCase{"urn:uuid:17", false}, IdCase{"urn:x:1", false}, IdCase{"tag:a.example:x", false},
                    IdCase{"tag:a.example,May:x", false}, IdCase{"javascript:alert(1)", false}));

}  // namespace
}  // namespace masthead::feeds
