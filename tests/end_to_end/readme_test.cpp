#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/end_to_end/installation.hpp"
#include "tests/end_to_end/publication.hpp"
#include "tests/support/client.hpp"
#include "tests/support/paths.hpp"

namespace masthead::tests {
namespace {

using Words = std::vector<std::string>;

std::string readme() {
    std::ifstream file(source_folder() / "README.md");
    return {std::istreambuf_iterator<char>(file), {}};
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// The commands in indented lines, without their comments.
std::vector<Words> shown_commands() {
    std::string text = readme();
    replace_all(text, "\\\n", "");
    std::vector<Words> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("    ")) continue;
        std::istringstream words(line.substr(0, line.find(" #")));
        out.emplace_back(std::istream_iterator<std::string>(words), std::istream_iterator<std::string>());
    }
    return out;
}

/// What stands in backticks behind `prefix`: "masthead status" -> "status".
Words mentioned(const std::string& prefix) {
    const std::string text = readme();
    Words out;
    for (auto at = text.find("`" + prefix); at != std::string::npos; at = text.find("`" + prefix, at + 1)) {
        const auto begin = at + 1 + prefix.size();
        out.push_back(text.substr(begin, text.find('`', begin) - begin));
    }
    return out;
}

class Readme : public testing::Test {
protected:
    /// The example's addresses, where the publication really is.
    std::string real(std::string address) {
        replace_all(address, "https://magazine.example/", publication.magazine().url("/"));
        replace_all(address, "https://lowwater.example/", publication.newsletter().url("/"));
        replace_all(address, "https://harbourlights.example/", publication.podcast().url("/"));
        return address;
    }

    void run(const Words& command) {
        if (command[1] == "serve") return masthead.serve();
        Words arguments(command.begin() + 1, command.end());
        for (auto& argument : arguments) argument = real(argument);
        const auto done = masthead.run(arguments);
        EXPECT_EQ(done.code, 0) << command[1] << ": " << done.err;
    }

    Publication publication;
    Installation masthead;
};

TEST_F(Readme, ShowsCommandsThatWorkAndWhatIsPublishedThen) {
    int ran = 0;
    for (const auto& command : shown_commands()) {
        if (command.empty() || command.front() != "build/release/masthead") continue;
        run(command);
        ++ran;
    }
    EXPECT_EQ(ran, 2);
    const auto published = mentioned("/");
    EXPECT_GE(published.size(), 4U);
    for (const auto& path : published) EXPECT_EQ(get(masthead.url("/" + path)).status, 200) << path;
    const auto looks = mentioned("masthead ");
    EXPECT_GE(looks.size(), 2U);
    for (const auto& look : looks) EXPECT_EQ(masthead.run({look}).code, 0) << look;
}

TEST_F(Readme, NamesTheCommandsThatRunHas) {
    const auto usage = tests::run({(source_folder() / "run").string(), {}, {}, {}, {}});
    ASSERT_EQ(usage.code, 0) << usage.err;
    Words named;
    for (const auto& command : shown_commands())
        if (command.size() > 1 && command.front() == "./run") named.push_back(command[1]);
    for (const auto& mention : mentioned("./run ")) named.push_back(mention.substr(0, mention.find(' ')));
    EXPECT_GE(named.size(), 4U);
    for (const auto& name : named)
        EXPECT_NE(usage.out.find("\n  " + name + " "), std::string::npos) << name << " is not in:\n" << usage.out;
}

}  // namespace
}  // namespace masthead::tests
