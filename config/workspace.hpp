#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "config/arguments.hpp"
#include "config/output.hpp"
#include "config/settings.hpp"
#include "feeds/time.hpp"
#include "storage/store.hpp"

namespace masthead::config {

/// What a command works with: where it reads and writes, the settings, the store, the clock. Settings are read and the
/// store is opened when they are first asked for, so that `parse` needs no store and `config init` no settings.
class Workspace {
public:
    Workspace(Console& console, GlobalOptions options, std::map<std::string, std::string> environment,
              std::function<feeds::Time()> now);

    Console& console() { return console_; }
    const GlobalOptions& options() const { return options_; }
    const std::function<feeds::Time()>& clock() const { return now_; }
    feeds::Time now() const { return now_(); }

    /// The settings in force.
    [[nodiscard]] feeds::Result<const Settings*, Error> settings();

    /// Reads the settings anew; bad ones leave the old in force.
    [[nodiscard]] feeds::Result<const Settings*, Error> reload();

    /// The store that the settings name; an error when it has not been made yet. Throws StoreError.
    [[nodiscard]] feeds::Result<storage::Store*, Error> store();

    /// The same, for commands that put something first into a store: makes it when it is not there, and says where.
    [[nodiscard]] feeds::Result<storage::Store*, Error> store_or_new();

private:
    feeds::Result<SettingSources, Error> sources() const;
    feeds::Result<storage::Store*, Error> open(storage::OpenOptions::Create create);

    Console& console_;
    GlobalOptions options_;
    std::map<std::string, std::string> environment_;
    std::function<feeds::Time()> now_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<storage::Store> store_;
};

}  // namespace masthead::config
