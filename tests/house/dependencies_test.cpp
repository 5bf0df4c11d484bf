#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/paths.hpp"

namespace {

namespace fs = std::filesystem;

// The folders that a folder may include from, itself aside. Inside feeds: the model (files of feeds/ itself) is below
// text, text below people, people below parse; render stands beside parse.
const std::map<std::string, std::set<std::string>> allowed = {
    {"feeds", {}},
    {"feeds/text", {"feeds"}},
    {"feeds/people", {"feeds", "feeds/text"}},
    {"feeds/parse", {"feeds", "feeds/text", "feeds/people"}},
    {"feeds/render", {"feeds", "feeds/text", "feeds/people"}},
    {"storage", {"feeds"}},
    {"fetchers", {"feeds", "storage"}},
    {"http", {"feeds", "storage"}},
    {"config", {"feeds", "storage", "fetchers", "http"}},
};

// identity and merge stand in feeds/ beside the model but work on text.
const std::set<std::string> workers_in_feeds = {"identity.cpp", "merge.cpp"};

std::string room_of(const fs::path& relative) {
    std::string room = relative.begin()->string();
    if (room == "feeds") {
        auto second = std::next(relative.begin());
        if (std::next(second) != relative.end()) room += "/" + second->string();
    }
    return room;
}

std::vector<std::string> included_paths(const fs::path& file) {
    std::vector<std::string> out;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("#include \"", 0) != 0) continue;
        const auto end = line.find('"', 10);
        if (end != std::string::npos) out.push_back(line.substr(10, end - 10));
    }
    return out;
}

bool may_include(const fs::path& from, const std::string& from_room, const std::string& to_room) {
    if (from_room == to_room) return true;
    if (from_room == "feeds" && workers_in_feeds.count(from.filename().string()) > 0)
        return to_room == "feeds/text" || to_room == "feeds/people";
    const auto& rooms = allowed.at(from_room);
    if (rooms.count(to_room) > 0) return true;
    // Another folder may use every room of feeds, as all of it is one library.
    return from_room.rfind("feeds", 0) != 0 && to_room.rfind("feeds/", 0) == 0 && rooms.count("feeds") > 0;
}

TEST(House, DependenciesPointOneWay) {
    const fs::path root = masthead::tests::source_folder();
    std::size_t files = 0;
    for (const char* folder : {"feeds", "storage", "fetchers", "http", "config"}) {
        for (const auto& item : fs::recursive_directory_iterator(root / folder)) {
            const auto ending = item.path().extension();
            if (ending != ".cpp" && ending != ".hpp") continue;
            ++files;
            const auto relative = fs::relative(item.path(), root);
            const auto from = room_of(relative);
            for (const auto& included : included_paths(item.path())) {
                const auto to = room_of(included);
                if (allowed.count(to) == 0) continue;
                EXPECT_TRUE(may_include(relative, from, to)) << relative << " includes " << included;
            }
        }
    }
    EXPECT_GT(files, 20U);
}

TEST(House, EveryIncludeOfOursStartsAtTheRoot) {
    const fs::path root = masthead::tests::source_folder();
    for (const char* folder : {"feeds", "storage", "fetchers", "http", "config", "tests", "bench"}) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& item : fs::recursive_directory_iterator(root / folder)) {
            const auto ending = item.path().extension();
            if (ending != ".cpp" && ending != ".hpp") continue;
            for (const auto& included : included_paths(item.path()))
                EXPECT_TRUE(fs::exists(root / included) || included == "config/version.hpp")
                    << item.path() << " includes " << included;
        }
    }
}

TEST(House, NoSqlOutsideStorageAndNoSocketsOrFilesInFeeds) {
    const fs::path root = masthead::tests::source_folder();
    const std::map<std::string, std::vector<std::string>> forbidden = {
        {"feeds", {"<fstream>", "<filesystem>", "<sys/socket.h>", "<curl/", "<SQLiteCpp/", "<sqlite3.h>", "<spdlog/"}},
        {"fetchers", {"<SQLiteCpp/", "<sqlite3.h>"}},
        {"http", {"<SQLiteCpp/", "<sqlite3.h>", "<curl/"}},
        {"config", {"<SQLiteCpp/"}},
    };
    for (const auto& [folder, headers] : forbidden) {
        for (const auto& item : fs::recursive_directory_iterator(root / folder)) {
            if (item.path().extension() != ".cpp" && item.path().extension() != ".hpp") continue;
            std::ifstream in(item.path());
            for (std::string line; std::getline(in, line);)
                for (const auto& header : headers)
                    EXPECT_FALSE(line.rfind("#include " + header, 0) == 0) << item.path() << ": " << line;
        }
    }
}

}  // namespace
