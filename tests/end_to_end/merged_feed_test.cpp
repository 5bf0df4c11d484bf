#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "tests/end_to_end/installation.hpp"
#include "tests/end_to_end/publication.hpp"
#include "tests/support/client.hpp"

namespace masthead::tests {
namespace {

namespace json = boost::json;

// Of Maren Tolvik: 6 articles, 6 issues of which one is an article, 8 episodes.
constexpr std::size_t merged_entries = 19;
const std::string bio =
    "Maren Tolvik is a professor of maritime law at Castle Ness University and co-host of the Harbour Lights podcast.";

// One installation that has followed everybody, for all tests of this suite: they only read.
class MergedFeed : public testing::Test {
protected:
    struct Followed {
        Publication publication;
        Installation masthead;

        Followed() {
            follow({publication.author_page(), publication.newsletter_feed(), publication.podcast_page()});
            follow({publication.magazine().url("/author/idris-bellamy/")});
            masthead.serve();
        }

        void follow(std::vector<std::string> urls) {
            urls.insert(urls.begin(), "follow");
            const auto done = masthead.run(std::move(urls));
            if (done.code != 0) throw std::runtime_error(done.out + done.err);
        }
    };

    static void SetUpTestSuite() { followed = std::make_unique<Followed>(); }
    static void TearDownTestSuite() { followed.reset(); }

    static Reply read(const std::string& path) { return get(followed->masthead.url(path)); }

    static pugi::xml_document xml(const std::string& path) {
        const auto reply = read(path);
        EXPECT_EQ(reply.status, 200) << path;
        pugi::xml_document document;
        EXPECT_TRUE(document.load_string(reply.body.c_str())) << reply.body;
        return document;
    }

    static std::unique_ptr<Followed> followed;
};

std::unique_ptr<MergedFeed::Followed> MergedFeed::followed;

std::vector<pugi::xml_node> children(const pugi::xml_node& node, const char* name) {
    std::vector<pugi::xml_node> out;
    for (const auto& child : node.children(name)) out.push_back(child);
    return out;
}

std::set<std::string> texts(const pugi::xml_node& node, const char* name) {
    std::set<std::string> out;
    for (const auto& child : node.children(name)) out.insert(child.text().get());
    return out;
}

pugi::xml_node titled(const std::vector<pugi::xml_node>& nodes, const std::string& title) {
    for (const auto& node : nodes)
        if (title == node.child("title").text().get()) return node;
    return {};
}

TEST_F(MergedFeed, HoldsEveryEntryOnceInEachFormat) {
    const auto rss = xml("/authors/maren-tolvik.rss");
    const auto atom = xml("/authors/maren-tolvik.atom");
    const auto feed = json::parse(read("/authors/maren-tolvik.json").body);
    EXPECT_EQ(children(rss.child("rss").child("channel"), "item").size(), merged_entries);
    EXPECT_EQ(children(atom.child("feed"), "entry").size(), merged_entries);
    EXPECT_EQ(feed.at("items").as_array().size(), merged_entries);
}

TEST_F(MergedFeed, IsSortedByTheDatesOfTheOrigins) {
    const auto feed = json::parse(read("/authors/maren-tolvik.json").body);
    std::vector<std::string> dates;
    for (const auto& item : feed.at("items").as_array()) dates.emplace_back(item.at("date_published").as_string());
    EXPECT_TRUE(std::is_sorted(dates.rbegin(), dates.rend()));
    EXPECT_EQ(dates.front(), "2026-11-20T16:00:00Z");
    EXPECT_EQ(dates.back(), "2026-08-05T05:00:00Z");
}

TEST_F(MergedFeed, NamesTheAuthorOfEachEntryInRss) {
    const auto rss = xml("/authors/maren-tolvik.rss");
    const auto channel = rss.child("rss").child("channel");
    for (const auto& item : children(channel, "item")) {
        EXPECT_TRUE(texts(item, "dc:creator").count("Maren Tolvik")) << item.child("title").text().get();
        EXPECT_NE(std::string(item.child("content:encoded").text().get()).find(bio), std::string::npos)
            << "the author card is missing in " << item.child("title").text().get();
    }
    const auto person =
        channel.child("byline:contributors").find_child_by_attribute("byline:person", "id", "maren-tolvik");
    ASSERT_TRUE(person);
    EXPECT_EQ(person.child("byline:name").text().get(), std::string("Maren Tolvik"));
    EXPECT_EQ(person.child("byline:context").text().get(), bio);
    EXPECT_TRUE(person.child("byline:avatar"));
    std::set<std::string> profiles;
    for (const auto& profile : person.children("byline:profile"))
        profiles.insert(std::string(profile.attribute("rel").value()) + " " + profile.attribute("href").value());
    EXPECT_EQ(profiles,
              (std::set<std::string>{"twitter https://x.com/marentolvik", "mastodon https://tidal.example/@maren",
                                     "bluesky https://bsky.app/profile/maren.tolvik.example"}));
}

TEST_F(MergedFeed, KeepsBothAuthorsOfAJointArticleAndBothHostsOfAnEpisode) {
    const auto rss = xml("/authors/maren-tolvik.rss");
    const auto items = children(rss.child("rss").child("channel"), "item");
    const std::set<std::string> both{"Maren Tolvik", "Idris Bellamy"};
    EXPECT_EQ(texts(titled(items, "A Treaty Written in Chalk"), "dc:creator"), both);
    EXPECT_EQ(texts(titled(items, "The Blue Boat"), "dc:creator"), both);

    const auto guest = titled(items, "Timetables").find_child_by_attribute("podcast:person", "role", "guest");
    EXPECT_EQ(guest.text().get(), std::string("Hanne Dray"));
    EXPECT_EQ(texts(titled(items, "Timetables"), "dc:creator"), both) << "a guest is no author";

    const auto idris = xml("/authors/idris-bellamy.rss");
    const auto his = children(idris.child("rss").child("channel"), "item");
    EXPECT_EQ(his.size(), 12U) << "3 articles, the joint one, 8 episodes";
    EXPECT_TRUE(titled(his, "A Treaty Written in Chalk"));
}

TEST_F(MergedFeed, GivesNameAddressAndProfilesInAtomAndJson) {
    const auto atom = xml("/authors/maren-tolvik.atom");
    const auto joint = titled(children(atom.child("feed"), "entry"), "A Treaty Written in Chalk");
    std::set<std::string> names;
    for (const auto& author : joint.children("author")) {
        names.insert(author.child("name").text().get());
        EXPECT_TRUE(author.child("uri"));
    }
    EXPECT_EQ(names, (std::set<std::string>{"Maren Tolvik", "Idris Bellamy"}));
    EXPECT_TRUE(joint.child("source").child("title"));

    const auto feed = json::parse(read("/authors/maren-tolvik.json").body);
    for (const auto& item : feed.at("items").as_array()) {
        const auto& author = item.at("authors").as_array().front();
        EXPECT_TRUE(author.as_object().contains("name"));
        EXPECT_TRUE(author.as_object().contains("url"));
        EXPECT_TRUE(author.as_object().contains("avatar"));
    }
}

TEST_F(MergedFeed, ShowsTheCrossPostedPieceOnceWithItsOtherAddress) {
    const auto feed = json::parse(read("/authors/maren-tolvik.json").body);
    const auto& items = feed.at("items").as_array();
    const auto tide_line = [](const json::value& item) {
        std::string title(item.at("title").as_string());
        std::transform(title.begin(), title.end(), title.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return title == "who owns the tide line?";
    };
    ASSERT_EQ(std::count_if(items.begin(), items.end(), tide_line), 1);
    const auto body = read("/authors/maren-tolvik.atom").body;
    EXPECT_NE(body.find(followed->publication.newsletter().url("/p/who-owns-the-tide-line")), std::string::npos);
    EXPECT_NE(body.find(followed->publication.magazine().url("/article/who-owns-the-tide-line/")), std::string::npos);
}

TEST_F(MergedFeed, KeepsEnclosuresAsTheyAre) {
    const auto rss = xml("/authors/maren-tolvik/episodes.rss");
    const auto items = children(rss.child("rss").child("channel"), "item");
    ASSERT_EQ(items.size(), 8U);
    for (const auto& item : items) {
        const std::string url = item.child("enclosure").attribute("url").value();
        EXPECT_EQ(url.rfind(followed->publication.podcast().url("/audio/"), 0), 0U) << url;
        EXPECT_EQ(item.child("enclosure").attribute("type").value(), std::string("audio/mpeg"));
        const auto audio = get(url);
        EXPECT_EQ(std::to_string(audio.body.size()), item.child("enclosure").attribute("length").value());
        EXPECT_GT(item.child("itunes:duration").text().as_int(), 0);
    }
}

TEST_F(MergedFeed, PublishesArticlesFromAPageAsExcerptsAndFeedsWhole) {
    const auto feed = json::parse(read("/authors/maren-tolvik.json").body);
    for (const auto& item : feed.at("items").as_array()) {
        const std::string html(item.at("content_html").as_string());
        if (item.at("title").as_string() == "Letters about the boat") {
            EXPECT_NE(html.find("the soup is better than the archive"), std::string::npos);
        }
        if (item.at("title").as_string() == "The Last Pilot Boat") {
            EXPECT_NE(html.find("Every evening at six a blue boat"), std::string::npos);
        }
    }
}

TEST_F(MergedFeed, CarriesNothingThatNamesOrActsForARecipient) {
    for (const char* path : {"/authors/maren-tolvik.rss", "/authors/maren-tolvik.atom", "/authors/maren-tolvik.json",
                             "/authors/maren-tolvik", "/feeds/all.rss"}) {
        const auto body = read(path).body;
        for (const char* personal :
             {"9f2c77d01ab84e55c3", "reader@inbox", "reader%40inbox", "unsubscribe", "utm_source", "open/4"})
            EXPECT_EQ(body.find(personal), std::string::npos) << personal << " in " << path;
    }
}

TEST_F(MergedFeed, CarriesNoBoilerplateAndNoAccountOfTheMagazine) {
    for (const char* path : {"/authors/maren-tolvik.rss", "/authors/maren-tolvik.json", "/authors/maren-tolvik"}) {
        const auto body = read(path).body;
        for (const char* foreign :
             {"More from The Lantern", "lanternmagazine", "One letter on Fridays", "Published in a harbour town"})
            EXPECT_EQ(body.find(foreign), std::string::npos) << foreign << " in " << path;
    }
}

TEST_F(MergedFeed, TellsTheKindsApart) {
    const auto rss = xml("/authors/maren-tolvik.rss");
    std::map<std::string, int> kinds;
    for (const auto& item : children(rss.child("rss").child("channel"), "item"))
        for (const auto& category : item.children("category"))
            if (*category.attribute("domain").value() != '\0') ++kinds[category.text().get()];
    EXPECT_EQ(kinds["episode"], 8);
    EXPECT_EQ(kinds["post"] + kinds["newsletter"], 11);
    EXPECT_GE(kinds["newsletter"], 5);
}

TEST_F(MergedFeed, HasPagesForPeople) {
    const auto author = read("/authors/maren-tolvik");
    EXPECT_EQ(author.status, 200);
    EXPECT_EQ(author.header("content-type"), "text/html; charset=utf-8");
    for (const char* shown :
         {"Maren Tolvik", "h-card", "rel=\"me", "https://x.com/marentolvik", "/authors/maren-tolvik.rss"})
        EXPECT_NE(author.body.find(shown), std::string::npos) << shown;
    EXPECT_EQ(read("/").status, 200);
    EXPECT_EQ(read("/feeds/all").status, 200);
    const auto outline = read("/site.opml");
    EXPECT_NE(outline.body.find("https://feeds.example.org/authors/maren-tolvik.rss"), std::string::npos)
        << outline.body;
    EXPECT_EQ(read("/authors/nobody.rss").status, 404);
}

}  // namespace
}  // namespace masthead::tests
