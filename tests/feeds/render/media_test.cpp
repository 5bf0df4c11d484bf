#include "feeds/render/media.hpp"

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

Enclosure file(std::string url, std::string type) {
    return {std::move(url), std::move(type), "", std::nullopt, std::nullopt};
}

struct TypeCase {
    const char* url;
    const char* given;
    const char* expected;
};

class MediaTypeOf : public testing::TestWithParam<TypeCase> {};

TEST_P(MediaTypeOf, IsThatGivenElseThatOfTheEnding) {
    EXPECT_EQ(media_type_of(file(GetParam().url, GetParam().given)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Types, MediaTypeOf,
                         testing::Values(TypeCase{"https://a.example/1.mp3", "audio/mpeg", "audio/mpeg"},
                                         TypeCase{"https://a.example/1.mp3", "Audio/MPEG; x=y", "audio/mpeg"},
                                         TypeCase{"https://a.example/1.MP3?t=1", "", "audio/mpeg"},
                                         TypeCase{"https://a.example/1.m4a", "application/octet-stream", "audio/x-m4a"},
                                         TypeCase{"https://a.example/1.mp3", "mp3", "audio/mpeg"},
                                         TypeCase{"https://a.example/1", "a b/c", "application/octet-stream"}));

TEST(MediaOf, PlaysTheFirstFileThatCanBePlayed) {
    Entry entry;
    entry.enclosures = {file("https://a.example/notes.pdf", "application/pdf"),
                        file("https://a.example/1.mp3", "audio/mpeg"), file("https://a.example/1.mp4", "video/mp4")};
    const Media media = media_of(entry);
    ASSERT_NE(media.main, nullptr);
    EXPECT_EQ(media.main->url, "https://a.example/1.mp3");
    EXPECT_EQ(media.others.size(), 2U);
}

TEST(MediaOf, TakesThePictureOfALetterForItsCover) {
    Entry entry;
    entry.enclosures = {file("https://a.example/cover.jpg", "image/jpeg")};
    const Media media = media_of(entry);
    EXPECT_EQ(media.main, nullptr);
    EXPECT_EQ(media.cover, "https://a.example/cover.jpg");
}

TEST(MediaOf, LeavesOutWhatMayNotBePublished) {
    Entry entry;
    entry.enclosures = {file("javascript:alert(1)", "audio/mpeg"), file("relative.mp3", "audio/mpeg")};
    EXPECT_EQ(media_of(entry).main, nullptr);
}

}  // namespace
}  // namespace masthead::feeds
