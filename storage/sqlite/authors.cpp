#include "storage/sqlite/authors.hpp"

#include <fmt/format.h>

#include "feeds/people/facts.hpp"
#include "feeds/people/names.hpp"
#include "storage/sqlite/archives.hpp"
#include "storage/sqlite/changes.hpp"
#include "storage/sqlite/credits.hpp"
#include "storage/sqlite/facts.hpp"
#include "storage/sqlite/people_members.hpp"
#include "storage/sqlite/slugs.hpp"

namespace masthead::storage::sqlite {

namespace {

std::string select_authors(std::string_view which) {
    return fmt::format(
        "SELECT id, slug, type, email_public, name, bio, url, avatar, email, role, affiliation, profiles FROM author "
        "{}",
        which);
}

feeds::Author read_author(Query& query) {
    feeds::Author author;
    author.id = query.id<feeds::AuthorId>();
    author.slug = query.text();
    author.type = query.worded<feeds::Author::Type>();
    author.email_public = query.flag();
    author.name = query.text();
    author.bio = query.text();
    author.url = query.text();
    author.avatar = query.text();
    author.email = query.text();
    author.role = query.text();
    author.affiliation = query.text();
    author.profiles = decode_list<feeds::Profile>(query.text());
    return author;
}

void read_other_names(Connection& connection, feeds::Author& author) {
    Query query(connection, "SELECT same_person, name FROM alias WHERE author = ? ORDER BY name_key", author.id);
    while (query.next()) {
        auto& names = query.flag() ? author.aliases : author.namesakes;
        names.push_back(query.text());
    }
}

template <class Value>
std::optional<feeds::Author> one_author(Connection& connection, std::string_view which, const Value& value) {
    std::optional<feeds::Author> author;
    {
        Query query(connection, select_authors(which), value);
        if (query.next()) author = read_author(query);
    }
    if (author) read_other_names(connection, *author);
    return author;
}

void write_values(Connection& connection, const feeds::Author& author) {
    run(connection,
        "UPDATE author SET name = ?, name_key = ?, bio = ?, url = ?, avatar = ?, email = ?, role = ?, affiliation = ?, "
        "profiles = ? WHERE id = ?",
        author.name, feeds::name_key(author.name), author.bio, author.url, author.avatar, author.email, author.role,
        author.affiliation, encode_list(author.profiles), author.id);
}

// The author as if there were no facts.
feeds::Author without_facts(Connection& connection, const feeds::Author& author) {
    feeds::Author plain;
    plain.id = author.id;
    plain.slug = author.slug;
    plain.type = author.type;
    plain.email_public = author.email_public;
    plain.aliases = author.aliases;
    plain.namesakes = author.namesakes;
    Query query(connection, "SELECT added_as FROM author WHERE id = ?", author.id);
    if (query.next()) plain.name = query.text();
    return plain;
}

// A name that two persons have tells neither of them.
bool is_sole_owner(Connection& connection, std::string_view name_key) {
    Query query(connection,
                "SELECT count(*) FROM (SELECT id FROM author WHERE name_key = ?1 "
                "UNION SELECT author FROM alias WHERE name_key = ?1 AND same_person = 1)",
                name_key);
    query.next();
    return query.integer() == 1;
}

void claim_credits_of_name(Connection& connection, const feeds::Author& author) {
    const auto key = feeds::name_key(author.name);
    if (is_sole_owner(connection, key)) claim_credits(connection, key, author.id);
}

}  // namespace

feeds::Author add_author(Connection& connection, std::string_view name, feeds::Author::Type type) {
    feeds::Author author;
    author.slug = free_slug(
        connection, "SELECT 1 FROM author WHERE slug = ?1 UNION SELECT 1 FROM merged_author WHERE slug = ?1", name);
    author.name = name;
    author.type = type;
    run(connection, "INSERT INTO author (slug, type, added_as, name, name_key) VALUES (?, ?, ?, ?, ?)", author.slug,
        type, name, name, feeds::name_key(name));
    author.id = feeds::AuthorId{connection.last_id()};
    log_change(connection, author.id);
    claim_credits_of_name(connection, author);
    return author;
}

std::vector<feeds::Author> authors(Connection& connection) {
    std::vector<feeds::Author> authors;
    {
        Query query(connection, select_authors("ORDER BY slug"));
        while (query.next()) authors.push_back(read_author(query));
    }
    for (auto& author : authors) read_other_names(connection, author);
    return authors;
}

std::optional<feeds::Author> author(Connection& connection, feeds::AuthorId id) {
    return one_author(connection, "WHERE id = ?", id);
}

std::optional<feeds::Author> author_by_slug(Connection& connection, std::string_view slug) {
    auto found = one_author(connection, "WHERE slug = ?", slug);
    return found ? found : one_author(connection, "WHERE id = (SELECT author FROM merged_author WHERE slug = ?)", slug);
}

void refresh_author(Connection& connection, feeds::AuthorId id) {
    const auto before = author(connection, id);
    if (!before) return;
    const auto plain = without_facts(connection, *before);
    auto now = feeds::with_facts(plain, facts(connection, id));
    if (now.name.empty()) now.name = plain.name;
    if (now == *before) return;
    write_values(connection, now);
    log_change(connection, id);
    if (now.name != before->name) claim_credits_of_name(connection, now);
}

void add_alias(Connection& connection, feeds::AuthorId id, std::string_view name) {
    const auto key = feeds::name_key(name);
    if (run(connection,
            "INSERT INTO alias (author, name_key, name) SELECT id, ?, ? FROM author WHERE id = ? "
            "ON CONFLICT DO UPDATE SET name = excluded.name, same_person = 1",
            key, name, id) == 0)
        return;
    claim_credits(connection, key, id);
    log_change(connection, id);
}

bool remove_alias(Connection& connection, feeds::AuthorId id, std::string_view name) {
    const auto key = feeds::name_key(name);
    if (run(connection, "DELETE FROM alias WHERE author = ? AND name_key = ? AND same_person = 1", id, key) == 0)
        return false;
    const auto owner = author(connection, id);
    if (owner && feeds::name_key(owner->name) != key) give_credits_back(connection, key, id);
    log_change(connection, id);
    return true;
}

void set_email_public(Connection& connection, feeds::AuthorId author, bool is_public) {
    if (run(connection, "UPDATE author SET email_public = ?2 WHERE id = ?1 AND email_public != ?2", author, is_public) >
        0)
        log_change(connection, author);
}

void remove_author(Connection& connection, feeds::AuthorId author) {
    std::vector<feeds::EntryId> entries;
    {
        Query query(connection,
                    "SELECT entry FROM credit WHERE author = ?1 UNION SELECT entry FROM entry_author WHERE author = ?1",
                    author);
        while (query.next()) entries.push_back(query.id<feeds::EntryId>());
    }
    // Facts, aliases and links go with the row, credits become plain names (foreign keys).
    run(connection, "DELETE FROM author WHERE id = ?", author);
    remove_archives(connection, author);
    log_change(connection, author);
    for (const auto entry : entries) log_change(connection, entry);
}

}  // namespace masthead::storage::sqlite
