#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "config/arguments.hpp"
#include "tests/support/paths.hpp"

namespace masthead::tests {
namespace {

/// What a command takes.
struct Synopsis {
    std::vector<std::string> positionals;
    std::set<std::string> options;

    bool operator==(const Synopsis&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Synopsis& synopsis) {
    for (const auto& name : synopsis.positionals) out << name << ' ';
    for (const auto& name : synopsis.options) out << "--" << name << ' ';
    return out;
}

using Words = std::vector<std::string>;
using Synopses = std::map<std::string, Synopsis>;  // by command: "author alias add"

/// "[FILE...]" -> "FILE".
std::string bare(std::string_view name) {
    if (name.starts_with('[')) name.remove_prefix(1);
    return std::string(name.substr(0, name.find_first_of(".]")));
}

/// One line of the manual: ".It Cm source add Ar URL Oo Fl Fl kind Ar KIND Oc Op Fl Fl page".
void read_item(const std::string& line, Synopses& out) {
    std::istringstream words(line);
    std::string command, word;
    Synopsis synopsis;
    words >> word >> word;
    while (words >> word && word != "Ar" && word != "Op" && word != "Oo" && word != "Fl")
        command += (command.empty() ? "" : " ") + word;
    bool takes_value = false;
    do {
        if (word == "Fl" && words >> word && word == "Fl" && words >> word) {
            synopsis.options.insert(word);
            takes_value = true;
        } else if (word == "Ar" && words >> word) {
            if (!takes_value) synopsis.positionals.push_back(bare(word));
            takes_value = false;
        } else {
            takes_value = false;
        }
    } while (words >> word);
    out.emplace(command, synopsis);
}

Synopses of_manual() {
    Synopses out;
    std::ifstream file(source_folder() / "docs" / "masthead.1");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(".It Cm ")) read_item(line, out);
    return out;
}

std::string help(Words words) {
    words.emplace_back("--help");
    return std::get<config::Help>(*config::parse_arguments(std::move(words)).command).text;
}

/// The help of a command: "Usage: masthead source add [OPTIONS] URL", and lines of options.
Synopsis read_help(const std::string& text) {
    Synopsis out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("Usage: ")) {
            std::istringstream words(line.substr(line.find("[OPTIONS]") + 9));
            for (std::string word; words >> word;) out.positionals.push_back(bare(word));
        }
        if (line.starts_with("  --")) out.options.insert(line.substr(4, line.find(' ', 4) - 4));
        if (line.starts_with("Examples:")) break;
    }
    return out;
}

/// The words at a column of the lines that follow a heading, up to an empty line.
Words listed(const std::string& text, const std::string& heading, std::size_t column) {
    Words out;
    const auto begin = text.find(heading);
    if (begin == std::string::npos) return out;
    std::istringstream lines(text.substr(begin + heading.size()));
    for (std::string line; std::getline(lines, line) && !line.empty();)
        out.push_back(line.substr(column, line.find(' ', column) - column));
    return out;
}

void read_commands(const Words& path, Synopses& out) {
    constexpr std::size_t overview_column = 9, column = 2;
    const auto text = help(path);
    const auto below = path.empty() ? listed(text, "\n\n", overview_column) : listed(text, "Commands:\n", column);
    if (below.empty()) out.emplace(fmt::format("{}", fmt::join(path, " ")), read_help(text));
    for (const auto& name : below) {
        Words longer = path;
        longer.push_back(name);
        read_commands(longer, out);
    }
}

TEST(ManPage, HasWhatTheHelpOfEachCommandHas) {
    const auto manual = of_manual();
    Synopses commands;
    read_commands({}, commands);
    EXPECT_GT(commands.size(), 35U);
    for (const auto& [command, synopsis] : commands) {
        const auto found = manual.find(command);
        if (found == manual.end())
            ADD_FAILURE() << command << " is not in the manual";
        else
            EXPECT_EQ(found->second, synopsis) << command;
    }
    for (const auto& [command, synopsis] : manual)
        EXPECT_TRUE(commands.contains(command)) << command << " is no command";
}

}  // namespace
}  // namespace masthead::tests
