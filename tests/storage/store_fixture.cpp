#include "tests/storage/store_fixture.hpp"

#include <fmt/format.h>

namespace masthead::tests {

feeds::Time minute(std::int64_t number) {
    return feeds::Time{std::chrono::seconds{1'735'689'600}} + std::chrono::minutes{number};
}

feeds::Entry numbered_entry(std::int64_t number) {
    feeds::Entry entry;
    entry.guid = fmt::format("entry-{}", number);
    entry.url = fmt::format("https://ledger.example/{}", number);
    entry.title = fmt::format("Piece {}", number);
    entry.content = fmt::format("<p>Text of piece {}.</p>", number);
    entry.published = minute(number);
    return entry;
}

storage::Commit answer(feeds::SourceId source, std::int64_t at, std::vector<feeds::Entry> entries) {
    storage::Commit commit;
    commit.source = source;
    commit.at = minute(at);
    commit.state.etag = fmt::format("\"{}\"", at);
    commit.state.last_fetch = minute(at);
    commit.state.next_fetch = minute(at + 60);
    commit.entries = std::move(entries);
    return commit;
}

feeds::SourceId StoreTest::add_source(const std::string& url, std::vector<feeds::AuthorId> authors) {
    feeds::Source source;
    source.url = url;
    source.authors = std::move(authors);
    return store_->add_source(source).id;
}

std::vector<std::string> StoreTest::titles(const storage::EntryQuery& query) {
    std::vector<std::string> titles;
    for (const auto& stored : store_->entries(query)) titles.push_back(stored.entry.title);
    return titles;
}

}  // namespace masthead::tests
