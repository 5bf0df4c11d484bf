#include "storage/sqlite/sqlite_store.hpp"

#include <filesystem>

#include <fmt/format.h>
#include <sys/stat.h>

#include "storage/sqlite/archives.hpp"
#include "storage/sqlite/authors.hpp"
#include "storage/sqlite/avatars.hpp"
#include "storage/sqlite/changes.hpp"
#include "storage/sqlite/commits.hpp"
#include "storage/sqlite/entries.hpp"
#include "storage/sqlite/errors.hpp"
#include "storage/sqlite/facts.hpp"
#include "storage/sqlite/feeds.hpp"
#include "storage/sqlite/fetch_states.hpp"
#include "storage/sqlite/following.hpp"
#include "storage/sqlite/leases.hpp"
#include "storage/sqlite/merging.hpp"
#include "storage/sqlite/reading.hpp"
#include "storage/sqlite/sources.hpp"

namespace masthead::storage::sqlite {

namespace {

// Each has a page cache of its own: few, as the server's memory is bounded.
constexpr std::size_t most_readers = 4;

std::pair<std::uint64_t, std::uint64_t> file_identity(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    return {status.st_dev, status.st_ino};
}

}  // namespace

std::unique_ptr<Connection> Readers::take() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !idle_.empty() || lent_ < most_readers; });
    ++lent_;
    if (idle_.empty()) return nullptr;
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

void Readers::give_back(std::unique_ptr<Connection> connection) {
    {
        std::lock_guard lock(mutex_);
        if (connection) idle_.push_back(std::move(connection));
        --lent_;
    }
    returned_.notify_one();
}

Readers::Loan::Loan(Readers& readers) : readers_(readers), connection_(readers.take()) {
    if (connection_) return;
    // Opened without the lock: the other readers need not wait for the file.
    try {
        connection_ = std::make_unique<Connection>(readers.path_, Connection::Mode::read);
    } catch (...) {
        readers.give_back(nullptr);
        throw;
    }
}

Readers::Loan::~Loan() { readers_.give_back(std::move(connection_)); }

SqliteStore::SqliteStore(const std::string& path)
    : path_(path),
      identity_(file_identity(path)),
      readers_(path),
      writer_(path, Connection::Mode::write),
      watcher_(path, Connection::Mode::read) {}

// One snapshot for all that `work` reads.
template <class Work>
auto SqliteStore::read(Work work) {
    return guarded(path_, [&] {
        auto loan = readers_.borrow();
        SQLite::Transaction snapshot(loan.connection().database());
        return work(loan.connection());
    });
}

// IMMEDIATE: a transaction that has read before it writes would fail at once when another one wrote in between.
template <class Work>
auto SqliteStore::write(Work work) {
    return guarded(path_, [&] {
        std::lock_guard lock(writing_);
        SQLite::Transaction transaction(writer_.database(), SQLite::TransactionBehavior::IMMEDIATE);
        if constexpr (std::is_void_v<decltype(work(writer_))>) {
            work(writer_);
            transaction.commit();
        } else {
            auto result = work(writer_);
            transaction.commit();
            return result;
        }
    });
}

feeds::Author SqliteStore::add_author(std::string_view name, feeds::Author::Type type) {
    return write([&](Connection& c) { return sqlite::add_author(c, name, type); });
}
std::vector<feeds::Author> SqliteStore::authors() {
    return read([](Connection& c) { return sqlite::authors(c); });
}
std::optional<feeds::Author> SqliteStore::author(feeds::AuthorId id) {
    return read([&](Connection& c) { return sqlite::author(c, id); });
}
std::optional<feeds::Author> SqliteStore::author_by_slug(std::string_view slug) {
    return read([&](Connection& c) { return sqlite::author_by_slug(c, slug); });
}
std::vector<feeds::Fact> SqliteStore::facts(feeds::AuthorId author) {
    return read([&](Connection& c) { return sqlite::facts(c, author); });
}
void SqliteStore::put_facts(const std::vector<AuthorFact>& facts) {
    write([&](Connection& c) { sqlite::put_facts(c, facts); });
}
bool SqliteStore::unset_fact(feeds::AuthorId author, feeds::Field field, std::string_view platform) {
    return write([&](Connection& c) { return sqlite::unset_fact(c, author, field, platform); });
}
void SqliteStore::add_alias(feeds::AuthorId author, std::string_view name) {
    write([&](Connection& c) { sqlite::add_alias(c, author, name); });
}
bool SqliteStore::remove_alias(feeds::AuthorId author, std::string_view name) {
    return write([&](Connection& c) { return sqlite::remove_alias(c, author, name); });
}
void SqliteStore::set_email_public(feeds::AuthorId author, bool is_public) {
    write([&](Connection& c) { sqlite::set_email_public(c, author, is_public); });
}
void SqliteStore::merge_authors(feeds::AuthorId kept, feeds::AuthorId merged) {
    write([&](Connection& c) { sqlite::merge_authors(c, kept, merged); });
}
std::optional<feeds::Author> SqliteStore::split_author(feeds::AuthorId author, std::string_view name) {
    return write([&](Connection& c) { return sqlite::split_author(c, author, name); });
}
void SqliteStore::remove_author(feeds::AuthorId author) {
    write([&](Connection& c) { sqlite::remove_author(c, author); });
}

feeds::Source SqliteStore::add_source(feeds::Source source) {
    return write([&](Connection& c) { return sqlite::add_source(c, std::move(source)); });
}
std::vector<SourceStatus> SqliteStore::sources() {
    return read([](Connection& c) { return sqlite::sources(c); });
}
std::optional<SourceStatus> SqliteStore::source(feeds::SourceId id) {
    return read([&](Connection& c) { return sqlite::source(c, id); });
}
void SqliteStore::update_source(const feeds::Source& source) {
    write([&](Connection& c) { sqlite::update_source(c, source); });
}
void SqliteStore::remove_source(feeds::SourceId source, bool purge) {
    write([&](Connection& c) { sqlite::remove_source(c, source, purge); });
}
std::vector<feeds::SourceId> SqliteStore::due(feeds::Time now, std::size_t limit) {
    return read([&](Connection& c) { return sqlite::due(c, now, limit); });
}
std::optional<feeds::Time> SqliteStore::next_due() {
    return read([](Connection& c) { return sqlite::next_due(c); });
}
std::vector<PageState> SqliteStore::page_states(feeds::SourceId source) {
    return read([&](Connection& c) { return sqlite::page_states(c, source); });
}
bool SqliteStore::lease(feeds::SourceId source, std::string_view holder, feeds::Time now, feeds::Time until) {
    return write([&](Connection& c) { return sqlite::lease(c, source, holder, now, until); });
}
void SqliteStore::release(feeds::SourceId source, std::string_view holder) {
    write([&](Connection& c) { sqlite::release(c, source, holder); });
}
std::optional<std::string> SqliteStore::lease_holder(feeds::SourceId source) {
    return read([&](Connection& c) { return sqlite::lease_holder(c, source); });
}
std::optional<feeds::Time> SqliteStore::host_free_at(std::string_view host) {
    return read([&](Connection& c) { return sqlite::host_free_at(c, host); });
}
void SqliteStore::set_host_free_at(std::string_view host, feeds::Time at) {
    write([&](Connection& c) { sqlite::set_host_free_at(c, host, at); });
}
void SqliteStore::bring_back_from_future(feeds::Time now, std::chrono::milliseconds longest) {
    write([&](Connection& c) { sqlite::bring_back_from_future(c, now, longest); });
}

Followed SqliteStore::follow(const Following& following) {
    return write([&](Connection& c) { return sqlite::follow(c, following); });
}

CommitResult SqliteStore::commit(const Commit& commit) {
    return write([&](Connection& c) { return sqlite::commit(c, commit); });
}

std::vector<feeds::StoredEntry> SqliteStore::entries(const EntryQuery& query) {
    return read([&](Connection& c) { return sqlite::entries(c, query); });
}
std::optional<feeds::StoredEntry> SqliteStore::entry(feeds::EntryId id) {
    return read([&](Connection& c) { return sqlite::entry(c, id); });
}
bool SqliteStore::set_hidden(feeds::EntryId id, bool hidden) {
    return write([&](Connection& c) { return sqlite::set_hidden(c, id, hidden); });
}
bool SqliteStore::set_kept_apart(feeds::EntryId id, bool apart) {
    return write([&](Connection& c) { return sqlite::set_kept_apart(c, id, apart); });
}
bool SqliteStore::purge_entry(feeds::EntryId id) {
    return write([&](Connection& c) { return sqlite::purge_entry(c, id); });
}

std::uint64_t SqliteStore::archives(const ArchivedList& list) {
    return read([&](Connection& c) { return sqlite::archives(c, list); });
}
std::vector<feeds::StoredEntry> SqliteStore::archive(const ArchivedList& list, std::uint64_t number) {
    return read([&](Connection& c) { return sqlite::archive(c, list, number); });
}

std::vector<feeds::Feed> SqliteStore::feeds() {
    return read([](Connection& c) { return sqlite::all_feeds(c); });
}
std::optional<feeds::Feed> SqliteStore::feed_by_slug(std::string_view slug) {
    return read([&](Connection& c) { return sqlite::feed_by_slug(c, slug); });
}
feeds::Feed SqliteStore::add_feed(feeds::Feed feed) {
    return write([&](Connection& c) { return sqlite::add_feed(c, std::move(feed)); });
}
void SqliteStore::update_feed(const feeds::Feed& feed) {
    write([&](Connection& c) { sqlite::update_feed(c, feed); });
}
void SqliteStore::remove_feed(feeds::FeedId feed) {
    write([&](Connection& c) { sqlite::remove_feed(c, feed); });
}

void SqliteStore::put_avatar(const Avatar& avatar) {
    write([&](Connection& c) { sqlite::put_avatar(c, avatar); });
}
std::optional<Avatar> SqliteStore::avatar(std::string_view hash) {
    return read([&](Connection& c) { return sqlite::avatar(c, hash); });
}
std::optional<Avatar> SqliteStore::avatar_of_url(std::string_view url) {
    return read([&](Connection& c) { return sqlite::avatar_of_url(c, url); });
}
void SqliteStore::forget_avatar_addresses() {
    write([](Connection& c) { sqlite::forget_avatar_addresses(c); });
}

// Who deletes the file, or puts another in its place, leaves us with one that nobody will ever see again.
void SqliteStore::refuse_replaced_file() const {
    if (file_identity(path_) != identity_)
        throw StoreError(StoreError::Code::unavailable,
                         fmt::format("{} was removed or replaced while it was in use: start anew", path_));
}

std::uint64_t SqliteStore::version() {
    return guarded(path_, [&] {
        std::lock_guard lock(watching_);
        refuse_replaced_file();
        Query query(watcher_, "PRAGMA data_version");
        query.next();
        return static_cast<std::uint64_t>(query.integer());
    });
}

Changes SqliteStore::changes_since(std::uint64_t last) {
    return read([&](Connection& c) { return sqlite::changes_since(c, last); });
}

Totals SqliteStore::totals() {
    return read([&](Connection& c) {
        Totals totals;
        Query query(c,
                    "SELECT (SELECT count(*) FROM author), (SELECT count(*) FROM source WHERE removed = 0), "
                    "(SELECT ifnull(sum(entries), 0) FROM source), (SELECT count(*) FROM feed)");
        query.next();
        for (auto* total : {&totals.authors, &totals.sources, &totals.entries, &totals.feeds})
            *total = static_cast<std::uint64_t>(query.integer());
        for (const char* ending : {"", "-wal", "-shm"}) {
            std::error_code absent;
            const auto bytes = std::filesystem::file_size(path_ + ending, absent);
            if (!absent) totals.bytes += bytes;
        }
        return totals;
    });
}

std::vector<std::string> SqliteStore::check_integrity() {
    return read([&](Connection& c) {
        std::vector<std::string> wrong;
        Query pages(c, "PRAGMA integrity_check");
        while (pages.next())
            if (auto line = pages.text(); line != "ok") wrong.push_back(std::move(line));
        Query references(c, "PRAGMA foreign_key_check");
        while (references.next()) wrong.push_back("a row of " + references.text() + " points to one that is not there");
        return wrong;
    });
}

void SqliteStore::checkpoint() {
    guarded(path_, [&] {
        std::lock_guard lock(writing_);
        // Rows of what came of it; a reader in the way makes it a part only, which is no error.
        Query query(writer_, "PRAGMA wal_checkpoint(PASSIVE)");
        query.next();
    });
}

}  // namespace masthead::storage::sqlite
