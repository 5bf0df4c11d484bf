#include "fetchers/avatars.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace masthead;
using fetchers::FetchError;
using fetchers::FetchResult;
using fetchers::Request;
using fetchers::Response;

const std::string png = "\x89PNG\r\n\x1a\n rest"s;

TEST(ImageType, GoesByTheFirstBytes) {
    EXPECT_EQ(fetchers::image_type(png), "image/png");
    EXPECT_EQ(fetchers::image_type("\xff\xd8\xff\xe0"s), "image/jpeg");
    EXPECT_EQ(fetchers::image_type("GIF89a.."s), "image/gif");
    EXPECT_EQ(fetchers::image_type("RIFF\x10\0\0\0WEBPVP8 "s), "image/webp");
    EXPECT_EQ(fetchers::image_type("RIFF\x10\0\0\0WAVEfmt "s), "");
    EXPECT_EQ(fetchers::image_type("<svg onload='x'/>"s), "");
    EXPECT_EQ(fetchers::image_type(""s), "");
}

class AvatarsTest : public testing::Test {
protected:
    AvatarsTest() {
        const auto author = store_->add_author("Ada", feeds::Author::Type::person);
        feeds::Fact fact;
        fact.field = feeds::Field::avatar;
        fact.value = url_;
        fact.origin = feeds::Origin::admin;
        store_->put_facts({{author.id, fact}});
    }

    void refresh() { avatars_.refresh(now_); }

    const std::string url_ = "https://ada.example/me.png";
    tests::TemporaryFolder folder_;
    std::unique_ptr<storage::Store> store_ = storage::open_store({"sqlite:" + folder_.file("masthead.db")});
    feeds::Time now_{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}};
    FetchResult answer_ = feeds::unexpected(FetchError{});
    std::vector<Request> asked_;
    fetchers::Avatars avatars_{*store_, [this](const Request& request) {
                                   asked_.push_back(request);
                                   return answer_;
                               }};
};

Response image(const std::string& bytes) {
    Response response;
    response.body = bytes;
    response.content_type = "text/html";
    response.etag = "\"1\"";
    return response;
}

TEST_F(AvatarsTest, AreKeptUnderTheHashOfTheirBytes) {
    answer_ = image(png);
    refresh();
    const auto known = store_->avatar_of_url(url_);
    ASSERT_TRUE(known);
    EXPECT_EQ(known->hash.size(), 64U);
    const auto avatar = store_->avatar(known->hash);
    ASSERT_TRUE(avatar);
    EXPECT_EQ(avatar->bytes, png);
    EXPECT_EQ(avatar->type, "image/png");
    EXPECT_LE(asked_.front().max_bytes.value_or(0), std::size_t{1} << 20);
}

TEST_F(AvatarsTest, AreAskedForAgainAfterAWeekAndConditionally) {
    answer_ = image(png);
    refresh();
    now_ += 6 * 24h;
    refresh();
    EXPECT_EQ(asked_.size(), 1U);
    now_ += 2 * 24h;
    Response unchanged;
    unchanged.status = 304;
    answer_ = unchanged;
    refresh();
    ASSERT_EQ(asked_.size(), 2U);
    EXPECT_EQ(asked_.back().etag, "\"1\"");
    now_ += 24h;
    refresh();
    EXPECT_EQ(asked_.size(), 2U);
    EXPECT_EQ(store_->avatar(store_->avatar_of_url(url_)->hash)->bytes, png);
}

TEST_F(AvatarsTest, AreRefusedWhenTheyAreNoImagesAndTriedAgainADayLater) {
    answer_ = image("<svg onload='x'/>");
    refresh();
    refresh();
    EXPECT_FALSE(store_->avatar_of_url(url_));
    EXPECT_EQ(asked_.size(), 1U);
    now_ += 25h;
    refresh();
    EXPECT_EQ(asked_.size(), 2U);
}

}  // namespace
