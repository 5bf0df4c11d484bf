#include "storage/sqlite/reading.hpp"

#include <algorithm>
#include <limits>
#include <queue>

#include "storage/sqlite/entries.hpp"
#include "storage/sqlite/filter.hpp"

namespace masthead::storage::sqlite {

namespace {

/// A place in the order in which pages are read.
struct Place {
    std::int64_t shown;
    std::int64_t entry;

    auto operator<=>(const Place&) const = default;  // NOLINT(modernize-use-nullptr): it sees the 0 of the default
};

constexpr Place newest{std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::max()};

// One range of a reading order. Each statement reads its index backwards and no row more than it is asked for.
constexpr const char* of_all =
    "SELECT shown, id FROM entry WHERE kind = ?2 AND held_back = ?3 AND (shown, id) < (?4, ?5) AND ?1 = 0 "
    "ORDER BY shown DESC, id DESC LIMIT ?6";
constexpr const char* of_source =
    "SELECT shown, id FROM entry WHERE source = ?1 AND kind = ?2 AND held_back = ?3 AND (shown, id) < (?4, ?5) "
    "ORDER BY shown DESC, id DESC LIMIT ?6";
constexpr const char* of_author =
    "SELECT shown, entry FROM entry_author WHERE author = ?1 AND kind = ?2 AND held_back = ?3 "
    "AND (shown, entry) < (?4, ?5) ORDER BY shown DESC, entry DESC LIMIT ?6";

/// The places of one range, newest first, read in portions.
class Range {
public:
    Range(const char* sql, std::int64_t owner, feeds::Kind kind, int held_back, Place before, std::size_t portion)
        : sql_(sql), owner_(owner), kind_(kind), held_back_(held_back), before_(before), portion_(portion) {}

    /// Goes to the next place; false at the end.
    bool next(Connection& connection) {
        if (++at_ >= places_.size()) read_on(connection);
        return at_ < places_.size();
    }
    const Place& place() const { return places_[at_]; }

private:
    void read_on(Connection& connection) {
        at_ = 0;
        if (is_read_) return places_.clear();
        places_.clear();
        Query query(connection, sql_, owner_, kind_, held_back_, before_.shown, before_.entry, portion_);
        while (query.next()) {
            const auto shown = query.integer();
            places_.push_back({shown, query.integer()});
        }
        is_read_ = places_.size() < portion_;
        if (!places_.empty()) before_ = places_.back();
    }

    const char* sql_;
    std::int64_t owner_;
    feeds::Kind kind_;
    int held_back_;
    Place before_;
    std::size_t portion_;
    std::vector<Place> places_;
    std::size_t at_ = std::numeric_limits<std::size_t>::max() - 1;
    bool is_read_ = false;
};

std::vector<feeds::Kind> kinds_of(const feeds::Selection& selection) {
    if (selection.kinds.empty()) return {feeds::Kind::post, feeds::Kind::episode, feeds::Kind::newsletter};
    return selection.kinds;
}

// The values of entry.held_back that the query may see (see the schema).
std::vector<int> held_back_of(const EntryQuery& query) {
    std::vector<int> values{0};
    if (query.with_private) values.push_back(1);
    if (query.with_hidden) values.push_back(2);
    if (query.with_private && query.with_hidden) values.push_back(3);
    return values;
}

// Whose ranges are read, and by which statement. With authors and sources both, the sources are tested on each entry.
struct Owners {
    const char* sql;
    std::vector<std::int64_t> ids;
};

Owners owners_of(const feeds::Selection& selection) {
    Owners owners{of_all, {}};
    if (!selection.authors.empty()) {
        owners.sql = of_author;
        for (const auto id : selection.authors) owners.ids.push_back(feeds::format_as(id));
    } else if (!selection.sources.empty()) {
        owners.sql = of_source;
        for (const auto id : selection.sources) owners.ids.push_back(feeds::format_as(id));
    } else {
        owners.ids.push_back(0);
    }
    return owners;
}

/// All places of a selection, newest first, each once.
class Places {
public:
    Places(Connection& connection, const EntryQuery& query) : connection_(connection) {
        const auto owners = owners_of(query.selection);
        const auto kinds = kinds_of(query.selection);
        const auto held_back = held_back_of(query);
        Place before = newest;
        if (query.before)
            before = {query.before->first.time_since_epoch().count(), feeds::format_as(query.before->second)};
        // Many ranges share a page, so that each gives little of it.
        const auto portion = query.limit / std::max<std::size_t>(1, owners.ids.size()) + 4;
        for (const auto owner : owners.ids)
            for (const auto kind : kinds)
                for (const int value : held_back) ranges_.emplace_back(owners.sql, owner, kind, value, before, portion);
        for (std::size_t i = 0; i < ranges_.size(); ++i) queue_next_of(i);
    }

    std::optional<feeds::EntryId> next() {
        while (!queue_.empty()) {
            const auto [place, range] = queue_.top();
            queue_.pop();
            queue_next_of(range);
            // An entry of two selected authors stands in two ranges.
            if (place == last_) continue;
            last_ = place;
            return feeds::EntryId{place.entry};
        }
        return std::nullopt;
    }

private:
    void queue_next_of(std::size_t range) {
        if (ranges_[range].next(connection_)) queue_.push({ranges_[range].place(), range});
    }

    Connection& connection_;
    std::vector<Range> ranges_;
    std::priority_queue<std::pair<Place, std::size_t>> queue_;
    std::optional<Place> last_;
};

bool has_source(const feeds::Selection& selection, feeds::SourceId source) {
    const auto& sources = selection.sources;
    return sources.empty() || std::find(sources.begin(), sources.end(), source) != sources.end();
}

}  // namespace

std::vector<feeds::StoredEntry> entries(Connection& connection, const EntryQuery& query) {
    std::vector<feeds::StoredEntry> page;
    const Filter filter(query.selection);
    Places places(connection, query);
    for (std::size_t looked_at = 0; page.size() < query.limit && looked_at < 20 * query.limit + 1000; ++looked_at) {
        const auto id = places.next();
        if (!id) break;
        auto stored = entry(connection, *id);
        if (stored && has_source(query.selection, stored->source) && filter.accepts(stored->entry))
            page.push_back(std::move(*stored));
    }
    return page;
}

}  // namespace masthead::storage::sqlite
