#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "config/arguments.hpp"

namespace masthead::config {

/// The command line as CLI11 knows it: the commands and their options (command_table.cpp), and how it is read
/// (arguments.cpp). Included by these two alone, as CLI11 is dear to compile.
class CommandLine {
public:
    CommandLine();
    Arguments read(std::vector<std::string> arguments);

private:
    // Declares the command `name` below `parent`, which yields a T; its arguments are bound to `target` by the caller.
    template <class T>
    struct Declared {
        CLI::App* app;
        T* target;
    };
    template <class T>
    Declared<T> command(CLI::App& parent, const char* name, const char* what, const char* examples);
    CLI::App& group(const char* name, const char* what);

    void declare_daemon();
    void declare_following();
    void declare_documents();
    void declare_config();
    void declare_authors();
    void declare_sources();
    void declare_feeds();
    void declare_entries();
    void add_feed_changes(CLI::App& app, FeedChanges& changes);

    const CLI::App& deepest() const;
    std::string help() const;
    std::string overview() const;
    std::optional<Error> left_over() const;
    static std::vector<std::string> names_below(const CLI::App& app);
    static std::vector<std::string> options_of(const CLI::App& app);
    static std::string path_of(const CLI::App& app);

    CLI::App app_{"Follows authors and publishes merged feeds that keep them.", "masthead"};
    GlobalOptions options_;
    bool show_version_ = false;
    std::optional<Command> command_;
};

template <class T>
CommandLine::Declared<T> CommandLine::command(CLI::App& parent, const char* name, const char* what,
                                              const char* examples) {
    auto target = std::make_shared<T>();
    auto* app = parent.add_subcommand(name, what);
    app->fallthrough();
    app->allow_extras();
    app->group("Commands");
    app->footer(fmt::format("Examples:\n{}", examples));
    app->callback([this, target] { command_ = *target; });
    return {app, target.get()};
}

}  // namespace masthead::config
