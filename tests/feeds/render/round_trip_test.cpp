#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"
#include "feeds/render/render.hpp"
#include "tests/feeds/render/sample.hpp"

namespace masthead::feeds {
namespace {

// What is published is read by other mastheads, too: nothing that the model has is lost on the way.
class RoundTrip : public testing::TestWithParam<Format> {
protected:
    Document read(Page page) {
        page.card = false;  // a card is part of the text
        const auto document = parse(render(page, GetParam()), address(page), Limits{});
        EXPECT_TRUE(document.has_value()) << document.error().message;
        Document out = document.value_or(Document{});
        EXPECT_EQ(out.notes, std::vector<std::string>{});
        return out;
    }

private:
    static DocumentAddress address(const Page& page) {
        const std::string ending(path_ending(GetParam()));
        return {page.site.base_url + page.path + ending, std::string(media_type(GetParam())), ""};
    }
};

std::vector<std::string> names(const Entry& entry, bool authors) {
    std::vector<std::string> out;
    for (const Credit& credit : entry.credits)
        if ((credit.part == Part::author || credit.part == Part::host) == authors) out.push_back(credit.person.name);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());  // an RSS item names a host as its author, too
    return out;
}

TEST_P(RoundTrip, KeepsTheFeed) {
    const Page page = tests::rich_page();
    const Document document = read(page);
    EXPECT_EQ(document.publication.title, page.title);
    EXPECT_EQ(document.publication.url, "https://feeds.example/feeds/all");
    EXPECT_EQ(document.publication.language, "en");
    EXPECT_EQ(document.publication.hub_url, page.site.hub);
    EXPECT_FALSE(document.publication.next_url.empty());
}

TEST_P(RoundTrip, KeepsEntries) {
    const Page page = tests::rich_page();
    const Document document = read(page);
    ASSERT_EQ(document.entries.size(), page.entries.size());
    for (std::size_t i = 0; i < page.entries.size(); ++i) {
        const StoredEntry& given = page.entries[i].stored;
        const Entry& got = document.entries[i];
        EXPECT_EQ(got.guid, given.public_id);
        EXPECT_EQ(got.url, given.entry.url);
        EXPECT_EQ(got.title, given.entry.title);
        EXPECT_EQ(got.content, given.entry.content);
        EXPECT_EQ(got.published, given.shown);
        EXPECT_EQ(got.updated.value_or(given.shown), given.updated);
        EXPECT_EQ(got.language.empty() ? "en" : got.language,
                  given.entry.language.empty() ? "en" : given.entry.language);
        EXPECT_EQ(got.kind == Kind::episode, given.entry.kind == Kind::episode) << given.entry.title;
        EXPECT_EQ(got.image, given.entry.image);
        for (const auto& category : given.entry.categories)
            EXPECT_EQ(std::count(got.categories.begin(), got.categories.end(), category), 1) << category;
    }
}

TEST_P(RoundTrip, KeepsWhatIsPlayed) {
    const Page page = tests::rich_page();
    const Document document = read(page);
    ASSERT_EQ(document.entries.size(), page.entries.size());
    for (std::size_t i = 0; i < page.entries.size(); ++i) {
        const auto& given = page.entries[i].stored.entry.enclosures;
        const auto& got = document.entries[i].enclosures;
        ASSERT_EQ(got.empty(), given.empty());
        if (given.empty()) continue;
        EXPECT_EQ(got[0].url, given[0].url);
        EXPECT_EQ(got[0].type, given[0].type);
        EXPECT_EQ(got[0].bytes, given[0].bytes);
    }
}

TEST_P(RoundTrip, KeepsWhoWroteWhat) {
    const Page page = tests::rich_page();
    const Document document = read(page);
    ASSERT_EQ(document.entries.size(), page.entries.size());
    for (std::size_t i = 0; i < page.entries.size(); ++i)
        EXPECT_EQ(names(document.entries[i], true), names(page.entries[i].stored.entry, true))
            << page.entries[i].page_url;
}

TEST_P(RoundTrip, KeepsBiosPortraitsAndHandles) {
    const Page page = tests::rich_page();
    const Document document = read(page);
    for (const Author& author : page.authors) {
        bool found = false;
        for (const Entry& entry : document.entries)
            for (const Credit& credit : entry.credits) {
                if (credit.person.name != author.name || credit.origin != Origin::byline) continue;
                found = true;
                EXPECT_EQ(credit.person.bio, author.bio);
                EXPECT_EQ(credit.person.profiles, author.profiles);
                EXPECT_EQ(credit.person.avatar.empty(), author.avatar.empty());
            }
        EXPECT_TRUE(found) << author.name;
    }
}

TEST_P(RoundTrip, ReadsPoorAndHostilePages) {
    for (const Page& page : {tests::poor_page(), tests::hostile_page()}) {
        const auto document = parse(render(page, GetParam()), {}, Limits{});
        ASSERT_TRUE(document.has_value()) << document.error().message;
        EXPECT_EQ(document->entries.size(), page.entries.size());
    }
}

Page page_of(Entry entry) {
    Page page = tests::rich_page();
    page.entries.resize(1);
    page.entries[0].alternates.clear();
    page.entries[0].stored.entry = std::move(entry);
    return page;
}

TEST_P(RoundTrip, KeepsTitlesThatLookLikeHtml) {
    for (const char* title : {"A history of the <blink> tag", "<p>Low water</p>", "&#39;Locks &amp; weirs&#39;"}) {
        Entry entry;
        entry.title = title;
        const Document document = read(page_of(entry));
        ASSERT_EQ(document.entries.size(), 1U);
        EXPECT_EQ(document.entries[0].title, title);
    }
}

TEST_P(RoundTrip, MakesNobodyAnAuthorWhoOnlyContributed) {
    Entry entry;
    entry.credits.resize(2);
    entry.credits[0].person.name = "Ines Okafor";
    entry.credits[1].person.name = "Paul Reith";
    entry.credits[1].part = Part::contributor;
    const Document document = read(page_of(entry));
    ASSERT_EQ(document.entries.size(), 1U);
    EXPECT_EQ(names(document.entries[0], true), std::vector<std::string>{"Ines Okafor"});
}

TEST_P(RoundTrip, KeepsEveryFileBehindTheMainOne) {
    for (const Kind kind : {Kind::post, Kind::episode}) {
        Entry entry;
        entry.kind = kind;
        entry.enclosures = {{"https://weir.example/1.mp3", "audio/mpeg", {}, 12, {}},
                            {"https://weir.example/1.torrent", "application/x-bittorrent", {}, 34, {}},
                            {"https://weir.example/1.opus", "audio/opus", {}, {}, {}}};
        const Document document = read(page_of(entry));
        ASSERT_EQ(document.entries.size(), 1U);
        EXPECT_EQ(document.entries[0].enclosures, entry.enclosures);
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, RoundTrip, testing::Values(Format::rss, Format::atom, Format::json),
                         [](const auto& test) { return std::string(path_ending(test.param).substr(1)); });

TEST(RoundTripRss, KeepsWhatIsSaidOfAnEpisode) {
    const Page page = tests::podcast_page();
    const auto document = parse(render(page, Format::rss), {}, Limits{});
    ASSERT_TRUE(document.has_value());
    ASSERT_EQ(document->entries.size(), 1U);
    const Entry& given = page.entries[0].stored.entry;
    EXPECT_EQ(document->entries[0].episode, given.episode);
    EXPECT_EQ(document->entries[0].enclosures[0], given.enclosures[0]);
    EXPECT_EQ(names(document->entries[0], false), std::vector<std::string>{"Paul Reith"});
    EXPECT_EQ(document->publication.podcast_guid.size(), 36U);
}

}  // namespace
}  // namespace masthead::feeds
