#pragma once

#include <string>

#include <SQLiteCpp/Exception.h>

#include "storage/store.hpp"

namespace masthead::storage::sqlite {

/// What an error of SQLite means to the admin: the file by name, what is wrong with it, and what to do.
StoreError translated(const SQLite::Exception& error, const std::string& path);

/// Runs `work`; SQLite's exceptions leave it as StoreError.
template <class Work>
decltype(auto) guarded(const std::string& path, Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        throw translated(error, path);
    }
}

}  // namespace masthead::storage::sqlite
