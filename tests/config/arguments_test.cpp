#include "config/arguments.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace masthead::config {
namespace {

template <class T>
T command_of(std::vector<std::string> arguments) {
    const auto read = parse_arguments(std::move(arguments));
    if (!read.command) throw std::runtime_error(read.command.error().message);
    return std::get<T>(*read.command);
}

TEST(Arguments, TakeGlobalOptionsBeforeAndBehindTheCommand) {
    for (const auto& arguments : {std::vector<std::string>{"--json", "--db", "/tmp/a.db", "author", "list"},
                                  std::vector<std::string>{"author", "list", "--json", "--db=/tmp/a.db"},
                                  std::vector<std::string>{"author", "--db", "/tmp/a.db", "list", "--json"}}) {
        const auto read = parse_arguments(arguments);
        ASSERT_TRUE(read.command) << read.command.error().message;
        EXPECT_TRUE(std::holds_alternative<AuthorList>(*read.command));
        EXPECT_TRUE(read.options.json);
        EXPECT_EQ(read.options.db, "/tmp/a.db");
    }
}

TEST(Arguments, CollectSettingsInOrder) {
    const auto read = parse_arguments({"--set", "a=1", "fetch", "--set", "b=2", "one", "two"});
    ASSERT_TRUE(read.command);
    EXPECT_EQ(read.options.set, (std::vector<std::string>{"a=1", "b=2"}));
    EXPECT_EQ(std::get<FetchNow>(*read.command).sources, (std::vector<std::string>{"one", "two"}));
}

TEST(Arguments, TakeNamesThatCommandsHave) {
    EXPECT_EQ(command_of<AuthorShow>({"author", "show", "feed"}).author, "feed");
    EXPECT_EQ(command_of<FeedAdd>({"feed", "add", "status"}).slug, "status");
    EXPECT_EQ(command_of<AuthorShow>({"author", "show", "list"}).author, "list");
}

TEST(Arguments, TakeEmptyValuesAndValuesWithDashes) {
    const auto parse = command_of<Parse>({"parse", "--url=", "--content-type=", "a.xml"});
    EXPECT_EQ(parse.url, "");
    EXPECT_EQ(parse.files, std::vector<std::string>{"a.xml"});
    EXPECT_EQ(command_of<FeedAdd>({"feed", "add", "x", "--match", "-crypto"}).changes.match, "-crypto");
    EXPECT_EQ(command_of<AuthorSet>({"author", "set", "x", "profile.twitter", ""}).value, "");
    EXPECT_EQ(command_of<AuthorAdd>({"author", "add", "--", "-rf"}).name, "-rf");
    EXPECT_EQ(command_of<AuthorAdd>({"author", "add", "--", "--help"}).name, "--help");
    EXPECT_EQ(command_of<Parse>({"parse", "-"}).files, std::vector<std::string>{"-"});
}

TEST(Arguments, ReadWhatFollowTakes) {
    const auto follow =
        command_of<Follow>({"follow", "https://a.example/", "https://b.example/", "--author", "Ada", "--dry-run"});
    EXPECT_EQ(follow.urls, (std::vector<std::string>{"https://a.example/", "https://b.example/"}));
    EXPECT_EQ(follow.author, "Ada");
    EXPECT_EQ(follow.feed, std::nullopt);
    EXPECT_TRUE(follow.dry_run);
}

struct WrongCase {
    const char* name;
    std::vector<std::string> arguments;
    const char* hint;  // a part of it
};

class WrongArguments : public testing::TestWithParam<WrongCase> {};

TEST_P(WrongArguments, AreRefusedWithAHint) {
    const auto read = parse_arguments(GetParam().arguments);
    ASSERT_FALSE(read.command);
    EXPECT_EQ(read.command.error().exit, Exit::usage);
    EXPECT_NE(read.command.error().hint.find(GetParam().hint), std::string::npos) << read.command.error().hint;
}

INSTANTIATE_TEST_SUITE_P(
    Lines, WrongArguments,
    testing::Values(WrongCase{"NoCommand", {}, "serve"},
                    WrongCase{"NoSuchCommand", {"sevre"}, "Did you mean \"serve\""},
                    WrongCase{"NoSuchBelow", {"author", "shwo", "x"}, "Did you mean \"show\""},
                    WrongCase{"GroupAlone", {"source"}, "pause"},
                    WrongCase{"NoSuchOption", {"fetch", "--al"}, "Did you mean \"--all\""},
                    WrongCase{"NoSuchGlobalOption", {"fetch", "--jsno"}, "Did you mean \"--json\""},
                    WrongCase{"Missing", {"author", "show"}, "masthead author show --help"},
                    WrongCase{"TooMany", {"author", "show", "a", "b"}, "masthead author show --help"},
                    WrongCase{"NoNumber", {"entry", "show", "x1"}, "masthead entry show --help"},
                    WrongCase{"NoUtf8", {"author", "add", "bad:\xff"}, "UTF-8"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Arguments, KeepJsonForTheErrorOfAWrongLine) {
    EXPECT_TRUE(parse_arguments({"sevre", "--json"}).options.json);
    EXPECT_TRUE(parse_arguments({"entry", "show", "x", "--json"}).options.json);
}

TEST(Help, OfTheProgramFitsOnAScreen) {
    const auto text = command_of<Help>({"--help"}).text;
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 24) << text;
    for (const char* command : {"serve", "demo", "follow", "fetch", "status", "check", "render", "parse", "author"})
        EXPECT_NE(text.find(command), std::string::npos) << command;
}

TEST(Help, OfACommandEndsWithExamples) {
    for (const auto& arguments :
         {std::vector<std::string>{"follow", "--help"}, {"author", "set", "--help"}, {"feed", "add", "-h"}}) {
        const auto text = command_of<Help>(arguments).text;
        const auto examples = text.find("Examples:");
        ASSERT_NE(examples, std::string::npos) << text;
        EXPECT_NE(text.find("  masthead " + arguments.front(), examples), std::string::npos) << text;
    }
}

}  // namespace
}  // namespace masthead::config
