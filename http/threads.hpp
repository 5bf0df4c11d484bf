#pragma once

namespace masthead::http {

/// Blocks every signal on the calling thread: the program's own thread handles them, and a client that went away
/// (SIGPIPE of sendfile) ends nothing but its connection.
void leave_signals_to_main();

}  // namespace masthead::http
