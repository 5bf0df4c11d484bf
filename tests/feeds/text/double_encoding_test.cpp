#include "feeds/text/double_encoding.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

struct DoubleEncodingCase {
    const char* text;
    const char* expected;
};

class DoubleEncoding : public testing::TestWithParam<DoubleEncodingCase> {};

TEST_P(DoubleEncoding, IsTakenBackOnlyFromTextsThatHaveIt) {
    EXPECT_EQ(without_double_encoding(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Texts, DoubleEncoding,
                         testing::Values(DoubleEncodingCase{"", ""}, DoubleEncodingCase{"plain", "plain"},
                                         DoubleEncodingCase{"CafÃ© Weir", "Café Weir"},
                                         DoubleEncodingCase{"and so on â€¦", "and so on …"},
                                         DoubleEncodingCase{"Ã‰tÃ© â€“ so it goes", "Été – so it goes"},
                                         DoubleEncodingCase{"Café Weir", "Café Weir"},
                                         DoubleEncodingCase{"CafÃƒÂ© Weir", "Café Weir"},
                                         DoubleEncodingCase{"CÃO É BOM", "CÃO É BOM"},
                                         DoubleEncodingCase{"CafÃ© and 東京", "CafÃ© and 東京"}));

}  // namespace
}  // namespace masthead::feeds
