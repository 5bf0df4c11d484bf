#include "storage/sqlite/sources.hpp"

#include <fmt/format.h>

#include "feeds/identity.hpp"
#include "feeds/text/url.hpp"
#include "storage/sqlite/archives.hpp"
#include "storage/sqlite/changes.hpp"
#include "storage/sqlite/credits.hpp"
#include "storage/sqlite/fetch_states.hpp"
#include "storage/sqlite/publication_members.hpp"
#include "storage/sqlite/slugs.hpp"

namespace masthead::storage::sqlite {

namespace {

std::string select_sources(std::string_view which) {
    return fmt::format(
        "SELECT id, key, slug, url, type, kind, title, home_url, feed_id, image, language, rights, text_policy, "
        "is_public, paused, interval, user_agent, said, entries FROM source {}",
        which);
}

feeds::Publication said(std::string_view column) {
    feeds::Publication publication;
    decode(column, publication, said_of_source);
    return publication;
}

SourceStatus read_status(Query& query) {
    SourceStatus status;
    auto& source = status.source;
    source.id = query.id<feeds::SourceId>();
    source.key = query.text();
    source.slug = query.text();
    source.url = query.text();
    source.type = query.worded<feeds::Source::Type>();
    source.kind = query.optional(&Query::worded<feeds::Kind>);
    source.title = query.text();
    source.home_url = query.text();
    source.feed_id = query.text();
    source.image = query.text();
    source.language = query.text();
    source.rights = query.text();
    source.text = query.worded<feeds::TextPolicy>();
    source.is_public = query.flag();
    source.paused = query.flag();
    if (const auto seconds = query.optional(&Query::integer)) source.interval = std::chrono::seconds{*seconds};
    source.user_agent = query.optional(&Query::text);
    source.extensions = said(query.text()).extensions;
    status.entries = static_cast<std::uint64_t>(query.integer());
    return status;
}

void read_what_hangs_on(Connection& connection, SourceStatus& status) {
    Query query(connection, "SELECT author FROM source_author WHERE source = ? ORDER BY position", status.source.id);
    while (query.next()) status.source.authors.push_back(query.id<feeds::AuthorId>());
    status.state = fetch_state(connection, status.source.id);
}

std::optional<std::int64_t> seconds_of(const std::optional<std::chrono::seconds>& interval) {
    return interval ? std::optional<std::int64_t>(interval->count()) : std::nullopt;
}

void put_default_authors(Connection& connection, const feeds::Source& source) {
    run(connection, "DELETE FROM source_author WHERE source = ?", source.id);
    std::int64_t position = 0;
    for (const auto author : source.authors)
        run(connection, "INSERT INTO source_author (source, position, author) SELECT ?, ?, id FROM author WHERE id = ?",
            source.id, position++, author);
}

// All columns that the admin can set.
void write_settings(Connection& connection, const feeds::Source& source) {
    run(connection,
        "UPDATE source SET slug = ?, url = ?, type = ?, kind = ?, title = ?, home_url = ?, feed_id = ?, image = ?, "
        "language = ?, rights = ?, text_policy = ?, is_public = ?, paused = ?, interval = ?, user_agent = ? WHERE id = "
        "?",
        source.slug, source.url, source.type, source.kind, source.title, source.home_url, source.feed_id, source.image,
        source.language, source.rights, source.text, source.is_public, source.paused, seconds_of(source.interval),
        source.user_agent, source.id);
    put_default_authors(connection, source);
}

// The key comes from the address at which the source was first added, so a site that is set up again from a file has
// the same keys, and its entries the same ids.
std::string free_key(Connection& connection, const std::string& url) {
    std::string key = feeds::uuid5("", url);
    for (int number = 2; Query(connection, "SELECT 1 FROM source WHERE key = ?", key).next(); ++number)
        key = feeds::uuid5("", fmt::format("{}#{}", url, number));
    return key;
}

std::string source_slug(Connection& connection, const feeds::Source& source) {
    const auto host = feeds::url_parts(source.url).host;
    return free_slug(connection, "SELECT 1 FROM source WHERE slug = ?",
                     !source.title.empty() ? source.title
                     : !host.empty()       ? host
                                           : "source");
}

template <class Value>
std::optional<SourceStatus> one_source(Connection& connection, std::string_view which, const Value& value) {
    std::optional<SourceStatus> status;
    {
        Query query(connection, select_sources(which), value);
        if (query.next()) status = read_status(query);
    }
    if (status) read_what_hangs_on(connection, *status);
    return status;
}

// A source that was removed is there again, with the key and the entries that it had.
feeds::Source revive(Connection& connection, const feeds::Source& removed, feeds::Source source) {
    source.id = removed.id;
    source.key = removed.key;
    source.slug = removed.slug;
    run(connection, "UPDATE source SET removed = 0 WHERE id = ?", source.id);
    update_source(connection, source);
    return source;
}

}  // namespace

feeds::Source add_source(Connection& connection, feeds::Source source) {
    if (auto stored = one_source(connection, "WHERE url = ? AND removed = 0", source.url)) return stored->source;
    if (auto removed = one_source(connection, "WHERE url = ?", source.url))
        return revive(connection, removed->source, std::move(source));
    source.key = free_key(connection, source.url);
    source.slug = source_slug(connection, source);
    run(connection,
        "INSERT INTO source (key, slug, url, type, title, home_url, feed_id, image, language, rights, text_policy, "
        "is_public, paused) VALUES (?, ?, ?, ?, '', '', '', '', '', '', ?, 0, 0)",
        source.key, source.slug, source.url, source.type, source.text);
    source.id = feeds::SourceId{connection.last_id()};
    write_settings(connection, source);
    put_fetch_state(connection, source.id, {});
    log_change(connection, source.id);
    return source;
}

std::vector<SourceStatus> sources(Connection& connection) {
    std::vector<SourceStatus> all;
    {
        Query query(connection, select_sources("WHERE removed = 0 ORDER BY slug"));
        while (query.next()) all.push_back(read_status(query));
    }
    for (auto& status : all) read_what_hangs_on(connection, status);
    return all;
}

std::optional<SourceStatus> source(Connection& connection, feeds::SourceId id) {
    return one_source(connection, "WHERE id = ?", id);
}

void update_source(Connection& connection, const feeds::Source& source) {
    const auto before = one_source(connection, "WHERE id = ?", source.id);
    if (!before) return;
    write_settings(connection, source);
    auto state = before->state;
    // The admin has looked at it: what was gone is asked again. Another address knows none of the old one's validators.
    state.gone = false;
    if (source.url != before->source.url) state = {};
    put_fetch_state(connection, source.id, state);
    if (source.is_public != before->source.is_public)
        run(connection, "UPDATE entry SET held_back = (held_back & 2) | ? WHERE source = ?", source.is_public ? 0 : 1,
            source.id);
    if (source.is_public != before->source.is_public || source.authors != before->source.authors) {
        link_authors(connection, source.id);
        cut_archives_anew(connection);
    }
    log_change(connection, source.id);
}

void move_source(Connection& connection, feeds::SourceId source, std::string_view url) {
    const int moved =
        run(connection, "UPDATE source SET url = ?1 WHERE id = ?2 AND NOT EXISTS (SELECT 1 FROM source WHERE url = ?1)",
            url, source);
    if (moved > 0) log_change(connection, source);
}

void remove_source(Connection& connection, feeds::SourceId source, bool purge) {
    if (purge) {
        run(connection, "DELETE FROM source WHERE id = ?", source);
    } else {
        run(connection, "UPDATE source SET removed = 1, due = NULL WHERE id = ?", source);
    }
    log_change(connection, source);
}

void take_publication(Connection& connection, const feeds::Source& source, const feeds::Publication& publication) {
    std::string said_before;
    {
        Query query(connection, "SELECT said FROM source WHERE id = ?", source.id);
        query.next();
        said_before = query.text();
    }
    const auto said_now = encode(publication, said_of_source);
    if (said_now == said_before) return;
    const auto before = said(said_before);
    const auto merged = [](const std::string& stored, const std::string& old_word, const std::string& new_word) {
        return !new_word.empty() && (stored.empty() || stored == old_word) ? new_word : stored;
    };
    run(connection,
        "UPDATE source SET feed_id = ?, title = ?, home_url = ?, language = ?, image = ?, rights = ?, said = ? WHERE "
        "id = ?",
        merged(source.feed_id, before.id, publication.id), merged(source.title, before.title, publication.title),
        merged(source.home_url, before.url, publication.url),
        merged(source.language, before.language, publication.language),
        merged(source.image, before.image, publication.image), merged(source.rights, before.rights, publication.rights),
        said_now, source.id);
    log_change(connection, source.id);
}

}  // namespace masthead::storage::sqlite
