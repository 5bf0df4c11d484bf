#include "storage/sqlite/following.hpp"

#include <algorithm>

#include "feeds/people/match.hpp"
#include "storage/sqlite/authors.hpp"
#include "storage/sqlite/facts.hpp"
#include "storage/sqlite/feeds.hpp"
#include "storage/sqlite/sources.hpp"

namespace masthead::storage::sqlite {
namespace {

bool has(const std::vector<feeds::AuthorId>& authors, feeds::AuthorId author) {
    return std::find(authors.begin(), authors.end(), author) != authors.end();
}

feeds::AuthorId keep_author(Connection& connection, const Following& following) {
    const auto known = feeds::match(following.person, authors(connection), {});
    const auto id = known ? *known : add_author(connection, following.person.name, following.type).id;
    std::vector<AuthorFact> facts;
    for (const auto& fact : following.facts) facts.push_back({id, fact});
    put_facts(connection, facts);
    return id;
}

feeds::SourceId keep_source(Connection& connection, feeds::Source wanted, feeds::AuthorId author) {
    wanted.authors = {author};
    auto source = add_source(connection, std::move(wanted));
    if (!has(source.authors, author)) {
        source.authors.push_back(author);
        update_source(connection, source);
    }
    return source.id;
}

void keep_in_feed(Connection& connection, const std::string& slug, feeds::AuthorId author) {
    auto feed = feed_by_slug(connection, slug);
    if (!feed) {
        feeds::Feed added;
        added.slug = added.title = slug;
        added.selection.authors = {author};
        add_feed(connection, std::move(added));
        return;
    }
    auto& authors = feed->selection.authors;
    // A feed without authors selects everybody's entries: naming one would take the others away.
    if (authors.empty() || has(authors, author)) return;
    authors.push_back(author);
    update_feed(connection, *feed);
}

}  // namespace

Followed follow(Connection& connection, const Following& following) {
    const auto id = keep_author(connection, following);
    Followed out;
    for (const auto& source : following.sources) out.sources.push_back(keep_source(connection, source, id));
    if (following.feed) keep_in_feed(connection, *following.feed, id);
    out.author = author(connection, id).value();
    return out;
}

}  // namespace masthead::storage::sqlite
