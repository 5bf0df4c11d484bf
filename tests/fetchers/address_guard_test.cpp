#include "fetchers/address_guard.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/un.h>

namespace {

using masthead::fetchers::AddressGuard;

bool permits(const AddressGuard& guard, const std::string& address, std::uint16_t port) {
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    if (inet_pton(AF_INET, address.c_str(), &v4.sin_addr) == 1)
        return guard.permits(reinterpret_cast<const sockaddr*>(&v4), sizeof v4);
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    EXPECT_EQ(inet_pton(AF_INET6, address.c_str(), &v6.sin6_addr), 1) << address;
    return guard.permits(reinterpret_cast<const sockaddr*>(&v6), sizeof v6);
}

AddressGuard guard_of(const std::vector<std::string>& allowed) { return *AddressGuard::from(allowed); }

TEST(AddressGuard, PermitsWhatIsPublic) {
    const auto guard = guard_of({});
    for (const char* address :
         {"1.1.1.1", "93.184.216.34", "172.15.255.255", "172.32.0.1", "100.63.255.255", "2606:4700::1111",
          "2a00:1450::1", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::1"})
        EXPECT_TRUE(permits(guard, address, 443)) << address;
}

TEST(AddressGuard, RefusesWhatIsNotPublic) {
    const auto guard = guard_of({});
    for (const char* address : {"0.0.0.0",
                                "10.0.0.1",
                                "100.64.0.1",
                                "127.0.0.1",
                                "127.8.8.8",
                                "169.254.169.254",
                                "172.16.0.1",
                                "172.31.255.254",
                                "192.0.0.192",
                                "192.168.0.1",
                                "198.18.0.1",
                                "224.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "fe80::1",
                                "fec0::1",
                                "fc00::1",
                                "fd00:ec2::254",
                                "ff02::1",
                                "2001:db8::1",
                                "2001:0:7f00:1::1",
                                "100::1"})
        EXPECT_FALSE(permits(guard, address, 80)) << address;
}

TEST(AddressGuard, LooksIntoFormsThatHoldAnIPv4Address) {
    const auto guard = guard_of({});
    for (const char* address :
         {"::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1", "64:ff9b::7f00:1", "2002:7f00:1::1", "2002:a00:1::1"})
        EXPECT_FALSE(permits(guard, address, 80)) << address;
    EXPECT_TRUE(permits(guard_of({"127.0.0.1"}), "::ffff:127.0.0.1", 80));
}

TEST(AddressGuard, PermitsWhatTheAdminAllowed) {
    const auto guard = guard_of({"10.0.0.0/8", "127.0.0.1:8080", "[::1]:80", "fd00::/8"});
    EXPECT_TRUE(permits(guard, "10.20.30.40", 1));
    EXPECT_TRUE(permits(guard, "127.0.0.1", 8080));
    EXPECT_FALSE(permits(guard, "127.0.0.1", 8081));
    EXPECT_FALSE(permits(guard, "127.0.0.2", 8080));
    EXPECT_TRUE(permits(guard, "::1", 80));
    EXPECT_FALSE(permits(guard, "::1", 81));
    EXPECT_TRUE(permits(guard, "fd12::1", 443));
    EXPECT_FALSE(permits(guard, "fe80::1", 443));
}

TEST(AddressGuard, NamesARuleThatCannotBeRead) {
    for (const char* rule :
         {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "127.0.0.1:70000", "127.0.0.1:x", "[::1", "::1/129"})
        EXPECT_FALSE(AddressGuard::from({rule}).has_value()) << rule;
    EXPECT_NE(AddressGuard::from({"10.0.0.0/8", "localhost"}).error().find("localhost"), std::string::npos);
}

TEST(AddressGuard, RefusesOtherFamilies) {
    sockaddr_un path{};
    path.sun_family = AF_UNIX;
    EXPECT_FALSE(guard_of({"0.0.0.0/0"}).permits(reinterpret_cast<const sockaddr*>(&path), sizeof path));
}

}  // namespace
