#include "http/negotiate.hpp"

#include <gtest/gtest.h>

namespace masthead::http {
namespace {

struct NegotiateCase {
    const char* name;
    std::optional<std::string_view> accepted;
    Coding expected;
};

class NegotiateCoding : public testing::TestWithParam<NegotiateCase> {};

TEST_P(NegotiateCoding, GivesWhatTheClientPrefers) {
    EXPECT_EQ(negotiate_coding(GetParam().accepted), GetParam().expected) << GetParam().accepted.value_or("(none)");
}

INSTANTIATE_TEST_SUITE_P(
    Fields, NegotiateCoding,
    testing::Values(NegotiateCase{"NoField", std::nullopt, Coding::identity},
                    NegotiateCase{"Empty", "", Coding::identity}, NegotiateCase{"Gzip", "gzip", Coding::gzip},
                    NegotiateCase{"OldName", "x-gzip", Coding::gzip}, NegotiateCase{"UpperCase", "GZIP", Coding::gzip},
                    NegotiateCase{"Browser", "gzip, deflate, br, zstd", Coding::brotli},
                    NegotiateCase{"PlainReader", "gzip, deflate", Coding::gzip},
                    NegotiateCase{"Weights", "br;q=0.4, gzip;q=0.5", Coding::gzip},
                    NegotiateCase{"Refused", "gzip;q=0", Coding::identity},
                    NegotiateCase{"RefusedLong", "gzip;q=0.000, br;q=0.0", Coding::identity},
                    NegotiateCase{"UpperCaseWeight", "gzip;Q=0", Coding::identity},
                    NegotiateCase{"Spaces", " gzip ;\tq=0.5 , deflate;q=0", Coding::gzip},
                    NegotiateCase{"Any", "*", Coding::brotli}, NegotiateCase{"AnyButOne", "*, br;q=0", Coding::gzip},
                    NegotiateCase{"NothingElse", "*;q=0", Coding::identity},
                    NegotiateCase{"OneAndNothingElse", "gzip, *;q=0", Coding::gzip},
                    NegotiateCase{"IdentityPreferred", "gzip;q=0.1, identity", Coding::identity},
                    NegotiateCase{"IdentityRefused", "identity;q=0, gzip;q=0.1", Coding::gzip},
                    NegotiateCase{"NothingAcceptable", "identity;q=0", Coding::identity},
                    NegotiateCase{"Unknown", "compress, snappy", Coding::identity},
                    NegotiateCase{"NamesInsideNames", "gzipx, xgzip, br0", Coding::identity},
                    NegotiateCase{"WordAsWeight", "gzip;q=high", Coding::identity},
                    NegotiateCase{"NegativeWeight", "gzip;q=-1", Coding::identity},
                    NegotiateCase{"Commas", ",,,", Coding::identity},
                    NegotiateCase{"OnlyParameters", ";;;q", Coding::identity}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace masthead::http
