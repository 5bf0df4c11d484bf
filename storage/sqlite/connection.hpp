#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <SQLiteCpp/SQLiteCpp.h>

#include "feeds/rare_text.hpp"
#include "feeds/time.hpp"
#include "storage/sqlite/words.hpp"

namespace masthead::storage::sqlite {

/// A connection to the file, with its pragmas set and its statements kept: preparing one anew costs four times what
/// running it does. Used by one thread at a time.
class Connection {
public:
    enum class Mode { read, write };
    Connection(const std::string& path, Mode mode);

    /// Runs statements whose results nobody needs.
    void run(const std::string& sql) { database_.exec(sql); }
    SQLite::Database& database() { return database_; }
    /// Rows that the last statement changed.
    int changed_rows() const { return database_.getChanges(); }
    std::int64_t last_id() const { return database_.getLastInsertRowid(); }

private:
    friend class Query;
    struct Prepared {
        SQLite::Statement statement;
        bool in_use = false;
    };
    Prepared& prepared(std::string_view sql);

    SQLite::Database database_;
    std::map<std::string, Prepared, std::less<>> prepared_;
};

/// Bytes that are no text.
struct Blob {
    std::string_view bytes;
};

template <class T>
concept Id = std::is_enum_v<T> && std::same_as<std::underlying_type_t<T>, std::int64_t>;

/// One run of a statement: its values are bound, its rows read column by column in order. Its end resets the statement,
/// as one that stands on a row keeps the snapshot open and the write-ahead log growing.
///     Query query(connection, "SELECT id, name FROM author WHERE slug = ?", slug);
///     while (query.next()) use(query.id<AuthorId>(), query.text());
class Query {
public:
    template <class... Values>
    Query(Connection& connection, std::string_view sql, const Values&... values)
        : prepared_(connection.prepared(sql)), statement_(prepared_.statement) {
        (bind(values), ...);
        prepared_.in_use = true;  // last: when binding throws, nobody resets it
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Goes to the next row; false when there is none.
    bool next();

    std::int64_t integer() { return statement_.getColumn(column_++).getInt64(); }
    bool flag() { return integer() != 0; }
    std::string text();
    feeds::Time time() { return feeds::Time{std::chrono::milliseconds{integer()}}; }
    template <Id T>
    T id() {
        return T{integer()};
    }
    template <Worded T>
    T worded() {
        return from_word<T>(text());
    }
    template <class Read>
    auto optional(Read read) -> std::optional<decltype((this->*read)())> {
        if (!statement_.isColumnNull(column_)) return (this->*read)();
        ++column_;
        return std::nullopt;
    }
    std::optional<feeds::Time> optional_time() { return optional(&Query::time); }

private:
    void bind(std::int64_t value) { statement_.bind(++bound_, value); }
    void bind(std::string_view value) { statement_.bind(++bound_, std::string(value)); }
    void bind(const std::string& value) { statement_.bind(++bound_, value); }
    void bind(const feeds::RareText& value) { bind(value.str()); }
    void bind(const char* value) { statement_.bind(++bound_, value); }
    void bind(feeds::Time value) { bind(std::int64_t{value.time_since_epoch().count()}); }
    void bind(const Blob& value) {
        statement_.bind(++bound_, value.bytes.data(), static_cast<int>(value.bytes.size()));
    }
    void bind(std::nullopt_t) { statement_.bind(++bound_); }
    template <class T>
    requires std::integral<T> || Id<T>
    void bind(T value) { bind(static_cast<std::int64_t>(value)); }
    template <Worded T>
    void bind(T value) {
        bind(word(value));
    }
    template <class T>
    void bind(const std::optional<T>& value) {
        value ? bind(*value) : bind(std::nullopt);
    }

    Connection::Prepared& prepared_;
    SQLite::Statement& statement_;
    int bound_ = 0;
    int column_ = 0;
};

/// Runs a statement that returns no rows; gives the number of rows that it changed.
template <class... Values>
int run(Connection& connection, std::string_view sql, const Values&... values) {
    Query query(connection, sql, values...);
    query.next();
    return connection.changed_rows();
}

}  // namespace masthead::storage::sqlite
