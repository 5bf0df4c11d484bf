#include "storage/sqlite/changes.hpp"

#include <algorithm>

namespace masthead::storage::sqlite {

namespace {

// The log keeps about so many changes; who was away for longer renders all anew.
constexpr std::int64_t kept_changes = 20'000;
constexpr std::int64_t changes_between_prunings = 1'000;

void log(Connection& connection, const char* subject, std::int64_t id) {
    run(connection, "INSERT INTO change (subject, subject_id) VALUES (?, ?)", subject, id);
    const auto newest = connection.last_id();
    if (newest % changes_between_prunings == 0)
        run(connection, "DELETE FROM change WHERE id <= ?", newest - kept_changes);
}

template <class T>
void sort_out_repetitions(std::vector<T>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

void log_change(Connection& connection, feeds::AuthorId id) { log(connection, "author", feeds::format_as(id)); }
void log_change(Connection& connection, feeds::SourceId id) { log(connection, "source", feeds::format_as(id)); }
void log_change(Connection& connection, feeds::FeedId id) { log(connection, "feed", feeds::format_as(id)); }
void log_change(Connection& connection, feeds::EntryId id) { log(connection, "entry", feeds::format_as(id)); }

Changes changes_since(Connection& connection, std::uint64_t last) {
    Changes changes;
    changes.last = last;
    {
        Query ends(connection, "SELECT ifnull(min(id), 0), ifnull(max(id), 0) FROM change");
        ends.next();
        const auto oldest = static_cast<std::uint64_t>(ends.integer());
        const auto newest = static_cast<std::uint64_t>(ends.integer());
        // A log that is behind the caller is that of a backup that was put back.
        changes.everything = oldest > last + 1 || newest < last;
        if (newest < last) changes.last = newest;
    }
    Query query(connection, "SELECT id, subject, subject_id FROM change WHERE id > ? ORDER BY id", last);
    while (query.next()) {
        changes.last = static_cast<std::uint64_t>(query.integer());
        const auto subject = query.text();
        const auto id = query.integer();
        if (subject == "author") changes.authors.push_back(feeds::AuthorId{id});
        if (subject == "source") changes.sources.push_back(feeds::SourceId{id});
        if (subject == "feed") changes.feeds.push_back(feeds::FeedId{id});
        if (subject == "entry") changes.entries.push_back(feeds::EntryId{id});
    }
    sort_out_repetitions(changes.authors);
    sort_out_repetitions(changes.sources);
    sort_out_repetitions(changes.feeds);
    sort_out_repetitions(changes.entries);
    return changes;
}

}  // namespace masthead::storage::sqlite
