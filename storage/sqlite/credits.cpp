#include "storage/sqlite/credits.hpp"

#include <fmt/format.h>

#include "feeds/people/names.hpp"
#include "storage/sqlite/archives.hpp"
#include "storage/sqlite/changes.hpp"
#include "storage/sqlite/people_members.hpp"

namespace masthead::storage::sqlite {

namespace {

// The three statements of link_authors, for the entries whose column `which` is ?1.
struct LinkStatements {
    std::string remove, from_credits, from_source;

    explicit LinkStatements(std::string_view which)
        : remove(fmt::format("DELETE FROM entry_author WHERE entry IN (SELECT id FROM entry WHERE {} = ?1)", which)),
          from_credits(
              fmt::format("INSERT OR IGNORE INTO entry_author (author, kind, held_back, shown, entry) "
                          "SELECT credit.author, entry.kind, entry.held_back, entry.shown, entry.id "
                          "FROM entry JOIN credit ON credit.entry = entry.id "
                          "WHERE entry.{} = ?1 AND credit.author IS NOT NULL AND credit.part IN ('author', 'host')",
                          which)),
          from_source(fmt::format("INSERT OR IGNORE INTO entry_author (author, kind, held_back, shown, entry) "
                                  "SELECT source_author.author, entry.kind, entry.held_back, entry.shown, entry.id "
                                  "FROM entry JOIN source_author ON source_author.source = entry.source "
                                  "WHERE entry.{} = ?1 AND NOT EXISTS (SELECT 1 FROM credit "
                                  "WHERE credit.entry = entry.id AND credit.part IN ('author', 'host'))",
                                  which)) {}
};

template <class Which>
void link(Connection& connection, const LinkStatements& statements, Which which) {
    run(connection, statements.remove, which);
    run(connection, statements.from_credits, which);
    run(connection, statements.from_source, which);
}

std::vector<feeds::EntryId> entry_ids(Query& query) {
    std::vector<feeds::EntryId> entries;
    while (query.next()) entries.push_back(query.id<feeds::EntryId>());
    return entries;
}

void relink(Connection& connection, feeds::AuthorId author, const std::vector<feeds::EntryId>& entries) {
    if (entries.empty()) return;
    for (const auto entry : entries) {
        link_authors(connection, entry);
        log_change(connection, entry);
    }
    log_change(connection, author);
    cut_archives_anew(connection, author);
}

}  // namespace

std::vector<feeds::Credit> credits(Connection& connection, feeds::EntryId entry) {
    std::vector<feeds::Credit> credits;
    Query query(connection, "SELECT part, author, details FROM credit WHERE entry = ? ORDER BY position", entry);
    while (query.next()) {
        feeds::Credit credit;
        credit.part = query.worded<feeds::Part>();
        credit.author = query.optional(&Query::id<feeds::AuthorId>);
        decode(query.text(), credit, credit_details);
        credits.push_back(std::move(credit));
    }
    return credits;
}

void put_credits(Connection& connection, feeds::EntryId entry, const std::vector<feeds::Credit>& credits) {
    run(connection, "DELETE FROM credit WHERE entry = ?", entry);
    std::int64_t position = 0;
    for (const auto& credit : credits)
        // An author who was removed while the source was fetched is a plain name again; of one who was merged it is now
        // the other's.
        run(connection,
            "INSERT INTO credit (entry, position, part, author, name_key, details) VALUES (?1, ?2, ?3, "
            "(SELECT id FROM author WHERE id = ?4 UNION SELECT author FROM merged_author WHERE id = ?4), ?5, ?6)",
            entry, position++, credit.part, credit.author, feeds::name_key(credit.person.name),
            encode(credit, credit_details));
}

void link_authors(Connection& connection, feeds::EntryId entry) {
    static const LinkStatements of_entry("id");
    link(connection, of_entry, entry);
}

void link_authors(Connection& connection, feeds::SourceId source) {
    static const LinkStatements of_source("source");
    link(connection, of_source, source);
}

std::vector<feeds::AuthorId> linked_authors(Connection& connection, feeds::EntryId entry) {
    std::vector<feeds::AuthorId> authors;
    Query query(connection, "SELECT author FROM entry_author WHERE entry = ?", entry);
    while (query.next()) authors.push_back(query.id<feeds::AuthorId>());
    return authors;
}

void claim_credits(Connection& connection, std::string_view name_key, feeds::AuthorId author) {
    if (name_key.empty()) return;
    std::vector<feeds::EntryId> entries;
    {
        Query query(connection, "SELECT DISTINCT entry FROM credit WHERE name_key = ? AND author IS NULL", name_key);
        entries = entry_ids(query);
    }
    run(connection, "UPDATE credit SET author = ? WHERE name_key = ? AND author IS NULL", author, name_key);
    relink(connection, author, entries);
}

void give_credits_back(Connection& connection, std::string_view name_key, feeds::AuthorId author) {
    std::vector<feeds::EntryId> entries;
    {
        Query query(connection, "SELECT DISTINCT entry FROM credit WHERE author = ? AND name_key = ?", author,
                    name_key);
        entries = entry_ids(query);
    }
    run(connection, "UPDATE credit SET author = NULL WHERE author = ? AND name_key = ?", author, name_key);
    relink(connection, author, entries);
}

void hand_over_credits(Connection& connection, feeds::AuthorId from, feeds::AuthorId to,
                       std::optional<std::string_view> name_key) {
    std::vector<feeds::EntryId> entries;
    {
        Query query(connection, "SELECT DISTINCT entry FROM credit WHERE author = ?1 AND (?2 IS NULL OR name_key = ?2)",
                    from, name_key);
        entries = entry_ids(query);
    }
    run(connection, "UPDATE credit SET author = ?3 WHERE author = ?1 AND (?2 IS NULL OR name_key = ?2)", from, name_key,
        to);
    relink(connection, to, entries);
    cut_archives_anew(connection, from);
}

}  // namespace masthead::storage::sqlite
