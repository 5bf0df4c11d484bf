#include "storage/sqlite/archives.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "storage/sqlite/entries.hpp"
#include "storage/sqlite/feeds.hpp"
#include "storage/sqlite/filter.hpp"

namespace masthead::storage::sqlite {

namespace {

// Ids are looked at in portions of so many, which bounds what is held of a great store.
constexpr std::int64_t ids_at_once = 20'000;

std::string key_of(const ArchivedList& list) {
    if (const auto* feed = std::get_if<feeds::FeedId>(&list)) return fmt::format("feed {}", feeds::format_as(*feed));
    return fmt::format("author {}", feeds::format_as(std::get<feeds::AuthorId>(list)));
}

// What a list holds, and how much of it on a page; nothing when it is not there.
std::optional<EntryQuery> query_of(Connection& connection, const ArchivedList& list) {
    EntryQuery query;
    if (const auto* id = std::get_if<feeds::FeedId>(&list)) {
        const auto stored = feed(connection, *id);
        if (!stored) return std::nullopt;
        query.selection = stored->selection;
        query.with_private = !stored->is_public;
        query.limit = stored->limit;
    } else {
        query.selection.authors = {std::get<feeds::AuthorId>(list)};
        query.limit = author_page_size;
    }
    return query;
}

struct IdRange {
    std::int64_t first, last;
};

void append_ids(std::vector<feeds::EntryId>& ids, Query& query) {
    while (query.next()) ids.push_back(query.id<feeds::EntryId>());
}

// In the order of storing, whether they are shown or not.
std::vector<feeds::EntryId> ids_within(Connection& connection, const feeds::Selection& selection, IdRange range) {
    std::vector<feeds::EntryId> ids;
    if (!selection.authors.empty()) {
        for (const auto author : selection.authors) {
            Query query(connection, "SELECT entry FROM entry_author WHERE author = ? AND entry BETWEEN ? AND ?", author,
                        range.first, range.last);
            append_ids(ids, query);
        }
    } else if (!selection.sources.empty()) {
        for (const auto source : selection.sources) {
            Query query(connection, "SELECT id FROM entry WHERE source = ? AND id BETWEEN ? AND ?", source, range.first,
                        range.last);
            append_ids(ids, query);
        }
    } else {
        Query query(connection, "SELECT id FROM entry WHERE id BETWEEN ? AND ?", range.first, range.last);
        append_ids(ids, query);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

template <class T>
bool selects(const std::vector<T>& selected, T value) {
    return selected.empty() || std::find(selected.begin(), selected.end(), value) != selected.end();
}

bool is_selected(Connection& connection, const EntryQuery& list, const Filter& filter, feeds::EntryId id) {
    {
        Query query(connection, "SELECT source, kind, held_back FROM entry WHERE id = ?", id);
        if (!query.next() || !selects(list.selection.sources, query.id<feeds::SourceId>()) ||
            !selects(list.selection.kinds, query.worded<feeds::Kind>()))
            return false;
        if (query.integer() > (list.with_private ? 1 : 0)) return false;
    }
    if (filter.is_empty()) return true;
    const auto stored = entry(connection, id);
    return stored && filter.accepts(stored->entry);
}

/// The newest archive of a list, as far as it is filled.
class Filling {
public:
    Filling(Connection& connection, const ArchivedList& list) : connection_(connection), key_(key_of(list)) {
        Query query(connection_, "SELECT number, first_entry, entries, looked_at FROM archive_filling WHERE list = ?",
                    key_);
        if (!query.next()) return;
        number_ = query.integer();
        first_ = query.integer();
        entries_ = query.integer();
        looked_at_ = query.integer();
    }

    void fill(const EntryQuery& list, std::int64_t newest);
    std::int64_t number() const { return number_; }

private:
    void put(feeds::EntryId id, std::size_t page_size);
    void save();

    Connection& connection_;
    std::string key_;
    std::int64_t number_ = 1;
    std::int64_t first_ = 0;
    std::int64_t entries_ = 0;
    std::int64_t looked_at_ = 0;
};

void Filling::fill(const EntryQuery& list, std::int64_t newest) {
    const Filter filter(list.selection);
    bool looked = false;
    for (auto from = looked_at_ + 1; from <= newest; from += ids_at_once) {
        const IdRange portion{from, std::min(newest, from + ids_at_once - 1)};
        for (const auto id : ids_within(connection_, list.selection, portion)) {
            looked = true;
            if (is_selected(connection_, list, filter, id)) put(id, list.limit);
        }
    }
    looked_at_ = newest;
    // Without a candidate the next look is as cheap as this one was, and nothing has to be written.
    if (looked) save();
}

void Filling::put(feeds::EntryId id, std::size_t page_size) {
    if (entries_ == 0) first_ = feeds::format_as(id);
    if (static_cast<std::size_t>(++entries_) < page_size) return;
    run(connection_, "INSERT INTO archive (list, number, first_entry, last_entry) VALUES (?, ?, ?, ?)", key_, number_,
        first_, id);
    ++number_;
    entries_ = 0;
}

void Filling::save() {
    run(connection_,
        "REPLACE INTO archive_filling (list, number, first_entry, entries, looked_at) VALUES (?, ?, ?, ?, ?)", key_,
        number_, first_, entries_, looked_at_);
}

std::int64_t newest_id(Connection& connection) {
    Query query(connection, "SELECT ifnull(max(id), 0) FROM entry");
    query.next();
    return query.integer();
}

void fill(Connection& connection, const ArchivedList& list) {
    if (const auto query = query_of(connection, list)) Filling(connection, list).fill(*query, newest_id(connection));
}

void cut_anew(Connection& connection, const ArchivedList& list) {
    remove_archives(connection, list);
    fill(connection, list);
}

std::vector<feeds::AuthorId> author_ids(Connection& connection) {
    std::vector<feeds::AuthorId> ids;
    Query query(connection, "SELECT id FROM author");
    while (query.next()) ids.push_back(query.id<feeds::AuthorId>());
    return ids;
}

}  // namespace

std::uint64_t archives(Connection& connection, const ArchivedList& list) {
    return static_cast<std::uint64_t>(Filling(connection, list).number() - 1);
}

std::vector<feeds::StoredEntry> archive(Connection& connection, const ArchivedList& list, std::uint64_t number) {
    std::vector<feeds::StoredEntry> entries;
    const auto query = query_of(connection, list);
    std::optional<IdRange> range;
    {
        Query bounds(connection, "SELECT first_entry, last_entry FROM archive WHERE list = ? AND number = ?",
                     key_of(list), number);
        if (bounds.next()) {
            range.emplace();
            range->first = bounds.integer();
            range->last = bounds.integer();
        }
    }
    if (!query || !range) return entries;
    const Filter filter(query->selection);
    for (const auto id : ids_within(connection, query->selection, *range))
        if (is_selected(connection, *query, filter, id)) entries.push_back(*entry(connection, id));
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return std::pair(a.shown, a.id) > std::pair(b.shown, b.id); });
    return entries;
}

void fill_archives(Connection& connection, const std::set<feeds::AuthorId>& authors) {
    for (const auto& feed : all_feeds(connection)) fill(connection, feed.id);
    for (const auto author : authors) fill(connection, author);
}

void cut_archives_anew(Connection& connection, feeds::FeedId feed) { cut_anew(connection, feed); }

void cut_archives_anew(Connection& connection, feeds::AuthorId author) {
    cut_anew(connection, author);
    for (const auto& feed : all_feeds(connection))
        if (!feed.selection.authors.empty() && selects(feed.selection.authors, author)) cut_anew(connection, feed.id);
}

void cut_archives_anew(Connection& connection) {
    for (const auto& feed : all_feeds(connection)) cut_anew(connection, feed.id);
    for (const auto author : author_ids(connection)) cut_anew(connection, author);
}

void remove_archives(Connection& connection, const ArchivedList& list) {
    const auto key = key_of(list);
    run(connection, "DELETE FROM archive WHERE list = ?", key);
    run(connection, "DELETE FROM archive_filling WHERE list = ?", key);
}

}  // namespace masthead::storage::sqlite
