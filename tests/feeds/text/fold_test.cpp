#include "feeds/text/fold.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

struct FoldCase {
    const char* text;
    const char* line;
    const char* folded;
};

class Fold : public testing::TestWithParam<FoldCase> {};

TEST_P(Fold, MakesALineAndItsFormForComparing) {
    EXPECT_EQ(one_line(GetParam().text), GetParam().line);
    EXPECT_EQ(folded(GetParam().text), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(Texts, Fold,
                         testing::Values(FoldCase{"", "", ""}, FoldCase{" Ada \t\n Wick\v ", "Ada Wick", "ada wick"},
                                         FoldCase{"Ada\u00A0W\u00ADick", "Ada Wick", "ada wick"},
                                         FoldCase{"Éire – “So”…", "Éire – “So”…", "eire - \"so\"..."},
                                         FoldCase{"Łódź, Straße, Øre, Þór, Æon", "Łódź, Straße, Øre, Þór, Æon",
                                                  "lodz, strasse, ore, thor, aeon"},
                                         FoldCase{"Cafe\u0301 Weir", "Cafe\u0301 Weir", "cafe weir"},
                                         FoldCase{"Ада Вик", "Ада Вик", "ада вик"},
                                         FoldCase{"ada＠weir", "ada@weir", "ada@weir"},
                                         FoldCase{"a\u200E\u202Eb", "ab", "ab"}, FoldCase{"a\u2028b", "a b", "a b"},
                                         FoldCase{"ｱﾀﾞ", "ｱﾀﾞ", "アダ"}));

TEST(OneLine, KeepsMarksOfDirectionForTitlesAlone) {
    EXPECT_EQ(one_line("C\u200E \u202Ed", DirectionMarks::keep), "C\u200E d");
    EXPECT_EQ(one_line("C\u200E d"), "C d");
}

TEST(FirstCharacters, AreWhole) {
    EXPECT_EQ(first_characters("a\u00E9\u65E5b", 3), "a\u00E9\u65E5");
    EXPECT_EQ(first_characters("ab", 3), "ab");
    EXPECT_EQ(first_characters("ab", 0), "");
}

TEST(OneLine, ReplacesWhatIsNoUtf8) { EXPECT_EQ(one_line("a\xC3 b\xE2\x80"), "a\uFFFD b\uFFFD"); }

}  // namespace
}  // namespace masthead::feeds
