#include "storage/provenance.hpp"

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
    EXPECT_EQ(storage::carries_secret(GetParam().url), GetParam().secret) << GetParam().url;
}

INSTANTIATE_TEST_SUITE_P(
    Addresses, CarriesSecret,
    testing::Values(AddressCase{"Plain", "https://ledger.example/feed.xml", false},
                    AddressCase{"Format", "https://ledger.example/?feed=rss2&cat=3", false},
                    AddressCase{"LongWords", "https://ledger.example/the-year-2024-in-tariffs-and-trade", false},
                    AddressCase{"User", "https://orla:pass@ledger.example/feed", true},
                    AddressCase{"Token", "https://ledger.example/feed?lang=en&token=abc", true},
                    AddressCase{"RandomPart", "https://ledger.example/private/9f3Kd02mQ7xLr81TzB4v/rss", true}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Provenance, NeverHoldsASecretAddress) {
    feeds::Source source;
    source.key = "6f1c0d2e-0000-5000-8000-000000000000";
    source.url = "https://ledger.example/feed?token=abc";
    source.feed_id = source.url;
    const auto origin = storage::provenance(source, {});
    EXPECT_EQ(origin.feed_url, "");
    EXPECT_EQ(origin.id, "urn:uuid:6f1c0d2e-0000-5000-8000-000000000000");
}

TEST(Provenance, NamesTheFeedOfAPublicSource) {
    feeds::Source source;
    source.url = "https://ledger.example/feed";
    EXPECT_EQ(storage::provenance(source, {}).feed_url, "https://ledger.example/feed");
    source.type = feeds::Source::Type::page;
    EXPECT_EQ(storage::provenance(source, {}).feed_url, "");
}

}  // namespace
