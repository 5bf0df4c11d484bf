#include <variant>

#include "config/commands/commands.hpp"
#include "storage/store.hpp"

namespace masthead::config {
namespace {

Error error_of(const storage::StoreError& error) {
    using Code = storage::StoreError::Code;
    switch (error.code()) {
        case Code::cannot_create:
            return {Exit::cannot_create, error.what(), ""};
        case Code::not_permitted:
            return {Exit::not_permitted, error.what(), ""};
        case Code::cannot_write:
            return {Exit::cannot_write, error.what(), ""};
        case Code::full:
            return {Exit::cannot_write, error.what(), "Make room; nothing is lost, and the next try goes on."};
        case Code::busy:
            return {Exit::busy, error.what(), "Try again in a moment."};
        case Code::damaged:
            return {Exit::bad_data, error.what(), ""};
        case Code::too_new:
            return {Exit::bad_data, error.what(), "Run the newer masthead that wrote it."};
        case Code::unavailable:
            return {Exit::unavailable, error.what(), ""};
    }
    return {Exit::unavailable, error.what(), ""};
}

}  // namespace

Exit run_command(const Arguments& arguments, Workspace& workspace) {
    try {
        const Done done = arguments.command ? std::visit([&](const auto& command) { return run(command, workspace); },
                                                         *arguments.command)
                                            : feeds::unexpected<Error>(arguments.command.error());
        if (done) return *done;
        print_error(workspace.console(), done.error());
        return done.error().exit;
    } catch (const storage::StoreError& error) {
        const auto told = error_of(error);
        print_error(workspace.console(), told);
        return told.exit;
    }
}

}  // namespace masthead::config
