#include <fstream>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using storage::StoreError;
using tests::answer;
using tests::numbered_entry;

class Open : public tests::StoreTest {
protected:
    /// A store with entries, closed.
    void fill_and_close() {
        std::vector<feeds::Entry> entries;
        for (std::int64_t i = 300; i > 0; --i) entries.push_back(numbered_entry(i));
        store_->commit(answer(add_source("https://ledger.example/feed"), 1000, entries));
        store_.reset();
    }
    void write_at(std::uintmax_t offset, const std::string& bytes) {
        std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(offset));
        file << bytes;
    }
    /// The code and message of the error; fails the test when there is none.
    StoreError refusal(const std::string& url) {
        try {
            storage::open_store({url});
        } catch (const StoreError& error) {
            return error;
        }
        ADD_FAILURE() << "opened " << url;
        return {StoreError::Code::busy, ""};
    }
    StoreError refusal() { return refusal(url()); }
};

TEST_F(Open, MakesAStoreWithItsFoldersForItsUserAndGroup) {
    const auto path = folder_.file("a/b/masthead.db");
    storage::open_store({"sqlite:" + path});
    struct stat status {};
    ASSERT_EQ(stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0640U);
}

TEST_F(Open, KeepsWhatWasStored) {
    fill_and_close();
    const auto store = open();
    EXPECT_EQ(store->totals().entries, 300U);
    EXPECT_EQ(store->feeds().size(), 1U);
}

TEST_F(Open, MakesNoStoreWhenItMayNot) {
    const auto path = folder_.file("none.db");
    try {
        storage::open_store({"sqlite:" + path, storage::OpenOptions::Create::never});
        FAIL();
    } catch (const StoreError& error) {
        EXPECT_EQ(error.code(), StoreError::Code::unavailable);
        EXPECT_NE(std::string(error.what()).find(path), std::string::npos);
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(Open, RefusesAUrlThatNamesNoSqliteFile) {
    for (const char* url : {"", "sqlite:", "postgresql://db.example/masthead", "/var/lib/masthead.db"})
        EXPECT_EQ(refusal(url).code(), StoreError::Code::unavailable) << url;
}

TEST_F(Open, RefusesAPlaceWhereNothingCanBeMade) {
    EXPECT_EQ(refusal("sqlite:/dev/null/masthead.db").code(), StoreError::Code::cannot_create);
    EXPECT_EQ(refusal("sqlite:" + folder_.path().string()).code(), StoreError::Code::unavailable);
}

TEST_F(Open, RefusesTheStoreOfANewerProgramAndLeavesItAlone) {
    store_.reset();
    SQLite::Database(path(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999");
    const auto error = refusal();
    EXPECT_EQ(error.code(), StoreError::Code::too_new);
    EXPECT_NE(std::string(error.what()).find("999"), std::string::npos) << error.what();
    SQLite::Database database(path());
    EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), 999);
}

TEST_F(Open, RefusesTheDatabaseOfAnotherProgram) {
    const auto path = folder_.file("other.db");
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE song (title TEXT)");
    EXPECT_EQ(refusal("sqlite:" + path).code(), StoreError::Code::damaged);
}

TEST_F(Open, NeverTakesAnEmptyFileForANewStore) {
    fill_and_close();
    std::filesystem::resize_file(path(), 0);
    EXPECT_EQ(refusal().code(), StoreError::Code::damaged);
    EXPECT_EQ(std::filesystem::file_size(path()), 0U);
}

TEST_F(Open, RefusesATextFile) {
    const auto path = folder_.file("text.db");
    std::ofstream(path) << std::string(10'000, 't');
    EXPECT_EQ(refusal("sqlite:" + path).code(), StoreError::Code::damaged);
}

TEST_F(Open, RefusesAFileThatWasCutInHalf) {
    fill_and_close();
    std::filesystem::resize_file(path(), std::filesystem::file_size(path()) / 2);
    const auto error = refusal();
    EXPECT_EQ(error.code(), StoreError::Code::damaged);
    EXPECT_NE(std::string(error.what()).find(".recover"), std::string::npos) << error.what();
}

TEST_F(Open, RefusesAFileWhoseFirstPageIsDamaged) {
    fill_and_close();
    write_at(0, std::string(4096, '\x5a'));
    EXPECT_EQ(refusal().code(), StoreError::Code::damaged);
}

// Wherever a page is damaged, the store refuses, says so on reading, or finds it when it is asked to look.
TEST_F(Open, NeverHidesADamagedPage) {
    fill_and_close();
    const auto size = std::filesystem::file_size(path());
    const auto whole = folder_.file("whole.db");
    std::filesystem::copy_file(path(), whole);
    for (std::uintmax_t page = 0; page < size / 8192; page += 3) {
        std::filesystem::copy_file(whole, path(), std::filesystem::copy_options::overwrite_existing);
        write_at(page * 8192, std::string(8192, '\xa5'));
        bool is_told = false;
        try {
            const auto store = open();
            is_told = !store->check_integrity().empty();
            for (const auto& stored : store->entries({})) store->entry(stored.id);
        } catch (const StoreError& error) {
            is_told = true;
            EXPECT_EQ(error.code(), StoreError::Code::damaged) << error.what();
        }
        EXPECT_TRUE(is_told) << "page " << page;
    }
}

TEST_F(Open, NoticesAFileThatWasPutInItsPlace) {
    store_->version();
    const auto other = folder_.file("other.db");
    storage::open_store({"sqlite:" + other});
    std::filesystem::rename(other, path());
    EXPECT_THROW(store_->version(), StoreError);
}

}  // namespace
