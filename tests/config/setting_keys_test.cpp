#include "config/setting_keys.hpp"

#include <set>

#include <gtest/gtest.h>

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
