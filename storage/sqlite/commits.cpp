#include "storage/sqlite/commits.hpp"

#include <algorithm>
#include <set>

#include "feeds/identity.hpp"
#include "feeds/text/url.hpp"
#include "storage/sqlite/archives.hpp"
#include "storage/sqlite/changes.hpp"
#include "storage/sqlite/credits.hpp"
#include "storage/sqlite/entry_members.hpp"
#include "storage/sqlite/facts.hpp"
#include "storage/sqlite/fetch_states.hpp"
#include "storage/sqlite/fingerprints.hpp"
#include "storage/sqlite/sources.hpp"

namespace masthead::storage::sqlite {

namespace {

/// What is stored of an entry that came again.
struct Known {
    feeds::EntryId id;
    std::string content_hash, attachments_hash;
    feeds::Time first_seen;
    feeds::Time updated;
    std::optional<feeds::Time> said_updated;
};

// A date that lies in the future, or that is not there, is the time at which the entry was first seen.
feeds::Time shown_time(const feeds::Entry& entry, feeds::Time first_seen) {
    return std::min(entry.published.value_or(first_seen), first_seen);
}

/// Stores the entries of one commit.
class EntryWriter {
public:
    EntryWriter(Connection& connection, const feeds::Source& source, feeds::Time at)
        : connection_(connection), source_(source), at_(at) {}

    CommitResult write(const std::vector<feeds::Entry>& entries);
    void log_changes();
    const std::set<feeds::AuthorId>& authors() const { return authors_; }

private:
    struct Item {
        const feeds::Entry* entry;
        std::string key;
    };

    std::vector<Item> in_storing_order(const std::vector<feeds::Entry>& entries) const;
    std::optional<Known> known(const std::string& key);
    void add(const Item& item, const std::string& hash);
    bool replace(const Known& known, const feeds::Entry& said);
    void update(const Known& known, const feeds::Entry& entry, const std::string& hash);
    void update_attachments(const Known& known, const feeds::Entry& entry);
    void put_who_wrote(feeds::EntryId id, const feeds::Entry& entry);
    std::string public_id(const Item& item);
    void note_authors(feeds::EntryId id);

    Connection& connection_;
    const feeds::Source& source_;
    feeds::Time at_;
    std::vector<feeds::EntryId> written_;
    std::set<feeds::AuthorId> authors_;  // of what was written, before and after
};

CommitResult EntryWriter::write(const std::vector<feeds::Entry>& entries) {
    CommitResult result;
    for (const auto& item : in_storing_order(entries)) {
        ++result.stored;
        const auto stored = known(item.key);
        if (!stored) {
            add(item, content_hash(*item.entry));
            ++result.added;
        } else if (replace(*stored, *item.entry)) {
            ++result.changed;
        }
    }
    if (result.added > 0)
        run(connection_, "UPDATE source SET entries = entries + ? WHERE id = ?", result.added, source_.id);
    return result;
}

// True when something changed that readers are told of.
bool EntryWriter::replace(const Known& known, const feeds::Entry& said) {
    const auto is_known = [&](const feeds::Entry& entry) {
        return known.content_hash == content_hash(entry) && known.attachments_hash == attachments_hash(entry);
    };
    if (is_known(said)) return false;
    auto entry = said;
    entry.credits = feeds::lasting_credits(credits(connection_, known.id), said.credits);
    const auto hash = content_hash(entry);
    if (known.content_hash != hash) {
        update(known, entry, hash);
        return true;
    }
    if (!is_known(entry)) update_attachments(known, entry);
    return false;
}

// Oldest first, so that ids grow with the date: archives hold entries in the order of ids. Entries without a date keep
// the order of the document, whose first is the newest. Of repetitions the first counts.
std::vector<EntryWriter::Item> EntryWriter::in_storing_order(const std::vector<feeds::Entry>& entries) const {
    std::vector<Item> items;
    std::set<std::string> seen;
    for (const auto& entry : entries) {
        auto key = feeds::entry_key(entry);
        if (seen.insert(key).second) items.push_back({&entry, std::move(key)});
    }
    std::reverse(items.begin(), items.end());
    std::stable_sort(items.begin(), items.end(), [this](const Item& a, const Item& b) {
        return shown_time(*a.entry, at_) < shown_time(*b.entry, at_);
    });
    return items;
}

std::optional<Known> EntryWriter::known(const std::string& key) {
    Query query(
        connection_,
        "SELECT id, content_hash, attachments_hash, first_seen, updated, said_updated FROM entry WHERE source = ? "
        "AND key = ?",
        source_.id, key);
    if (!query.next()) return std::nullopt;
    Known known{};
    known.id = query.id<feeds::EntryId>();
    known.content_hash = query.text();
    known.attachments_hash = query.text();
    known.first_seen = query.time();
    known.updated = query.time();
    known.said_updated = query.optional_time();
    return known;
}

// Nobody takes over another's entry by copying its id: an origin's own id is published for the source that used it
// first and for one on the host that the id names. What the document says of its address proves nothing here.
std::string EntryWriter::public_id(const Item& item) {
    const auto& guid = item.entry->guid;
    if (feeds::is_global_id(guid)) {
        const auto host = feeds::url_parts(guid).host;
        if (!host.empty() && feeds::same_host(host, feeds::url_parts(source_.url).host)) return guid;
        if (!Query(connection_, "SELECT 1 FROM entry WHERE public_id = ?", guid).next()) return guid;
    }
    return feeds::local_id(source_.key, item.key);
}

void EntryWriter::add(const Item& item, const std::string& hash) {
    const auto& entry = *item.entry;
    const auto shown = shown_time(entry, at_);
    run(connection_,
        "INSERT INTO entry (source, key, content_hash, attachments_hash, public_id, kind, held_back, first_seen, "
        "shown, "
        "published, "
        "updated, "
        "said_updated, language, guid, url, canonical, title, image, categories, details, attachments, summary, "
        "content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        source_.id, item.key, hash, attachments_hash(entry), public_id(item), entry.kind, source_.is_public ? 0 : 1,
        at_, shown, entry.published, std::min(entry.updated.value_or(shown), at_), entry.updated, entry.language,
        entry.guid, entry.url, entry.canonical, entry.title, entry.image, encode_list(entry.categories),
        encode(entry, entry_details), encode(entry, entry_attachments), entry.summary, entry.content);
    put_who_wrote(feeds::EntryId{connection_.last_id()}, entry);
}

// The id, the first-seen time and what the admin set stay.
void EntryWriter::update(const Known& known, const feeds::Entry& entry, const std::string& hash) {
    // A publisher who gives a new time of the change is believed; another who changes something did so by now.
    const bool says_when = entry.updated && entry.updated != known.said_updated;
    const auto updated = std::max(known.updated, says_when ? std::min(*entry.updated, at_) : at_);
    run(connection_,
        "UPDATE entry SET content_hash = ?, kind = ?, shown = ?, published = ?, updated = ?, said_updated = ?, "
        "language = ?, guid = ?, url = ?, canonical = ?, title = ?, image = ?, categories = ?, details = ?, summary = "
        "?, "
        "content = ? WHERE id = ?",
        hash, entry.kind, shown_time(entry, known.first_seen), entry.published, updated, entry.updated, entry.language,
        entry.guid, entry.url, entry.canonical, entry.title, entry.image, encode_list(entry.categories),
        encode(entry, entry_details), entry.summary, entry.content, known.id);
    update_attachments(known, entry);
}

// When it was updated stays.
void EntryWriter::update_attachments(const Known& known, const feeds::Entry& entry) {
    note_authors(known.id);
    run(connection_, "UPDATE entry SET attachments_hash = ?, attachments = ? WHERE id = ?", attachments_hash(entry),
        encode(entry, entry_attachments), known.id);
    put_who_wrote(known.id, entry);
}

void EntryWriter::put_who_wrote(feeds::EntryId id, const feeds::Entry& entry) {
    put_credits(connection_, id, entry.credits);
    link_authors(connection_, id);
    note_authors(id);
    written_.push_back(id);
}

void EntryWriter::note_authors(feeds::EntryId id) {
    for (const auto author : linked_authors(connection_, id)) authors_.insert(author);
}

void EntryWriter::log_changes() {
    if (written_.empty()) return;
    log_change(connection_, source_.id);
    for (const auto author : authors_) log_change(connection_, author);
    for (const auto entry : written_) log_change(connection_, entry);
}

}  // namespace

CommitResult commit(Connection& connection, const Commit& commit) {
    const auto status = source(connection, commit.source);
    // Removed with all its entries while it was fetched.
    if (!status) return {};
    if (commit.publication) take_publication(connection, status->source, *commit.publication);
    EntryWriter writer(connection, status->source, commit.at);
    const auto result = writer.write(commit.entries);
    writer.log_changes();
    if (result.added > 0) fill_archives(connection, writer.authors());
    replace_facts(connection, commit.facts);
    for (const auto& page : commit.pages) put_page_state(connection, commit.source, page);
    if (!commit.asked || *commit.asked == status->source.url) {
        put_fetch_state(connection, commit.source, commit.state);
        if (commit.moved_to) move_source(connection, commit.source, *commit.moved_to);
    }
    return result;
}

}  // namespace masthead::storage::sqlite
