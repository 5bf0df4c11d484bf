#include <filesystem>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/config/commands/command_line.hpp"

namespace masthead::tests {
namespace {

using config::Exit;

struct WithoutStoreCase {
    const char* name;
    std::vector<std::string> arguments;
};

class WithoutStore : public testing::TestWithParam<WithoutStoreCase> {};

TEST_P(WithoutStore, SaysSoAndMakesNone) {
    CommandLine line;
    const auto ended = line.run(GetParam().arguments);
    EXPECT_EQ(ended.exit, Exit::no_input);
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(ended.err, "masthead: there is no store yet: " + line.folder.file("masthead.db") +
                             "\n\"masthead follow URL...\" makes one and fills it; --db or store.url names another.\n");
    EXPECT_TRUE(std::filesystem::is_empty(line.folder.path())) << "no file stays behind";
}

INSTANTIATE_TEST_SUITE_P(Commands, WithoutStore,
                         testing::Values(WithoutStoreCase{"Status", {"status"}},
                                         WithoutStoreCase{"Render", {"render", "all", "--format", "rss"}},
                                         WithoutStoreCase{"Fetch", {"fetch", "--all"}},
                                         WithoutStoreCase{"AuthorList", {"author", "list"}},
                                         WithoutStoreCase{"AuthorShow", {"author", "show", "x"}},
                                         WithoutStoreCase{"AuthorSet", {"author", "set", "x", "bio", "y"}},
                                         WithoutStoreCase{"SourceList", {"source", "list"}},
                                         WithoutStoreCase{"SourcePause", {"source", "pause", "x"}},
                                         WithoutStoreCase{"FeedList", {"feed", "list"}},
                                         WithoutStoreCase{"FeedShow", {"feed", "show", "all"}},
                                         WithoutStoreCase{"FeedSet", {"feed", "set", "all", "--title", "x"}},
                                         WithoutStoreCase{"EntryList", {"entry", "list"}},
                                         WithoutStoreCase{"EntryShow", {"entry", "show", "1"}},
                                         WithoutStoreCase{"EntryHide", {"entry", "hide", "1"}}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(WithoutStoreInJson, IsAnErrorOnStdout) {
    CommandLine line;
    const auto ended = line.run({"status", "--json"});
    EXPECT_EQ(ended.exit, Exit::no_input);
    EXPECT_EQ(ended.json().at("error").at("code"), "no_input");
}

}  // namespace
}  // namespace masthead::tests
