#include "http/threads.hpp"

#include <csignal>

namespace masthead::http {

void leave_signals_to_main() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace masthead::http
