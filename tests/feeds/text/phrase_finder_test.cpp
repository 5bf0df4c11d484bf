#include "feeds/text/phrase_finder.hpp"

#include <array>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

constexpr std::array<std::string_view, 5> phrases = {"you are receiving this", "sent to", "получ", "이 메일은", "aa"};

struct FindCase {
    const char* text;
    bool is_found;
};

class PhraseIn : public testing::TestWithParam<FindCase> {};

TEST_P(PhraseIn, IsFoundWhereverItStands) {
    EXPECT_EQ(PhraseFinder(phrases).is_in(GetParam().text), GetParam().is_found) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, PhraseIn,
    testing::Values(FindCase{"", false}, FindCase{"s", false}, FindCase{"sent to", true}, FindCase{"SENT To", true},
                    FindCase{"It was sent to Nell", true}, FindCase{"It was sent t", false}, FindCase{"ent to", false},
                    FindCase{"Hello: you are receiving thi", false}, FindCase{"Hello: You are receiving this", true},
                    FindCase{"ou are receiving this", false}, FindCase{"вы получили", true}, FindCase{"вы полу", false},
                    FindCase{"오늘 이 메일은", true}, FindCase{"ba", false}, FindCase{"baa", true}));

TEST(PhraseFinder, TellsPhrasesWithTheSameRareLettersApart) {
    constexpr std::array<std::string_view, 3> alike = {"quiz", "quay", "quit"};
    const PhraseFinder finder(alike);
    for (const char* text : {"a quiz", "the quay", "they quit"}) EXPECT_TRUE(finder.is_in(text)) << text;
    EXPECT_FALSE(finder.is_in("a quick quip: qui, qua, quo"));
}

TEST(PhraseFinder, RefusesPhrasesThatItCouldNotFind) {
    constexpr std::array<std::string_view, 1> too_short = {"a"}, in_capitals = {"Sent"};
    EXPECT_THROW(PhraseFinder{too_short}, std::invalid_argument);
    EXPECT_THROW(PhraseFinder{in_capitals}, std::invalid_argument);
}

}  // namespace
}  // namespace masthead::feeds
