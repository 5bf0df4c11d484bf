#include "http/trusted_proxies.hpp"

#include <gtest/gtest.h>

namespace masthead::http {
namespace {

TrustedProxies proxies(const std::vector<std::string>& networks) {
    auto read = TrustedProxies::from(networks);
    EXPECT_TRUE(read) << read.error();
    return *read;
}

bool include(const std::vector<std::string>& networks, const char* address) {
    return proxies(networks).include(read_client_address(address));
}

TEST(TrustedProxies, IncludeTheirAddressesAndNetworks) {
    EXPECT_TRUE(include({"127.0.0.1"}, "127.0.0.1"));
    EXPECT_FALSE(include({"127.0.0.1"}, "127.0.0.2"));
    EXPECT_TRUE(include({"192.0.2.1", "10.8.0.0/13"}, "10.15.255.255"));
    EXPECT_FALSE(include({"10.8.0.0/13"}, "10.16.0.0"));
    EXPECT_TRUE(include({"10.9.8.7/13"}, "10.8.0.1")) << "the bits behind the prefix say nothing";
    EXPECT_TRUE(include({"2001:db8::/33"}, "2001:db8:7fff::1"));
    EXPECT_FALSE(include({"2001:db8::/33"}, "2001:db8:8000::1"));
    EXPECT_TRUE(include({"::ffff:192.0.2.1"}, "192.0.2.1"));
    EXPECT_TRUE(include({"0.0.0.0/0"}, "198.51.100.1"));
    EXPECT_FALSE(include({"0.0.0.0/0"}, "2001:db8::1"));
    EXPECT_FALSE(include({}, "127.0.0.1"));
}

TEST(TrustedProxies, IncludeUnixSocketsWhenTheyAreNamed) {
    EXPECT_TRUE(proxies({"unix:"}).include(std::nullopt));
    EXPECT_FALSE(proxies({"127.0.0.1"}).include(std::nullopt));
}

TEST(TrustedProxies, RefuseWhatIsNoAddress) {
    for (const char* wrong : {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.5:8080", "::1/129", "/8"})
        EXPECT_FALSE(TrustedProxies::from({wrong})) << wrong;
}

struct ForwardedCase {
    const char* name;
    std::vector<std::pair<std::string, std::string>> fields;
    const char* client;  ///< empty: none
};

class ClientOf : public testing::TestWithParam<ForwardedCase> {};

TEST_P(ClientOf, IsTheLastThatNoTrustedProxyHas) {
    Request request;
    request.fields = GetParam().fields;
    const auto client = proxies({"127.0.0.1", "10.0.0.0/8", "2001:db8:1::/48"}).client_of(request);
    EXPECT_EQ(client, read_client_address(GetParam().client));
}

// The forms are those of RFC 7239, sections 4 to 7.
INSTANTIATE_TEST_SUITE_P(
    Forwarded, ClientOf,
    testing::Values(
        ForwardedCase{"Nothing", {}, ""}, ForwardedCase{"One", {{"x-forwarded-for", "192.0.2.43"}}, "192.0.2.43"},
        ForwardedCase{"ClientsOwnWordsBeforeIt", {{"x-forwarded-for", "10.1.1.1, 192.0.2.43"}}, "192.0.2.43"},
        ForwardedCase{"SeveralProxies", {{"x-forwarded-for", "198.51.100.1,192.0.2.43 , 10.2.3.4"}}, "192.0.2.43"},
        ForwardedCase{
            "SeveralLines", {{"x-forwarded-for", "198.51.100.1"}, {"x-forwarded-for", "192.0.2.43"}}, "192.0.2.43"},
        ForwardedCase{"ProxiesAlone", {{"x-forwarded-for", "10.0.0.1, 127.0.0.1"}}, ""},
        ForwardedCase{"Port", {{"x-forwarded-for", "192.0.2.43:4711"}}, "192.0.2.43"},
        ForwardedCase{"V6", {{"x-forwarded-for", "2001:db8:cafe::17"}}, "2001:db8:cafe::17"},
        ForwardedCase{"V6Port", {{"x-forwarded-for", "[2001:db8:cafe::17]:4711"}}, "2001:db8:cafe::17"},
        ForwardedCase{"EmptyMembers", {{"x-forwarded-for", "192.0.2.43, ,"}}, "192.0.2.43"},
        ForwardedCase{"NoAddress", {{"x-forwarded-for", "198.51.100.1, unknown"}}, ""},
        ForwardedCase{"Element", {{"forwarded", "for=192.0.2.43"}}, "192.0.2.43"},
        ForwardedCase{
            "ElementOfManyPairs", {{"forwarded", "proto=http; For=192.0.2.60;by=203.0.113.43"}}, "192.0.2.60"},
        ForwardedCase{"QuotedElement", {{"forwarded", "For=\"[2001:db8:cafe::17]:4711\""}}, "2001:db8:cafe::17"},
        ForwardedCase{
            "SeveralElements", {{"forwarded", "for=198.51.100.1, for=192.0.2.43, for=10.0.0.1"}}, "192.0.2.43"},
        ForwardedCase{"Hidden", {{"forwarded", "for=198.51.100.1, for=\"_gazonk\""}}, ""},
        ForwardedCase{"QuoteThatAClientOpened", {{"forwarded", "for=\"evil, for=192.0.2.43"}}, "192.0.2.43"},
        ForwardedCase{"ForwardedOfAClientPastItsProxy",
                      {{"forwarded", "for=198.51.100.1"}, {"x-forwarded-for", "192.0.2.43"}},
                      "192.0.2.43"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace masthead::http
