#include "config/units.hpp"

#include <gtest/gtest.h>

namespace masthead::config {
namespace {

using namespace std::chrono_literals;

TEST(Units, ReadTimes) {
    EXPECT_EQ(parse_duration("250ms"), 250ms);
    EXPECT_EQ(parse_duration("1s"), 1s);
    EXPECT_EQ(parse_duration("15m"), 15min);
    EXPECT_EQ(parse_duration("24h"), 24h);
    EXPECT_EQ(parse_duration("7d"), 168h);
    EXPECT_EQ(parse_duration("0s"), 0s);
    for (const char* wrong :
         {"", "5", "s", "-1s", "1.5h", "1 s", "1s ", "9223372036854775807h", "99999999999999999999s"})
        EXPECT_EQ(parse_duration(wrong), std::nullopt) << wrong;
}

TEST(Units, ReadSizes) {
    EXPECT_EQ(parse_bytes("512"), 512U);
    EXPECT_EQ(parse_bytes("64KiB"), 65536U);
    EXPECT_EQ(parse_bytes("16MiB"), std::size_t{16} << 20);
    for (const char* wrong : {"", "MiB", "16MB", "-1", "16 MiB", "9223372036854775807GiB"})
        EXPECT_EQ(parse_bytes(wrong), std::nullopt) << wrong;
}

TEST(Units, WriteTheLargestThatDivides) {
    EXPECT_EQ(format_duration(900s), "15m");
    EXPECT_EQ(format_duration(90s), "90s");
    EXPECT_EQ(format_duration(24h), "1d");
    EXPECT_EQ(format_bytes(std::size_t{16} << 20), "16MiB");
    EXPECT_EQ(format_bytes(1000), "1000");
    EXPECT_EQ(rounded_bytes(999), "999 B");
    EXPECT_EQ(rounded_bytes(1536), "1.5 KiB");
}

}  // namespace
}  // namespace masthead::config
