#include "config/settings.hpp"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace masthead::config {
namespace {

using namespace std::chrono_literals;

class SettingsFile : public testing::Test {
protected:
    feeds::Result<Settings, SettingError> load(const std::string& text) {
        std::ofstream(file_, std::ios::binary) << text;
        sources_.file = file_;
        return load_settings(sources_);
    }

    tests::TemporaryFolder folder_;
    std::string file_ = folder_.file("masthead.toml");
    SettingSources sources_;
};

TEST_F(SettingsFile, GivesKeysTheirValues) {
    const auto settings = load(R"(
        [site]
        base_url = "https://feeds.example.org/"
        contact = "admin@example.org"
        [http]
        listen = ["[::1]:80", "unix:/run/masthead/http.sock"]
        threads = 3
        [fetch]
        host_gap = "250ms"
        max_bytes = "1MiB"
        min_interval = "30m"
        allow_private = ["127.0.0.0/8"]
        [log]
        level = "debug"
    )");
    ASSERT_TRUE(settings) << settings.error().message;
    EXPECT_EQ(settings->site.base_url, "https://feeds.example.org");
    EXPECT_EQ(settings->http.listen, (std::vector<std::string>{"[::1]:80", "unix:/run/masthead/http.sock"}));
    EXPECT_EQ(settings->http.threads, 3U);
    EXPECT_EQ(settings->fetch.host_gap, 250ms);
    EXPECT_EQ(settings->fetch.max_bytes, std::size_t{1} << 20);
    EXPECT_EQ(settings->fetch.min_interval, 30min);
    EXPECT_EQ(settings->log_level, LogLevel::debug);
    EXPECT_EQ(settings->origins.at("http.threads"), file_ + ":7");
    EXPECT_EQ(settings->origins.at("http.max_connections"), "default");
}

TEST_F(SettingsFile, MayBeEmpty) {
    const auto settings = load("");
    ASSERT_TRUE(settings) << settings.error().message;
    EXPECT_EQ(settings->fetch.timeout, fetchers::Options{}.timeout);
}

TEST_F(SettingsFile, IntroducesTheSiteToPublishers) {
    const auto settings = load("[site]\nbase_url = \"https://f.example\"\ncontact = \"admin@f.example\"\n");
    ASSERT_TRUE(settings);
    EXPECT_TRUE(settings->fetch.user_agent.ends_with(" (+https://f.example/; admin@f.example)"))
        << settings->fetch.user_agent;
}

struct WrongCase {
    const char* name;
    const char* text;
    const char* place;    // behind the file's name
    const char* message;  // a part of it
    const char* hint;     // a part of it
};

class WrongSettings : public SettingsFile, public testing::WithParamInterface<WrongCase> {};

TEST_P(WrongSettings, AreRefusedWithTheirPlace) {
    const auto settings = load(GetParam().text);
    ASSERT_FALSE(settings);
    const auto& [message, hint] = settings.error();
    EXPECT_NE(message.find(file_ + GetParam().place), std::string::npos) << message;
    EXPECT_NE(message.find(GetParam().message), std::string::npos) << message;
    EXPECT_NE(hint.find(GetParam().hint), std::string::npos) << hint;
}

INSTANTIATE_TEST_SUITE_P(
    Files, WrongSettings,
    testing::Values(
        WrongCase{"UnknownKey", "[http]\nlisen = \"127.0.0.1:1\"\n", ":2:1", "http.lisen", "http.listen"},
        WrongCase{"UnknownTable", "[fecth]\ntimeout = \"1s\"\n", ":2:1", "fecth.timeout", "fetch.timeout"},
        WrongCase{"KeyOutsideATable", "timeout = \"1s\"\n", ":1:1", "\"timeout\"", "masthead config show"},
        WrongCase{"NumberForText", "[site]\ntitle = 7\n", ":2:1", "text in quotes", "site.title"},
        WrongCase{"TextForNumber", "[http]\n  threads = \"four\"\n", ":2:3", "whole number", "http.threads"},
        WrongCase{"TimeWithoutUnit", "[fetch]\ntimeout = 30\n", ":2:1", "such as \"30s\"", "fetch.timeout"},
        WrongCase{"TooLong", "[fetch]\ntimeout = \"48h\"\n", ":2:1", "between \"100ms\" and \"1h\"", ""},
        WrongCase{"TooMany", "[fetch]\nmax_redirects = 51\n", ":2:1", "between 0 and 50", ""},
        WrongCase{"Negative", "[http]\nthreads = -1\n", ":2:1", "between 0 and 256", ""},
        WrongCase{"NoSuchWord", "[log]\nlevel = \"loud\"\n", ":2:1", "\"error\", \"warn\", \"info\", \"debug\"", ""},
        WrongCase{"NoAddress", "[site]\nbase_url = \"feeds.example\"\n", ":2:1", "http or https address", ""},
        WrongCase{"NoPort", "[http]\nlisten = [\"127.0.0.1\"]\n", ":2:1", "HOST:PORT", ""},
        WrongCase{"BareIpv6", "[http]\nlisten = [\"::1:80\"]\n", ":2:1", "brackets", ""},
        WrongCase{"MixedList", "[http]\nlisten = [\"127.0.0.1:1\", 2]\n", ":2:1", "wrong type", ""},
        WrongCase{"Boolean", "[site]\ntitle = true\n", ":2:1", "wrong type", ""},
        WrongCase{"TwiceTheKey", "[http]\nthreads = 1\nthreads = 2\n", ":3:", "no TOML", "config init"},
        WrongCase{"HalfWritten", "[http]\nlisten = [\"127.0.0.1:80\"", ":2:", "no TOML", "config init"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(SettingsFile, ThatHoldsNulOrBinaryIsRefused) {
    EXPECT_FALSE(load(std::string("[site]\ntitle = \"a\0b\"\n", 20)));
    EXPECT_FALSE(load("\x7f\x45\x4c\x46\x02\x01"));
}

TEST_F(SettingsFile, ThatIsHugeIsRefusedUnread) {
    const auto settings = load(std::string(2 << 20, '#'));
    ASSERT_FALSE(settings);
    EXPECT_NE(settings.error().message.find("1 MiB"), std::string::npos);
}

TEST_F(SettingsFile, ThatIsNoFileIsRefused) {
    for (const auto& file : {folder_.path().string(), folder_.file("nowhere.toml")}) {
        sources_.file = file;
        const auto settings = load_settings(sources_);
        ASSERT_FALSE(settings);
        EXPECT_NE(settings.error().message.find(file), std::string::npos) << settings.error().message;
    }
}

TEST_F(SettingsFile, ThatIsALoopOfLinksIsRefused) {
    std::filesystem::create_symlink(file_, file_ + "2");
    std::filesystem::create_symlink(file_ + "2", file_);
    sources_.file = file_;
    EXPECT_FALSE(load_settings(sources_));
}

TEST_F(SettingsFile, YieldsToTheEnvironmentAndThatToTheCommandLine) {
    sources_.environment = {{"MASTHEAD_HTTP_THREADS", "2"}, {"MASTHEAD_HTTP_LISTEN", "127.0.0.1:1, 127.0.0.1:2"}};
    sources_.overrides = {{"http.threads", "3"}};
    const auto settings = load("[http]\nthreads = 1\nmax_connections = 9\n");
    ASSERT_TRUE(settings) << settings.error().message;
    EXPECT_EQ(settings->http.threads, 3U);
    EXPECT_EQ(settings->http.listen, (std::vector<std::string>{"127.0.0.1:1", "127.0.0.1:2"}));
    EXPECT_EQ(settings->http.max_connections, 9U);
    EXPECT_EQ(settings->origins.at("http.threads"), "--set");
    EXPECT_EQ(settings->origins.at("http.listen"), "environment MASTHEAD_HTTP_LISTEN");
}

TEST(Settings, OfAMisspeltVariableAreRefused) {
    SettingSources sources;
    sources.environment = {{"MASTHEAD_HTTP_LISEN", "127.0.0.1:1"}};
    const auto settings = load_settings(sources);
    ASSERT_FALSE(settings);
    EXPECT_NE(settings.error().hint.find("MASTHEAD_HTTP_LISTEN"), std::string::npos) << settings.error().hint;
}

TEST(Settings, OfTheCommandLineAreRefusedWithAnExampleThatCanBeTyped) {
    SettingSources sources;
    sources.file = "/dev/null";
    sources.overrides = {{"fetch.allow_private", "nowhere"}};
    EXPECT_EQ(load_settings(sources).error().hint, "For example: --set fetch.allow_private=127.0.0.0/8,10.0.0.5:8080");
    sources.overrides.clear();
    sources.environment = {{"MASTHEAD_FETCH_ALLOW_PRIVATE", "nowhere"}};
    EXPECT_EQ(load_settings(sources).error().hint,
              "For example: MASTHEAD_FETCH_ALLOW_PRIVATE=127.0.0.0/8,10.0.0.5:8080");
}

TEST(Settings, LeaveOtherVariablesAlone) {
    SettingSources sources;
    sources.environment = {{"MASTHEAD_LETTERS_PASSWORD", "secret"}, {"HOME", "/home/ada"}};
    EXPECT_TRUE(load_settings(sources));
}

TEST(Settings, HaveIntervalsInOrder) {
    SettingSources sources;
    sources.overrides = {{"fetch.min_interval", "2h"}, {"fetch.max_interval", "1h"}};
    EXPECT_FALSE(load_settings(sources));
}

TEST(Settings, PutTheStoreWhereTheMachineKeepsState) {
    SettingSources sources;
    sources.environment = {{"HOME", "/home/ada"}};
    EXPECT_EQ(load_settings(sources)->store_url, "sqlite:/home/ada/.local/state/masthead/masthead.db");
    sources.environment["XDG_STATE_HOME"] = "/state";
    EXPECT_EQ(load_settings(sources)->store_url, "sqlite:/state/masthead/masthead.db");
    sources.environment["STATE_DIRECTORY"] = "/var/lib/masthead:/var/lib/other";
    EXPECT_EQ(load_settings(sources)->store_url, "sqlite:/var/lib/masthead/masthead.db");
    sources.store = "/tmp/x/../y.db";
    EXPECT_EQ(load_settings(sources)->store_url, "sqlite:/tmp/y.db");
}

}  // namespace
}  // namespace masthead::config
