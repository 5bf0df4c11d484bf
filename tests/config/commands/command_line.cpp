#include "tests/config/commands/command_line.hpp"

#include <chrono>
#include <sstream>

#include <boost/json/parse.hpp>

#include "config/commands/commands.hpp"

namespace masthead::tests {

boost::json::value Ended::json() const { return boost::json::parse(out); }

Ended CommandLine::run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), options.begin(), options.end());
    arguments.insert(arguments.begin(), {"--db", folder.file("masthead.db")});
    const auto read = config::parse_arguments(std::move(arguments));
    std::istringstream in(input);
    std::ostringstream out, err;
    config::Console console{in, out, err, read.options.json, read.options.quiet};
    const auto now = [] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); };
    // A settings file that names nothing keeps those of the machine out.
    const std::map<std::string, std::string> environment = {{"HOME", folder.path().string()},
                                                            {"MASTHEAD_CONFIG", "/dev/null"}};
    config::Workspace workspace(console, read.options, environment, now);
    const auto exit = config::run_command(read, workspace);
    return {exit, out.str(), err.str()};
}

}  // namespace masthead::tests
