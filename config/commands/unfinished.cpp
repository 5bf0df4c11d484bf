#include "config/commands/commands.hpp"

namespace masthead::config {

Done run(const Demo&, Workspace&) { return failure(Exit::unavailable, "this command is not built yet"); }
Done run(const Status&, Workspace&) { return failure(Exit::unavailable, "this command is not built yet"); }
Done run(const Check&, Workspace&) { return failure(Exit::unavailable, "this command is not built yet"); }
Done run(const SourceList&, Workspace&) { return failure(Exit::unavailable, "this command is not built yet"); }
Done run(const SourceShow&, Workspace&) { return failure(Exit::unavailable, "this command is not built yet"); }
Done run(const SourceAdd&, Workspace&) { return failure(Exit::unavailable, "this command is not built yet"); }
Done run(const SourceSet&, Workspace&) { return failure(Exit::unavailable, "this command is not built yet"); }
Done run(const SourceTest&, Workspace&) { return failure(Exit::unavailable, "this command is not built yet"); }
Done run(const SourcePause&, Workspace&) { return failure(Exit::unavailable, "this command is not built yet"); }
Done run(const SourceRemove&, Workspace&) { return failure(Exit::unavailable, "this command is not built yet"); }

}  // namespace masthead::config
