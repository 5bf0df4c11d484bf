#include "config/commands/commands.hpp"
#include "config/serving.hpp"

namespace masthead::config {

Done run(const Serve&, Workspace& workspace) {
    const Signals signals;
    return serve(workspace, signals, {});
}

}  // namespace masthead::config
