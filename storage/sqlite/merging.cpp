#include "storage/sqlite/merging.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "feeds/people/names.hpp"
#include "storage/sqlite/archives.hpp"
#include "storage/sqlite/authors.hpp"
#include "storage/sqlite/changes.hpp"
#include "storage/sqlite/credits.hpp"
#include "storage/sqlite/facts.hpp"
#include "storage/sqlite/feeds.hpp"

namespace masthead::storage::sqlite {

namespace {

using feeds::AuthorId;

// Whose name is kept was the admin's decision, whatever the documents of the other say.
void keep_name(Connection& connection, const feeds::Author& author) {
    feeds::Fact name;
    name.field = feeds::Field::name;
    name.value = author.name;
    name.origin = feeds::Origin::admin;
    put_facts(connection, {{author.id, name}});
}

void merge_names(Connection& connection, const feeds::Author& kept, const feeds::Author& merged) {
    const auto own = feeds::name_key(kept.name);
    auto names = merged.aliases;
    names.push_back(merged.name);
    for (const auto& name : names)
        if (feeds::name_key(name) != own) add_alias(connection, kept.id, name);
    // Namesakes of the one are namesakes of the other, unless it was the other who was meant.
    run(connection, "UPDATE OR IGNORE alias SET author = ? WHERE author = ? AND same_person = 0 AND name_key != ?",
        kept.id, merged.id, own);
}

void merge_default_authors(Connection& connection, AuthorId kept, AuthorId merged) {
    std::vector<feeds::SourceId> sources;
    {
        Query query(connection, "SELECT source FROM source_author WHERE author = ?", merged);
        while (query.next()) sources.push_back(query.id<feeds::SourceId>());
    }
    run(connection,
        "DELETE FROM source_author WHERE author = ? AND source IN (SELECT source FROM source_author WHERE author = ?)",
        merged, kept);
    run(connection, "UPDATE source_author SET author = ? WHERE author = ?", kept, merged);
    for (const auto source : sources) {
        link_authors(connection, source);
        log_change(connection, source);
    }
}

void merge_in_selections(Connection& connection, AuthorId kept, AuthorId merged) {
    for (auto feed : all_feeds(connection)) {
        auto& authors = feed.selection.authors;
        const auto found = std::find(authors.begin(), authors.end(), merged);
        if (found == authors.end()) continue;
        const bool has_both = std::find(authors.begin(), authors.end(), kept) != authors.end();
        if (has_both)
            authors.erase(found);
        else
            *found = kept;
        update_feed(connection, feed);
    }
}

void remember_addresses(Connection& connection, AuthorId kept, const feeds::Author& merged) {
    run(connection, "UPDATE merged_author SET author = ? WHERE author = ?", kept, merged.id);
    run(connection, "INSERT INTO merged_author (id, slug, author) VALUES (?, ?, ?)", merged.id, merged.slug, kept);
}

bool is_credited_as(Connection& connection, AuthorId author, std::string_view name_key) {
    return Query(connection, "SELECT 1 FROM credit WHERE author = ? AND name_key = ?", author, name_key).next();
}

// Who gets out of a merge by the name with which he or she went in has the old address again.
void free_address(Connection& connection, AuthorId author, std::string_view name) {
    run(connection, "DELETE FROM merged_author WHERE author = ? AND slug = ?", author, feeds::slug_of(name));
}

void tell_apart(Connection& connection, AuthorId author, std::string_view name_key, std::string_view name) {
    run(connection,
        "INSERT INTO alias (author, name_key, name, same_person) VALUES (?, ?, ?, 0) "
        "ON CONFLICT DO UPDATE SET name = excluded.name, same_person = 0",
        author, name_key, name);
}

// What was said at a place where the author has this name was said of the namesake; never what the admin said.
void hand_over_facts(Connection& connection, AuthorId from, AuthorId to, std::string_view name_key) {
    for (const auto& fact : facts(connection, from))
        if (fact.field == feeds::Field::name && fact.origin != feeds::Origin::admin &&
            feeds::name_key(fact.value) == name_key)
            run(connection, "UPDATE fact SET author = ? WHERE author = ? AND origin = ? AND place = ?", to, from,
                fact.origin, fact.where);
}

}  // namespace

void merge_authors(Connection& connection, AuthorId kept_id, AuthorId merged_id) {
    const auto kept = author(connection, kept_id);
    const auto merged = author(connection, merged_id);
    if (!kept || !merged || kept_id == merged_id) return;
    keep_name(connection, *kept);
    run(connection, "UPDATE OR IGNORE fact SET author = ? WHERE author = ?", kept_id, merged_id);
    merge_default_authors(connection, kept_id, merged_id);
    hand_over_credits(connection, merged_id, kept_id);
    merge_names(connection, *kept, *merged);
    merge_in_selections(connection, kept_id, merged_id);
    remember_addresses(connection, kept_id, *merged);
    // What is left of the one who goes is what the other has, too.
    run(connection, "DELETE FROM author WHERE id = ?", merged_id);
    remove_archives(connection, merged_id);
    cut_archives_anew(connection, kept_id);
    refresh_author(connection, kept_id);
    log_change(connection, kept_id);
    log_change(connection, merged_id);
}

std::optional<feeds::Author> split_author(Connection& connection, AuthorId id, std::string_view name) {
    const auto key = feeds::name_key(name);
    const auto owner = author(connection, id);
    if (!owner || key.empty() || key == feeds::name_key(owner->name)) return std::nullopt;
    const bool is_alias = std::any_of(owner->aliases.begin(), owner->aliases.end(),
                                      [&](const std::string& alias) { return feeds::name_key(alias) == key; });
    if (!is_alias && !is_credited_as(connection, id, key)) return std::nullopt;
    tell_apart(connection, id, key, name);
    free_address(connection, id, name);
    const auto split = add_author(connection, name, feeds::Author::Type::person);
    hand_over_credits(connection, id, split.id, key);
    hand_over_facts(connection, id, split.id, key);
    refresh_author(connection, id);
    refresh_author(connection, split.id);
    log_change(connection, id);
    return author(connection, split.id);
}

}  // namespace masthead::storage::sqlite
