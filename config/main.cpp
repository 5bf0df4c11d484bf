#include <cerrno>
#include <chrono>
#include <csignal>
#include <exception>
#include <iostream>
#include <map>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "config/commands/commands.hpp"
#include "config/descriptors.hpp"
#include "config/logging.hpp"

namespace {

using namespace masthead;

std::map<std::string, std::string> environment() {
    std::map<std::string, std::string> out;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string_view line = *variable;
        const auto equals = line.find('=');
        if (equals != std::string_view::npos) out.emplace(line.substr(0, equals), line.substr(equals + 1));
    }
    return out;
}

feeds::Time now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

config::Exit run(const config::Arguments& arguments, std::ostream& out, std::ostream& err) {
    const auto variables = environment();
    const bool colour = isatty(STDOUT_FILENO) == 1 && !arguments.options.no_color && variables.count("NO_COLOR") == 0;
    config::Console console{std::cin,
                            out,
                            err,
                            arguments.options.json,
                            arguments.options.quiet,
                            colour,
                            isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1};
    config::log_for_command(arguments.options.verbose);
    config::Workspace workspace(console, arguments.options, variables, now);
    try {
        return config::run_command(arguments, workspace);
    } catch (const std::exception& error) {
        config::print_error(console, {config::Exit::unavailable, fmt::format("the machine failed: {}", error.what()),
                                      "Nothing half done was kept. Try again; if it stays, report it."});
        return config::Exit::unavailable;
    }
}

}  // namespace

int main(int argc, char** argv) {
    config::occupy_standard_descriptors();
    std::signal(SIGPIPE, SIG_IGN);
    config::DescriptorBuffer out_buffer(STDOUT_FILENO);
    config::DescriptorBuffer err_buffer(STDERR_FILENO);
    std::ostream out(&out_buffer);
    std::ostream err(&err_buffer);
    err << std::unitbuf;
    const auto arguments = config::parse_arguments({argv + 1, argv + argc});
    const auto exit = run(arguments, out, err);
    out.flush();
    // A reader who has had enough (`masthead ... | head`) is no error.
    if (out_buffer.error() != 0 && out_buffer.error() != EPIPE) {
        err << fmt::format("masthead: the output cannot be written: {}\n",
                           std::generic_category().message(out_buffer.error()));
        return static_cast<int>(config::Exit::cannot_write);
    }
    return static_cast<int>(exit);
}
