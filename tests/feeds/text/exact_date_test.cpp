#include "feeds/text/exact_date.hpp"

#include <gtest/gtest.h>

#include "feeds/text/date.hpp"

namespace masthead::feeds {
namespace {

struct ExactCase {
    const char* text;
    const char* expected;  // RFC 3339; null: it is for parse_date() to take apart
};

class ExactDate : public testing::TestWithParam<ExactCase> {};

TEST_P(ExactDate, IsReadToTheLetter) {
    const auto date = exact_date(GetParam().text);
    ASSERT_EQ(date.has_value(), GetParam().expected != nullptr) << GetParam().text;
    if (date) {
        EXPECT_EQ(format_rfc3339(*date), GetParam().expected);
    }
}

INSTANTIATE_TEST_SUITE_P(Notations, ExactDate,
                         testing::Values(ExactCase{"Mon, 20 May 2024 09:01:07 +0000", "2024-05-20T09:01:07Z"},
                                         ExactCase{"Mon, 2 Dec 2024 23:30:00 -0500", "2024-12-03T04:30:00Z"},
                                         ExactCase{"Sun, 03 Mar 2024 00:00:00 GMT", "2024-03-03T00:00:00Z"},
                                         ExactCase{"2024-05-20T09:01:07Z", "2024-05-20T09:01:07Z"},
                                         ExactCase{"2024-05-20T09:01:07+05:30", "2024-05-20T03:31:07Z"},
                                         ExactCase{"Mon, 20 May 24 09:01:07 +0000", nullptr},
                                         ExactCase{"Mon, 31 Feb 2024 09:01:07 +0000", nullptr},
                                         ExactCase{"Mon, 20 May 2024 24:01:07 +0000", nullptr},
                                         ExactCase{"Mon, 20 May 2024 09:01:07 EST", nullptr},
                                         ExactCase{"Mon, 20 onT 2024 09:01:07 +0000", nullptr},
                                         ExactCase{"2024-05-20T09:01:07.5Z", nullptr},
                                         ExactCase{"2024-05-20 09:01:07Z", nullptr}, ExactCase{"", nullptr}));

}  // namespace
}  // namespace masthead::feeds
