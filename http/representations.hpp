#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/dependencies.hpp"
#include "http/representation.hpp"

namespace masthead::http {

/// The cache: immutable representations by path and coding, the least recently used of them dropped beyond a number of
/// bytes. What a change touched is no longer found, but stays at hand until it is replaced, for the day that the store
/// cannot be read. Any thread.
class Representations {
public:
    using Pointer = std::shared_ptr<const Representation>;

    /// `capacity` counts bodies in memory files, too.
    explicit Representations(std::size_t capacity) : capacity_(capacity) {}

    /// What to send now; null when it is not there, or something changed since it was made.
    Pointer find(std::string_view path, Coding coding);

    /// The same, even if something changed since it was made.
    Pointer find_last(std::string_view path, Coding coding) const;

    /// The moment in the order of changes. Ask before the store is read, give it to `put`.
    std::uint64_t moment() const;

    /// Takes a new identity coding over, which was read from the store at `moment`. False when a change since then
    /// touched it: it is kept as what was found last only.
    bool put(std::string_view path, Pointer identity, Dependencies dependencies, std::uint64_t moment);

    /// Takes another coding of `identity` over, if that is still what the path has.
    void put_coding(std::string_view path, const Pointer& identity, Coding coding, Pointer coded);

    /// There is nothing at the path any more: what was there is not even found last.
    void drop(std::string_view path);

    /// What these changes touch is no longer found.
    void invalidate(const storage::Changes& changes);

    std::size_t bytes() const;

private:
    struct Entry {
        std::string path;
        std::array<Pointer, coding_count> codings;  // by Coding; identity is always there
        Dependencies dependencies;
        bool current = true;
    };
    using Entries = std::list<Entry>;

    Entry* entry(std::string_view path) const;
    bool changed_since(std::uint64_t moment, const Dependencies& dependencies) const;
    void erase(Entries::iterator entry);
    void shrink();

    const std::size_t capacity_;
    mutable std::mutex mutex_;
    Entries entries_;                                                  // most recently used first
    std::unordered_map<std::string_view, Entries::iterator> by_path_;  // keys point into the entries
    std::deque<storage::Changes> recent_;                              // the last ones, newest last
    std::uint64_t moment_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace masthead::http
