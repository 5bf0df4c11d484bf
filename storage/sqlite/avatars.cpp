#include "storage/sqlite/avatars.hpp"

#include <vector>

#include "storage/sqlite/changes.hpp"

namespace masthead::storage::sqlite {

namespace {

std::vector<feeds::AuthorId> authors_in(Query query) {
    std::vector<feeds::AuthorId> authors;
    while (query.next()) authors.push_back(query.id<feeds::AuthorId>());
    return authors;
}

void log_changes(Connection& connection, const std::vector<feeds::AuthorId>& authors) {
    for (const auto author : authors) log_change(connection, author);
}

}  // namespace

void put_avatar(Connection& connection, const Avatar& avatar) {
    run(connection, "INSERT OR IGNORE INTO portrait (hash, type, bytes) VALUES (?, ?, ?)", avatar.hash, avatar.type,
        Blob{avatar.bytes});
    const auto before = avatar_of_url(connection, avatar.url);
    run(connection, "REPLACE INTO portrait_address (url, hash, etag, last_modified, fetched) VALUES (?, ?, ?, ?, ?)",
        avatar.url, avatar.hash, avatar.etag, avatar.last_modified, avatar.fetched);
    if (!before || before->hash != avatar.hash)
        log_changes(connection, authors_in(Query(connection, "SELECT id FROM author WHERE avatar = ?", avatar.url)));
}

std::optional<Avatar> avatar(Connection& connection, std::string_view hash) {
    Query query(connection, "SELECT type, bytes FROM portrait WHERE hash = ?", hash);
    if (!query.next()) return std::nullopt;
    Avatar avatar;
    avatar.hash = hash;
    avatar.type = query.text();
    avatar.bytes = query.text();
    return avatar;
}

std::optional<Avatar> avatar_of_url(Connection& connection, std::string_view url) {
    Query query(connection,
                "SELECT hash, type, etag, last_modified, fetched FROM portrait_address JOIN portrait USING (hash) "
                "WHERE url = ?",
                url);
    if (!query.next()) return std::nullopt;
    Avatar avatar;
    avatar.url = url;
    avatar.hash = query.text();
    avatar.type = query.text();
    avatar.etag = query.text();
    avatar.last_modified = query.text();
    avatar.fetched = query.time();
    return avatar;
}

void forget_avatar_addresses(Connection& connection) {
    log_changes(
        connection,
        authors_in(Query(connection, "SELECT id FROM author WHERE avatar IN (SELECT url FROM portrait_address)")));
    run(connection, "DELETE FROM portrait_address");
}

}  // namespace masthead::storage::sqlite
