#include "feeds/merge.hpp"

#include <string>

#include <gtest/gtest.h>

namespace masthead::feeds {
namespace {

using namespace std::chrono_literals;

constexpr const char* piece =
    "<p>The ferry left at six, as it had every morning since the war, with eleven passengers and a crate of bread.</p>"
    "<p>Nobody on the quay could say who had decided it, and the harbour office kept no minutes of that year.</p>"
    "<p>What remains is a tariff of 1974, printed on blue paper, and the memory of a whistle.</p>";

constexpr const char* other_piece =
    "<p>Glass cools from the outside, which is why the old masters kept their furnaces lit through the holidays.</p>"
    "<p>A pane of that age is thicker below, but not because it flows: it was set so, by people in a hurry.</p>";

PublishedEntry entry(int id, int source, std::string title, std::string content) {
    PublishedEntry out;
    out.stored.id = EntryId{id};
    out.stored.source = SourceId{source};
    out.stored.shown = Time{} + std::chrono::hours(24 * 365 + id);
    out.stored.entry.url = "https://s" + std::to_string(source) + ".example/" + std::to_string(id);
    out.stored.entry.title = std::move(title);
    out.stored.entry.content = std::move(content);
    out.source.title = "Source " + std::to_string(source);
    Credit credit;
    credit.person.name = "Ada Brandt";
    credit.author = AuthorId{1};
    out.stored.entry.credits = {credit};
    return out;
}

JoinReason joined(const PublishedEntry& a, const PublishedEntry& b) {
    const JoinReason reason = joins(a.stored, b.stored);
    EXPECT_EQ(joins(b.stored, a.stored), reason) << "the order matters";
    EXPECT_EQ(merge({a, b}).size(), reason == JoinReason::none ? 2U : 1U);
    return reason;
}

const std::string greeting = "<p>Good morning, all of you, and welcome to those who are new here.</p>";

TEST(Merge, JoinsTheSameAddressWhateverTheText) {
    PublishedEntry a = entry(1, 1, "Tides", piece), b = entry(2, 2, "Glass", other_piece);
    b.stored.entry.url = "http://www.s1.example/1/?utm_source=letter";
    EXPECT_EQ(joined(a, b), JoinReason::same_address);
    b.stored.shown += std::chrono::days(300);
    EXPECT_EQ(joined(a, b), JoinReason::same_address);
}

TEST(Merge, TellsAddressesApartByTheirQuery) {
    PublishedEntry a = entry(1, 1, "Tides", piece), b = entry(2, 2, "Glass", other_piece);
    a.stored.entry.url = "https://s1.example/?p=1";
    b.stored.entry.url = "https://s1.example/?p=2";
    EXPECT_EQ(joined(a, b), JoinReason::none);
}

TEST(Merge, TakesNoWholeSiteForTheAddressOfAnEntry) {
    PublishedEntry a = entry(1, 1, "Tides", piece), b = entry(2, 2, "Glass", other_piece);
    a.stored.entry.url = b.stored.entry.url = "https://show.example/";
    EXPECT_EQ(joined(a, b), JoinReason::none);
}

TEST(Merge, TakesNoAddressForAnEntrysThatItsSourceGivesSeveral) {
    std::vector<PublishedEntry> all;
    for (int id = 1; id <= 3; ++id) all.push_back(entry(id, id == 3 ? 2 : 1, "Number " + std::to_string(id), ""));
    for (auto& one : all) one.stored.entry.url = "https://show.example/episodes";
    EXPECT_EQ(merge(all).size(), 3U);
}

TEST(Merge, JoinsACopyWithASalutationUnderAnotherTitle) {
    const auto b = entry(2, 2, "What the harbour forgot", greeting + piece);
    EXPECT_EQ(joined(entry(1, 1, "Tides", piece), b), JoinReason::same_text);
}

TEST(Merge, JoinsAnExcerptUnderTheSameTitle) {
    const std::string start =
        "<p>The ferry left at six, as it had every morning since the war, with eleven pas\u2026</p>";
    EXPECT_EQ(joined(entry(1, 1, "Tides", piece), entry(2, 2, "Letter 8: Tides", start)), JoinReason::same_text);
    EXPECT_EQ(joined(entry(1, 1, "Tides", piece), entry(2, 2, "Glass", start)), JoinReason::none);
}

TEST(Merge, JoinsAnExcerptWithACopyThatGreetsFirst) {
    const std::string start =
        "<p>The ferry left at six, as it had every morning since the war, with eleven passengers.</p>";
    EXPECT_EQ(joined(entry(1, 1, "Tides", start), entry(2, 2, "Tides", greeting + piece)), JoinReason::same_text);
}

TEST(Merge, JoinsCopiesInScriptsWithoutSpaces) {
    const std::string text =
        "<p>船は毎朝六時に出た。乗客は十一人、積み荷はパンの木箱がひとつ。誰が決めたのかは誰も知らない。</p>";
    EXPECT_EQ(joined(entry(1, 1, "潮", text), entry(2, 2, "潮", "<p>みなさん、おはようございます。</p>" + text)),
              JoinReason::same_text);
}

TEST(Merge, KeepsAQuotationApart) {
    const std::string reply = "<blockquote>" + std::string(piece) + "</blockquote>" + other_piece;
    EXPECT_EQ(joined(entry(1, 1, "Tides", piece), entry(2, 2, "Re: Tides", reply)), JoinReason::none);
}

TEST(Merge, KeepsADigestApart) {
    const std::string digest = std::string(piece) + other_piece + other_piece + greeting + greeting;
    const std::string more =
        "<p>Elsewhere the swifts came back, late and loud, and the council counted them twice.</p>";
    EXPECT_EQ(joined(entry(1, 1, "Tides", piece), entry(2, 2, "This week", digest + more)), JoinReason::none);
}

TEST(Merge, KeepsNumberedPartsApart) {
    EXPECT_EQ(joined(entry(1, 1, "Links #7", piece), entry(2, 2, "Links #8", piece)), JoinReason::none);
    EXPECT_EQ(joined(entry(1, 1, "Tides (I)", piece), entry(2, 2, "Tides (II)", piece)), JoinReason::none);
}

TEST(Merge, KeepsReportsWithOtherNumbersApart) {
    std::string later = piece;
    later.replace(later.find("1974"), 4, "1975");
    EXPECT_EQ(joined(entry(1, 1, "Tides", piece), entry(2, 2, "Tides", later)), JoinReason::none);
}

TEST(Merge, KeepsEqualTitlesOverOtherTextsApart) {
    EXPECT_EQ(joined(entry(1, 1, "Weekly links", piece), entry(2, 2, "Weekly links", other_piece)), JoinReason::none);
}

TEST(Merge, KeepsShortNotesWithACommonFooterApart) {
    EXPECT_EQ(joined(entry(1, 1, "Note",
                           "<p>Swifts are back over the mill today, nine of them by noon.</p>" + std::string(piece)),
                     entry(2, 2, "Note",
                           "<p>A frost in May took the plums and most of the early beans.</p>" + std::string(piece))),
              JoinReason::none);
}

TEST(Merge, KeepsTheSameTextApartAfterThreeDays) {
    auto b = entry(2, 2, "Tides", piece);
    b.stored.shown = entry(1, 1, "", "").stored.shown + std::chrono::days(3) + 1ms;
    EXPECT_EQ(joined(entry(1, 1, "Tides", piece), b), JoinReason::none);
}

TEST(Merge, KeepsOtherAuthorsApart) {
    auto b = entry(2, 2, "Tides", piece);
    b.stored.entry.credits[0].author = AuthorId{2};
    EXPECT_EQ(joined(entry(1, 1, "Tides", piece), b), JoinReason::none);
    b.stored.entry.url = "https://s1.example/1";
    EXPECT_EQ(joined(entry(1, 1, "Tides", piece), b), JoinReason::none);
}

TEST(Merge, KeepsWhatOneSourcePublishedTwice) {
    EXPECT_EQ(joined(entry(1, 1, "Tides", piece), entry(2, 1, "Tides", piece)), JoinReason::none);
}

TEST(Merge, KeepsApartWhatTheAdminSplit) {
    auto b = entry(2, 2, "Tides", piece);
    b.stored.kept_apart = true;
    EXPECT_EQ(joined(entry(1, 1, "Tides", piece), b), JoinReason::none);
}

TEST(Merge, KeepsAnEpisodeAndItsTranscriptApartUnlessTheyHaveOnePage) {
    auto episode = entry(1, 1, "Tides", piece);
    episode.stored.entry.kind = Kind::episode;
    episode.stored.entry.enclosures = {{"https://s1.example/1.mp3", "audio/mpeg", "", 1000, 60s}};
    auto post = entry(2, 2, "Tides", std::string(piece) + other_piece);
    EXPECT_EQ(joined(episode, post), JoinReason::none);
    post.stored.entry.url = episode.stored.entry.url;
    EXPECT_EQ(joined(episode, post), JoinReason::same_address);
    const auto merged = merge({episode, post});
    EXPECT_EQ(merged[0].stored.entry.enclosures, episode.stored.entry.enclosures);
    EXPECT_EQ(merged[0].stored.entry.kind, Kind::episode);
}

TEST(Merge, KeepsTheFullestCopyAndListsTheOthers) {
    const auto merged =
        merge({entry(1, 1, "Tides", piece), entry(2, 2, "Tides", greeting + piece), entry(3, 3, "Tides", piece)});
    ASSERT_EQ(merged.size(), 1U);
    EXPECT_EQ(merged[0].stored.id, EntryId{2});
    ASSERT_EQ(merged[0].alternates.size(), 2U);
    EXPECT_EQ(merged[0].alternates[0], (Alternate{"https://s3.example/3", "Source 3"}));
    EXPECT_EQ(merged[0].alternates[1], (Alternate{"https://s1.example/1", "Source 1"}));
}

TEST(Merge, PairsTheCopiesOfTwoPiecesThatAreAlike) {
    const auto merged = merge({entry(1, 1, "Open thread", piece), entry(2, 2, "Open thread", piece),
                               entry(3, 1, "Open thread", piece), entry(4, 2, "Open thread", piece)});
    ASSERT_EQ(merged.size(), 2U);
    EXPECT_EQ(merged[0].alternates.size(), 1U);
    EXPECT_EQ(merged[1].alternates.size(), 1U);
}

TEST(Merge, KeepsACopyThatMayBePublishedWhole) {
    auto article = entry(1, 1, "Tides", greeting + piece);
    article.text = TextPolicy::excerpt;
    const auto merged = merge({article, entry(2, 2, "Tides", piece)});
    ASSERT_EQ(merged.size(), 1U);
    EXPECT_EQ(merged[0].stored.id, EntryId{2});
}

TEST(Merge, SortsNewestFirst) {
    const auto merged = merge({entry(1, 1, "a", ""), entry(3, 1, "c", ""), entry(2, 2, "b", "")});
    ASSERT_EQ(merged.size(), 3U);
    EXPECT_EQ(merged[0].stored.entry.title, "c");
    EXPECT_EQ(merged[2].stored.entry.title, "a");
}

}  // namespace
}  // namespace masthead::feeds
