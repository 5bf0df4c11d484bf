#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "storage/sqlite/connection.hpp"
#include "storage/store.hpp"

namespace masthead::storage::sqlite {

/// Connections for reading, lent to one thread at a time; who finds none waits for one. Any thread.
class Readers {
public:
    explicit Readers(std::string path) : path_(std::move(path)) {}

    class Loan {
    public:
        /// Takes one that is idle, or opens one.
        explicit Loan(Readers& readers);
        ~Loan();
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        Connection& connection() { return *connection_; }

    private:
        Readers& readers_;
        std::unique_ptr<Connection> connection_;
    };
    Loan borrow() { return Loan(*this); }

private:
    /// Waits for a place; nothing: the place has no connection yet.
    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> connection);

    std::string path_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t lent_ = 0;
};

/// Store on one SQLite file: many readers, one writer. Reading never waits for writing (write-ahead log). The file is
/// there and has the newest schema (open.cpp).
class SqliteStore : public Store {
public:
    explicit SqliteStore(const std::string& path);

    feeds::Author add_author(std::string_view name, feeds::Author::Type type) override;
    std::vector<feeds::Author> authors() override;
    std::optional<feeds::Author> author(feeds::AuthorId id) override;
    std::optional<feeds::Author> author_by_slug(std::string_view slug) override;
    std::vector<feeds::Fact> facts(feeds::AuthorId author) override;
    void put_facts(const std::vector<AuthorFact>& facts) override;
    bool unset_fact(feeds::AuthorId author, feeds::Field field, std::string_view platform) override;
    void add_alias(feeds::AuthorId author, std::string_view name) override;
    bool remove_alias(feeds::AuthorId author, std::string_view name) override;
    void set_email_public(feeds::AuthorId author, bool is_public) override;
    void merge_authors(feeds::AuthorId kept, feeds::AuthorId merged) override;
    std::optional<feeds::Author> split_author(feeds::AuthorId author, std::string_view name) override;
    void remove_author(feeds::AuthorId author) override;

    feeds::Source add_source(feeds::Source source) override;
    std::vector<SourceStatus> sources() override;
    std::optional<SourceStatus> source(feeds::SourceId id) override;
    void update_source(const feeds::Source& source) override;
    void remove_source(feeds::SourceId source, bool purge) override;
    std::vector<feeds::SourceId> due(feeds::Time now, std::size_t limit) override;
    std::optional<feeds::Time> next_due() override;
    std::vector<PageState> page_states(feeds::SourceId source) override;
    bool lease(feeds::SourceId source, std::string_view holder, feeds::Time now, feeds::Time until) override;
    std::optional<std::string> lease_holder(feeds::SourceId source) override;
    void release(feeds::SourceId source, std::string_view holder) override;
    std::optional<feeds::Time> host_free_at(std::string_view host) override;
    void set_host_free_at(std::string_view host, feeds::Time at) override;
    void bring_back_from_future(feeds::Time now, std::chrono::milliseconds longest) override;

    Followed follow(const Following& following) override;

    CommitResult commit(const Commit& commit) override;

    std::vector<feeds::StoredEntry> entries(const EntryQuery& query) override;
    std::optional<feeds::StoredEntry> entry(feeds::EntryId id) override;
    bool set_hidden(feeds::EntryId id, bool hidden) override;
    bool set_kept_apart(feeds::EntryId id, bool apart) override;
    bool purge_entry(feeds::EntryId id) override;
    std::uint64_t archives(const ArchivedList& list) override;
    std::vector<feeds::StoredEntry> archive(const ArchivedList& list, std::uint64_t number) override;

    std::vector<feeds::Feed> feeds() override;
    std::optional<feeds::Feed> feed_by_slug(std::string_view slug) override;
    feeds::Feed add_feed(feeds::Feed feed) override;
    void update_feed(const feeds::Feed& feed) override;
    void remove_feed(feeds::FeedId feed) override;

    void put_avatar(const Avatar& avatar) override;
    std::optional<Avatar> avatar(std::string_view hash) override;
    std::optional<Avatar> avatar_of_url(std::string_view url) override;
    void forget_avatar_addresses() override;

    std::uint64_t version() override;
    Changes changes_since(std::uint64_t last) override;
    Totals totals() override;
    std::vector<std::string> check_integrity() override;
    void checkpoint() override;

private:
    template <class Work>
    auto read(Work work);
    template <class Work>
    auto write(Work work);

    void refuse_replaced_file() const;

    std::string path_;
    std::pair<std::uint64_t, std::uint64_t> identity_;  // device and inode
    Readers readers_;
    std::mutex writing_;
    Connection writer_;
    std::mutex watching_;
    Connection watcher_;  // never writes, so that it sees every commit, this process's own as well
};

}  // namespace masthead::storage::sqlite
