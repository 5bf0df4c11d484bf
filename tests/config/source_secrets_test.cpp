#include "config/source_secrets.hpp"

#include <gtest/gtest.h>

namespace masthead::config {
namespace {

TEST(SourceSecrets, AreSeenInAnAddress) {
    for (const char* url :
         {"https://ada:pass@a.example/feed", "https://a.example/feed?token=x1", "https://a.example/?a=b&API_KEY=1"})
        EXPECT_TRUE(carries_secret(url)) << url;
    for (const char* url :
         {"https://a.example/@ada/feed", "https://a.example/feed?page=2", "https://a.example/token/feed", "", "x"})
        EXPECT_FALSE(carries_secret(url)) << url;
}

}  // namespace
}  // namespace masthead::config
