#include "storage/sqlite/facts.hpp"

#include <map>
#include <set>
#include <tuple>

#include "storage/sqlite/authors.hpp"

namespace masthead::storage::sqlite {

namespace {

bool put(Connection& connection, const AuthorFact& item) {
    const auto& fact = item.fact;
    // Only for an author who is still there; unchanged rows are not written.
    return run(connection,
               "INSERT INTO fact (author, field, platform, origin, place, value, handle, said, raw) "
               "SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM author WHERE id = ?1 "
               "ON CONFLICT (author, field, platform, origin, place) DO UPDATE SET "
               "value = excluded.value, handle = excluded.handle, said = excluded.said, raw = excluded.raw "
               "WHERE excluded.said >= said AND (value, handle, said, raw) != "
               "(excluded.value, excluded.handle, excluded.said, excluded.raw)",
               item.author, fact.field, fact.platform, fact.origin, fact.where, fact.value, fact.handle, fact.said,
               fact.raw) > 0;
}

using Saying = std::pair<feeds::Field, std::string>;                      // field and platform
using Speaker = std::tuple<feeds::AuthorId, feeds::Origin, std::string>;  // of whom, by whom, where

std::map<Speaker, std::set<Saying>> sayings(const std::vector<AuthorFact>& facts) {
    std::map<Speaker, std::set<Saying>> sayings;
    for (const auto& [author, fact] : facts)
        sayings[{author, fact.origin, fact.where}].insert({fact.field, fact.platform});
    return sayings;
}

// Whether something went.
bool forget_all_but(Connection& connection, const Speaker& speaker, const std::set<Saying>& said_now) {
    const auto& [author, origin, place] = speaker;
    std::vector<Saying> outdated;
    {
        Query query(connection, "SELECT field, platform FROM fact WHERE author = ? AND origin = ? AND place = ?",
                    author, origin, place);
        while (query.next()) {
            const auto field = query.worded<feeds::Field>();
            Saying saying{field, query.text()};
            if (said_now.count(saying) == 0) outdated.push_back(std::move(saying));
        }
    }
    for (const auto& [field, platform] : outdated)
        run(connection, "DELETE FROM fact WHERE author = ? AND field = ? AND platform = ? AND origin = ? AND place = ?",
            author, field, platform, origin, place);
    return !outdated.empty();
}

std::set<feeds::AuthorId> put_all(Connection& connection, const std::vector<AuthorFact>& facts) {
    std::set<feeds::AuthorId> changed;
    for (const auto& item : facts)
        if (put(connection, item)) changed.insert(item.author);
    return changed;
}

void refresh(Connection& connection, const std::set<feeds::AuthorId>& authors) {
    for (const auto author : authors) refresh_author(connection, author);
}

}  // namespace

std::vector<feeds::Fact> facts(Connection& connection, feeds::AuthorId author) {
    std::vector<feeds::Fact> facts;
    Query query(connection,
                "SELECT field, value, platform, handle, origin, place, said, raw FROM fact WHERE author = ?", author);
    while (query.next()) {
        feeds::Fact fact;
        fact.field = query.worded<feeds::Field>();
        fact.value = query.text();
        fact.platform = query.text();
        fact.handle = query.text();
        fact.origin = query.worded<feeds::Origin>();
        fact.where = query.text();
        fact.said = query.time();
        fact.raw = query.text();
        facts.push_back(std::move(fact));
    }
    return facts;
}

void put_facts(Connection& connection, const std::vector<AuthorFact>& facts) {
    refresh(connection, put_all(connection, facts));
}

void replace_facts(Connection& connection, const std::vector<AuthorFact>& facts) {
    auto changed = put_all(connection, facts);
    for (const auto& [speaker, said_now] : sayings(facts))
        if (forget_all_but(connection, speaker, said_now)) changed.insert(std::get<feeds::AuthorId>(speaker));
    refresh(connection, changed);
}

bool unset_fact(Connection& connection, feeds::AuthorId author, feeds::Field field, std::string_view platform) {
    const bool was_set =
        run(connection, "DELETE FROM fact WHERE author = ? AND field = ? AND platform = ? AND origin = ?", author,
            field, platform, feeds::Origin::admin) > 0;
    if (was_set) refresh_author(connection, author);
    return was_set;
}

}  // namespace masthead::storage::sqlite
