#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"

namespace masthead::tests {

/// masthead as a user has it: the real program with a store of its own, allowed to fetch from the loopback.
class Installation {
public:
    /// Runs a command to its end.
    Finished run(std::vector<std::string> arguments) const;

    /// Starts the daemon and waits until it answers; throws when it does not. Its address is `url()`.
    void serve(const std::vector<std::string>& arguments = {});

    /// "http://127.0.0.1:PORT" + path.
    std::string url(const std::string& path) const;

    Process& daemon() { return *daemon_; }

    /// Ends the daemon at once, as a crash would.
    void kill();

    std::string store() const { return folder_.file("masthead.db"); }

private:
    Process::Start start(std::vector<std::string> arguments) const;

    TemporaryFolder folder_;
    std::unique_ptr<Process> daemon_;
    std::string address_;
};

}  // namespace masthead::tests
