#pragma once

#include <csignal>

namespace masthead::config {

/// The signals that end the daemon or make it read its settings again, for as long as the object lives: they are
/// blocked and taken one at a time, so that a storm of them is one orderly end. To be made before any thread starts, as
/// threads inherit the mask.
class Signals {
public:
    Signals();
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    /// The next signal; 0 when none came for a quarter of a second.
    int next() const;

private:
    sigset_t set_{};
    sigset_t before_{};
};

/// Whether a signal asks the daemon to end.
bool asks_to_end(int signal);

}  // namespace masthead::config
