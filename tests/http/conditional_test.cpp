#include "http/conditional.hpp"

#include <string>

#include <gtest/gtest.h>

namespace masthead::http {
namespace {

// 1994-11-06T08:49:37Z, the instant of the examples of RFC 9110, section 5.6.7.
constexpr feeds::Time modified{std::chrono::sys_days{std::chrono::year{1994} / 11 / 6} + std::chrono::hours{8} +
                               std::chrono::minutes{49} + std::chrono::seconds{37}};
constexpr Validators current{"\"a,b\"", modified};

constexpr const char* same = "Sun, 06 Nov 1994 08:49:37 GMT";
constexpr const char* earlier = "Sun, 06 Nov 1994 08:49:36 GMT";
constexpr const char* later = "Sun, 06 Nov 1994 08:49:38 GMT";

using Fields = std::vector<std::pair<std::string, std::string>>;

Request with(Fields fields) {
    Request request;
    request.fields = std::move(fields);
    return request;
}

struct ConditionCase {
    const char* name;
    Fields fields;
    Verdict expected;
};

class EvaluateConditions : public testing::TestWithParam<ConditionCase> {};

TEST_P(EvaluateConditions, FollowsRfc9110Section13) {
    EXPECT_EQ(evaluate_conditions(with(GetParam().fields), current), GetParam().expected);
}

std::vector<ConditionCase> conditions() {
    constexpr auto proceed = Verdict::proceed;
    constexpr auto not_modified = Verdict::not_modified;
    constexpr auto failed = Verdict::precondition_failed;
    const std::string none_match = "if-none-match", match = "if-match";
    const std::string since = "if-modified-since", unmodified = "if-unmodified-since";
    return {
        {"None", {}, proceed},
        {"SameTag", {{none_match, "\"a,b\""}}, not_modified},
        {"WeakTag", {{none_match, "W/\"a,b\""}}, not_modified},
        {"TagInAList", {{none_match, R"("x", W/"y","a,b" )"}}, not_modified},
        {"TagOnASecondLine", {{none_match, "\"x\""}, {none_match, "\"a,b\""}}, not_modified},
        {"EmptyMembers", {{none_match, ",, \"a,b\",,"}}, not_modified},
        {"AnyTag", {{none_match, "*"}}, not_modified},
        {"OtherTag", {{none_match, "\"x\""}}, proceed},
        {"TagInsideATag", {{none_match, "\"xa,bx\""}}, proceed},
        {"PartsOfTheTag", {{none_match, R"("a", "b")"}}, proceed},
        {"UnquotedTag", {{none_match, "a,b"}}, proceed},
        {"OpenQuote", {{none_match, "\"a,b"}}, proceed},
        {"QuotedStar", {{none_match, "\"*\""}}, proceed},
        {"EmptyTag", {{none_match, ""}}, proceed},
        {"SameDate", {{since, same}}, not_modified},
        {"LaterDate", {{since, later}}, not_modified},
        {"EarlierDate", {{since, earlier}}, proceed},
        {"OldDateForm", {{since, "Sunday, 06-Nov-94 08:49:37 GMT"}}, not_modified},
        {"CDateForm", {{since, "Sun Nov  6 08:49:37 1994"}}, not_modified},
        {"NoDate", {{since, "yesterday"}}, proceed},
        {"TagGoesBeforeDate", {{none_match, "\"x\""}, {since, same}}, proceed},
        {"TagGoesBeforeEarlierDate", {{none_match, "\"a,b\""}, {since, earlier}}, not_modified},
        {"MatchingTag", {{match, "\"a,b\""}}, proceed},
        {"MatchingAny", {{match, "*"}}, proceed},
        {"MatchingAList", {{match, R"("x", "a,b")"}}, proceed},
        {"MatchingNone", {{match, "\"x\""}}, failed},
        {"WeakNeverMatchesStrongly", {{match, "W/\"a,b\""}}, failed},
        {"MatchFirst", {{match, "\"x\""}, {none_match, "\"a,b\""}}, failed},
        {"BothTags", {{match, "\"a,b\""}, {none_match, "\"a,b\""}}, not_modified},
        {"UnmodifiedSinceThen", {{unmodified, same}}, proceed},
        {"ModifiedSince", {{unmodified, earlier}}, failed},
        {"UnmodifiedSinceNoDate", {{unmodified, "yesterday"}}, proceed},
        {"MatchGoesBeforeUnmodified", {{match, "\"a,b\""}, {unmodified, earlier}}, proceed},
    };
}

INSTANTIATE_TEST_SUITE_P(Fields, EvaluateConditions, testing::ValuesIn(conditions()),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(RangeStillFits, OnlyForExactlyTheCurrentState) {
    EXPECT_TRUE(range_still_fits(with({}), current));
    EXPECT_TRUE(range_still_fits(with({{"if-range", "\"a,b\""}}), current));
    EXPECT_TRUE(range_still_fits(with({{"if-range", same}}), current));
    EXPECT_FALSE(range_still_fits(with({{"if-range", "\"x\""}}), current));
    EXPECT_FALSE(range_still_fits(with({{"if-range", "W/\"a,b\""}}), current));
    EXPECT_FALSE(range_still_fits(with({{"if-range", later}}), current));
    EXPECT_FALSE(range_still_fits(with({{"if-range", ""}}), current));
}

}  // namespace
}  // namespace masthead::http
