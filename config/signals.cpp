#include "config/signals.hpp"

#include <algorithm>
#include <ctime>

namespace masthead::config {

Signals::Signals() {
    sigemptyset(&set_);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set_, signal);
    pthread_sigmask(SIG_BLOCK, &set_, &before_);
}

Signals::~Signals() {
    // What came in the meantime asked for the end that is under way.
    const timespec at_once{0, 0};
    while (sigtimedwait(&set_, nullptr, &at_once) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

int Signals::next() const {
    const timespec wait{0, 250'000'000};
    return std::max(sigtimedwait(&set_, nullptr, &wait), 0);
}

bool asks_to_end(int signal) { return signal == SIGTERM || signal == SIGINT; }

}  // namespace masthead::config
