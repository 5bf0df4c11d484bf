#include "http/range.hpp"

#include <string>

#include <gtest/gtest.h>

namespace masthead::http {
namespace {

constexpr RangeRequest whole;
constexpr RangeRequest unsatisfiable{RangeRequest::Kind::unsatisfiable, {}};
constexpr RangeRequest part(std::size_t offset, std::size_t length) {
    return {RangeRequest::Kind::part, {offset, length}};
}

struct RangeCase {
    const char* name;
    const char* value;
    RangeRequest expected;  // of a body of 100 bytes
};

class ReadRange : public testing::TestWithParam<RangeCase> {};

TEST_P(ReadRange, FollowsRfc9110Section14) {
    EXPECT_EQ(read_range(GetParam().value, 100), GetParam().expected) << GetParam().value;
}

INSTANTIATE_TEST_SUITE_P(
    Values, ReadRange,
    testing::Values(
        RangeCase{"First", "bytes=0-0", part(0, 1)}, RangeCase{"Middle", "bytes=10-19", part(10, 10)},
        RangeCase{"ToTheEnd", "bytes=90-", part(90, 10)}, RangeCase{"All", "bytes=0-", part(0, 100)},
        RangeCase{"BeyondTheEnd", "bytes=50-9999", part(50, 50)}, RangeCase{"Suffix", "bytes=-5", part(95, 5)},
        RangeCase{"LongSuffix", "bytes=-500", part(0, 100)}, RangeCase{"UpperCaseUnit", "BYTES=0-0", part(0, 1)},
        RangeCase{"BehindTheEnd", "bytes=100-", unsatisfiable}, RangeCase{"EmptySuffix", "bytes=-0", unsatisfiable},
        RangeCase{"Beyond64Bits", "bytes=18446744073709551616-", unsatisfiable},
        RangeCase{"EndBeyond64Bits", "bytes=0-18446744073709551616", part(0, 100)},
        RangeCase{"SuffixBeyond64Bits", "bytes=-99999999999999999999", part(0, 100)},
        RangeCase{"Backwards", "bytes=5-4", whole}, RangeCase{"OtherUnit", "items=0-5", whole},
        RangeCase{"NoUnit", "0-5", whole}, RangeCase{"Words", "bytes=a-b", whole}, RangeCase{"Empty", "bytes=", whole},
        RangeCase{"Dash", "bytes=-", whole}, RangeCase{"Several", "bytes=0-0,2-2", whole},
        RangeCase{"Negative", "bytes=--5", whole}, RangeCase{"Sign", "bytes=+1-2", whole}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(ReadRangeOfNothing, CannotBeSatisfied) {
    EXPECT_EQ(read_range("bytes=0-", 0), unsatisfiable);
    EXPECT_EQ(read_range("bytes=-1", 0), unsatisfiable);
}

}  // namespace
}  // namespace masthead::http
