#include "storage/sqlite/feeds.hpp"

#include <fmt/format.h>

#include "storage/sqlite/archives.hpp"
#include "storage/sqlite/changes.hpp"
#include "storage/sqlite/selection_members.hpp"
#include "storage/sqlite/slugs.hpp"

namespace masthead::storage::sqlite {

namespace {

std::string select_feeds(std::string_view which) {
    return fmt::format(
        "SELECT id, slug, title, description, language, page_size, card, is_public, selection FROM feed {}", which);
}

feeds::Feed read_feed(Query& query) {
    feeds::Feed feed;
    feed.id = query.id<feeds::FeedId>();
    feed.slug = query.text();
    feed.title = query.text();
    feed.description = query.text();
    feed.language = query.text();
    feed.limit = static_cast<std::uint32_t>(query.integer());
    feed.card = query.flag();
    feed.is_public = query.flag();
    decode(query.text(), feed.selection);
    return feed;
}

template <class Value>
std::optional<feeds::Feed> one_feed(Connection& connection, std::string_view which, const Value& value) {
    Query query(connection, select_feeds(which), value);
    return query.next() ? std::optional<feeds::Feed>(read_feed(query)) : std::nullopt;
}

}  // namespace

std::vector<feeds::Feed> all_feeds(Connection& connection) {
    std::vector<feeds::Feed> all;
    Query query(connection, select_feeds("ORDER BY slug"));
    while (query.next()) all.push_back(read_feed(query));
    return all;
}

std::optional<feeds::Feed> feed(Connection& connection, feeds::FeedId id) {
    return one_feed(connection, "WHERE id = ?", id);
}

std::optional<feeds::Feed> feed_by_slug(Connection& connection, std::string_view slug) {
    return one_feed(connection, "WHERE slug = ?", slug);
}

feeds::Feed add_feed(Connection& connection, feeds::Feed feed) {
    feed.slug = free_slug(connection, "SELECT 1 FROM feed WHERE slug = ?", feed.slug.empty() ? feed.title : feed.slug);
    run(connection,
        "INSERT INTO feed (slug, title, description, language, page_size, card, is_public, selection) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        feed.slug, feed.title, feed.description, feed.language, feed.limit, feed.card, feed.is_public,
        encode(feed.selection));
    feed.id = feeds::FeedId{connection.last_id()};
    cut_archives_anew(connection, feed.id);
    log_change(connection, feed.id);
    return feed;
}

void update_feed(Connection& connection, const feeds::Feed& feed) {
    run(connection,
        "UPDATE feed SET slug = ?, title = ?, description = ?, language = ?, page_size = ?, card = ?, is_public = ?, "
        "selection = ? WHERE id = ?",
        feed.slug, feed.title, feed.description, feed.language, feed.limit, feed.card, feed.is_public,
        encode(feed.selection), feed.id);
    cut_archives_anew(connection, feed.id);
    log_change(connection, feed.id);
}

void remove_feed(Connection& connection, feeds::FeedId feed) {
    run(connection, "DELETE FROM feed WHERE id = ?", feed);
    remove_archives(connection, feed);
    log_change(connection, feed);
}

}  // namespace masthead::storage::sqlite
