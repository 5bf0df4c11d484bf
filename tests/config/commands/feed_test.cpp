#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/config/commands/command_line.hpp"

namespace masthead::tests {
namespace {

using config::Exit;

TEST(FeedCommand, MakesChangesAndRemovesFeeds) {
    CommandLine line;
    ASSERT_EQ(line.run({"author", "add", "Orla Bexley"}).exit, Exit::done);
    ASSERT_EQ(line.run({"author", "add", "Tomas Quill"}).exit, Exit::done);
    const auto added =
        line.run({"feed", "add", "econ", "--title", "Economists", "--authors", "bexley, quill", "--kinds",
                  "post,episode", "--match", "trade -crypto", "--limit", "50", "--card", "off", "--json"});
    ASSERT_EQ(added.exit, Exit::done) << added.err;
    EXPECT_EQ(added.json().at("url"), "http://127.0.0.1:8080/feeds/econ");
    EXPECT_EQ(added.json().at("authors").as_array().size(), 2U);
    EXPECT_EQ(added.json().at("match"), "trade -crypto");
    EXPECT_EQ(added.json().at("card"), false);

    const auto set = line.run({"feed", "set", "econ", "--authors", "", "--json"});
    EXPECT_TRUE(set.json().at("authors").as_array().empty());
    EXPECT_EQ(set.json().at("title"), "Economists");
    EXPECT_EQ(line.run({"feed", "remove", "econ", "--yes"}).exit, Exit::done);
    EXPECT_EQ(line.run({"feed", "list", "--json"}).json().at("feeds").as_array().size(), 1U);
}

TEST(FeedCommand, RefusesWhatCannotBeAFeed) {
    CommandLine line;
    EXPECT_EQ(line.run({"feed", "add", "Econ Feed"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"feed", "add", "../etc"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"feed", "add", "all"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"feed", "add", "x", "--kinds", "song"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"feed", "add", "x", "--limit", "0"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"feed", "add", "x", "--card", "perhaps"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"feed", "add", "x", "--authors", "nobody"}).exit, Exit::no_input);
    EXPECT_EQ(line.run({"feed", "remove", "all", "--yes"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"feed", "list", "--json"}).json().at("feeds").as_array().size(), 1U);
}

TEST(RenderCommand, WritesWhatWouldBeServed) {
    CommandLine line;
    ASSERT_EQ(line.run({"author", "add", "Orla Bexley"}).exit, Exit::done);
    EXPECT_NE(line.run({"render", "all", "--format", "rss"}).out.find("<rss"), std::string::npos);
    EXPECT_NE(line.run({"render", "authors/bexley", "--format", "atom"}).out.find("Orla Bexley"), std::string::npos);
    EXPECT_EQ(line.run({"render", "all", "--format", "rs"}).exit, Exit::usage);
    EXPECT_EQ(line.run({"render", "none", "--format", "rss"}).exit, Exit::no_input);
    EXPECT_EQ(line.run({"render", "all", "--format", "rss", "--archive", "99"}).exit, Exit::no_input);
}

TEST(StatusCommand, CountsWhatIsThere) {
    CommandLine line;
    ASSERT_EQ(line.run({"author", "add", "Orla Bexley"}).exit, Exit::done);
    const auto status = line.run({"status", "--json"}).json();
    EXPECT_EQ(status.at("up"), false);
    EXPECT_EQ(status.at("authors"), 1);
    EXPECT_EQ(status.at("feeds"), 1);
    EXPECT_TRUE(status.at("failing").as_array().empty());
}

TEST(CheckCommand, MakesNoStore) {
    CommandLine line;
    line.options = {"--set", "http.listen=127.0.0.1:0", "--set", "http.admin_listen="};
    const auto checked = line.run({"check", "--json"});
    EXPECT_EQ(checked.exit, Exit::done) << checked.out;
    EXPECT_FALSE(std::filesystem::exists(line.folder.file("masthead.db")));
    ASSERT_EQ(line.run({"author", "add", "Orla Bexley"}).exit, Exit::done);
    EXPECT_EQ(line.run({"check", "--deep"}).exit, Exit::done);
}

TEST(ConfigCommand, WritesAFileThatItReads) {
    CommandLine line;
    const auto file = line.folder.file("masthead.toml");
    ASSERT_EQ(line.run({"config", "init", file}).exit, Exit::done);
    EXPECT_EQ(line.run({"config", "check", "--config", file}).exit, Exit::done);
    EXPECT_EQ(line.run({"config", "init", file}).exit, Exit::cannot_create);
    const auto shown = line.run({"config", "show", "--set", "http.threads=2", "--json"}).json();
    bool found = false;
    for (const auto& setting : shown.at("settings").as_array())
        if (setting.at("key") == "http.threads") found = setting.at("value") == "2" && setting.at("from") == "--set";
    EXPECT_TRUE(found);
}

TEST(ConfigCommand, EndsWithTheCodeOfBadSettings) {
    CommandLine line;
    line.options = {"--set", "http.thread=2"};
    EXPECT_EQ(line.run({"author", "list"}).exit, Exit::bad_settings);
    EXPECT_FALSE(std::filesystem::exists(line.folder.file("masthead.db")));
}

TEST(VersionCommand, NamesTheLibraries) {
    CommandLine line;
    const auto shown = line.run({"--version", "--json"}).json();
    EXPECT_EQ(shown.at("libraries").as_object().count("sqlite"), 1U);
    EXPECT_EQ(line.run({"--version"}).out.rfind("masthead ", 0), 0U);
}

}  // namespace
}  // namespace masthead::tests
