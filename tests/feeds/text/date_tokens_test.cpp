#include "feeds/text/date_tokens.hpp"

#include <array>

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

TEST(MonthOfWord, KnowsTheMonthsOfRfc822WhateverOtherLanguagesHave) {
    constexpr std::array names = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    for (std::size_t i = 0; i < names.size(); ++i)
        EXPECT_EQ(month_of_word(names[i]), static_cast<int>(i) + 1) << names[i];
}

}  // namespace
}  // namespace masthead::feeds
