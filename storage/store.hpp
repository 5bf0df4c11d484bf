#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/feed.hpp"
#include "feeds/source.hpp"
#include "storage/commit.hpp"
#include "storage/following.hpp"

namespace masthead::storage {

/// The machine failed the store: disk full, file not writable, not a database, written by a newer program, locked for
/// too long. The message names the file and what to do. Thrown by every function of Store; caught at the borders only
/// (one source, one request, one command, a thread).
class StoreError : public std::runtime_error {
public:
    enum class Code { cannot_create, not_permitted, cannot_write, full, busy, damaged, too_new, unavailable };
    StoreError(Code code, const std::string& message) : std::runtime_error(message), code_(code) {}
    Code code() const { return code_; }

private:
    Code code_;
};

/// Which stored entries to read: those that `selection` selects, newest first.
struct EntryQuery {
    feeds::Selection selection;
    bool with_hidden = false;
    bool with_private = false;                                     ///< entries of sources that are not public, too
    std::optional<std::pair<feeds::Time, feeds::EntryId>> before;  ///< strictly older than this place in the order
    std::size_t limit = 100;
};

/// What is cut into archives: a feed, or all that an author published.
using ArchivedList = std::variant<feeds::FeedId, feeds::AuthorId>;

/// Entries of the newest page of an author, and of each of his or her archives.
inline constexpr std::size_t author_page_size = 100;

/// What changed since a place in the log of changes.
struct Changes {
    std::uint64_t last = 0;   ///< give it to the next call
    bool everything = false;  ///< the log does not reach back so far: all is to be rendered anew
    std::vector<feeds::AuthorId> authors;
    std::vector<feeds::SourceId> sources;
    std::vector<feeds::FeedId> feeds;
    std::vector<feeds::EntryId> entries;
};

/// Sizes, for `status` and `check`.
struct Totals {
    std::uint64_t authors = 0, sources = 0, entries = 0, feeds = 0;
    std::uint64_t bytes = 0;  ///< of the store on disk
};

/// A source, what is remembered of its fetches, and how many entries it has.
struct SourceStatus {
    feeds::Source source;
    feeds::FetchState state;
    std::uint64_t entries = 0;
};

/// All that the program can ask of its memory. One implementation is embedded (sqlite/); another could share one store
/// among machines. Every function may be called from any thread; each sees and makes whole transactions only.
/// Every change also stands in the log of changes, written in the same transaction.
class Store {
public:
    virtual ~Store() = default;

    // Authors. Slugs are unique; an author's published values are the facts that won (feeds/people/facts.hpp).
    /// Adds an author named `name`; the slug is made from it and made unique with a number.
    virtual feeds::Author add_author(std::string_view name, feeds::Author::Type type) = 0;
    virtual std::vector<feeds::Author> authors() = 0;
    virtual std::optional<feeds::Author> author(feeds::AuthorId id) = 0;
    /// The slug of an author who was merged leads to the one who stayed.
    virtual std::optional<feeds::Author> author_by_slug(std::string_view slug) = 0;
    virtual std::vector<feeds::Fact> facts(feeds::AuthorId author) = 0;
    /// Adds the fact, or replaces that of the same field, platform, origin and place.
    virtual void put_facts(const std::vector<AuthorFact>& facts) = 0;
    /// Takes the admin's word on a field (and platform) back; the best harvested value shows again. False: there was
    /// none.
    virtual bool unset_fact(feeds::AuthorId author, feeds::Field field, std::string_view platform) = 0;
    /// Another name of the same person: credits with that name, past and future, are the author's.
    virtual void add_alias(feeds::AuthorId author, std::string_view name) = 0;
    virtual bool remove_alias(feeds::AuthorId author, std::string_view name) = 0;
    virtual void set_email_public(feeds::AuthorId author, bool is_public) = 0;
    /// Makes one person of two, who are not the same: `kept` keeps id, slug, name and what the admin set; facts,
    /// aliases, credits, places as default author and in feeds of `merged` become those of `kept`, the name an alias.
    virtual void merge_authors(feeds::AuthorId kept, feeds::AuthorId merged) = 0;
    /// Undoes a merge, or what a shared name did: an alias, or another name that credits of the author have, becomes an
    /// author of its own, with these credits and with the facts of documents that say that name. From then on it is a
    /// namesake's to `author`. Nothing when the author has no such other name.
    virtual std::optional<feeds::Author> split_author(feeds::AuthorId author, std::string_view name) = 0;
    /// The entries stay, with the author's name as a plain name.
    virtual void remove_author(feeds::AuthorId author) = 0;

    // Sources.
    /// `source.id`, `key` and `slug` are made here. A URL that is stored already gives the stored one, unchanged.
    virtual feeds::Source add_source(feeds::Source source) = 0;
    virtual std::vector<SourceStatus> sources() = 0;
    virtual std::optional<SourceStatus> source(feeds::SourceId id) = 0;
    /// Replaces what the admin can set: all but id and key.
    virtual void update_source(const feeds::Source& source) = 0;
    /// Without `purge` its entries stay published.
    virtual void remove_source(feeds::SourceId source, bool purge) = 0;
    /// Sources that are neither paused nor gone and whose next fetch is due, the longest due first.
    virtual std::vector<feeds::SourceId> due(feeds::Time now, std::size_t limit) = 0;
    /// When the next source falls due; nothing when there is none.
    virtual std::optional<feeds::Time> next_due() = 0;
    virtual std::vector<PageState> page_states(feeds::SourceId source) = 0;
    /// Takes the source for `holder` until `until`; false when somebody else has it.
    virtual bool lease(feeds::SourceId source, std::string_view holder, feeds::Time now, feeds::Time until) = 0;
    virtual void release(feeds::SourceId source, std::string_view holder) = 0;
    /// Who has the source, whether or not the lease has run out; nothing when nobody has.
    virtual std::optional<std::string> lease_holder(feeds::SourceId source) = 0;
    /// The earliest moment at which a host may be asked again, for the daemon and the CLI alike.
    virtual std::optional<feeds::Time> host_free_at(std::string_view host) = 0;
    virtual void set_host_free_at(std::string_view host, feeds::Time at) = 0;
    /// After the clock was set: what was written under another one and lies ahead of all that `now` allows comes back.
    /// Sources whose next fetch is further away than `longest` are due within it, hosts are free, articles and
    /// portraits count as asked for now.
    virtual void bring_back_from_future(feeds::Time now, std::chrono::milliseconds longest) = 0;

    /// Adds a person with sources, and gives them a place in a feed.
    virtual Followed follow(const Following& following) = 0;

    // What a fetch brought.
    virtual CommitResult commit(const Commit& commit) = 0;

    // Entries.
    virtual std::vector<feeds::StoredEntry> entries(const EntryQuery& query) = 0;
    virtual std::optional<feeds::StoredEntry> entry(feeds::EntryId id) = 0;
    virtual bool set_hidden(feeds::EntryId id, bool hidden) = 0;
    virtual bool set_kept_apart(feeds::EntryId id, bool apart) = 0;
    virtual bool purge_entry(feeds::EntryId id) = 0;

    // Archives (RFC 5005, section 4): blocks of a list's entries in the order of storing, counted from the oldest, as
    // large as its page. So an entry stays in its archive for ever, and each costs the same wherever it lies. Only what
    // the admin does to a list (its selection, a source that becomes public, an alias) cuts it anew.
    /// How many archives of the list are full.
    virtual std::uint64_t archives(const ArchivedList& list) = 0;
    /// The entries of a full archive, newest first; 1 is the oldest.
    virtual std::vector<feeds::StoredEntry> archive(const ArchivedList& list, std::uint64_t number) = 0;

    // Feeds. `all` exists from the start and selects everything public.
    virtual std::vector<feeds::Feed> feeds() = 0;
    virtual std::optional<feeds::Feed> feed_by_slug(std::string_view slug) = 0;
    /// `feed.id` is made here.
    virtual feeds::Feed add_feed(feeds::Feed feed) = 0;
    virtual void update_feed(const feeds::Feed& feed) = 0;
    virtual void remove_feed(feeds::FeedId feed) = 0;

    // Portraits.
    virtual void put_avatar(const Avatar& avatar) = 0;
    virtual std::optional<Avatar> avatar(std::string_view hash) = 0;
    /// Without its bytes.
    virtual std::optional<Avatar> avatar_of_url(std::string_view url) = 0;
    /// Authors are published with their portraits' original addresses again. The copies stay for who links to them.
    virtual void forget_avatar_addresses() = 0;

    // Changes, made by this process or another.
    /// Cheap: a number that differs when anybody has committed since the last call on this object.
    virtual std::uint64_t version() = 0;
    virtual Changes changes_since(std::uint64_t last) = 0;

    virtual Totals totals() = 0;
    /// Empty when the store is sound; else what is wrong, a line each. Reads all of it.
    virtual std::vector<std::string> check_integrity() = 0;
    /// Moves the write-ahead log into the store, as far as readers let it.
    virtual void checkpoint() = 0;
};

/// Where the store is and whether it may be made.
struct OpenOptions {
    std::string url;  ///< "sqlite:/path/to/masthead.db"
    enum class Create { never, if_missing } create = Create::if_missing;
};

/// Opens the store that the URL names, migrating it first where it is older. Throws StoreError.
std::unique_ptr<Store> open_store(const OpenOptions& options);

}  // namespace masthead::storage
