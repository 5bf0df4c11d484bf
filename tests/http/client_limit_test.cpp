#include "http/client_limit.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "tests/http/server_fixture.hpp"

namespace masthead::tests {
namespace {

using http::ClientLimit;
using http::read_client_address;

std::optional<ClientLimit::Place> enter(ClientLimit& limit, const char* address) {
    return limit.enter(*read_client_address(address));
}

TEST(ClientLimit, GivesEachAddressItsPlaces) {
    ClientLimit limit(2);
    const auto first = enter(limit, "192.0.2.1");
    const auto second = enter(limit, "192.0.2.1");
    EXPECT_TRUE(first && second);
    EXPECT_FALSE(enter(limit, "192.0.2.1"));
    EXPECT_TRUE(enter(limit, "192.0.2.2"));
}

TEST(ClientLimit, FreesAPlaceThatEnded) {
    ClientLimit limit(1);
    auto place = enter(limit, "192.0.2.1");
    auto moved = std::move(place);
    EXPECT_FALSE(enter(limit, "192.0.2.1"));
    moved.reset();
    EXPECT_TRUE(enter(limit, "192.0.2.1"));
}

TEST(ClientLimit, TakesANetworkOfASubscriberForOneClient) {
    ClientLimit limit(1);
    const auto place = enter(limit, "2001:db8:1:2::1");
    EXPECT_FALSE(enter(limit, "2001:db8:1:2:ffff::9"));
    EXPECT_TRUE(enter(limit, "2001:db8:1:3::1"));
}

TEST(ClientLimit, OfNoneLetsAllIn) {
    ClientLimit limit(0);
    std::vector<std::optional<ClientLimit::Place>> places;
    places.reserve(1'000);
    for (int n = 0; n < 1'000; ++n) places.push_back(enter(limit, "192.0.2.1"));
    for (const auto& place : places) EXPECT_TRUE(place);
}

class LimitedServer : public ServerTest {
protected:
    LimitedServer() { options_.per_address = 2; }
    static std::string request(const std::string& path, const std::string& fields = "") {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
    }
    /// Asks for a big file through the trusted proxy, for this client, and does not read the answer.
    std::unique_ptr<RawConnection> dawdle(const std::string& client) {
        auto connection = std::make_unique<RawConnection>(address(), 4'096);
        connection->send(request(big_, "X-Forwarded-For: " + client + "\r\n"));
        EXPECT_TRUE(connection->read_some(100));
        return connection;
    }

    const std::string big_ = put_avatar(8'000'000);
};

TEST_F(LimitedServer, ClosesWhatOneClientHasTooMuchButNotToTheAdmin) {
    options_.trusted_proxies.clear();
    start();
    RawConnection first = connect();
    EXPECT_EQ(first.get("/healthz").status, 200);
    {
        RawConnection second = connect();
        EXPECT_EQ(second.get("/healthz").status, 200);
        RawConnection third = connect();
        third.send(request("/healthz"));
        EXPECT_FALSE(third.read());
        RawConnection admin(admin_address());
        EXPECT_NE(admin.get("/metrics").body.find("masthead_http_refusals_total 1\n"), std::string::npos);
    }
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    std::optional<RawReply> reply;
    while (!reply && std::chrono::steady_clock::now() < deadline) {
        RawConnection again = connect();
        again.send(request("/healthz"));
        reply = again.read();
    }
    EXPECT_TRUE(reply) << "the place of a connection that ended is free";
}

TEST_F(LimitedServer, LetsATrustedProxyHaveAllTheConnectionsItNeeds) {
    start();
    std::vector<std::unique_ptr<RawConnection>> connections;
    for (int n = 0; n < 20; ++n) {
        connections.push_back(std::make_unique<RawConnection>(address()));
        EXPECT_EQ(connections.back()->get("/healthz").status, 200);
    }
}

TEST_F(LimitedServer, TellsAClientBehindAProxyToComeAgain) {
    start();
    const auto first = dawdle("192.0.2.7"), second = dawdle("192.0.2.7");
    RawConnection proxy = connect();
    for (const char* method : {"GET", "HEAD"}) {
        const auto refused = proxy.get("/healthz", "X-Forwarded-For: 192.0.2.7\r\n", method);
        EXPECT_EQ(refused.status, 429);
        EXPECT_EQ(refused.field("retry-after"), "10");
    }
    EXPECT_EQ(proxy.get("/healthz", "X-Forwarded-For: 192.0.2.8\r\n").status, 200) << "the connection goes on";
    EXPECT_EQ(proxy.get("/healthz", "Forwarded: for=192.0.2.7\r\n").status, 429);
    EXPECT_EQ(proxy.get("/healthz").status, 200);
}

TEST_F(LimitedServer, FreesAClientsPlaceWithTheEndOfItsAnswer) {
    start();
    for (int n = 0; n < 5; ++n) EXPECT_EQ(get("/healthz", "X-Forwarded-For: 192.0.2.7\r\n").status, 200);
    RawConnection proxy = connect();
    for (int n = 0; n < 5; ++n) EXPECT_EQ(proxy.get(big_, "X-Forwarded-For: 192.0.2.7\r\n").status, 200);
}

TEST_F(LimitedServer, DoesNotBelieveAClientThatIsNoProxy) {
    options_.trusted_proxies = {"192.0.2.1"};
    start();
    RawConnection first = connect(), second = connect();
    EXPECT_EQ(first.get("/healthz", "X-Forwarded-For: 198.51.100.1\r\n").status, 200);
    EXPECT_EQ(second.get("/healthz", "X-Forwarded-For: 198.51.100.2\r\n").status, 200);
    RawConnection third = connect();
    third.send(request("/healthz", "X-Forwarded-For: 198.51.100.3\r\n"));
    EXPECT_FALSE(third.read());
}

}  // namespace
}  // namespace masthead::tests
