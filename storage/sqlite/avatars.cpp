#include "storage/sqlite/avatars.hpp"

#include <vector>

#include "storage/sqlite/changes.hpp"

namespace masthead::storage::sqlite {

namespace {

void log_whose(Connection& connection, std::string_view url) {
    std::vector<feeds::AuthorId> authors;
    {
        Query query(connection, "SELECT id FROM author WHERE avatar = ?", url);
        while (query.next()) authors.push_back(query.id<feeds::AuthorId>());
    }
    for (const auto author : authors) log_change(connection, author);
}

}  // namespace

void put_avatar(Connection& connection, const Avatar& avatar) {
    run(connection, "INSERT OR IGNORE INTO portrait (hash, type, bytes) VALUES (?, ?, ?)", avatar.hash, avatar.type,
        Blob{avatar.bytes});
    const auto before = avatar_of_url(connection, avatar.url);
    run(connection, "REPLACE INTO portrait_address (url, hash, etag, last_modified, fetched) VALUES (?, ?, ?, ?, ?)",
        avatar.url, avatar.hash, avatar.etag, avatar.last_modified, avatar.fetched);
    if (!before || before->hash != avatar.hash) log_whose(connection, avatar.url);
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

}  // namespace masthead::storage::sqlite
