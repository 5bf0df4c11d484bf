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
    EXPECT_NE(decoded->text().find(GetParam().text), std::string::npos) << decoded->text();
}

INSTANTIATE_TEST_SUITE_P(
    Charsets, Decode,
    testing::Values(
        EncodingCase{"Utf8", "<a>\xC3\xA9</a>", "", "<a>é</a>", "utf-8"},
        EncodingCase{"ByteOrderMarkWins", "\xEF\xBB\xBF<a>\xC3\xA9</a>", "text/xml; charset=iso-8859-2", "<a>é</a>",
                     "utf-8"},
        EncodingCase{"Utf16WithMark", "\xFE\xFF\0<\0a\0>\0\xE9"s, "", "<a>é", "utf-16be"},
        EncodingCase{"Utf16WithoutMark", "<\0?\0x\0\xE9\0"s, "", "<?xé", "utf-16le"},
        EncodingCase{"HeaderBeforeDeclaration", "<?xml version='1.0' encoding='koi8-r'?><a>\xE9</a>",
                     "text/xml; charset=\"iso-8859-5\"", "<a>щ</a>", "iso-8859-5"},
        EncodingCase{"Declaration", "<?xml version='1.0' encoding='windows-1251'?><a>\xE9</a>", "", "<a>й</a>",
                     "windows-1251"},
        EncodingCase{"Latin1IsWindows1252", "<?xml version='1.0' encoding='ISO-8859-1'?><a>\x93x\x94</a>", "",
                     "<a>“x”</a>", "windows-1252"},
        EncodingCase{"Latin1AsItIs", "<?xml version='1.0' encoding='latin1'?><a>caf\xE9</a>", "", "café", "iso-8859-1"},
        EncodingCase{"AsciiAsItIs", "<a>x</a>", "text/xml; charset=us-ascii", "<a>x</a>", "us-ascii"},
        EncodingCase{"AsciiThatIsNone", "<a>\xE9</a>", "text/xml; charset=us-ascii", "<a>é</a>", "windows-1252"},
        EncodingCase{"ChineseOfAnyAge", "<a>\xD6\xD0</a>", "text/xml; charset=GB2312", "<a>中</a>", "gb18030"},
        EncodingCase{"OldLabel", "<a>\xD0</a>", "text/xml; charset=csISOLatinCyrillic", "<a>а</a>", "iso-8859-5"},
        EncodingCase{"OfDos", "<a>\x82</a>", "text/xml; charset=cp437", "<a>é</a>", "cp437"},
        EncodingCase{"Japanese", "<?xml version='1.0' encoding='Shift_JIS'?><a>\x93\xFA</a>", "", "<a>日</a>",
                     "shift_jis"},
        EncodingCase{"WrongUtf8IsWindows1252", "<?xml version='1.0' encoding='UTF-8'?><a>caf\xE9</a>", "", "café",
                     "windows-1252"},
        EncodingCase{"FaultsInUtf8", "<a>\xC3\xA9 \xE2\x82 x</a>", "", "<a>é \xEF\xBF\xBD x</a>", "utf-8"},
        EncodingCase{"UnknownLabel", "<?xml version='1.0' encoding='x-none'?><a>\xC3\xA9</a>", "", "<a>é</a>", "utf-8"},
        EncodingCase{"LabelWithBytesThatAreNone",
                     "<?xml version='1.0' encoding='UT\xF3\xFF\xFF\xFF\x46-8'?><a>\xE9</a>", "", "<a>é</a>",
                     "windows-1252"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Decode, RefusesWhatHidesMarkup) {
    for (const char* label : {"utf-7", "UTF-7", "iso-2022-kr", "hz-gb-2312", "replacement"}) {
        const auto decoded = decode("<a>+ADw-script+AD4-</a>", "text/xml; charset=" + std::string(label), Markup::xml);
        ASSERT_FALSE(decoded.has_value()) << label;
        EXPECT_EQ(decoded.error().code, ParseError::Code::unknown_encoding) << label;
    }
}

// A letter of each, by which a charset that could not be opened shows itself.
TEST(Charsets, AreAllOpened) {
    struct Letter {
        const char *label, *bytes, *letter;
    };
    for (const auto& [label, bytes, letter] : {Letter{"ibm866", "\xA0", "а"},
                                               Letter{"iso-8859-2", "\xE8", "č"},
                                               Letter{"iso-8859-3", "\xF8", "ĝ"},
                                               Letter{"iso-8859-4", "\xE7", "į"},
                                               Letter{"iso-8859-5", "\xE0", "р"},
                                               Letter{"iso-8859-6", "\xE4", "ل"},
                                               Letter{"iso-8859-7", "\xE1", "α"},
                                               Letter{"iso-8859-8", "\xE0", "א"},
                                               Letter{"logical", "\xE0", "א"},
                                               Letter{"iso-8859-10", "\xE7", "į"},
                                               Letter{"iso-8859-13", "\xE8", "č"},
                                               Letter{"iso-8859-14", "\xF0", "ŵ"},
                                               Letter{"iso-8859-15", "\xA4", "€"},
                                               Letter{"iso-8859-16", "\xE3", "ă"},
                                               Letter{"koi8-r", "\xC1", "а"},
                                               Letter{"koi8-u", "\xA4", "є"},
                                               Letter{"macintosh", "\x8E", "é"},
                                               Letter{"windows-874", "\xA1", "ก"},
                                               Letter{"windows-1250", "\xE8", "č"},
                                               Letter{"windows-1251", "\xE0", "а"},
                                               Letter{"windows-1253", "\xE1", "α"},
                                               Letter{"windows-1254", "\xF0", "ğ"},
                                               Letter{"windows-1255", "\xE0", "א"},
                                               Letter{"windows-1256", "\xC7", "ا"},
                                               Letter{"windows-1257", "\xE8", "č"},
                                               Letter{"windows-1258", "\xF0", "đ"},
                                               Letter{"x-mac-cyrillic", "\xE0", "а"},
                                               Letter{"big5", "\xA4\xA4", "中"},
                                               Letter{"euc-jp", "\xC6\xFC", "日"},
                                               Letter{"shift_jis", "\x93\xFA", "日"},
                                               Letter{"iso-2022-jp", "\x1B$BF|\x1B(B", "日"},
                                               Letter{"euc-kr", "\xC7\xD1", "한"}}) {
        const auto decoded = decode(bytes, "text/xml; charset=" + std::string(label), Markup::xml);
        ASSERT_TRUE(decoded.has_value()) << label;
        EXPECT_EQ(decoded->text(), letter) << label;
    }
}

TEST(Decode, ConvertsLongTextsWhole) {
    std::string bytes = "<?xml version='1.0' encoding='gb18030'?><a>";
    for (int i = 0; i < 40'000; ++i) bytes += "\x94\x39\xDA\x33";  // U+1F4A9: a pair in UTF-16
    const auto decoded = decode(bytes, "", Markup::xml);
    ASSERT_TRUE(decoded.has_value());
    EXPECT_EQ(decoded->text().size(), 43u + 40'000u * 4u);
    EXPECT_EQ(decoded->text().find("\xEF\xBF\xBD"), std::string::npos);
}

TEST(RepairUtf8, ReplacesWhatIsNoUtf8) {
    EXPECT_EQ(repair_utf8("a\xC0\xAF\x62"), "a\xEF\xBF\xBD\xEF\xBF\xBD\x62");
    EXPECT_EQ(repair_utf8("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(repair_utf8("é"), "é");
}

}  // namespace
}  // namespace masthead::feeds
