#include "storage/sqlite/migrations.hpp"

#include <array>
#include <iterator>

#include <fmt/format.h>

#include "storage/store.hpp"

namespace masthead::storage::sqlite {

namespace {

// Tells our files from those of other programs (sqlite.org/fileformat2.html, section 1.3.14): "mast".
constexpr int application_id = 0x6d617374;

// Step N makes schema N of schema N-1. A step that was released is never edited.
//
// Times are milliseconds since the epoch, UTC. Ids are never used twice (AUTOINCREMENT), as they stand in published
// addresses and in the selections of feeds. Great columns stand last, so that reading the others does not touch them.
constexpr std::array steps = {
    R"sql(
CREATE TABLE author (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    email_public INTEGER NOT NULL DEFAULT 0,
    -- The name when no fact says one.
    added_as TEXT NOT NULL,
    -- What the facts come to, computed when they change.
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    bio TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    avatar TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    affiliation TEXT NOT NULL DEFAULT '',
    profiles TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX author_by_name ON author (name_key);

CREATE TABLE alias (
    author INTEGER NOT NULL REFERENCES author ON DELETE CASCADE,
    name_key TEXT NOT NULL,
    name TEXT NOT NULL,
    -- 0: the name of somebody else, whom the admin tells apart.
    same_person INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (author, name_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_by_name ON alias (name_key);

-- Authors who were merged into another: their addresses lead there for ever.
CREATE TABLE merged_author (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    author INTEGER NOT NULL REFERENCES author ON DELETE CASCADE
) STRICT;
CREATE INDEX merged_author_by_author ON merged_author (author);

CREATE TABLE fact (
    author INTEGER NOT NULL REFERENCES author ON DELETE CASCADE,
    field TEXT NOT NULL,
    platform TEXT NOT NULL,
    origin TEXT NOT NULL,
    place TEXT NOT NULL,
    value TEXT NOT NULL,
    handle TEXT NOT NULL,
    said INTEGER NOT NULL,
    raw TEXT NOT NULL,
    PRIMARY KEY (author, field, platform, origin, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    kind TEXT,
    title TEXT NOT NULL,
    home_url TEXT NOT NULL,
    feed_id TEXT NOT NULL,
    image TEXT NOT NULL,
    language TEXT NOT NULL,
    rights TEXT NOT NULL,
    text_policy TEXT NOT NULL,
    is_public INTEGER NOT NULL,
    paused INTEGER NOT NULL,
    interval INTEGER,
    user_agent TEXT,
    -- Removed by the admin, who kept its entries.
    removed INTEGER NOT NULL DEFAULT 0,
    entries INTEGER NOT NULL DEFAULT 0,
    -- When it is to be fetched; null: never, as it is paused, gone or removed.
    due INTEGER,
    -- What its document last said of itself: where a column still has that value, a new one may replace it.
    said TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX source_by_due ON source (due) WHERE due IS NOT NULL;

CREATE TABLE source_author (
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    position INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES author ON DELETE CASCADE,
    PRIMARY KEY (source, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_author_by_author ON source_author (author);

CREATE TABLE fetch_state (
    source INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    body_hash TEXT NOT NULL DEFAULT '',
    last_fetch INTEGER,
    last_ok INTEGER,
    last_change INTEGER,
    next_fetch INTEGER,
    failing_since INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    outcome TEXT NOT NULL DEFAULT 'ok',
    http_status INTEGER NOT NULL DEFAULT 0,
    message TEXT NOT NULL DEFAULT '',
    moved_to TEXT NOT NULL DEFAULT '',
    moved_since INTEGER,
    gone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE page_state (
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    url TEXT NOT NULL,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    listed_as TEXT NOT NULL,
    checked INTEGER NOT NULL,
    PRIMARY KEY (source, url)
) STRICT, WITHOUT ROWID;

CREATE TABLE lease (
    source INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
    holder TEXT NOT NULL,
    until INTEGER NOT NULL
) STRICT;

CREATE TABLE host (
    name TEXT PRIMARY KEY,
    free_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- held_back: 0 shown to all, +1 of a source that is not public, +2 hidden by the admin. It stands before the time in
-- every reading order, so that what a page may not show costs it nothing.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    key TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    attachments_hash TEXT NOT NULL,
    public_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    held_back INTEGER NOT NULL,
    kept_apart INTEGER NOT NULL DEFAULT 0,
    first_seen INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    published INTEGER,
    updated INTEGER NOT NULL,
    said_updated INTEGER,
    language TEXT NOT NULL,
    guid TEXT NOT NULL,
    url TEXT NOT NULL,
    canonical TEXT NOT NULL,
    title TEXT NOT NULL,
    image TEXT NOT NULL,
    categories TEXT NOT NULL,
    details TEXT NOT NULL,
    attachments TEXT NOT NULL,
    summary TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX entry_by_key ON entry (source, key);
CREATE INDEX entry_by_public_id ON entry (public_id);
CREATE INDEX entry_reading ON entry (kind, held_back, shown);
CREATE INDEX entry_reading_by_source ON entry (source, kind, held_back, shown);
CREATE INDEX entry_storing_by_source ON entry (source);

CREATE TABLE credit (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part TEXT NOT NULL,
    author INTEGER REFERENCES author ON DELETE SET NULL,
    name_key TEXT NOT NULL,
    details TEXT NOT NULL,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX credit_by_author ON credit (author) WHERE author IS NOT NULL;
CREATE INDEX credit_by_name ON credit (name_key) WHERE author IS NULL;

-- Whose entry it is, in the order in which an author's page is read.
CREATE TABLE entry_author (
    author INTEGER NOT NULL REFERENCES author ON DELETE CASCADE,
    kind TEXT NOT NULL,
    held_back INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    PRIMARY KEY (author, kind, held_back, shown, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_author_by_entry ON entry_author (entry);
CREATE INDEX entry_author_storing ON entry_author (author, entry);

CREATE TABLE feed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    language TEXT NOT NULL,
    page_size INTEGER NOT NULL,
    card INTEGER NOT NULL,
    is_public INTEGER NOT NULL,
    selection TEXT NOT NULL
) STRICT;
-- Without a title it has the site's.
INSERT INTO feed (slug, title, description, language, page_size, card, is_public, selection)
    VALUES ('all', '', '', '', 100, 1, 1, '{}');

-- Full archives of feeds and authors: a range of ids each, counted from the oldest.
CREATE TABLE archive (
    list TEXT NOT NULL,
    number INTEGER NOT NULL,
    first_entry INTEGER NOT NULL,
    last_entry INTEGER NOT NULL,
    PRIMARY KEY (list, number)
) STRICT, WITHOUT ROWID;
-- The archive of each list that is being filled, and the last entry that was looked at for it.
CREATE TABLE archive_filling (
    list TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    first_entry INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    looked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE portrait (
    hash TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE portrait_address (
    url TEXT PRIMARY KEY,
    hash TEXT NOT NULL REFERENCES portrait,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    fetched INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    subject_id INTEGER NOT NULL
) STRICT;
)sql",
};

int pragma(Connection& connection, const char* sql) {
    Query query(connection, sql);
    query.next();
    return static_cast<int>(query.integer());
}

void refuse_what_is_not_ours(Connection& connection, const std::string& path) {
    const int version = pragma(connection, "PRAGMA user_version");
    if (version > schema_version())
        throw StoreError(
            StoreError::Code::too_new,
            fmt::format("{} was written by a newer masthead (schema {}, this program knows {}): install that "
                        "version, or restore a backup from before",
                        path, version, schema_version()));
    const int id = pragma(connection, "PRAGMA application_id");
    const bool is_new = version == 0 && id == 0 && pragma(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    if (id != application_id && !is_new)
        throw StoreError(StoreError::Code::damaged,
                         fmt::format("{} is the database of another program: name another file in store.url", path));
}

void take_step(Connection& connection, int version) {
    SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
    // Another process may have taken it while this one waited for the lock.
    if (pragma(connection, "PRAGMA user_version") != version - 1) return;
    connection.run(steps[version - 1]);
    connection.run(fmt::format("PRAGMA application_id = {}", application_id));
    connection.run(fmt::format("PRAGMA user_version = {}", version));
    transaction.commit();
}

}  // namespace

int schema_version() { return static_cast<int>(std::size(steps)); }

void migrate(Connection& connection, const std::string& path) {
    refuse_what_is_not_ours(connection, path);
    for (int version = pragma(connection, "PRAGMA user_version") + 1; version <= schema_version(); ++version)
        take_step(connection, version);
}

}  // namespace masthead::storage::sqlite
