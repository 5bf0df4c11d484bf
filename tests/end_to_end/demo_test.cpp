#include <csignal>
#include <filesystem>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/support/client.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"

namespace masthead::tests {
namespace {

namespace json = boost::json;

std::size_t files_in(const std::filesystem::path& folder) {
    std::size_t count = 0;
    for (const auto& item : std::filesystem::recursive_directory_iterator(folder))
        count += item.is_regular_file() ? 1 : 0;
    return count;
}

// "http://127.0.0.1:PORT" of the first address in a line.
std::string origin_in(const std::string& line) {
    const auto at = line.find("http://127.0.0.1:");
    if (at == std::string::npos) return {};
    return line.substr(at, line.find_first_not_of("0123456789", at + 17) - at);
}

TEST(Demo, FollowsAndPublishesWithNothingSetUpAndLeavesNothingBehind) {
    const TemporaryFolder home;
    Process demo({program().string(),
                  {"demo", "--port", "0"},
                  {{"HOME", home.path().string()}, {"TMPDIR", home.path().string()}, {"LANG", "C.UTF-8"}},
                  home.path().string(),
                  {}});
    const auto line = demo.wait_for_line("Subscribe:", std::chrono::seconds(20));
    ASSERT_TRUE(line) << demo.out() << demo.err();
    const std::string origin = origin_in(*line);
    ASSERT_NE(origin, "") << *line;

    const auto authors = get(origin + "/");
    for (const char* name : {"Maren Tolvik", "Idris Bellamy", "Saoirse Kane"})
        EXPECT_NE(authors.body.find(name), std::string::npos) << name;
    const auto all = json::parse(get(origin + "/feeds/all.json").body);
    // 12 articles, 6 issues of which one is an article, 8 episodes.
    EXPECT_EQ(all.at("items").as_array().size(), 25U);

    demo.signal(SIGINT);
    EXPECT_EQ(demo.wait(std::chrono::seconds(15)), 0) << demo.err();
    EXPECT_EQ(files_in(home.path()), 0U);
}

}  // namespace
}  // namespace masthead::tests
