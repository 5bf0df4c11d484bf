#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "storage/store.hpp"
#include "tests/support/temporary_folder.hpp"

namespace masthead::tests {

/// 2025-01-01T00:00:00Z and so many minutes.
feeds::Time minute(std::int64_t number);

/// An entry of a source, told from others by its number, dated at that minute.
feeds::Entry numbered_entry(std::int64_t number);

/// An answer of a source that came at that minute.
storage::Commit answer(feeds::SourceId source, std::int64_t at, std::vector<feeds::Entry> entries);

/// A store of its own in a real file.
class StoreTest : public testing::Test {
protected:
    std::unique_ptr<storage::Store> open() const { return storage::open_store({url()}); }
    std::string path() const { return folder_.file("masthead.db"); }
    std::string url() const { return "sqlite:" + path(); }

    feeds::AuthorId add_author(std::string_view name) { return store_->add_author(name, {}).id; }
    feeds::SourceId add_source(const std::string& url, std::vector<feeds::AuthorId> authors = {});
    /// The titles of what is read.
    std::vector<std::string> titles(const storage::EntryQuery& query = {});

    TemporaryFolder folder_;
    std::unique_ptr<storage::Store> store_ = open();
};

}  // namespace masthead::tests
