#include <string>

#include "http/server.hpp"
#include "tests/http/server_fixture.hpp"

namespace masthead::tests {
namespace {

class AdminAddress : public ServerTest {};

constexpr const char* feed = "/feeds/all.rss";

TEST_F(AdminAddress, ShowsItsStateToTheAdminOnly) {
    start();
    RawConnection admin(admin_address());
    EXPECT_EQ(admin.get("/readyz").status, 200);
    const RawReply metrics = admin.get("/metrics");
    EXPECT_EQ(metrics.status, 200);
    EXPECT_EQ(metrics.field("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    EXPECT_EQ(metrics.field("cache-control"), "no-store");
    EXPECT_NE(metrics.body.find("masthead_entries 1\n"), std::string::npos);
    EXPECT_NE(metrics.body.find("masthead_http_responses_total{status=\"200\"} 1\n"), std::string::npos);
    EXPECT_EQ(admin.get(feed).status, 404);
    EXPECT_EQ(get("/metrics").status, 404);
    EXPECT_EQ(get("/readyz").status, 404);
}

TEST_F(AdminAddress, TellsTheAdminWhichSourcesFailAsAFeed) {
    storage::Commit failure;
    failure.source = source_;
    failure.at = feeds::Time{std::chrono::sys_days{std::chrono::year{2025} / 2 / 1}};
    failure.state.last_fetch = failure.state.failing_since = failure.at;
    failure.state.failures = 1;
    failure.state.outcome = feeds::Outcome::network;
    failure.state.message = "connection refused";
    store_->commit(failure);
    start();
    RawConnection admin(admin_address());
    const RawReply health = admin.get("/health.atom");
    EXPECT_EQ(health.status, 200);
    EXPECT_EQ(health.field("content-type"), "application/atom+xml; charset=utf-8");
    EXPECT_EQ(health.field("cache-control"), "private, no-cache");
    EXPECT_NE(health.body.find("The Ledger: cannot be reached"), std::string::npos);
    EXPECT_NE(health.body.find("rel=\"alternate\" href=\"https://feeds.example/\""), std::string::npos);
    EXPECT_NE(health.body.find("rel=\"self\" href=\"http://feeds.example/health.atom\""), std::string::npos);
    EXPECT_EQ(health.body.find("hub.example"), std::string::npos);
    EXPECT_EQ(admin.get("/health.atom", "If-None-Match: " + health.field("etag") + "\r\n").status, 304);
    EXPECT_EQ(get("/health.atom").status, 404);
}

TEST_F(AdminAddress, GivesAFeedOfFailuresNoAgeThatItCannotHave) {
    start();
    const RawReply health = RawConnection(admin_address()).get("/health.atom");
    EXPECT_EQ(health.status, 200) << "although nothing was fetched yet";
    EXPECT_EQ(health.field("last-modified").find("1970"), std::string::npos);
}

}  // namespace
}  // namespace masthead::tests
