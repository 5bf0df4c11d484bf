#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "storage/sqlite/archives.hpp"
#include "storage/sqlite/authors.hpp"
#include "storage/sqlite/avatars.hpp"
#include "storage/sqlite/connection.hpp"
#include "storage/sqlite/entries.hpp"
#include "storage/sqlite/reading.hpp"
#include "storage/sqlite/sources.hpp"
#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using storage::sqlite::Connection;

class Plan : public tests::StoreTest {
protected:
    /// The steps of every statement that the connection has prepared that read a whole table or index, or sort.
    std::vector<std::string> costly_steps() {
        std::vector<std::string> statements;
        auto* database = connection_.database().getHandle();
        for (auto* s = sqlite3_next_stmt(database, nullptr); s != nullptr; s = sqlite3_next_stmt(database, s))
            statements.emplace_back(sqlite3_sql(s));
        std::vector<std::string> costly;
        for (const auto& sql : statements) {
            if (sql.rfind("SELECT", 0) != 0) continue;
            SQLite::Statement plan(connection_.database(), "EXPLAIN QUERY PLAN " + sql);
            while (plan.executeStep()) {
                const std::string step = plan.getColumn(3).getText();
                if (step.rfind("SCAN", 0) == 0 || step.find("TEMP B-TREE") != std::string::npos)
                    costly.push_back(fmt::format("{}: {}", sql, step));
            }
        }
        EXPECT_FALSE(statements.empty());
        return costly;
    }

    Connection connection_{path(), Connection::Mode::read};
};

TEST_F(Plan, OfAPageReadsIndexesOnlyAndSortsNothing) {
    storage::EntryQuery query;
    const auto read = [&] { storage::sqlite::entries(connection_, query); };
    read();
    query.selection.kinds = {feeds::Kind::post};
    query.with_hidden = query.with_private = true;
    query.before = {tests::minute(0), feeds::EntryId{5}};
    read();
    query.selection.authors = {feeds::AuthorId{1}, feeds::AuthorId{2}};
    read();
    query.selection.authors.clear();
    query.selection.sources = {feeds::SourceId{1}, feeds::SourceId{2}};
    read();
    storage::sqlite::entry(connection_, feeds::EntryId{1});
    EXPECT_EQ(costly_steps(), std::vector<std::string>());
}

TEST_F(Plan, OfWhatStandsBesideThePageReadsIndexesOnly) {
    storage::sqlite::author(connection_, feeds::AuthorId{1});
    storage::sqlite::author_by_slug(connection_, "orla-bexley");
    storage::sqlite::source(connection_, feeds::SourceId{1});
    storage::sqlite::avatar(connection_, "c0ffee");
    storage::sqlite::avatar_of_url(connection_, "https://ledger.example/orla.png");
    EXPECT_EQ(costly_steps(), std::vector<std::string>());
}

TEST_F(Plan, OfAnArchiveReadsARangeOfIds) {
    const auto orla = add_author("Orla Bexley");
    std::vector<feeds::Entry> entries;
    for (std::int64_t i = 0; i < 150; ++i) entries.push_back(tests::numbered_entry(i));
    store_->commit(tests::answer(add_source("https://ledger.example/feed", {orla}), 200, entries));
    EXPECT_EQ(storage::sqlite::archive(connection_, orla, 1).size(), 100U);
    EXPECT_EQ(storage::sqlite::archive(connection_, store_->feed_by_slug("all")->id, 1).size(), 100U);
    EXPECT_EQ(costly_steps(), std::vector<std::string>());
}

}  // namespace
