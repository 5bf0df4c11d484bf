#include "feeds/people/prose.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

constexpr Time in_2016{std::chrono::sys_days{std::chrono::year{2016} / 5 / 1}};
constexpr Time in_2025{std::chrono::sys_days{std::chrono::year{2025} / 5 / 1}};

// "Name: platform:handle platform:handle", one line per person, accounts in alphabetical order.
std::string accounts_of(const std::vector<Person>& people) {
    std::string out;
    for (const auto& person : people) {
        std::vector<std::string> accounts;
        for (const auto& profile : person.profiles) accounts.push_back(profile.platform + ":" + profile.handle);
        std::sort(accounts.begin(), accounts.end());
        out += (out.empty() ? "" : " / ") + person.name;
        for (const auto& account : accounts) out += " " + account;
    }
    return out;
}

struct ProseCase {
    const char* text;
    std::vector<std::string> known;
    const char* accounts;
    const char* bio;
    Time written = in_2025;
};

class PeopleOfProse : public testing::TestWithParam<ProseCase> {};

TEST_P(PeopleOfProse, GivesAccountsToTheirOwnersAndTakesThemOutOfTheBio) {
    const auto& given = GetParam();
    const auto people = people_of_prose({given.text, {}}, given.known, given.written);
    EXPECT_EQ(accounts_of(people), given.accounts) << given.text;
    EXPECT_EQ(people.empty() ? "" : people.front().bio, given.bio) << given.text;
}

const std::vector<std::string> nell{"Nell Wick"};

INSTANTIATE_TEST_SUITE_P(
    Contacts, PeopleOfProse,
    testing::Values(
        ProseCase{"Nell Wick is a lecturer in hydrology at Weir College and co-host of the Low Water podcast. Twitter: "
                  "@nellwick",
                  nell, "Nell Wick twitter:nellwick",
                  "Nell Wick is a lecturer in hydrology at Weir College and co-host of the Low Water podcast."},
        ProseCase{"Nell Wick covers rivers. Follow her on Twitter @nell_wick.", nell, "Nell Wick twitter:nell_wick",
                  "Nell Wick covers rivers."},
        ProseCase{"Nell Wick covers rivers. Twitter:\u00A0\u200B@nellwick", nell, "Nell Wick twitter:nellwick",
                  "Nell Wick covers rivers."},
        ProseCase{"Dr. Nell Wick teaches. She is on Bluesky at nell.weir.example.", nell,
                  "Nell Wick bluesky:nell.weir.example", "Dr. Nell Wick teaches."},
        ProseCase{"Nell Wick is an editor. Mastodon: @nell@social.example.", nell,
                  "Nell Wick mastodon:nell@social.example", "Nell Wick is an editor."},
        ProseCase{"Nell Wick is an editor. Threads: @nell.wick.example", nell, "Nell Wick threads:nell.wick.example",
                  "Nell Wick is an editor."},
        ProseCase{"Nell Wick is an editor. @nell.wick.example", nell, "Nell Wick bluesky:nell.wick.example",
                  "Nell Wick is an editor."},
        ProseCase{"Nell Wick writes about Generation X. Tweets at @lowwater.", nell, "Nell Wick twitter:lowwater",
                  "Nell Wick writes about Generation X."},
        ProseCase{"Nell Wick writes. Find her on Twitter @nellwick and on Instagram @nell.wick.", nell,
                  "Nell Wick instagram:nell.wick twitter:nellwick", "Nell Wick writes."},
        ProseCase{"Nell Wick writes. Reach her on LinkedIn (linkedin.com/in/nell-wick) or GitHub at @nellwick.", nell,
                  "Nell Wick github:nellwick linkedin:nell-wick", "Nell Wick writes."},
        ProseCase{"Nell Wick covers rivers and tweets at @nellwick.", nell, "Nell Wick twitter:nellwick",
                  "Nell Wick covers rivers."},
        ProseCase{"Nell Wick writes. X: @nellwick’s", nell, "Nell Wick twitter:nellwick", "Nell Wick writes."},
        ProseCase{"Nell Wick writes. Twitter: \uFF20nellwick", nell, "Nell Wick twitter:nellwick", "Nell Wick writes."},
        ProseCase{"Nell Wick writes. ORCID 0000-0002-1825-0097.", nell, "Nell Wick orcid:0000-0002-1825-0097",
                  "Nell Wick writes."},
        ProseCase{"Heike Ruß leitet ein Archiv. Auf Mastodon: @heike@social.example",
                  {"Heike Ruß"},
                  "Heike Ruß mastodon:heike@social.example",
                  "Heike Ruß leitet ein Archiv."},
        ProseCase{"Żaneta Ćwik pisze o rzekach. Na Twitterze: @zcwik",
                  {"Żaneta Ćwik"},
                  "Żaneta Ćwik twitter:zcwik",
                  "Żaneta Ćwik pisze o rzekach."},
        ProseCase{"هناء الساحلي كاتبة. تويتر: @hanasahli",
                  {"هناء الساحلي"},
                  "هناء الساحلي twitter:hanasahli",
                  "هناء الساحلي كاتبة."},
        ProseCase{
            "मीरा नदवी पत्रकार हैं। ट्विटर: @meeran", {"मीरा नदवी"}, "मीरा नदवी twitter:meeran", "मीरा नदवी पत्रकार हैं।"},
        ProseCase{"瀬名なおは編集者。長崎在住。X：@senanao",
                  {"瀬名なお"},
                  "瀬名なお twitter:senanao",
                  "瀬名なおは編集者。長崎在住。"}));

INSTANTIATE_TEST_SUITE_P(BareHandles, PeopleOfProse,
                         testing::Values(ProseCase{"Follow her @nellwick", nell, "Nell Wick twitter:nellwick", "",
                                                   in_2016},
                                         ProseCase{"Follow her @nellwick", nell, "Nell Wick", ""},
                                         ProseCase{"Nell Wick (@nwick) is a staff writer.", nell,
                                                   "Nell Wick twitter:nwick", "Nell Wick is a staff writer.", in_2016},
                                         ProseCase{"Nell Wick (@nwick) is a staff writer.", nell, "Nell Wick",
                                                   "Nell Wick is a staff writer."}));

INSTANTIATE_TEST_SUITE_P(
    Strangers, PeopleOfProse,
    testing::Values(ProseCase{"Nell Wick writes. On Twitter: follow the show @lowwater and Nell @nwick", nell,
                              "Nell Wick twitter:nwick", "Nell Wick writes."},
                    ProseCase{"Nell Wick hosts Low Water. Twitter: @lowwater", nell, "Nell Wick",
                              "Nell Wick hosts Low Water."},
                    ProseCase{"Nell Wick writes. Photographs by Odo Farrant, Twitter: @odofarrant", nell, "Nell Wick",
                              "Nell Wick writes. Photographs by Odo Farrant."},
                    ProseCase{"Nell Wick and Odo Farrant are co-authors of a book. Twitter: @nellw, @odofarrant",
                              {"Nell Wick", "Odo Farrant"},
                              "Nell Wick twitter:nellw / Odo Farrant twitter:odofarrant",
                              "Nell Wick and Odo Farrant are co-authors of a book."},
                    ProseCase{"Nell Wick and Odo Farrant: The Weir. Twitter: @theweir, @weir77",
                              {"Nell Wick", "Odo Farrant"},
                              "Nell Wick / Odo Farrant",
                              "Nell Wick and Odo Farrant: The Weir."},
                    ProseCase{"The Harbour Desk is a team of six. Twitter: @harbourdesk",
                              {},
                              "The Harbour Desk",
                              "The Harbour Desk is a team of six."},
                    ProseCase{"Nell Wick writes. Email: press@weir.example", nell, "Nell Wick", "Nell Wick writes."},
                    ProseCase{"Odo Farrant is a photographer. Twitter: @odofarrant", nell,
                              "Odo Farrant twitter:odofarrant", "Odo Farrant is a photographer."},
                    ProseCase{"Sign up for our letter.", nell, "", ""}));

struct SubjectCase {
    const char* text;
    const char* name;
    const char* role;
    const char* affiliation;
};

class SubjectOfProse : public testing::TestWithParam<SubjectCase> {};

TEST_P(SubjectOfProse, IsNamedWithRoleAndEmployer) {
    const auto people = people_of_prose({GetParam().text, {}}, {}, in_2025);
    ASSERT_EQ(people.size(), 1U) << GetParam().text;
    EXPECT_EQ(people.front().name, GetParam().name);
    EXPECT_EQ(people.front().role, GetParam().role);
    EXPECT_EQ(people.front().affiliation, GetParam().affiliation);
}

INSTANTIATE_TEST_SUITE_P(
    Names, SubjectOfProse,
    testing::Values(SubjectCase{"Nell Wick is a lecturer in hydrology.", "Nell Wick", "lecturer in hydrology", ""},
                    SubjectCase{"Nell Wick is a reader in maritime law at the University of Weir and a rower.",
                                "Nell Wick", "reader in maritime law", "University of Weir"},
                    SubjectCase{"Nell Wick is a writer in her spare time.", "Nell Wick", "writer", ""},
                    SubjectCase{"Nell Wick is a professor of hydrology at the University of Weir and a rower.",
                                "Nell Wick", "professor of hydrology", "University of Weir"},
                    SubjectCase{"J. B. H. Farrant III is the Oak Professor of Soil at Weir College.",
                                "J. B. H. Farrant III", "Oak Professor of Soil", "Weir College"},
                    SubjectCase{"Nell Wick is a columnist in Weirham.", "Nell Wick", "columnist", ""},
                    SubjectCase{"Nuria Abaitua es catedrática en la Universidad de Deba.", "Nuria Abaitua",
                                "catedrática", "Universidad de Deba"},
                    SubjectCase{"Zo\u00E9 Wick est professeure de droit \u00E0 l\u2019universit\u00E9 de Weir.",
                                "Zo\u00E9 Wick", "professeure de droit", "universit\u00E9 de Weir"},
                    SubjectCase{"Odo Farrant was a contributing writer from 2012 to 2015.", "Odo Farrant",
                                "contributing writer", ""},
                    SubjectCase{"瀬名なお is Nagasaki correspondent.", "瀬名なお", "Nagasaki correspondent", ""},
                    SubjectCase{"By , a columnist at The Ledger and a fellow of an institute.", "", "columnist",
                                "The Ledger"},
                    SubjectCase{"Von , Professorin für Wasserrecht an der Universität Weir.", "",
                                "Professorin für Wasserrecht", "Universität Weir"}));

TEST(PeopleOfProse, TakesAnEmailAddressForTheAdmin) {
    const auto people =
        people_of_prose({"Nell Wick is a writer. She tweets at @nellwick; email: nell@weir.example", {}}, {}, in_2025);
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people.front().email, "nell@weir.example");
    EXPECT_EQ(people.front().bio, "Nell Wick is a writer.");
}

TEST(PeopleOfProse, TrustsLinksOnPlatformsAndHandlesButNotOnOthersNames) {
    const BioText bio{
        "Nell Wick hosts a show with Odo Farrant. Find her on Twitter. Follow the show on Bluesky. @nwick",
        {{"https://x.com/odofarrant", "Odo Farrant"},
         {"https://x.com/nell_w", "Twitter"},
         {"https://bsky.app/profile/lowwater.example", "Bluesky"}}};
    EXPECT_EQ(accounts_of(people_of_prose(bio, nell, in_2025)), "Nell Wick twitter:nell_w");
}

TEST(PeopleOfProse, KnowsABareHandleByItsLink) {
    const BioText bio{"Nell Wick (@nwick) is a writer.", {{"https://twitter.com/nwick", "@nwick"}}};
    EXPECT_EQ(accounts_of(people_of_prose(bio, nell, in_2025)), "Nell Wick twitter:nwick");
}

TEST(NameAtStart, AsksForAVerbOrMarkBehindTheName) {
    EXPECT_EQ(name_at_start("Nell Wick is a writer."), "Nell Wick");
    EXPECT_EQ(name_at_start("Nell Wick, a writer, lives in Weir."), "Nell Wick");
    EXPECT_EQ(name_at_start("Low Water Tonight"), "");
    EXPECT_EQ(name_at_start("She teaches history."), "");
}

}  // namespace
}  // namespace masthead::feeds
