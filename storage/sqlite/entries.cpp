#include "storage/sqlite/entries.hpp"

#include "storage/sqlite/changes.hpp"
#include "storage/sqlite/credits.hpp"
#include "storage/sqlite/entry_members.hpp"

namespace masthead::storage::sqlite {

namespace {

// An entry that names no language is in that of its source.
feeds::StoredEntry read_entry(Query& query) {
    feeds::StoredEntry stored;
    auto& entry = stored.entry;
    stored.id = query.id<feeds::EntryId>();
    stored.source = query.id<feeds::SourceId>();
    stored.public_id = query.text();
    entry.kind = query.worded<feeds::Kind>();
    stored.hidden = query.flag();
    stored.kept_apart = query.flag();
    stored.shown = query.time();
    entry.published = query.optional_time();
    stored.updated = query.time();
    entry.updated = query.optional_time();
    entry.language = query.text();
    entry.guid = query.text();
    entry.url = query.text();
    entry.canonical = query.text();
    entry.title = query.text();
    entry.image = query.text();
    entry.categories = decode_list<std::string>(query.text());
    decode(query.text(), entry, entry_details);
    decode(query.text(), entry, entry_attachments);
    entry.summary = query.text();
    entry.content = query.text();
    return stored;
}

}  // namespace

std::optional<feeds::StoredEntry> entry(Connection& connection, feeds::EntryId id) {
    std::optional<feeds::StoredEntry> stored;
    {
        Query query(
            connection,
            "SELECT entry.id, source, public_id, entry.kind, held_back & 2, kept_apart, shown, published, updated, "
            "said_updated, iif(entry.language = '', source.language, entry.language), guid, entry.url, canonical, "
            "entry.title, entry.image, categories, details, attachments, summary, content "
            "FROM entry JOIN source ON source.id = entry.source WHERE entry.id = ?",
            id);
        if (query.next()) stored = read_entry(query);
    }
    if (stored) stored->entry.credits = credits(connection, id);
    return stored;
}

void log_entry_change(Connection& connection, feeds::EntryId id) {
    log_change(connection, id);
    for (const auto author : linked_authors(connection, id)) log_change(connection, author);
    std::optional<feeds::SourceId> source;
    {
        Query query(connection, "SELECT source FROM entry WHERE id = ?", id);
        if (query.next()) source = query.id<feeds::SourceId>();
    }
    if (source) log_change(connection, *source);
}

bool set_hidden(Connection& connection, feeds::EntryId id, bool hidden) {
    const int bit = hidden ? 2 : 0;
    if (run(connection, "UPDATE entry SET held_back = (held_back & 1) | ?2 WHERE id = ?1", id, bit) == 0) return false;
    link_authors(connection, id);
    log_entry_change(connection, id);
    return true;
}

bool set_kept_apart(Connection& connection, feeds::EntryId id, bool apart) {
    if (run(connection, "UPDATE entry SET kept_apart = ? WHERE id = ?", apart, id) == 0) return false;
    log_entry_change(connection, id);
    return true;
}

bool purge_entry(Connection& connection, feeds::EntryId id) {
    log_entry_change(connection, id);
    run(connection, "UPDATE source SET entries = entries - 1 WHERE id = (SELECT source FROM entry WHERE id = ?)", id);
    return run(connection, "DELETE FROM entry WHERE id = ?", id) > 0;
}

}  // namespace masthead::storage::sqlite
