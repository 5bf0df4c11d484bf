#include "storage/provenance.hpp"

#include <gtest/gtest.h>

namespace {

using namespace masthead;

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
