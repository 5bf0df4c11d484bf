#pragma once

#include <map>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include "config/errors.hpp"
#include "tests/support/temporary_folder.hpp"

namespace masthead::tests {

/// How a command ended.
struct Ended {
    config::Exit exit;
    std::string out, err;

    /// stdout as JSON.
    boost::json::value json() const;
};

/// Runs commands as `main` does, in this process: with a store in a folder of its own, no settings file, and streams
/// instead of descriptors.
class CommandLine {
public:
    /// Runs with --db, so that the store is the test's.
    Ended run(std::vector<std::string> arguments);

    /// Behind every command: "--set fetch.allow_private=127.0.0.0/8".
    std::vector<std::string> options;
    std::string input;  ///< of the next command
    TemporaryFolder folder;
};

}  // namespace masthead::tests
