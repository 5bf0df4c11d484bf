#include "feeds/render/contributors.hpp"

#include <gtest/gtest.h>

#include "tests/feeds/render/sample.hpp"

namespace masthead::feeds {
namespace {

Credit credit(std::string name, Part part, std::optional<AuthorId> author = std::nullopt) {
    Credit out;
    out.person.name = std::move(name);
    out.part = part;
    out.author = author;
    return out;
}

Entry crediting(std::vector<Credit> credits) {
    Entry out;
    out.credits = std::move(credits);
    return out;
}

TEST(Contributors, NameEachOnceAuthorsFirst) {
    const Page page = tests::rich_page();
    const auto people =
        contributors(page, crediting({credit("Paul Reith", Part::guest), credit("O. Bexley", Part::author, AuthorId{1}),
                                      credit("Orla Bexley", Part::host, AuthorId{1})}));
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people[0].name, "Orla Bexley");
    EXPECT_EQ(people[0].part, Part::host) << "which says more than author";
    EXPECT_EQ(people[1].name, "Paul Reith");
}

TEST(Contributors, LeaveNamesThatMatchNobodyPlain) {
    const Page page = tests::rich_page();
    const auto people =
        contributors(page, crediting({credit("Ines Okafor", Part::author), credit("Gone", Part::author, AuthorId{99}),
                                      credit("", Part::author)}));
    ASSERT_EQ(people.size(), 2U);
    for (const auto& person : people) {
        EXPECT_EQ(person.author, nullptr);
        EXPECT_EQ(person.url, "");
    }
}

TEST(Contributors, LeadToTheirPageHereWhenTheyHaveNoHome) {
    const Page page = tests::rich_page();
    EXPECT_EQ(contributor_of(page, page.authors[0]).url, "https://bexley.example/");
    EXPECT_EQ(contributor_of(page, page.authors[1]).url, "https://feeds.example/authors/tomas-quill");
}

}  // namespace
}  // namespace masthead::feeds
