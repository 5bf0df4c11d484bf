#include "fetchers/discover.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "fetchers/transport.hpp"
#include "tests/support/origin.hpp"

namespace {

using namespace std::chrono_literals;
using namespace masthead;
using fetchers::Discovery;
using tests::Answer;
using tests::Origin;

struct Item {
    std::string path, author;
};

class DiscoverTest : public testing::Test {
protected:
    DiscoverTest() {
        options_.allow_private = {origin_.address()};
        options_.host_gap = 0ms;
    }

    Discovery discover(const std::vector<std::string>& paths, const std::optional<std::string>& name = {}) {
        fetchers::Transport transport(options_);
        std::vector<std::string> urls;
        urls.reserve(paths.size());
        for (const auto& path : paths) urls.push_back(origin_.url(path));
        return fetchers::discover(
            urls, name, [&](const auto& request) { return transport.fetch(request); }, options_, now_);
    }

    std::string rss(const std::string& title, const std::vector<Item>& items) const {
        std::string out = "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>" + title +
                          "</title><description>d</description>";
        for (const auto& [path, author] : items)
            out += fmt::format(
                "<item><title>On {0}</title><link>{1}</link><guid>{1}</guid>"
                "<dc:creator>{2}</dc:creator><description>Text of {0}.</description></item>",
                path, origin_.url(path), author);
        return out + "</channel></rss>";
    }

    void set_feed(const std::string& path, const std::string& title, const std::vector<Item>& items) {
        origin_.set(path, Answer{.body = rss(title, items)});
    }

    void set_page(const std::string& path, const std::string& head, const std::string& body) {
        origin_.set(path, Answer{.body = "<!doctype html><html lang='en'><head><meta charset='utf-8'>" + head +
                                         "</head><body>" + body + "</body></html>",
                                 .type = "text/html; charset=utf-8"});
    }

    // The front page of somebody's own site.
    void set_home(const std::string& path, const std::string& head, const std::string& person,
                  const std::string& handle) {
        set_page(path, "<title>Ledgers</title>" + head,
                 fmt::format("<main><div class='h-card'><a class='p-name u-url u-uid' rel='me' href='{0}'>{1}</a>"
                             "<p class='p-note'>{1} counts things for a living and writes about it.</p>"
                             "<a rel='me' class='u-url' href='https://github.com/{2}'>GitHub</a></div>"
                             "<article><h2><a href='/p1/'>On p1</a></h2><p>A first paragraph that says enough to be "
                             "a teaser of a piece.</p></article>"
                             "<article><h2><a href='/p2/'>On p2</a></h2><p>Another paragraph that says enough to be "
                             "a teaser of a piece.</p></article></main>",
                             origin_.url(path), person, handle));
    }

    static std::string feed_link(const std::string& path, const std::string& title = "Feed") {
        return fmt::format("<link rel='alternate' type='application/rss+xml' title='{}' href='{}'>", title, path);
    }

    std::vector<std::string> sources(const Discovery& discovery) const {
        std::vector<std::string> out;
        for (const auto& found : discovery.sources) {
            const auto& url = found.source.url;
            out.push_back(url.substr(url.find('/', 8)));
        }
        return out;
    }

    static bool has_profile(const fetchers::FoundAuthor& author, const std::string& platform,
                            const std::string& handle) {
        return std::any_of(author.facts.begin(), author.facts.end(), [&](const feeds::Fact& fact) {
            return fact.field == feeds::Field::profile && fact.platform == platform && fact.handle == handle;
        });
    }

    Origin origin_;
    fetchers::Options options_;
    const feeds::Time now_{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}};
};

using Paths = std::vector<std::string>;

TEST_F(DiscoverTest, TakesAFeedAsItIs) {
    set_feed("/all.xml", "Ledgers", {{"/p1/", "Ada Example"}, {"/p2/", "Ada Example"}});
    const auto found = discover({"/all.xml"});
    EXPECT_EQ(sources(found), Paths{"/all.xml"});
    EXPECT_EQ(found.sources.at(0).entries, 2U);
    ASSERT_TRUE(found.subject);
    EXPECT_EQ(found.authors.at(*found.subject).name, "Ada Example");
}

TEST_F(DiscoverTest, FindsTheFeedOfAPageAndLeavesCommentsAndDeadLinksOut) {
    set_home("/", feed_link("/comments/feed/", "Comments") + feed_link("/gone.xml") + feed_link("/feed/"),
             "Ada Example", "ada-example");
    set_feed("/feed/", "Ledgers", {{"/p1/", "Ada Example"}});
    set_feed("/comments/feed/", "Comments for Ledgers", {{"/p1/#comment-1", "Somebody"}});
    const auto found = discover({"/"});
    EXPECT_EQ(sources(found), Paths{"/feed/"});
    const auto left_out = [&](const std::string& path) {
        return std::any_of(found.left_out.begin(), found.left_out.end(),
                           [&](const auto& left) { return left.url == origin_.url(path); });
    };
    EXPECT_TRUE(left_out("/gone.xml"));
    ASSERT_TRUE(found.subject);
    EXPECT_EQ(found.authors.at(*found.subject).name, "Ada Example");
    EXPECT_TRUE(has_profile(found.authors.at(*found.subject), "github", "ada-example"));
}

TEST_F(DiscoverTest, TakesOneOfSeveralFormats) {
    set_home("/", feed_link("/rss.xml") + feed_link("/other.xml"), "Ada Example", "ada-example");
    set_feed("/rss.xml", "Ledgers", {{"/p1/", "Ada Example"}, {"/p2/", "Ada Example"}});
    set_feed("/other.xml", "Ledgers", {{"/p1/", "Ada Example"}, {"/p2/", "Ada Example"}});
    EXPECT_EQ(sources(discover({"/"})).size(), 1U);
}

TEST_F(DiscoverTest, TriesTheUsualPlacesWhenAPageNamesNoFeed) {
    set_home("/", "", "Ada Example", "ada-example");
    set_feed("/atom.xml", "Ledgers", {{"/p1/", "Ada Example"}});
    EXPECT_EQ(sources(discover({"/"})), Paths{"/atom.xml"});
}

TEST_F(DiscoverTest, ReadsTheLinkHeader) {
    set_home("/", "", "Ada Example", "ada-example");
    auto page = Answer{.body = "<!doctype html><title>Ledgers</title><p>Hello.</p>",
                       .type = "text/html",
                       .headers = {{"Link", "</odd/place>; rel=alternate; type=\"application/rss+xml\""}}};
    origin_.set("/", page);
    set_feed("/odd/place", "Ledgers", {{"/p1/", "Ada Example"}});
    EXPECT_EQ(sources(discover({"/"})), Paths{"/odd/place"});
}

TEST_F(DiscoverTest, TakesTheAuthorsFeedOfASiteWithSeveralAuthors) {
    set_home("/author/ada/", feed_link("/feed/"), "Ada Example", "ada-example");
    set_feed("/feed/", "The Site", {{"/p1/", "Ada Example"}, {"/p9/", "Bo Other"}});
    set_feed("/author/ada/feed/", "Ada Example - The Site", {{"/p1/", "Ada Example"}, {"/p2/", "Ada Example"}});
    const auto found = discover({"/author/ada/"});
    EXPECT_EQ(sources(found), Paths{"/author/ada/feed/"});
    EXPECT_EQ(found.authors.size(), 1U);
}

TEST_F(DiscoverTest, FollowsAnArticleToItsAuthorsPage) {
    set_page("/p1/", "<title>On p1</title>" + feed_link("/feed/"),
             "<main><article class='hentry'><h1 class='entry-title'>On p1</h1><p>By <a rel='author' class='author' "
             "href='/author/ada/'>Ada Example</a></p><p>" +
                 std::string(20, 'x') +
                 " A long paragraph about ledgers, and what is counted in them.</p></article></main>");
    set_home("/author/ada/", feed_link("/feed/"), "Ada Example", "ada-example");
    set_feed("/feed/", "The Site", {{"/p1/", "Ada Example"}, {"/p9/", "Bo Other"}});
    set_feed("/author/ada/feed/", "Ada Example - The Site", {{"/p1/", "Ada Example"}});
    const auto found = discover({"/p1/"});
    EXPECT_EQ(sources(found), Paths{"/author/ada/feed/"});
    ASSERT_TRUE(found.subject);
    EXPECT_TRUE(has_profile(found.authors.at(*found.subject), "github", "ada-example"));
}

TEST_F(DiscoverTest, AsksAPersonalSitesFrontPageWhoWroteAnArticle) {
    set_page(
        "/p1/", "<title>On p1</title>" + feed_link("/feed.xml"),
        "<main><article class='hentry'><h1 class='entry-title'>On p1</h1><p>By <span class='author'>Ada "
        "Example</span></p><p>A long paragraph about ledgers, and what is counted in them, and by whom, and why it "
        "took so long until somebody wrote it down for others to read.</p></article></main>");
    auto feed = rss("Ledgers", {{"/p1/", "Ada Example"}});
    feed.insert(feed.find("<description>"), "<link>" + origin_.url("/") + "</link>");
    origin_.set("/feed.xml", Answer{.body = feed});
    set_home("/", "", "Ada Example", "ada-example");
    const auto found = discover({"/p1/"});
    EXPECT_EQ(sources(found), Paths{"/feed.xml"});
    ASSERT_TRUE(found.subject);
    EXPECT_TRUE(has_profile(found.authors.at(*found.subject), "github", "ada-example"));
}

TEST_F(DiscoverTest, MakesAPageWithoutAnyFeedTheSource) {
    set_home("/staff/ada/", "", "Ada Example", "ada-example");
    const auto found = discover({"/staff/ada/"});
    ASSERT_EQ(sources(found), Paths{"/staff/ada/"});
    EXPECT_EQ(found.sources[0].source.type, feeds::Source::Type::page);
    EXPECT_EQ(found.sources[0].source.text, feeds::TextPolicy::excerpt);
}

TEST_F(DiscoverTest, LeavesAPageOutThatRobotsMayNotRead) {
    set_home("/staff/ada/", "", "Ada Example", "ada-example");
    origin_.set("/robots.txt", Answer{.body = "User-agent: *\nDisallow: /staff/", .type = "text/plain"});
    EXPECT_TRUE(sources(discover({"/staff/ada/"})).empty());
}

TEST_F(DiscoverTest, TakesWhomAllAddressesName) {
    set_feed("/blog.xml", "Ledgers", {{"/p1/", "Ada Example"}});
    set_feed("/show.xml", "The Show", {{"/e1/", "Bo Other"}, {"/e1/", "Ada Example"}});
    const auto found = discover({"/blog.xml", "/show.xml"});
    ASSERT_TRUE(found.subject);
    EXPECT_EQ(found.authors.at(*found.subject).name, "Ada Example");
    EXPECT_EQ(found.authors.size(), 2U);
    EXPECT_FALSE(discover({"/show.xml"}).subject);
    EXPECT_TRUE(discover({"/show.xml"}, "Bo Other").subject);
}

TEST_F(DiscoverTest, TakesAFeedThatNamesNobodyForThatOfTheOthersAuthor) {
    origin_.set("/letters.xml", Answer{.body = "<rss version='2.0'><channel><title>Letters</title><description>d"
                                               "</description><item><title>On tides</title><guid>1</guid>"
                                               "<description>Text.</description></item></channel></rss>"});
    set_feed("/blog.xml", "Ledgers", {{"/p1/", "Ada Example"}});
    const auto found = discover({"/letters.xml", "/blog.xml"});
    ASSERT_TRUE(found.subject);
    EXPECT_EQ(found.authors.at(*found.subject).name, "Ada Example");
    EXPECT_EQ(found.sources.size(), 2U);
}

TEST_F(DiscoverTest, TakesWhoseFeedItIsBeforeAGuestOfIt) {
    auto letters = rss("Letters", {{"/p1/", "Ada Example"}, {"/p2/", "Bo Guest"}});
    const std::string channel = "<description>d</description>";
    letters.replace(letters.find(channel), channel.size(), channel + "<dc:creator>Ada Example</dc:creator>");
    origin_.set("/letters.xml", Answer{.body = letters});
    const auto found = discover({"/letters.xml"});
    ASSERT_TRUE(found.subject);
    EXPECT_EQ(found.authors.at(*found.subject).name, "Ada Example");
    EXPECT_EQ(found.authors.size(), 2U);
}

TEST_F(DiscoverTest, TellsWhichAddressCannotBeRead) {
    set_feed("/blog.xml", "Ledgers", {{"/p1/", "Ada Example"}});
    const auto found = discover({"/nowhere", "/blog.xml"});
    ASSERT_EQ(found.errors.size(), 1U);
    EXPECT_NE(found.errors[0].message.find("/nowhere"), std::string::npos);
    EXPECT_EQ(found.sources.size(), 1U);
    ASSERT_TRUE(found.subject) << "whom the others name";
    EXPECT_EQ(found.authors.at(*found.subject).name, "Ada Example");
}

TEST_F(DiscoverTest, KeepsAnAddressThatCarriesASecretPrivate) {
    set_feed("/feed?auth=s3cret", "Paid Letters", {{"/p1/", "Ada Example"}});
    const auto found = discover({"/feed?auth=s3cret"});
    ASSERT_EQ(found.sources.size(), 1U);
    EXPECT_FALSE(found.sources[0].source.is_public);
}

}  // namespace
