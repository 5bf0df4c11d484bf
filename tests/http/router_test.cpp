#include "http/router.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "feeds/render/render.hpp"

namespace masthead::http {
namespace {

using feeds::Format;
using Kind = Route::Kind;

Route page(std::string name, Format format, std::optional<std::uint64_t> archive = std::nullopt) {
    return {Kind::page, std::move(name), format, archive};
}

struct PathCase {
    std::string path;
    Route expected;
};

TEST(Router, FindsWhatIsPublished) {
    const std::string hash(64, 'a');
    const std::vector<PathCase> cases = {
        {"/", page("/", Format::html)},
        {"/site.opml", page("/", Format::opml)},
        {"/feeds/all", page("/feeds/all", Format::html)},
        {"/feeds/all.rss", page("/feeds/all", Format::rss)},
        {"/feeds/all.atom", page("/feeds/all", Format::atom)},
        {"/feeds/all.json", page("/feeds/all", Format::json)},
        {"/feeds/all/archive/3.atom", page("/feeds/all", Format::atom, 3)},
        {"/authors/orla-bexley", page("/authors/orla-bexley", Format::html)},
        {"/authors/orla-bexley.rss", page("/authors/orla-bexley", Format::rss)},
        {"/authors/orla-bexley.opml", page("/authors/orla-bexley", Format::opml)},
        {"/authors/orla-bexley/episodes.rss", page("/authors/orla-bexley/episodes", Format::rss)},
        {"/authors/orla-bexley/posts", page("/authors/orla-bexley/posts", Format::html)},
        {"/authors/orla-bexley/newsletters.json", page("/authors/orla-bexley/newsletters", Format::json)},
        {"/feeds/all/archive/3", page("/feeds/all", Format::html, 3)},
        {"/authors/orla-bexley/archive/1.rss", page("/authors/orla-bexley", Format::rss, 1)},
        {"/authors/orla-bexley/posts/archive/2.rss", page("/authors/orla-bexley/posts", Format::rss, 2)},
        {"/entries/42", page("/entries/42", Format::html)},
        {"/avatars/" + hash, {Kind::avatar, hash, Format::html, {}}},
        {feeds::style_sheet_path(), {Kind::style_sheet, {}, Format::html, {}}},
        {"/robots.txt", {Kind::robots, {}, Format::html, {}}},
        {"/favicon.ico", {Kind::icon, {}, Format::html, {}}},
        {"/healthz", {Kind::health, {}, Format::html, {}}},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(route(one.path, Audience::everybody), one.expected) << one.path;
        const bool for_both = one.expected.kind == Kind::health;
        EXPECT_EQ(route(one.path, Audience::admin).has_value(), for_both) << one.path;
    }
}

TEST(Router, ShowsTheStateOfTheServerToTheAdminOnly) {
    EXPECT_EQ(route("/metrics", Audience::admin)->kind, Kind::metrics);
    EXPECT_EQ(route("/readyz", Audience::admin)->kind, Kind::ready);
    EXPECT_EQ(route("/healthz", Audience::admin)->kind, Kind::health);
    EXPECT_EQ(route("/health.atom", Audience::admin)->kind, Kind::source_health);
    EXPECT_EQ(route("/health.rss", Audience::admin), std::nullopt);
    EXPECT_EQ(route("/metrics", Audience::everybody), std::nullopt);
    EXPECT_EQ(route("/health.atom", Audience::everybody), std::nullopt);
    EXPECT_EQ(route("/readyz", Audience::everybody), std::nullopt);
}

TEST(Router, LeadsNowhereElse) {
    const std::vector<std::string> paths = {"",
                                            "*",
                                            "//",
                                            "/feeds",
                                            "/feeds/",
                                            "/feeds/.rss",
                                            "/feeds/..rss",
                                            "/feeds/../all.rss",
                                            "/feeds/a/b.rss",
                                            "/feeds/a%2Fb.rss",
                                            "/feeds/all.xml",
                                            "/feeds/all.opml",
                                            "/feeds/all/",
                                            "/feeds/" + std::string(3'000, 'a'),
                                            "/feeds/all/archive/0.rss",
                                            "/feeds/all/archive/01.rss",
                                            "/feeds/all/archive/-1.rss",
                                            "/feeds/all/archive/18446744073709551616.rss",
                                            "/feeds/all/archive/",
                                            "/authors/orla-bexley/archive/1.opml",
                                            "/entries/7/archive/1",
                                            "/feeds/all/archive/1/archive/1.rss",
                                            "/authors/orla/podcasts.rss",
                                            "/authors/orla/episodes.opml",
                                            "/authors//episodes.rss",
                                            "/entries/",
                                            "/entries/0",
                                            "/entries/07",
                                            "/entries/7.rss",
                                            "/entries/7x",
                                            "/avatars/abc",
                                            "/avatars/" + std::string(64, 'A'),
                                            "/private/token/all.rss"};
    for (const auto& path : paths) EXPECT_EQ(route(path, Audience::everybody), std::nullopt) << path.substr(0, 60);
}

}  // namespace
}  // namespace masthead::http
