#include "feeds/render/extension_rules.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

constexpr const char* podcast = "https://podcastindex.org/namespace/1.0";
constexpr const char* itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
constexpr const char* georss = "http://www.georss.org/georss";
constexpr const char* slash = "http://purl.org/rss/1.0/modules/slash/";
constexpr const char* media = "http://search.yahoo.com/mrss/";
constexpr const char* gml = "http://www.opengis.net/gml";
constexpr const char* events = "http://purl.org/rss/1.0/modules/event/";
constexpr const char* wgs84 = "http://www.w3.org/2003/01/geo/wgs84_pos#";
constexpr const char* shop = "http://base.google.com/ns/1.0";
constexpr const char* thr = "http://purl.org/syndication/thread/1.0";

using Elements = std::vector<ExtensionElement>;

Elements of_entry(const Elements& elements, std::size_t longest = 10'000) {
    return publishable(elements, ExtensionPlace::entry, longest);
}

struct RuleCase {
    ExtensionElement given;
    const char* published;  // its text; null: nothing is
};

class ExtensionRule : public testing::TestWithParam<RuleCase> {};

TEST_P(ExtensionRule, LetsPassWhatValidatorsTake) {
    const auto out = publishable({GetParam().given}, ExtensionPlace::entry, 10'000);
    ASSERT_EQ(out.size(), GetParam().published ? 1U : 0U)
        << GetParam().given.name << " " << GetParam().given.text.str();
    if (!out.empty()) {
        EXPECT_EQ(out[0].text, GetParam().published);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Values, ExtensionRule,
    testing::Values(
        RuleCase{{slash, "comments", {}, "12", 0}, "12"}, RuleCase{{slash, "comments", {}, "-1", 0}, nullptr},
        RuleCase{{slash, "hit_parade", {}, "3,2,1", 0}, "3,2,1"},
        RuleCase{{georss, "point", {}, "51.9 4.5", 0}, "51.9 4.5"}, RuleCase{{georss, "point", {}, "4.5", 0}, nullptr},
        RuleCase{{georss, "point", {}, "91 4", 0}, nullptr}, RuleCase{{georss, "point", {}, "inf nan", 0}, nullptr},
        RuleCase{{georss, "polygon", {}, "1 1 1 2 2 2 1 1", 0}, "1 1 1 2 2 2 1 1"},
        RuleCase{{georss, "polygon", {}, "1 1 1 2 2 2 2 1", 0}, nullptr},
        RuleCase{{itunes, "block", {}, "YES", 0}, "yes"}, RuleCase{{itunes, "block", {}, "no", 0}, nullptr},
        RuleCase{{itunes, "subtitle", {}, "x", 0}, nullptr},
        RuleCase{{itunes, "title", {}, std::string(256, 'x'), 0}, nullptr},
        RuleCase{{itunes, "owner", {}, "ada@tide.example", 0}, nullptr},
        RuleCase{{media, "credit", {{"role", "producer"}}, "Bo", 0}, "Bo"},
        RuleCase{{media, "credit", {{"role", "owner"}}, "Bo", 0}, nullptr},
        RuleCase{{media, "rating", {}, "adult", 0}, "adult"},
        RuleCase{{media, "rating", {{"scheme", "urn:v-chip"}}, "tv-y", 0}, nullptr},
        RuleCase{{media, "hash", {}, "d41d8cd98f00b204e9800998ecf8427e", 0}, "d41d8cd98f00b204e9800998ecf8427e"},
        RuleCase{{media, "hash", {}, "d41d", 0}, nullptr}, RuleCase{{media, "community", {}, "7", 0}, nullptr},
        RuleCase{{media, "title", {}, "Second to the entry's", 0}, nullptr},
        RuleCase{{podcast, "season", {{"name", "One"}}, "", 0}, nullptr},
        RuleCase{{podcast, "episode", {}, "12.5", 0}, "12.5"},
        RuleCase{{"http://purl.org/dc/elements/1.1/", "publisher", {}, "Quay", 0}, "Quay"},
        RuleCase{{"http://purl.org/dc/elements/1.1/", "publisher", {}, "ada@tide.example (Ada)", 0}, nullptr},
        RuleCase{{"https://tide.example/ns", "ownerEmail", {}, "ada@tide.example", 0}, nullptr},
        RuleCase{{itunes, "order", {}, "1", 0}, nullptr},
        RuleCase{{"http://purl.org/dc/terms/", "available", {}, "1 Jan 2024", 0}, "2024-01-01T00:00:00Z"},
        RuleCase{{"http://wellformedweb.org/CommentAPI/", "commentRss", {}, "https://a.example/ä", 0}, nullptr},
        RuleCase{{wgs84, "lat", {}, "51.9", 0}, "51.9"}, RuleCase{{wgs84, "lat", {}, "north", 0}, nullptr},
        RuleCase{{"http://www.w3.org/2005/Atom", "weather", {}, "wet", 0}, nullptr},
        RuleCase{{georss, "point", {}, ".5 4.5", 0}, nullptr}, RuleCase{{georss, "floor", {}, "-2", 0}, "-2"},
        RuleCase{{georss, "floor", {}, "2.5", 0}, nullptr}, RuleCase{{georss, "radius", {}, "-1", 0}, nullptr},
        RuleCase{{events, "startdate", {}, "2026-10-02T19:00:00+02:00", 0}, "2026-10-02T17:00:00Z"},
        RuleCase{{events, "startdate", {}, "on Friday", 0}, nullptr},
        RuleCase{{shop, "price", {}, "12.50 EUR", 0}, "12.50 EUR"}, RuleCase{{shop, "price", {}, "12", 0}, "12"},
        RuleCase{{shop, "price", {}, "free", 0}, nullptr}, RuleCase{{shop, "colour_of_hull", {}, "red", 0}, nullptr},
        RuleCase{{"http://xmlns.com/foaf/0.1/", "name", {}, "Ada", 0}, nullptr},
        RuleCase{{"HTTP://purl.org/rss/1.0/modules/wiki", "version", {}, "3", 0}, nullptr},
        RuleCase{{podcast, "anything", {{"new", "1"}}, "", 0}, ""}));

struct ReferenceCase {
    const char* ref;
    bool is_published;
};

class Reply : public testing::TestWithParam<ReferenceCase> {};

// RFC 4685, section 3: `ref` is the atom:id of what is answered, so an IRI with a scheme.
TEST_P(Reply, RefersToAnIdentifier) {
    const auto out = of_entry({{thr, "in-reply-to", {{"ref", GetParam().ref}}, "", 0}});
    EXPECT_EQ(out.size(), GetParam().is_published ? 1U : 0U);
}

INSTANTIATE_TEST_SUITE_P(
    References, Reply,
    testing::Values(ReferenceCase{"https://tide.example/weir", true}, ReferenceCase{"tag:tide.example,2026:weir", true},
                    ReferenceCase{"tag:tide.example,2026-05-20:weir", true}, ReferenceCase{"urn:isbn:0451450523", true},
                    ReferenceCase{"urn:uuid:f0dabe63-18da-5b53-b362-178145650a81", true}, ReferenceCase{"", false},
                    ReferenceCase{"1234", false}, ReferenceCase{"tag:weir", false},
                    ReferenceCase{"tag:tide.example,May:weir", false}, ReferenceCase{"tag:Tide,2026:weir", false},
                    ReferenceCase{"urn:uuid:weir", false},
                    ReferenceCase{"urn:uuid:f0dabe63-18da-5b53-b362-178145650aweir", false},
                    ReferenceCase{"urn:weir", false}, ReferenceCase{"https://tide.example/a|b", false},
                    ReferenceCase{"/weir", false}));

TEST(ExtensionRules, TakeElementsWithoutANamespaceOnlyOfALiveItem) {
    const ExtensionElement title{"", "title", {}, "Live", 1};
    EXPECT_TRUE(
        publishable({{"https://tide.example/ns", "event", {}, "", 0}, title}, ExtensionPlace::entry, 99).empty());
    EXPECT_EQ(publishable({{podcast, "liveItem", {}, "", 0}, title}, ExtensionPlace::show, 99).size(), 2U);
}

TEST(ExtensionRules, TakeTheFirstOfWhatStandsOnce) {
    const auto out =
        publishable({{slash, "comments", {}, "1", 0}, {slash, "comments", {}, "2", 0}}, ExtensionPlace::entry, 1000);
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].text, "1");
}

TEST(ExtensionRules, LeaveWithTheEntryWhomToPayAndWithTheFeedWhoOwnsIt) {
    const Elements elements = {{podcast, "value", {{"type", "lightning"}}, "", 0},
                               {podcast, "txt", {{"purpose", "verify"}}, "x1", 0},
                               {podcast, "locked", {{"owner", "ada@tide.example"}}, "yes", 0},
                               {podcast, "funding", {{"url", "https://tide.example/give"}}, "Give", 0}};
    const auto out = publishable(elements, ExtensionPlace::show, 1000);
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].name, "funding");
}

// What is left has the attributes that the element is known to have, where their values are of their types.
TEST(ExtensionRules, LeaveOutAttributesThatAreNotKnownOrNotOfTheirType) {
    const Elements given = {{media,
                             "content",
                             {{"url", "https://a.example/1.mp4"},
                              {"filesize", "9000"},
                              {"width", "wide"},
                              {"height", "0"},
                              {"medium", "film"},
                              {"duration", "61.5"},
                              {"lang", "en_GB"},
                              {"isDefault", "true"},
                              {"colour", "red"}},
                             "",
                             0}};
    EXPECT_EQ(
        of_entry(given),
        (Elements{
            {media,
             "content",
             {{"url", "https://a.example/1.mp4"}, {"fileSize", "9000"}, {"duration", "61.5"}, {"isDefault", "true"}},
             "",
             0}}));
}

TEST(ExtensionRules, LeaveOutElementsWithoutTheAttributeThatTheyNeed) {
    EXPECT_TRUE(of_entry({{media, "content", {{"width", "640"}}, "", 0},
                          {media, "title", {}, "within", 1},
                          {media, "thumbnail", {{"url", "ftp://a.example/1.jpg"}}, "", 0},
                          {thr, "in-reply-to", {{"href", "https://a.example/"}}, "", 0}})
                    .empty());
    const Elements reply = {{thr, "in-reply-to", {{"ref", "tag:a.example,2025:1"}}, "", 0}};
    EXPECT_EQ(of_entry(reply), reply);
}

TEST(ExtensionRules, TakeAGroupOfSeveralFormsAsItIs) {
    const Elements group = {{media, "group", {}, "", 0},
                            {media, "content", {{"url", "https://a.example/1.mp4"}}, "", 1},
                            {media, "thumbnail", {{"url", "https://a.example/1.jpg"}}, "", 2},
                            {media, "content", {{"url", "https://a.example/1.webm"}}, "", 1},
                            {media, "title", {}, "One", 1}};
    EXPECT_EQ(of_entry(group), group);
}

TEST(ExtensionRules, DissolveAGroupOfOne) {
    const auto out = of_entry({{media, "group", {}, "", 0},
                               {media, "title", {}, "One", 1},
                               {media, "content", {{"url", "https://a.example/1.mp4"}}, "", 1},
                               {media, "thumbnail", {{"url", "https://a.example/1.jpg"}}, "", 2},
                               {media, "community", {}, "", 1},
                               {media, "statistics", {{"views", "7"}}, "", 2}});
    EXPECT_EQ(out, (Elements{{media, "content", {{"url", "https://a.example/1.mp4"}}, "", 0},
                             {media, "thumbnail", {{"url", "https://a.example/1.jpg"}}, "", 1}}));
}

TEST(ExtensionRules, TakePlacesOfGmlThatAreWhole) {
    const auto where = [](const char* position) {
        return Elements{{georss, "where", {}, "", 0}, {gml, "Point", {}, "", 1}, {gml, "pos", {}, position, 2}};
    };
    EXPECT_EQ(of_entry(where("51.92 4.48")), where("51.92 4.48"));
    EXPECT_TRUE(of_entry(where("Rotterdam")).empty());
}

TEST(ExtensionRules, MakeAnAddressOfCoordinates) {
    const auto place = [](const char* geo) {
        return Elements{{podcast, "location", {{"geo", geo}, {"osm", "R1"}}, "Ghent", 0}};
    };
    EXPECT_EQ(of_entry(place("51.05,3.72")), place("geo:51.05,3.72"));
    EXPECT_EQ(of_entry(place("geo:51.05,3.72")), place("geo:51.05,3.72"));
    EXPECT_EQ(of_entry(place("here")), (Elements{{podcast, "location", {{"osm", "R1"}}, "Ghent", 0}}));
}

TEST(ExtensionRules, BoundEachText) {
    const Elements given = {{media, "content", {{"url", "https://a.example/1.mp4"}}, "", 0},
                            {media, "description", {}, "A long text", 1},
                            {"https://tide.example/ns", "note", {}, "A long text", 0},
                            {"https://tide.example/ns", "note", {{"text", "A long text"}}, "", 0},
                            {"https://tide.example/ns", "tide", {{"link", "https://tide.example/"}}, "4.2", 0}};
    EXPECT_EQ(of_entry(given, 5), (Elements{given[0], given[4]}));
}

}  // namespace
}  // namespace masthead::feeds
