#include "feeds/text/date.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

struct DateCase {
    const char* text;
    const char* expected;  // RFC 3339, or empty where it is no date
};

std::string shown(const std::optional<Time>& time) { return time ? format_rfc3339(*time) : ""; }

class ParseDate : public testing::TestWithParam<DateCase> {};

TEST_P(ParseDate, ReadsWhatFeedsWrite) { EXPECT_EQ(shown(parse_date(GetParam().text)), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Rfc822, ParseDate,
                         testing::Values(DateCase{"Tue, 02 Jan 2024 10:00:00 +0100", "2024-01-02T09:00:00Z"},
                                         DateCase{"Tue, 02 Jan 24 10:00 +0100", "2024-01-02T09:00:00Z"},
                                         DateCase{"2 Jan 99 10:00 GMT", "1999-01-02T10:00:00Z"},
                                         DateCase{"Wed,06 March 2024 07:08:09 EST", "2024-03-06T12:08:09Z"},
                                         DateCase{"Wed, 6 Mar 2024 07:08:09 CEST", "2024-03-06T05:08:09Z"},
                                         DateCase{"Wed, 06 Mar 2024 07:08:09 GMT-01:30", "2024-03-06T08:38:09Z"},
                                         DateCase{"Wed, 06 Mar 2024 23:30:00 Europe/Berlin", "2024-03-06T22:30:00Z"},
                                         DateCase{"Fri, 05 Jul 2024 23:30:00 Europe/Berlin", "2024-07-05T21:30:00Z"},
                                         DateCase{"Wed Mar  6 07:08:09 2024", "2024-03-06T07:08:09Z"},
                                         DateCase{"Wed Mar 06 2024 07:08:09 GMT+0200 (Eastern European Time)",
                                                  "2024-03-06T05:08:09Z"},
                                         DateCase{"Wed, 06 Mar 2024 24:00:00 GMT", "2024-03-07T00:00:00Z"},
                                         DateCase{"Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00Z"}));

INSTANTIATE_TEST_SUITE_P(Iso8601, ParseDate,
                         testing::Values(DateCase{"2024-03-06T07:08:09Z", "2024-03-06T07:08:09Z"},
                                         DateCase{"2024-03-06T07:08:09.25-08:00", "2024-03-06T15:08:09.250Z"},
                                         DateCase{"2024-03-06 07:08", "2024-03-06T07:08:00Z"},
                                         DateCase{"20240306T070809Z", "2024-03-06T07:08:09Z"},
                                         DateCase{"2024-066", "2024-03-06T00:00:00Z"},
                                         DateCase{"2024-03", "2024-03-01T00:00:00Z"},
                                         DateCase{"2024", "2024-01-01T00:00:00Z"}));

INSTANTIATE_TEST_SUITE_P(Wild, ParseDate,
                         testing::Values(DateCase{"Mi, 6 Mär 2024 07:08:09 +0100", "2024-03-06T06:08:09Z"},
                                         DateCase{"mercredi, 6. février 2024 - 15:54", "2024-02-06T15:54:00Z"},
                                         DateCase{"March 6, 2024 at 3:09pm", "2024-03-06T15:09:00Z"},
                                         DateCase{"Mar. 6, 2024, 12:05 a.m.", "2024-03-06T00:05:00Z"},
                                         DateCase{"03/16/24 21:55:58", "2024-03-16T21:55:58Z"},
                                         DateCase{"16.03.2024", "2024-03-16T00:00:00Z"},
                                         DateCase{"2024년 03월 16일 21:55:58", "2024-03-16T21:55:58Z"},
                                         DateCase{"1709708889", "2024-03-06T07:08:09Z"},
                                         DateCase{"1709708889000", "2024-03-06T07:08:09Z"}));

INSTANTIATE_TEST_SUITE_P(None, ParseDate,
                         testing::Values(DateCase{"", ""}, DateCase{"soon", ""}, DateCase{"31 Feb 2024", ""},
                                         DateCase{"2023-02-29", ""}, DateCase{"6 Mar 2024 25:00:00 GMT", ""},
                                         DateCase{"6 Mar 2024 07:61:00 GMT", ""},
                                         DateCase{"6 Mar 2024 07:08:09 +99:99", ""},
                                         DateCase{"6 Mar 2024 1:2:3:4 GMT", ""}, DateCase{"6 Mar zz 07:08:09", ""},
                                         DateCase{"99999999999999999999", ""}, DateCase{"2024-03-06T07:08:09Zjunk", ""},
                                         DateCase{"9999-12-31T23:00:00-02:00", ""},
                                         DateCase{"0001-01-01 00:01 +0002", ""}));

class ParsePrintedDate : public testing::TestWithParam<DateCase> {};

TEST_P(ParsePrintedDate, ReadsTheDayAsPeopleWriteIt) {
    EXPECT_EQ(shown(parse_printed_date(GetParam().text, SlashOrder::month_first)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Languages, ParsePrintedDate,
    testing::Values(
        DateCase{"May 21, 2025", "2025-05-21T00:00:00Z"},
        DateCase{"Published on 21st May 2025 · 5 min read", "2025-05-21T00:00:00Z"},
        DateCase{"21. Mai 2025", "2025-05-21T00:00:00Z"}, DateCase{"1er mai 2025", "2025-05-01T00:00:00Z"},
        DateCase{"21 de mayo de 2025", "2025-05-21T00:00:00Z"}, DateCase{"21 maggio 2025", "2025-05-21T00:00:00Z"},
        DateCase{"21 de maio de 2025", "2025-05-21T00:00:00Z"}, DateCase{"21 mei 2025", "2025-05-21T00:00:00Z"},
        DateCase{"21 października 2025", "2025-10-21T00:00:00Z"}, DateCase{"21 мая 2025 г.", "2025-05-21T00:00:00Z"},
        DateCase{"2025年5月21日", "2025-05-21T00:00:00Z"}, DateCase{"2025년 5월 21일", "2025-05-21T00:00:00Z"},
        DateCase{"٢١ مايو ٢٠٢٥", "2025-05-21T00:00:00Z"}, DateCase{"21 मई 2025", "2025-05-21T00:00:00Z"},
        DateCase{"21.05.2025", "2025-05-21T00:00:00Z"}, DateCase{"05/21/2025", "2025-05-21T00:00:00Z"},
        DateCase{"2025-05-21", "2025-05-21T00:00:00Z"}));

INSTANTIATE_TEST_SUITE_P(None, ParsePrintedDate,
                         testing::Values(DateCase{"two days ago", ""}, DateCase{"5 min read", ""},
                                         DateCase{"May the fourth", ""}, DateCase{"31 Feb 2025", ""},
                                         DateCase{"", ""}));

// CLDR, short dates: a reader of an English page in Britain means the fifth of June by 05/06/2025.
TEST(ParsePrintedDate, ReadsSlashesAsTheLanguageDoes) {
    for (const char* language : {"", "en", "en-US", "EN-us"}) {
        EXPECT_EQ(shown(parse_printed_date("05/06/2025", slash_order(language))), "2025-05-06T00:00:00Z") << language;
        EXPECT_EQ(shown(parse_date("05/06/2025 14:30", slash_order(language))), "2025-05-06T14:30:00Z") << language;
    }
    for (const char* language : {"en-GB", "en-AU", "fr", "es-AR", "it-IT", "pt-BR", "de"}) {
        EXPECT_EQ(shown(parse_printed_date("05/06/2025", slash_order(language))), "2025-06-05T00:00:00Z") << language;
        EXPECT_EQ(shown(parse_date("05/06/2025 14:30", slash_order(language))), "2025-06-05T14:30:00Z") << language;
    }
    EXPECT_EQ(shown(parse_printed_date("05/21/2025", SlashOrder::day_first)), "2025-05-21T00:00:00Z");
    EXPECT_EQ(shown(parse_printed_date("21/05/2025", SlashOrder::month_first)), "2025-05-21T00:00:00Z");
}

TEST(ParseHttpDate, EndsWithTheYear9999) {
    EXPECT_EQ(shown(parse_http_date("Fri, 31 Dec 9999 23:59:59 GMT")), "9999-12-31T23:59:59Z");
    EXPECT_EQ(shown(parse_http_date("Fri, 31 Dec 9999 23:59:60 GMT")), "");
}

TEST(FormatDate, WritesTheSameInstantInEachNotation) {
    const Time time{std::chrono::milliseconds{1'709'708'889'000}};
    EXPECT_EQ(format_rfc3339(time), "2024-03-06T07:08:09Z");
    EXPECT_EQ(format_rfc822(time), "Wed, 06 Mar 2024 07:08:09 +0000");
    EXPECT_EQ(format_http_date(time), "Wed, 06 Mar 2024 07:08:09 GMT");
    EXPECT_EQ(format_rfc3339(time + std::chrono::milliseconds(50)), "2024-03-06T07:08:09.050Z");
}

// The three forms of RFC 9110, section 5.6.7, with its own example.
TEST(ParseHttpDate, ReadsItsThreeFormsAndNothingElse) {
    for (const char* text :
         {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
        EXPECT_EQ(shown(parse_http_date(text)), "1994-11-06T08:49:37Z") << text;
    for (const char* text : {"", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 +0000",
                             "Sun, 31 Feb 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"})
        EXPECT_EQ(parse_http_date(text), std::nullopt) << text;
}

}  // namespace
}  // namespace masthead::feeds
