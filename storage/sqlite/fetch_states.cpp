#include "storage/sqlite/fetch_states.hpp"

namespace masthead::storage::sqlite {

feeds::FetchState fetch_state(Connection& connection, feeds::SourceId source) {
    feeds::FetchState state;
    Query query(
        connection,
        "SELECT etag, last_modified, body_hash, last_fetch, last_ok, last_change, next_fetch, failing_since, "
        "failures, outcome, http_status, message, moved_to, moved_since, gone FROM fetch_state WHERE source = ?",
        source);
    if (!query.next()) return state;
    state.etag = query.text();
    state.last_modified = query.text();
    state.body_hash = query.text();
    state.last_fetch = query.optional_time();
    state.last_ok = query.optional_time();
    state.last_change = query.optional_time();
    state.next_fetch = query.optional_time();
    state.failing_since = query.optional_time();
    state.failures = static_cast<std::uint32_t>(query.integer());
    state.outcome = query.worded<feeds::Outcome>();
    state.http_status = static_cast<int>(query.integer());
    state.message = query.text();
    state.moved_to = query.text();
    state.moved_since = query.optional_time();
    state.gone = query.flag();
    return state;
}

void put_fetch_state(Connection& connection, feeds::SourceId source, const feeds::FetchState& state) {
    run(connection,
        "REPLACE INTO fetch_state (source, etag, last_modified, body_hash, last_fetch, last_ok, last_change, "
        "next_fetch, "
        "failing_since, failures, outcome, http_status, message, moved_to, moved_since, gone) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        source, state.etag, state.last_modified, state.body_hash, state.last_fetch, state.last_ok, state.last_change,
        state.next_fetch, state.failing_since, state.failures, state.outcome, state.http_status, state.message,
        state.moved_to, state.moved_since, state.gone);
    // Without a time it is due at once.
    run(connection, "UPDATE source SET due = iif(paused OR removed OR ?2, NULL, ?3) WHERE id = ?1", source, state.gone,
        state.next_fetch.value_or(feeds::Time{}));
}

std::vector<feeds::SourceId> due(Connection& connection, feeds::Time now, std::size_t limit) {
    std::vector<feeds::SourceId> sources;
    Query query(connection, "SELECT id FROM source WHERE due IS NOT NULL AND due <= ? ORDER BY due LIMIT ?", now,
                limit);
    while (query.next()) sources.push_back(query.id<feeds::SourceId>());
    return sources;
}

std::optional<feeds::Time> next_due(Connection& connection) {
    Query query(connection, "SELECT min(due) FROM source WHERE due IS NOT NULL");
    query.next();
    return query.optional_time();
}

std::vector<PageState> page_states(Connection& connection, feeds::SourceId source) {
    std::vector<PageState> pages;
    Query query(connection, "SELECT url, etag, last_modified, listed_as, checked FROM page_state WHERE source = ?",
                source);
    while (query.next()) {
        PageState page;
        page.url = query.text();
        page.etag = query.text();
        page.last_modified = query.text();
        page.listed_as = query.text();
        page.checked = query.time();
        pages.push_back(std::move(page));
    }
    return pages;
}

void put_page_state(Connection& connection, feeds::SourceId source, const PageState& page) {
    run(connection,
        "REPLACE INTO page_state (source, url, etag, last_modified, listed_as, checked) VALUES (?, ?, ?, ?, ?, ?)",
        source, page.url, page.etag, page.last_modified, page.listed_as, page.checked);
}

void bring_back_from_future(Connection& connection, feeds::Time now, std::chrono::milliseconds longest) {
    const std::int64_t interval = longest.count();
    // The remainder keeps the sources apart as they were.
    run(connection, "UPDATE fetch_state SET next_fetch = ?1 + (next_fetch - ?1) % ?2 WHERE next_fetch > ?1 + ?2", now,
        interval);
    run(connection, "UPDATE source SET due = ?1 + (due - ?1) % ?2 WHERE due > ?1 + ?2", now, interval);
    run(connection, "DELETE FROM host WHERE free_at > ?1 + ?2", now, interval);
    run(connection, "UPDATE page_state SET checked = ?1 WHERE checked > ?1", now);
    run(connection, "UPDATE portrait_address SET fetched = ?1 WHERE fetched > ?1", now);
}

}  // namespace masthead::storage::sqlite
