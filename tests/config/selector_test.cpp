#include "config/selector.hpp"

#include <gtest/gtest.h>

namespace masthead::config {
namespace {

const std::vector<Nameable> authors = {
    {"orla-bexley", {"Orla Bexley", "O. M. Bexley"}}, {"tomas-quill", {"Tomás Quill"}}, {"bex", {"Bex Orlan"}}};

TEST(Selector, TakesASlugFirst) { EXPECT_EQ(select("author", "bex", authors), 2U); }

TEST(Selector, TakesAnExactName) { EXPECT_EQ(select("author", "O. M. Bexley", authors), 0U); }

TEST(Selector, TakesAPartThatNothingElseHas) {
    EXPECT_EQ(select("author", "QUILL", authors), 1U);
    EXPECT_EQ(select("author", "bexl", authors), 0U);
}

TEST(Selector, ListsWhatMatched) {
    const auto found = select("author", "orla", authors);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().exit, Exit::usage);
    EXPECT_NE(found.error().hint.find("orla-bexley (Orla Bexley), bex (Bex Orlan)"), std::string::npos)
        << found.error().hint;
}

TEST(Selector, NamesTheNearest) {
    const auto found = select("author", "tomas-qiull", authors);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().exit, Exit::no_input);
    EXPECT_EQ(found.error().hint, "Did you mean \"tomas-quill\"?");
}

TEST(Selector, FindsNobodyForNothing) { EXPECT_FALSE(select("author", "", authors)); }

}  // namespace
}  // namespace masthead::config
