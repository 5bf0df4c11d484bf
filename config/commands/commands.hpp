#pragma once

#include "config/arguments.hpp"
#include "config/workspace.hpp"

namespace masthead::config {

// Each command is a function from its arguments and the workspace to how it ended. What the world did wrong comes back
// as an Error; what the machine did wrong is thrown (storage::StoreError), and caught by run_command.

Done run(const Help& command, Workspace& workspace);
Done run(const ShowVersion& command, Workspace& workspace);
Done run(const Serve& command, Workspace& workspace);
Done run(const Demo& command, Workspace& workspace);
Done run(const Status& command, Workspace& workspace);
Done run(const Check& command, Workspace& workspace);
Done run(const Follow& command, Workspace& workspace);
Done run(const FetchNow& command, Workspace& workspace);
Done run(const Render& command, Workspace& workspace);
Done run(const Parse& command, Workspace& workspace);
Done run(const ConfigShow& command, Workspace& workspace);
Done run(const ConfigCheck& command, Workspace& workspace);
Done run(const ConfigInit& command, Workspace& workspace);
Done run(const AuthorList& command, Workspace& workspace);
Done run(const AuthorShow& command, Workspace& workspace);
Done run(const AuthorAdd& command, Workspace& workspace);
Done run(const AuthorSet& command, Workspace& workspace);
Done run(const AuthorUnset& command, Workspace& workspace);
Done run(const AuthorAlias& command, Workspace& workspace);
Done run(const AuthorMerge& command, Workspace& workspace);
Done run(const AuthorSplit& command, Workspace& workspace);
Done run(const AuthorRemove& command, Workspace& workspace);
Done run(const SourceList& command, Workspace& workspace);
Done run(const SourceShow& command, Workspace& workspace);
Done run(const SourceAdd& command, Workspace& workspace);
Done run(const SourceSet& command, Workspace& workspace);
Done run(const SourceTest& command, Workspace& workspace);
Done run(const SourcePause& command, Workspace& workspace);
Done run(const SourceRemove& command, Workspace& workspace);
Done run(const FeedList& command, Workspace& workspace);
Done run(const FeedShow& command, Workspace& workspace);
Done run(const FeedAdd& command, Workspace& workspace);
Done run(const FeedSet& command, Workspace& workspace);
Done run(const FeedRemove& command, Workspace& workspace);
Done run(const EntryList& command, Workspace& workspace);
Done run(const EntryShow& command, Workspace& workspace);
Done run(const EntryHide& command, Workspace& workspace);
Done run(const EntrySplit& command, Workspace& workspace);
Done run(const EntryPurge& command, Workspace& workspace);

/// Runs the command and prints its error, if any. The returned code is what the program ends with.
Exit run_command(const Arguments& arguments, Workspace& workspace);

}  // namespace masthead::config
