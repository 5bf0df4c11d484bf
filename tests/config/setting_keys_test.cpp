#include "config/setting_keys.hpp"

#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/paths.hpp"
#include "tests/support/temporary_folder.hpp"

namespace masthead::config {
namespace {

TEST(Keys, ReadBackWhatTheyWrite) {
    Settings settings;
    settings.store_url = "sqlite:/tmp/a.db";
    for (const auto& key : setting_keys()) {
        const auto field = key.field(settings);
        const auto text = toml_text(field);
        // Lists and quoted texts as the command line writes them.
        std::string plain;
        for (const char c : text)
            if (c != '"' && c != '[' && c != ']') plain += c;
        EXPECT_EQ(assign_text(field, plain), std::nullopt) << key.name << " = " << plain;
        EXPECT_EQ(toml_text(key.field(settings)), text) << key.name;
    }
}

TEST(Keys, AreListedOnceEach) {
    std::set<std::string_view> names;
    for (const auto& key : setting_keys()) EXPECT_TRUE(names.insert(key.name).second) << key.name;
    EXPECT_NE(find_key("fetch.timeout"), nullptr);
    EXPECT_EQ(find_key("fetch"), nullptr);
}

TEST(Keys, HaveExamplesThatAreRight) {
    for (const auto& key : setting_keys()) {
        const auto example = example_text(key);
        EXPECT_FALSE(example.empty()) << key.name;
        Settings settings;
        EXPECT_EQ(assign_text(key.field(settings), example), std::nullopt) << key.name << '=' << example;
        EXPECT_EQ(command_line_text(key.field(settings)), example) << key.name;
        EXPECT_EQ(toml_text(key.field(settings)), example_toml(key)) << key.name;
    }
    EXPECT_EQ(example_text(*find_key("fetch.allow_private")), "127.0.0.0/8,10.0.0.5:8080");
    EXPECT_EQ(example_toml(*find_key("fetch.allow_private")), "[\"127.0.0.0/8\", \"10.0.0.5:8080\"]");
}

/// The settings file that is installed, with the defaults behind its '#' in force.
std::string documented_defaults() {
    std::string out;
    std::ifstream file(tests::source_folder() / "systemd" / "masthead.toml");
    for (std::string line; std::getline(file, line);) {
        const bool is_default = line.starts_with("# ") && line.find(" = ") != std::string::npos;
        out += (is_default ? line.substr(2) : line) + '\n';
    }
    return out;
}

TEST(Keys, StandInTheInstalledFileWithTheirDefaults) {
    const tests::TemporaryFolder folder;
    SettingSources sources;
    sources.file = folder.file("masthead.toml");
    std::ofstream(*sources.file) << documented_defaults();
    auto documented = load_settings(sources);
    ASSERT_TRUE(documented) << documented.error().message;
    Settings defaults;
    for (const auto& key : setting_keys()) {
        EXPECT_NE(documented->origins.at(std::string(key.name)), "default") << key.name << " is missing";
        const auto wanted = key.name == "store.url" ? example_toml(key) : toml_text(key.field(defaults));
        EXPECT_EQ(toml_text(key.field(*documented)), wanted) << key.name;
    }
}

TEST(Keys, KeepTheirValueWhenAWrongOneIsGiven) {
    Settings settings;
    const auto field = find_key("fetch.max_redirects")->field(settings);
    EXPECT_NE(assign_text(field, "99"), std::nullopt);
    EXPECT_NE(assign_text(field, "5x"), std::nullopt);
    EXPECT_NE(assign_text(field, ""), std::nullopt);
    EXPECT_EQ(settings.fetch.max_redirects, 5U);
}

}  // namespace
}  // namespace masthead::config
