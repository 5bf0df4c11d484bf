#include "fetchers/link_header.hpp"

#include <gtest/gtest.h>

namespace {

using masthead::fetchers::feeds_in_links;

std::vector<std::string> urls(const std::vector<std::string>& values) {
    std::vector<std::string> out;
    for (const auto& link : feeds_in_links(values, "https://a.example/b/")) out.push_back(link.url);
    return out;
}

TEST(LinkHeader, NamesFeeds) {
    EXPECT_EQ(urls({"</c>; rel=\"preload\", <feed>; rel=\"alternate home\"; type=\"application/rss+xml\"; title=\"A, "
                    "\\\"B\\\"; <c>\"",
                    "<https://b.example/x,y.json> ;REL=Alternate ; Type=application/feed+json"}),
              (std::vector<std::string>{"https://a.example/b/feed", "https://b.example/x,y.json"}));
}

TEST(LinkHeader, LeavesOtherLinksAlone) {
    EXPECT_TRUE(urls({"<x>; rel=alternate; type=text/html", "<x>; rel=self; type=application/rss+xml",
                      "<x>; rel=alternate", "<x", "x; rel=alternate", "", ",;,<>", "<x>; rel=\"alternate"})
                    .empty());
}

}  // namespace
