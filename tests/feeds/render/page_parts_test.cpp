#include "feeds/render/page_parts.hpp"

#include <gtest/gtest.h>

#include "feeds/render/entry_parts.hpp"
#include "tests/feeds/render/sample.hpp"

namespace masthead::feeds {
namespace {

TEST(LanguageTag, IsWhatBcp47Allows) {
    for (const char* tag : {"en", "en-GB", "zh-Hant-TW", "gsw", "es-419", "iw", "sr-Latn-RS"})
        EXPECT_EQ(language_tag(tag), tag);
    for (const char* text : {"", "e", "english", "en_GB", "en-", "-en", "12", "en-toolongsubtag", "en\"><b>", "xx",
                             "xx-US", "qqx", "und", "english-US", "klingon"})
        EXPECT_EQ(language_tag(text), "") << text;
}

TEST(PageParts, AreNeverEmpty) {
    Page page;
    page.site.title = "";
    EXPECT_EQ(page_title(page), "masthead");
    EXPECT_EQ(page_description(page), "masthead");
    EXPECT_EQ(page_updated(page), std::nullopt);
}

TEST(EntryTitle, IsMadeWhereThereIsNone) {
    const Page page = tests::poor_page();
    EXPECT_EQ(entry_title(page.entries[2]), "Only a title");
    EXPECT_EQ(entry_title(page.entries[3]), "No title, no author, only this.");
    EXPECT_EQ(entry_title(page.entries[1]), "Episode");
}

TEST(EntryAddress, IsThePageHereWhereTheOriginHasNone) {
    const Page page = tests::hostile_page();
    EXPECT_EQ(entry_address(page.site, page.entries[0]), "https://feeds.example/entries/9");
}

}  // namespace
}  // namespace masthead::feeds
