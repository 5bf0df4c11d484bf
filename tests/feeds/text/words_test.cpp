#include "feeds/text/words.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

struct SameCase {
    const char* a;
    const char* b;
};

class SameWords : public testing::TestWithParam<SameCase> {};

TEST_P(SameWords, AreReadWhateverTheirForm) {
    EXPECT_EQ(folded_words(GetParam().a), folded_words(GetParam().b)) << GetParam().a << " / " << GetParam().b;
}

INSTANTIATE_TEST_SUITE_P(Forms, SameWords,
                         testing::Values(SameCase{"Tides, and moons!", "TIDES and moons"},
                                         SameCase{"Bront\xC3\xAB", "bronte"},
                                         SameCase{"the \xE2\x80\x9Cold\xE2\x80\x9D quay", "the 'old' quay"},
                                         SameCase{"don\xE2\x80\x99t", "don't"},
                                         SameCase{"\xD9\xA1\xD9\xA9", "19"},  // Arabic-Indic digits
                                         SameCase{"a\xC2\xA0 b", "a b"}));

Word::Type only_type(const char* text) {
    const auto words = folded_words(text);
    return words.size() == 1 ? words[0].type : Word::Type::letters;
}

TEST(FoldedWords, KeepNumbersWhole) {
    for (const char* number : {"1974", "1/2", "12.3", "1,000"})
        EXPECT_EQ(only_type(number), Word::Type::number) << number;
    EXPECT_EQ(folded_words("11.").size(), 1U);
    EXPECT_EQ(folded_words("11."), folded_words("11"));
}

TEST(FoldedWords, SeeWhatMayBeARomanNumeral) {
    EXPECT_EQ(only_type("(II)"), Word::Type::roman);
    EXPECT_EQ(only_type("IVORY"), Word::Type::letters);
}

TEST(FoldedWords, TakeEachCharacterOfAScriptWithoutSpaces) {
    const auto words = folded_words(
        "\xE8\x88\xB9\xE3\x81\xAF"
        "2");
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(words[0].type, Word::Type::character);
    EXPECT_EQ(words[2].type, Word::Type::number);
}

}  // namespace
}  // namespace masthead::feeds
