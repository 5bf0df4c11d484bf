#include "config/arguments.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/command_line.hpp"
#include "config/nearest.hpp"
#include "feeds/text/encoding.hpp"

namespace masthead::config {
namespace {

// What `masthead --help` puts under one heading.
constexpr std::array tasks = {"Start", "Follow", "Look", "Arrange"};

// CLI11 takes the next argument for the value of "--url="; an empty value is a value.
std::vector<std::string> with_empty_values(const std::vector<std::string>& arguments) {
    std::vector<std::string> out;
    bool options_end = false;
    for (const auto& argument : arguments) {
        options_end = options_end || argument == "--";
        if (!options_end && argument.size() > 3 && argument.starts_with("--") &&
            argument.find('=') == argument.size() - 1) {
            out.push_back(argument.substr(0, argument.size() - 1));
            out.emplace_back();
        } else {
            out.push_back(argument);
        }
    }
    return out;
}

}  // namespace

const CLI::App& CommandLine::deepest() const {
    const CLI::App* app = &app_;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    return *app;
}

std::vector<std::string> CommandLine::names_below(const CLI::App& app) {
    std::vector<std::string> out;
    for (const auto* below : app.get_subcommands([](const CLI::App*) { return true; }))
        out.push_back(below->get_name());
    return out;
}

std::vector<std::string> CommandLine::options_of(const CLI::App& app) {
    std::vector<std::string> out;
    for (const CLI::App* level = &app; level != nullptr; level = level->get_parent())
        for (const auto* option : level->get_options())
            for (const auto& name : option->get_lnames()) out.push_back("--" + name);
    return out;
}

std::string CommandLine::path_of(const CLI::App& app) {
    return app.get_parent() == nullptr ? app.get_name() : path_of(*app.get_parent()) + " " + app.get_name();
}

// The whole of `masthead --help`: one line per command under its task, so that it fits on one screen.
std::string CommandLine::overview() const {
    std::string out = fmt::format("usage: masthead [OPTION...] COMMAND [ARGUMENT...]\n{}\n\n", app_.get_description());
    for (const char* task : tasks) {
        std::string heading = task;
        for (const auto* below : app_.get_subcommands([&](const CLI::App* one) { return one->get_group() == task; })) {
            out += fmt::format("{:<9}{:<8}{}\n", heading, below->get_name(), below->get_description());
            heading.clear();
        }
    }
    out +=
        "\nOptions, before or after the command:\n"
        "  --config FILE   --set KEY=VALUE   --db PATH   --json   --quiet   --verbose   --no-color   --version\n"
        "\"masthead COMMAND --help\" tells more, with examples.\n";
    return out;
}

std::string CommandLine::help() const {
    const auto& app = deepest();
    return &app == &app_ ? overview() : app.help(path_of(*app.get_parent()), CLI::AppFormatMode::Normal);
}

// What no command took: a misspelt command or option.
std::optional<Error> CommandLine::left_over() const {
    const auto& app = deepest();
    auto rest = app_.remaining(true);
    std::erase(rest, "--");  // CLI11 counts the end of the options among what nothing took
    const auto below = names_below(app);
    const auto see = fmt::format("See \"{} --help\".", path_of(app));
    if (!rest.empty()) {
        const auto& first = rest.front();
        if (first.size() > 1 && first.front() == '-')
            return Error{Exit::usage, fmt::format("there is no option {}: {}", first, path_of(app)),
                         did_you_mean(first.substr(0, first.find('=')), options_of(app), see)};
        if (!below.empty())
            return Error{Exit::usage, fmt::format("there is no command \"{}\": {}", first, path_of(app)),
                         did_you_mean(first, below, see)};
        return Error{Exit::usage, fmt::format("one argument too many, \"{}\": {}", first, path_of(app)), see};
    }
    if (!below.empty() && !show_version_)
        return Error{Exit::usage, fmt::format("a command is missing: {}", path_of(app)),
                     fmt::format("One of {}. {}", fmt::join(below, ", "), see)};
    return std::nullopt;
}

Arguments CommandLine::read(std::vector<std::string> arguments) {
    const auto wrong = [this](Error error) { return Arguments{options_, feeds::unexpected<Error>(std::move(error))}; };
    for (const auto& argument : arguments)
        if (feeds::repair_utf8(argument) != argument)
            return wrong({Exit::usage, fmt::format("an argument is not UTF-8: {}", argument), "Write it in UTF-8."});
    arguments = with_empty_values(arguments);
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    try {
        app_.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
        return {options_, Command{Help{help()}}};
    } catch (const CLI::ParseError& error) {
        if (auto unknown = left_over(); unknown && !app_.remaining(true).empty()) return wrong(std::move(*unknown));
        return wrong({Exit::usage, fmt::format("{}: {}", error.what(), path_of(deepest())),
                      fmt::format("See \"{} --help\".", path_of(deepest()))});
    }
    if (auto unknown = left_over()) return wrong(std::move(*unknown));
    if (show_version_) return {options_, Command{ShowVersion{}}};
    return {options_, std::move(*command_)};
}

Arguments parse_arguments(std::vector<std::string> arguments) {
    const bool json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
    auto read = CommandLine().read(std::move(arguments));
    read.options.json = read.options.json || (json && !read.command);
    return read;
}

}  // namespace masthead::config
