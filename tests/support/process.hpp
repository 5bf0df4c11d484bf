#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace masthead::tests {

/// A program that a test runs. Its output is collected while it runs, so it never waits for a full pipe. The destructor
/// kills it when it still runs.
class Process {
public:
    struct Start {
        std::string program;
        std::vector<std::string> arguments;
        std::map<std::string, std::string> environment;  ///< all that it gets, beside PATH
        std::string folder;                              ///< to run in; empty: the test's
        std::string input;                               ///< on its standard input
    };

    explicit Process(const Start& start);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    pid_t pid() const;

    /// Waits for a line that holds `text`, on either output, and gives it; nothing when the deadline passed or both
    /// outputs ended without one.
    std::optional<std::string> wait_for_line(const std::string& text,
                                             std::chrono::milliseconds deadline = std::chrono::seconds(10));

    void signal(int number);

    /// Waits for the end: the exit code, or 128 + the signal; nothing when the deadline passed.
    std::optional<int> wait(std::chrono::milliseconds deadline = std::chrono::seconds(30));

    std::string out() const;
    std::string err() const;

private:
    class Child;
    std::unique_ptr<Child> child_;
};

/// Runs a program to its end and gives all that came of it.
struct Finished {
    int code = -1;  ///< -1: it did not end in time
    std::string out, err;
};
Finished run(const Process::Start& start, std::chrono::milliseconds deadline = std::chrono::seconds(30));

}  // namespace masthead::tests
