#include "config/commands/commands.hpp"

namespace masthead::config {

Done run(const Demo&, Workspace&) { return failure(Exit::unavailable, "this command is not built yet"); }

}  // namespace masthead::config
