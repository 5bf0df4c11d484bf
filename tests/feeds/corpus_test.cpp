#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"
#include "tests/properties/round_trip.hpp"
#include "tests/properties/whole_document.hpp"
#include "tests/support/paths.hpp"

namespace masthead::feeds {
namespace {

namespace fs = std::filesystem;

// Longer ones are there to be measured, and say nothing that shorter ones do not.
constexpr std::uintmax_t longest = 200'000;

fs::path corpus() {
    const char* named = std::getenv("MASTHEAD_CORPUS");  // NOLINT(concurrency-mt-unsafe): nobody sets it meanwhile
    return named != nullptr ? fs::path(named) : tests::source_folder().parent_path() / "shared" / "corpus";
}

bool is_document(const fs::directory_entry& file) {
    const std::string name = file.path().filename().string();
    return file.is_regular_file() && file.file_size() <= longest && !name.ends_with(".expect.json") &&
           (name.ends_with(".xml") || name.ends_with(".json"));
}

std::vector<fs::path> documents() {
    std::vector<fs::path> out;
    for (const auto& file : fs::recursive_directory_iterator(corpus()))
        if (is_document(file)) out.push_back(file.path());
    std::sort(out.begin(), out.end());
    return out;
}

// What holds for every document, asked of the tests of other parsers where they are there.
class Corpus : public testing::Test {
protected:
    void SetUp() override {
        if (!fs::is_directory(corpus())) GTEST_SKIP() << "no corpus at " << corpus() << " (MASTHEAD_CORPUS names one)";
    }

    template <class Check>
    void check_all(Check wrong_with) {
        for (const auto& path : documents()) {
            std::ifstream in(path, std::ios::binary);
            const std::string bytes(std::istreambuf_iterator<char>(in), {});
            const auto document = parse(bytes, {"https://origin.example/feed", "", ""}, Limits{});
            EXPECT_EQ(document ? wrong_with(*document) : "", "") << path;
        }
    }
};

TEST_F(Corpus, IsReadAsSafeTextThatSanitisesToItself) { check_all(tests::broken_promise); }

TEST_F(Corpus, SurvivesRss) {
    check_all([](const Document& document) { return tests::lost_on_the_way(document, Format::rss); });
}

TEST_F(Corpus, SurvivesAtom) {
    check_all([](const Document& document) { return tests::lost_on_the_way(document, Format::atom); });
}

TEST_F(Corpus, SurvivesJson) {
    check_all([](const Document& document) { return tests::lost_on_the_way(document, Format::json); });
}

}  // namespace
}  // namespace masthead::feeds
