#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"

namespace masthead::feeds {
namespace {

using Names = std::vector<std::string>;

// The people of the only item of a podcast with two hosts and a producer, whose item credits these.
Names people_of_item(const std::string& item_people) {
    const auto feed =
        "<rss version='2.0' xmlns:podcast='https://podcastindex.org/namespace/1.0'><channel><title>Deep Water</title>"
        "<podcast:person>Nell Wick</podcast:person><podcast:person role='host'>Odo Farrant</podcast:person>"
        "<podcast:person role='producer' group='production'>Ida Lund</podcast:person>"
        "<item><title>Locks</title>" +
        item_people + "</item></channel></rss>";
    auto document = parse(feed, {"https://deep.example/feed", "application/rss+xml", ""}, Limits{}).value();
    inherit_credits(document);
    Names out;
    for (const auto& credit : document.entries.at(0).credits) out.push_back(credit.person.name);
    return out;
}

TEST(InheritCredits, GivesAnItemWithoutPeopleThoseOfTheFeed) {
    EXPECT_EQ(people_of_item(""), (Names{"Nell Wick", "Odo Farrant", "Ida Lund"}));
}

TEST(InheritCredits, LetsTheHostsOfAnItemReplaceThoseOfTheFeed) {
    EXPECT_EQ(people_of_item("<podcast:person role='host'>Piet Haan</podcast:person>"), Names{"Piet Haan"});
}

TEST(InheritCredits, KeepsTheHostsOfTheFeedWhereAnItemNamesItsGuestAlone) {
    EXPECT_EQ(people_of_item("<podcast:person role='guest'>Piet Haan</podcast:person>"),
              (Names{"Nell Wick", "Odo Farrant", "Piet Haan"}));
}

// Programs write the network's name into each item.
TEST(InheritCredits, KeepsTheHostsWhereAnItemRepeatsTheFeedsAuthor) {
    const auto people_of = [](const std::string& author_of_item) {
        const auto feed =
            "<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' "
            "xmlns:podcast='https://podcastindex.org/namespace/1.0'><channel><title>Deep Water</title>"
            "<itunes:author>Weir Radio</itunes:author><podcast:person>Nell Wick</podcast:person>"
            "<item><title>Locks</title><itunes:author>" +
            author_of_item + "</itunes:author></item></channel></rss>";
        auto document = parse(feed, {"https://deep.example/feed", "application/rss+xml", ""}, Limits{}).value();
        inherit_credits(document);
        Names out;
        for (const auto& credit : document.entries.at(0).credits) out.push_back(credit.person.name);
        return out;
    };
    EXPECT_EQ(people_of("Weir Radio"), Names{"Nell Wick"});
    EXPECT_EQ(people_of("Piet Haan"), Names{"Piet Haan"}) << "who stands in for the host";
}

// As where podcast:person says who hosts: who publishes a show writes no episode.
TEST(InheritCredits, LeavesTheNetworkOutWhereTheDescriptionNamesHosts) {
    const auto people_of = [](const std::string& author, const std::string& author_of_item) {
        const auto feed =
            "<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><title>Deep "
            "Water</title>"
            "<description>Of weirs. Hosted by Nell Wick.</description><itunes:author>" +
            author + "</itunes:author><item><title>Locks</title>" + author_of_item +
            "<enclosure url='https://deep.example/1.mp3' type='audio/mpeg' length='9'/></item></channel></rss>";
        auto document = parse(feed, {"https://deep.example/feed", "application/rss+xml", ""}, Limits{}).value();
        inherit_credits(document);
        Names out;
        for (const auto& credit : document.entries.at(0).credits) out.push_back(credit.person.name);
        return out;
    };
    for (const char* network : {"Weir Audio", "Weir Media LLC", "Wehrfunk", "Deep Water", "The University of Weir"}) {
        EXPECT_EQ(people_of(network, ""), Names{"Nell Wick"}) << network;
        EXPECT_EQ(people_of(network, "<itunes:author>" + std::string(network) + "</itunes:author>"),
                  Names{"Nell Wick"});
    }
    EXPECT_EQ(people_of("Wick", ""), (Names{"Wick", "Nell Wick"})) << "a name of one word that the show speaks of";
    EXPECT_EQ(people_of("Ida Lund", ""), (Names{"Ida Lund", "Nell Wick"})) << "a person, who may well be its author";
}

TEST(InheritCredits, CopiesNoMoreThanAFeedCanHaveOfPeople) {
    Document document;
    document.people.resize(100);
    document.entries.resize(10'000);
    for (auto& credit : document.people) credit.part = Part::host;
    inherit_credits(document);
    EXPECT_EQ(document.entries.front().credits.size(), 10U);
    EXPECT_EQ(document.entries.back().credits.size(), 10U);
}

}  // namespace
}  // namespace masthead::feeds
