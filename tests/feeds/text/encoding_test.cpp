#include "feeds/text/encoding.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

using namespace std::string_literals;

struct EncodingCase {
    const char* name;
    std::string bytes;
    const char* content_type;
    const char* text;
    const char* encoding;
};

class Decode : public testing::TestWithParam<EncodingCase> {};

TEST_P(Decode, GivesUtf8WhateverTheBytesWere) {
    const auto decoded = decode(GetParam().bytes, GetParam().content_type, Markup::xml);
    ASSERT_TRUE(decoded.has_value());
    EXPECT_EQ(decoded->encoding, GetParam().encoding);
    EXPECT_NE(decoded->text.find(GetParam().text), std::string::npos) << decoded->text;
}

INSTANTIATE_TEST_SUITE_P(
    Charsets, Decode,
    testing::Values(EncodingCase{"Utf8", "<a>\xC3\xA9</a>", "", "<a>é</a>", "utf-8"},
                    EncodingCase{"ByteOrderMarkWins", "\xEF\xBB\xBF<a>\xC3\xA9</a>", "text/xml; charset=iso-8859-2",
                                 "<a>é</a>", "utf-8"},
                    EncodingCase{"Utf16WithMark", "\xFE\xFF\0<\0a\0>\0\xE9"s, "", "<a>é", "utf-16be"},
                    EncodingCase{"Utf16WithoutMark", "<\0?\0x\0\xE9\0"s, "", "<?xé", "utf-16le"},
                    EncodingCase{"HeaderBeforeDeclaration", "<?xml version='1.0' encoding='koi8-r'?><a>\xE9</a>",
                                 "text/xml; charset=\"iso-8859-5\"", "<a>щ</a>", "iso-8859-5"},
                    EncodingCase{"Declaration", "<?xml version='1.0' encoding='windows-1251'?><a>\xE9</a>", "",
                                 "<a>й</a>", "windows-1251"},
                    EncodingCase{"Latin1IsWindows1252", "<?xml version='1.0' encoding='ISO-8859-1'?><a>\x93x\x94</a>",
                                 "", "<a>“x”</a>", "windows-1252"},
                    EncodingCase{"Japanese", "<?xml version='1.0' encoding='Shift_JIS'?><a>\x93\xFA</a>", "",
                                 "<a>日</a>", "shift_jis"},
                    EncodingCase{"WrongUtf8IsWindows1252", "<?xml version='1.0' encoding='UTF-8'?><a>caf\xE9</a>", "",
                                 "café", "windows-1252"},
                    EncodingCase{"FaultsInUtf8", "<a>\xC3\xA9 \xE2\x82 x</a>", "", "<a>é \xEF\xBF\xBD x</a>", "utf-8"},
                    EncodingCase{"UnknownLabel", "<?xml version='1.0' encoding='x-none'?><a>\xC3\xA9</a>", "",
                                 "<a>é</a>", "utf-8"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Decode, RefusesUtf7BecauseItHidesMarkup) {
    const auto decoded = decode("<a>+ADw-script+AD4-</a>", "text/xml; charset=utf-7", Markup::xml);
    ASSERT_FALSE(decoded.has_value());
    EXPECT_EQ(decoded.error().code, ParseError::Code::unknown_encoding);
}

TEST(Decode, ConvertsLongTextsWhole) {
    std::string bytes = "<?xml version='1.0' encoding='gb18030'?><a>";
    for (int i = 0; i < 40'000; ++i) bytes += "\x94\x39\xDA\x33";  // U+1F4A9: a pair in UTF-16
    const auto decoded = decode(bytes, "", Markup::xml);
    ASSERT_TRUE(decoded.has_value());
    EXPECT_EQ(decoded->text.size(), 43u + 40'000u * 4u);
    EXPECT_EQ(decoded->text.find("\xEF\xBF\xBD"), std::string::npos);
}

TEST(RepairUtf8, ReplacesWhatIsNoUtf8) {
    EXPECT_EQ(repair_utf8("a\xC0\xAF\x62"), "a\xEF\xBF\xBD\xEF\xBF\xBD\x62");
    EXPECT_EQ(repair_utf8("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(repair_utf8("é"), "é");
}

}  // namespace
}  // namespace masthead::feeds
