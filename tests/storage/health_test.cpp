#include "storage/health.hpp"

#include <gtest/gtest.h>

#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using tests::minute;

class SourceHealth : public tests::StoreTest {
protected:
    /// As a fetch leaves a source that failed so often, the first time at minute 10.
    void fail(feeds::SourceId source, std::uint32_t times, std::string message,
              feeds::Outcome outcome = feeds::Outcome::status) {
        storage::Commit commit;
        commit.source = source;
        commit.at = minute(10 + times);
        commit.state.last_fetch = commit.at;
        commit.state.last_ok = minute(5);
        commit.state.failing_since = minute(10);
        commit.state.failures = times;
        commit.state.outcome = outcome;
        commit.state.gone = outcome == feeds::Outcome::gone;
        commit.state.message = std::move(message);
        store_->commit(commit);
    }
    feeds::Page health() { return storage::source_health(*store_, site_); }
    std::string only_content() {
        const auto page = health();
        EXPECT_EQ(page.entries.size(), 1U);
        return page.entries.empty() ? "" : page.entries.front().stored.entry.content;
    }

    feeds::Site site_{"https://feeds.example", "Feeds of the faculty", "https://hub.example/", "masthead"};
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_F(SourceHealth, NamesNoSourceThatIsWell) {
    store_->commit(tests::answer(add_source("https://ledger.example/feed"), 10, {}));
    const auto page = health();
    EXPECT_TRUE(page.entries.empty());
    EXPECT_FALSE(page.is_public);
    EXPECT_EQ(page.site.hub, "");
    EXPECT_EQ(page.web_page, "https://feeds.example/");
}

TEST_F(SourceHealth, SaysWhatIsWrongSinceWhenHowOftenAndWhatToDo) {
    const auto ledger = add_source("https://ledger.example/feed");
    fail(ledger, 3, "the server answered 500 <Oops>");
    const auto page = health();
    ASSERT_EQ(page.entries.size(), 1U);
    const auto& stored = page.entries.front().stored;
    const auto slug = store_->source(ledger)->source.slug;
    EXPECT_EQ(stored.entry.title, slug + ": answers with an error");
    EXPECT_EQ(stored.entry.url, "https://ledger.example/feed");
    EXPECT_TRUE(holds(stored.entry.content, "the server answered 500 &lt;Oops&gt;"));
    EXPECT_TRUE(holds(stored.entry.content, "Failing since 2025-01-01T00:10:00Z, 3 in a row"));
    EXPECT_TRUE(holds(stored.entry.content, "went well at 2025-01-01T00:05:00Z"));
    EXPECT_TRUE(holds(stored.entry.content, "masthead source set " + slug + " url ADDRESS"));
    EXPECT_EQ(page.updated, minute(13));
}

TEST_F(SourceHealth, IsUpdatedWhenTheStateChangesAndNotWithEveryFailure) {
    const auto ledger = add_source("https://ledger.example/feed");
    fail(ledger, 1, "no answer", feeds::Outcome::timeout);
    const auto first = health().entries.at(0).stored;
    EXPECT_EQ(first.public_id.rfind("urn:uuid:", 0), 0U);
    EXPECT_EQ(first.updated, minute(10));
    fail(ledger, 4, "no answer", feeds::Outcome::timeout);
    EXPECT_EQ(health().entries.at(0).stored.public_id, first.public_id);
    EXPECT_EQ(health().entries.at(0).stored.updated, minute(10));
    fail(ledger, 5, "410", feeds::Outcome::gone);
    EXPECT_EQ(health().entries.at(0).stored.public_id, first.public_id);
    EXPECT_EQ(health().entries.at(0).stored.updated, minute(15));
}

TEST_F(SourceHealth, TellsSourcesAndTheirTimesOfTroubleApart) {
    fail(add_source("https://ledger.example/feed"), 1, "no answer");
    fail(add_source("https://courier.example/feed"), 1, "no answer");
    const auto page = health();
    ASSERT_EQ(page.entries.size(), 2U);
    EXPECT_NE(page.entries[0].stored.public_id, page.entries[1].stored.public_id);
}

TEST_F(SourceHealth, GivesNoSecretAway) {
    fail(add_source("https://reader:pass@letters.example/feed?token=abc"), 1,
         "redirects go round in a circle at \"https://letters.example/feed?token=abc\"");
    EXPECT_EQ(health().entries.at(0).stored.entry.url, "");
    const auto content = only_content();
    EXPECT_TRUE(holds(content, "redirects go round in a circle at (a secret address)")) << content;
    EXPECT_FALSE(holds(content, "abc") || holds(content, "pass")) << content;
}

TEST_F(SourceHealth, HidesWhereARedirectLedWhenThatIsSecret) {
    fail(add_source("https://letters.example/feed"), 1, "redirected to \"/f?auth=abc\", which is no address");
    EXPECT_FALSE(holds(only_content(), "abc")) << only_content();
    EXPECT_TRUE(holds(only_content(), "which is no address"));
}

TEST_F(SourceHealth, ListsTheNewestTroubleFirst) {
    fail(add_source("https://ledger.example/feed"), 9, "no answer");
    fail(add_source("https://courier.example/feed"), 2, "gone", feeds::Outcome::gone);
    EXPECT_EQ(health().entries.at(0).stored.updated, minute(12));
}

}  // namespace
