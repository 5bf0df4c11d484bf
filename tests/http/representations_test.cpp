#include "http/representations.hpp"

#include <gtest/gtest.h>

namespace masthead::http {
namespace {

constexpr std::size_t plenty = std::size_t{1} << 20;

Representations::Pointer document(const std::string& text) {
    return represent({"text/plain", feeds::Time{}, "", true}, text, Coding::identity);
}

Dependencies of_author(std::int64_t id) {
    Dependencies out;
    out.scope = Dependencies::Scope::a_list;
    out.authors = {feeds::AuthorId{id}};
    return out;
}

storage::Changes change_of_author(std::int64_t id) {
    storage::Changes out;
    out.authors = {feeds::AuthorId{id}};
    return out;
}

TEST(Representations, GivesWhatWasPutUntilAChangeTouchesIt) {
    Representations cache(plenty);
    const auto one = document("one");
    EXPECT_EQ(cache.find("/1", Coding::identity), nullptr);
    EXPECT_TRUE(cache.put("/1", one, of_author(1), cache.moment()));
    EXPECT_EQ(cache.find("/1", Coding::identity), one);
    cache.invalidate(change_of_author(2));
    EXPECT_EQ(cache.find("/1", Coding::identity), one);
    cache.invalidate(change_of_author(1));
    EXPECT_EQ(cache.find("/1", Coding::identity), nullptr);
    EXPECT_EQ(cache.find_last("/1", Coding::identity), one);
}

TEST(Representations, DoesNotTrustWhatWasReadBeforeAChange) {
    Representations cache(plenty);
    const auto before = cache.moment();
    cache.invalidate(change_of_author(1));
    EXPECT_FALSE(cache.put("/1", document("one"), of_author(1), before));
    EXPECT_EQ(cache.find("/1", Coding::identity), nullptr);
    EXPECT_TRUE(cache.put("/2", document("two"), of_author(2), before));
    EXPECT_NE(cache.find("/2", Coding::identity), nullptr);
}

TEST(Representations, DoesNotTrustWhatWasReadTooLongAgo) {
    Representations cache(plenty);
    const auto before = cache.moment();
    for (int n = 0; n < 1'000; ++n) cache.invalidate(change_of_author(9));
    EXPECT_FALSE(cache.put("/1", document("one"), of_author(1), before));
}

TEST(Representations, KeepsCodingsAsLongAsTheirDocument) {
    Representations cache(plenty);
    const auto one = document("one"), coded = document("coded"), two = document("two");
    cache.put("/1", one, of_author(1), 0);
    cache.put_coding("/1", one, Coding::gzip, coded);
    EXPECT_EQ(cache.find("/1", Coding::gzip), coded);
    cache.put("/1", one, of_author(1), 0);
    EXPECT_EQ(cache.find("/1", Coding::gzip), coded);
    cache.put("/1", two, of_author(1), 0);
    EXPECT_EQ(cache.find("/1", Coding::gzip), nullptr);
    cache.put_coding("/1", one, Coding::gzip, coded);  // too late
    EXPECT_EQ(cache.find("/1", Coding::gzip), nullptr);
}

TEST(Representations, DropsTheLeastRecentlyUsedBeyondItsBytes) {
    Representations cache(50'000);
    const std::string text(10'000, 'x');
    for (const char* path : {"/1", "/2", "/3", "/4"}) {
        cache.put(path, document(text + path), {}, 0);
        EXPECT_NE(cache.find("/1", Coding::identity), nullptr);
    }
    cache.put("/5", document(text), {}, 0);
    EXPECT_EQ(cache.find("/2", Coding::identity), nullptr);
    for (const char* path : {"/1", "/3", "/4", "/5"}) EXPECT_NE(cache.find(path, Coding::identity), nullptr) << path;
    EXPECT_LE(cache.bytes(), 50'000U);
}

TEST(Representations, ForgetsWhatWasWithdrawn) {
    Representations cache(plenty);
    cache.put("/1", document("one"), {}, 0);
    cache.drop("/1");
    cache.drop("/2");
    EXPECT_EQ(cache.find_last("/1", Coding::identity), nullptr);
    EXPECT_EQ(cache.bytes(), 0U);
}

TEST(Representations, CountsEveryByteOnce) {
    Representations cache(plenty);
    const auto one = document("one");
    cache.put("/1", one, {}, 0);
    const std::size_t bytes = cache.bytes();
    cache.put("/1", one, {}, 0);
    cache.put_coding("/1", one, Coding::gzip, document("coded"));
    cache.put_coding("/1", one, Coding::gzip, document("coded"));
    cache.put("/1", document("two"), {}, 0);
    EXPECT_EQ(cache.bytes(), bytes);
}

TEST(Representations, ServesOneThatIsBiggerThanTheCache) {
    Representations cache(1'000);
    cache.put("/1", document(std::string(5'000, 'x')), {}, 0);
    EXPECT_NE(cache.find("/1", Coding::identity), nullptr);
    cache.put("/2", document("small"), {}, 0);
    EXPECT_EQ(cache.find("/1", Coding::identity), nullptr);
}

TEST(Representation, HasATagOfItsBytesAlone) {
    EXPECT_EQ(document("one")->etag, document("one")->etag);
    EXPECT_NE(document("one")->etag, document("two")->etag);
}

TEST(Representation, StaysAsItIsWhereACodingWouldNotMakeItSmaller) {
    const auto small = document("one");
    EXPECT_EQ(recode(small, Coding::gzip), small);
    const auto big = document(std::string(5'000, 'x'));
    EXPECT_EQ(recode(big, Coding::brotli)->coding, Coding::brotli);
    EXPECT_LT(recode(big, Coding::gzip)->body.size(), big->body.size());
}

}  // namespace
}  // namespace masthead::http
