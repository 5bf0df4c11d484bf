#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "feeds/parse/html_page.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {
namespace {

// "Ada Bacd": a name of its own for each number.
std::string name_of(std::size_t number) {
    std::string surname = "B";
    for (const char digit : std::to_string(number)) surname += static_cast<char>('a' + (digit - '0'));
    return "Ada " + surname;
}

std::string repeated(std::size_t times, const std::function<std::string(std::size_t)>& part) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += part(i);
    return out;
}

Document article(const std::string& head, const std::string& byline) {
    const std::string paragraph = "<p>The weir was built in a dry year by people who did not believe in wet ones.</p>";
    const auto html = "<!doctype html><title>The Weir</title><meta property=og:type content=article>" + head +
                      "<article><h1>The Weir</h1>" + byline + paragraph + paragraph + "</article>";
    auto document = parse_html_page({html, "utf-8"}, {"https://weir.example/2021/weir", "text/html", ""}, Limits{});
    return document ? *document : Document{};
}

struct CrowdCase {
    const char* name;
    std::string head;
    std::string byline;
};

class CrowdOfAuthors : public testing::TestWithParam<CrowdCase> {};

TEST_P(CrowdOfAuthors, IsCutToTheFirstOfThem) {
    const auto document = article(GetParam().head, GetParam().byline);
    ASSERT_EQ(document.entries.size(), 1U);
    const auto& credits = document.entries.front().credits;
    ASSERT_EQ(credits.size(), most_people_of_page);
    EXPECT_EQ(credits.front().person.name, name_of(0));
    EXPECT_EQ(credits.back().person.name, name_of(most_people_of_page - 1));
}

constexpr std::size_t crowd = 300;

INSTANTIATE_TEST_SUITE_P(
    Places, CrowdOfAuthors,
    testing::Values(
        CrowdCase{"Metadata",
                  repeated(crowd,
                           [](std::size_t i) { return "<meta property=article:author content='" + name_of(i) + "'>"; }),
                  ""},
        CrowdCase{
            "JsonLd",
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[" +
                repeated(crowd,
                         [](std::size_t i) { return "{\"@type\":\"Person\",\"name\":\"" + name_of(i) + "\"},"; }) +
                "]}</script>",
            ""},
        CrowdCase{
            "Cards", "",
            repeated(crowd, [](std::size_t i) { return "<span class='p-author h-card'>" + name_of(i) + "</span> "; })},
        CrowdCase{"Byline", "", repeated(crowd, [](std::size_t i) { return "<p>By " + name_of(i) + "</p>"; })}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(CrowdOfAccounts, IsCutWhereTheSiteHasThem) {
    const auto document = article(
        repeated(crowd,
                 [](std::size_t i) { return "<meta name=twitter:site content='@weir" + std::to_string(i) + "'>"; }),
        "<p>By Ada Wick</p>");
    EXPECT_EQ(document.site_profiles.size(), most_accounts_of_page);
}

TEST(TitleOfMegabytes, IsNoTitle) {
    const auto document = article("<meta property=og:title content='" + std::string(1'000'000, 'x') + "'>", "");
    ASSERT_EQ(document.entries.size(), 1U);
    EXPECT_EQ(document.entries.front().title, "The Weir");
}

TEST(NestedJsonLdNodes, StandForTheFullestOfTheirId) {
    const auto document = article(
        "<script type='application/ld+json'>{\"@graph\":[{\"@id\":\"#ada\",\"@type\":\"Person\"},"
        "{\"@type\":\"Article\",\"author\":{\"@id\":\"#ada\",\"name\":\"A.\"}},"
        "{\"@id\":\"#ada\",\"@type\":\"Person\",\"name\":\"Ada Wick\",\"jobTitle\":\"Editor\"}]}</script>",
        "");
    ASSERT_EQ(document.entries.size(), 1U);
    ASSERT_EQ(document.entries.front().credits.size(), 1U);
    EXPECT_EQ(document.entries.front().credits.front().person.name, "Ada Wick");
    EXPECT_EQ(document.entries.front().credits.front().person.role, "Editor");
}

}  // namespace
}  // namespace masthead::feeds
