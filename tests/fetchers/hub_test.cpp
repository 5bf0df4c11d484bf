#include "fetchers/hub.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "feeds/text/url.hpp"
#include "fetchers/transport.hpp"
#include "tests/support/origin.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

using namespace masthead;
using Topics = std::vector<std::string>;

bool has(const Topics& topics, const std::string& topic) {
    return std::find(topics.begin(), topics.end(), topic) != topics.end();
}

class HubTest : public testing::Test {
protected:
    HubTest() {
        fetchers::Options options;
        options.allow_private = {"127.0.0.0/8"};
        options.host_gap = std::chrono::milliseconds(0);
        transport_ = std::make_unique<fetchers::Transport>(options);
        origin_.set("/hub", tests::Answer{.status = 204});
    }

    /// The topics of the hub's last message.
    Topics heard() const {
        Topics topics;
        const std::string start = "&hub.url=";
        const std::string message = origin_.requests().back().body;
        for (auto at = message.find(start); at != std::string::npos; at = message.find(start, at + 1)) {
            const auto begin = at + start.size();
            topics.push_back(feeds::percent_decode(message.substr(begin, message.find('&', begin) - begin)));
        }
        return topics;
    }

    tests::TemporaryFolder folder_;
    std::unique_ptr<storage::Store> store_ = storage::open_store({"sqlite:" + folder_.file("masthead.db")});
    tests::Origin origin_;
    std::unique_ptr<fetchers::Transport> transport_;
    const fetchers::Fetch fetch_ = [this](const fetchers::Request& request) { return transport_->fetch(request); };
    fetchers::Hub hub_{*store_, fetch_, origin_.url("/hub"), "https://feeds.example"};
};

TEST_F(HubTest, HearsOfTheFeedsThatChanged) {
    store_->add_author("Quiet Person", feeds::Author::Type::person);
    ASSERT_TRUE(hub_.tell());
    store_->add_author("Orla Bexley", feeds::Author::Type::person);
    ASSERT_TRUE(hub_.tell());
    const auto request = origin_.requests().back();
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.header("content-type"), "application/x-www-form-urlencoded");
    EXPECT_TRUE(request.body.starts_with("hub.mode=publish&hub.url=https%3A%2F%2Ffeeds%2Eexample%2Ffeeds%2Fall%2Erss&"))
        << request.body;
    const auto topics = heard();
    for (const char* ending : {".rss", ".atom", ".json", "/episodes.rss", "/posts.atom", "/newsletters.json"})
        EXPECT_TRUE(has(topics, std::string("https://feeds.example/authors/orla-bexley") + ending)) << ending;
    EXPECT_FALSE(has(topics, "https://feeds.example/authors/quiet-person.rss"));
}

TEST_F(HubTest, HearsNothingWhenNothingChanged) {
    EXPECT_FALSE(hub_.has_news());
    store_->set_host_free_at("blog.example", feeds::Time{});  // is in no feed
    ASSERT_TRUE(hub_.tell());
    EXPECT_EQ(origin_.requests().size(), 0U);
    store_->add_author("Orla Bexley", feeds::Author::Type::person);
    ASSERT_TRUE(hub_.tell());
    ASSERT_TRUE(hub_.tell());
    EXPECT_EQ(origin_.requests().size(), 1U);
}

TEST_F(HubTest, HearsNothingOfFeedsThatAreNotPublic) {
    feeds::Feed secret;
    secret.slug = secret.title = "secret";
    secret.is_public = false;
    store_->add_feed(secret);
    ASSERT_TRUE(hub_.tell());
    EXPECT_FALSE(has(heard(), "https://feeds.example/feeds/secret.rss"));
    EXPECT_TRUE(has(heard(), "https://feeds.example/feeds/all.rss"));
}

TEST_F(HubTest, IsToldAgainWhatItWouldNotHear) {
    store_->add_author("Orla Bexley", feeds::Author::Type::person);
    for (const int status : {500, 302, 404}) {
        origin_.set("/hub", tests::Answer{.status = status, .headers = {{"Location", "/elsewhere"}}});
        EXPECT_FALSE(hub_.tell()) << status;
    }
    EXPECT_EQ(origin_.count("/elsewhere"), 0U);
    origin_.set("/hub", tests::Answer{.status = 202});
    EXPECT_TRUE(hub_.tell());
    EXPECT_TRUE(has(heard(), "https://feeds.example/authors/orla-bexley.rss"));
}

TEST_F(HubTest, GetsManyFeedsInMessagesOfBoundedLength) {
    for (int n = 0; n < 100; ++n) store_->add_author("Author " + std::to_string(n), feeds::Author::Type::person);
    ASSERT_TRUE(hub_.tell());
    EXPECT_EQ(origin_.requests().size(), 13U);  // 3 + 100 * 12 addresses, 100 in each
    for (const auto& request : origin_.requests()) EXPECT_LT(request.body.size(), 10'000U);
}

}  // namespace
