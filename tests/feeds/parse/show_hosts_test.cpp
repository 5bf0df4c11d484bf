#include "feeds/parse/show_hosts.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"

namespace masthead::feeds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Names = std::vector<std::string>;

struct HostCase {
    const char* text;
    Names names;
};

class HostsInDescription : public testing::TestWithParam<HostCase> {};

TEST_P(HostsInDescription, AreThoseWhomItNamesAsSuch) {
    EXPECT_EQ(hosts_in_description(GetParam().text), GetParam().names) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, HostsInDescription,
    testing::Values(
        HostCase{"A show about weirs. Hosted by Nell Wick and Odo Farrant.", {"Nell Wick", "Odo Farrant"}},
        HostCase{"Hosted by Nell Wick, Deep Water is a show about locks.", {"Nell Wick"}},
        HostCase{"Hosted by Nell Wick, Odo Farrant, and Ida Lund. New every week.",
                 {"Nell Wick", "Odo Farrant", "Ida Lund"}},
        HostCase{"Hosted by Nell Wick, Odo Farrant & Ida Lund", {"Nell Wick", "Odo Farrant", "Ida Lund"}},
        HostCase{"Deep Water is hosted by the award-winning historian Nell Wick.", {"Nell Wick"}},
        HostCase{"Every week, join hosts Nell Wick and Dr. Odo Farrant for a dive.", {"Nell Wick", "Odo Farrant"}},
        HostCase{"Hosted by the Ledger's Nell Wick.", {"Nell Wick"}},
        HostCase{"Un magazine présenté par Renée Duval et Odo Farrant.", {"Renée Duval", "Odo Farrant"}},
        HostCase{"Der Podcast über Wehre, moderiert von Nell Wick und Odo Farrant", {"Nell Wick", "Odo Farrant"}},
        HostCase{"Hosts Nell Wick and Odo Farrant talk of weirs.", {"Nell Wick", "Odo Farrant"}},
        HostCase{"Hosted by Professor Nell Wick (Weir School) and Odo Farrant.", {"Nell Wick", "Odo Farrant"}},
        HostCase{"A podcast by Nell Wick and Odo Farrant about weirs.", {"Nell Wick", "Odo Farrant"}},
        HostCase{"Each week, Nell Wick and Odo Farrant discuss the law of weirs.", {"Nell Wick", "Odo Farrant"}},
        HostCase{"Nell Wick und Odo Farrant sprechen über Wehre.", {"Nell Wick", "Odo Farrant"}},
        HostCase{"A podcast by Weir Media.", {}}, HostCase{"A podcast by Nell Wick about weirs.", {}},
        HostCase{"Nell Wick and Odo Farrant drowned here in 1911. The story of a weir.", {}},
        HostCase{"Hosted by Simplecast, an AdsWizz company. See pcm.adswizz.example for more.", {}},
        HostCase{"Hosted on Acast. See acast.example/privacy for more information.", {}},
        HostCase{"Presented by Weir Savings Bank.", {}}, HostCase{"Hosted by the University of Weir.", {}},
        HostCase{"Nell Wick hosts Deep Water.", {}}, HostCase{"This show is hosted by", {}}, HostCase{"", {}}));

Names hosts_of(const std::string& channel, const std::string& enclosure) {
    const auto feed =
        "<rss version='2.0' xmlns:podcast='https://podcastindex.org/namespace/1.0' "
        "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><title>Deep Water</title>"
        "<description>Of weirs. Hosted by Nell Wick and Odo Farrant.</description>" +
        channel + "<item><title>Locks</title>" + enclosure + "</item></channel></rss>";
    const auto document = parse(feed, {"https://deep.example/feed", "", ""}, Limits{}).value();
    Names out;
    for (const auto& credit : document.people)
        if (credit.part == Part::host) out.push_back(credit.person.name);
    return out;
}

constexpr const char* recording = "<enclosure url='https://deep.example/1.mp3' type='audio/mpeg' length='9'/>";

TEST(AddHostsOfDescription, GivesThemToAShowThatNamesItsNetworkAlone) {
    EXPECT_THAT(hosts_of("<itunes:author>Weir Media LLC</itunes:author>", recording),
                ElementsAre("Nell Wick", "Odo Farrant"));
}

TEST(AddHostsOfDescription, NamesNobodyTwice) {
    EXPECT_THAT(hosts_of("<itunes:author>Nell Wick</itunes:author>", recording), ElementsAre("Odo Farrant"));
}

TEST(AddHostsOfDescription, LeavesItToElementsThatSayWhoHosts) {
    EXPECT_THAT(hosts_of("<podcast:person>Ida Lund</podcast:person>", recording), ElementsAre("Ida Lund"));
}

TEST(AddHostsOfDescription, TakesOnlyShowsToBeHosted) {
    EXPECT_THAT(hosts_of("", ""), IsEmpty()) << "a blog that is hosted by somebody";
}

}  // namespace
}  // namespace masthead::feeds
