#include "storage/sqlite/leases.hpp"

namespace masthead::storage::sqlite {

bool lease(Connection& connection, feeds::SourceId source, std::string_view holder, feeds::Time now,
           feeds::Time until) {
    // A lease whose holder died ends by itself.
    return run(connection,
               "INSERT INTO lease (source, holder, until) SELECT id, ?2, ?4 FROM source WHERE id = ?1 AND removed = 0 "
               "ON CONFLICT (source) DO UPDATE SET holder = excluded.holder, until = excluded.until "
               "WHERE until <= ?3 OR holder = excluded.holder",
               source, holder, now, until) > 0;
}

std::optional<std::string> lease_holder(Connection& connection, feeds::SourceId source) {
    Query query(connection, "SELECT holder FROM lease WHERE source = ?", source);
    return query.next() ? std::optional(query.text()) : std::nullopt;
}

void release(Connection& connection, feeds::SourceId source, std::string_view holder) {
    run(connection, "DELETE FROM lease WHERE source = ? AND holder = ?", source, holder);
}

std::optional<feeds::Time> host_free_at(Connection& connection, std::string_view host) {
    Query query(connection, "SELECT free_at FROM host WHERE name = ?", host);
    return query.next() ? query.optional_time() : std::nullopt;
}

void set_host_free_at(Connection& connection, std::string_view host, feeds::Time at) {
    run(connection, "REPLACE INTO host (name, free_at) VALUES (?, ?)", host, at);
}

}  // namespace masthead::storage::sqlite
