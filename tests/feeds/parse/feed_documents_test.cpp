// Each document in tests/data/feeds has its expected values beside it: NAME.xml or NAME.json, NAME.expected.json.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"
#include "tests/feeds/parse/document_facts.hpp"
#include "tests/support/paths.hpp"

namespace masthead::feeds {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool ends_with(const std::string& text, const std::string& ending) {
    return text.size() >= ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

std::vector<fs::path> documents() {
    std::vector<fs::path> out;
    for (const auto& file : fs::directory_iterator(tests::data_folder() / "feeds"))
        if (!ends_with(file.path().string(), ".expected.json")) out.push_back(file.path());
    std::sort(out.begin(), out.end());
    return out;
}

const DocumentAddress address{"https://lantern.example/feed", "", ""};

TEST(FeedDocuments, GiveWhatStandsBesideThem) {
    ASSERT_FALSE(documents().empty());
    for (const auto& path : documents()) {
        const auto document = parse(read_file(path), address, Limits{});
        ASSERT_TRUE(document.has_value()) << path << document.error().message;
        const auto facts = tests::facts_of_document(*document);
        auto beside = path;
        const auto expected = boost::json::parse(read_file(beside.replace_extension(".expected.json")));
        for (const auto& [key, value] : expected.as_object()) {
            const auto fact = facts.find(std::string(key));
            ASSERT_NE(fact, facts.end()) << path << ": " << key;
            EXPECT_EQ(fact->second, std::string(value.as_string())) << path << ": " << key;
        }
    }
}

TEST(FeedDocuments, GiveTheSameTwice) {
    for (const auto& path : documents()) {
        const auto bytes = read_file(path);
        EXPECT_EQ(tests::facts_of_document(*parse(bytes, address, Limits{})),
                  tests::facts_of_document(*parse(bytes, address, Limits{})))
            << path;
    }
}

TEST(FeedDocuments, CutOffAnywhereGiveNoEntryThatIsNotWhole) {
    for (const auto& path : documents()) {
        const auto bytes = read_file(path);
        const auto whole = parse(bytes, address, Limits{});
        for (std::size_t size = 0; size < bytes.size(); size += 7) {
            const auto part = parse(bytes.substr(0, size), address, Limits{});
            EXPECT_LE(part ? part->entries.size() : 0, whole->entries.size()) << path << " at " << size;
        }
    }
}

}  // namespace
}  // namespace masthead::feeds
