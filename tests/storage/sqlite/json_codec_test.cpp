#include "storage/sqlite/json_codec.hpp"

#include <limits>

#include <gtest/gtest.h>

#include "storage/sqlite/entry_members.hpp"

namespace masthead::storage::sqlite {
namespace {

TEST(JsonCodec, LeavesOutWhatIsEmpty) {
    EXPECT_EQ(encode(feeds::Link{}), "{}");
    EXPECT_EQ(encode(feeds::Link{"self", "", "", "", "", 0}), R"({"rel":"self","length":0})");
    EXPECT_EQ(encode_list(std::vector<std::string>{}), "[]");
}

TEST(JsonCodec, LeavesOutNumbersThatJsonHasNoWordFor) {
    const feeds::Soundbite endless{0.5, std::numeric_limits<double>::infinity(), "A bite"};
    EXPECT_EQ(encode(endless), R"({"start":5E-1,"text":"A bite"})");
}

TEST(JsonCodec, PassesOverWhatIsUnknownOrOfAnotherKind) {
    feeds::Enclosure out;
    decode(R"({"url": 1, "bytes": -5, "type": "audio/mpeg", "later": {"a": []}, "title": null})", out);
    feeds::Enclosure expected;
    expected.type = "audio/mpeg";
    EXPECT_EQ(out, expected);
    decode("[]", out);
    EXPECT_EQ(out, expected);
    EXPECT_EQ(decode_list<std::string>("{}"), std::vector<std::string>{});
}

TEST(JsonCodec, GivesBackWhatItWrote) {
    feeds::EpisodeDetails episode;
    episode.number = 7;
    episode.is_explicit = false;
    episode.soundbites = {{1.5, 30, ""}};
    episode.duration = std::chrono::seconds{90};
    feeds::EpisodeDetails back;
    decode(encode(episode), back);
    EXPECT_EQ(back, episode);
}

TEST(JsonCodec, TakesWhatIsNoJsonForDamage) {
    feeds::Link out;
    EXPECT_THROW(decode("{", out), SQLite::Exception);
    EXPECT_THROW(decode_list<feeds::Credit>(R"([{"part": "tailor"}])"), SQLite::Exception);
}

}  // namespace
}  // namespace masthead::storage::sqlite
