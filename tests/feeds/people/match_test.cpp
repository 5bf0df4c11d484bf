#include "feeds/people/match.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

Author author(int id, const char* name) {
    Author out;
    out.id = AuthorId{id};
    out.name = name;
    return out;
}

Person named(const char* name) {
    Person out;
    out.name = name;
    return out;
}

constexpr AuthorId nell{1}, odo{2}, other_odo{3};

std::vector<Author> authors() {
    std::vector<Author> out{author(1, "Nell Wick"), author(2, "Odo W. Farrant"), author(3, "Odo W. Farrant")};
    out[0].aliases = {"N. Wick-Farrant"};
    out[0].email = "nell@weir.example";
    out[0].profiles = {{"github", "nell-wick", "https://github.com/nell-wick"}};
    return out;
}

TEST(Match, GoesByProfileBeforeTheName) {
    auto person = named("Odo W. Farrant");
    person.profiles = {{"github", "Nell-Wick", "https://github.com/Nell-Wick"}};
    EXPECT_EQ(match(person, authors(), {}), nell);
}

TEST(Match, GoesByEmail) {
    auto person = named("Somebody");
    person.email = "Nell@weir.example";
    EXPECT_EQ(match(person, authors(), {}), nell);
}

TEST(Match, LooksAmongTheSourcesAuthorsWithLessCare) {
    EXPECT_EQ(match(named("Odo Farrant"), authors(), {other_odo}), other_odo);
    EXPECT_EQ(match(named("Odo Farrant"), authors(), {}), std::nullopt);
}

TEST(Match, GoesByAliasAndByName) {
    EXPECT_EQ(match(named("n wick farrant"), authors(), {}), nell);
    EXPECT_EQ(match(named("Dr. NELL WICK"), authors(), {}), nell);
}

TEST(Match, ChoosesNoneOfNamesakes) {
    EXPECT_EQ(match(named("Odo W. Farrant"), authors(), {}), std::nullopt);
    EXPECT_EQ(match(named("Odo W. Farrant"), authors(), {odo}), odo);
}

TEST(Match, NeverChoosesWhomTheAdminExcludes) {
    auto known = authors();
    known[0].namesakes = {"Nell B. Wick"};
    auto person = named("Nell B. Wick");
    person.profiles = known[0].profiles;
    EXPECT_EQ(match(person, known, {nell}), std::nullopt);
    person.name = "Nell A. Wick";
    EXPECT_EQ(match(person, known, {nell}), nell);
}

TEST(Match, InventsNobody) {
    EXPECT_EQ(match(named("Heike Ruß"), authors(), {nell}), std::nullopt);
    EXPECT_EQ(match(Person{}, authors(), {nell}), std::nullopt);
}

}  // namespace
}  // namespace masthead::feeds
