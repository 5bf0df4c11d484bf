#include "feeds/text/secret_url.hpp"

#include <string>

#include <gtest/gtest.h>

namespace {

using namespace masthead;

struct AddressCase {
    const char* name;
    const char* url;
    bool secret;
};

class CarriesSecret : public testing::TestWithParam<AddressCase> {};

TEST_P(CarriesSecret, TellsAddressesThatGiveAccess) {
    EXPECT_EQ(feeds::carries_secret(GetParam().url), GetParam().secret) << GetParam().url;
}

INSTANTIATE_TEST_SUITE_P(
    Addresses, CarriesSecret,
    testing::Values(AddressCase{"Plain", "https://ledger.example/feed.xml", false},
                    AddressCase{"Format", "https://ledger.example/?feed=rss2&cat=3", false},
                    AddressCase{"LongWords", "https://ledger.example/the-year-2024-in-tariffs-and-trade", false},
                    AddressCase{"User", "https://orla:pass@ledger.example/feed", true},
                    AddressCase{"Token", "https://ledger.example/feed?lang=en&token=abc", true},
                    AddressCase{"PrivateFolder", "https://ledger.example/private/orla.rss", true},
                    AddressCase{"PrivateWord", "https://ledger.example/private-equity/feed", false},
                    AddressCase{"RandomPart", "https://ledger.example/private/9f3Kd02mQ7xLr81TzB4v/rss", true}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
