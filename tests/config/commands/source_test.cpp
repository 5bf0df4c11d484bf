#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/config/commands/command_line.hpp"
#include "tests/support/origin.hpp"

namespace masthead::tests {
namespace {

using config::Exit;

const std::string feed = R"(<rss version="2.0"><channel><title>Cold Start</title><link>https://cold.example/</link>
<item><title>One</title><guid>1</guid><link>https://cold.example/1</link><pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate></item>
<item><title>Two</title><guid>2</guid><link>https://cold.example/2</link><pubDate>Tue, 06 Jan 2026 10:00:00 +0000</pubDate></item>
</channel></rss>)";

class SourceCommand : public testing::Test {
protected:
    SourceCommand() {
        line.options = {"--set", "fetch.allow_private=127.0.0.0/8", "--set", "fetch.host_gap=0s"};
        origin.set("/feed.xml", {feed});
    }
    std::string url() { return origin.url("/feed.xml"); }

    Origin origin;
    CommandLine line;
};

TEST_F(SourceCommand, AddsWithoutFetching) {
    const auto added = line.run({"source", "add", "https://cold.example/feed.xml", "--kind", "newsletter", "--json"});
    ASSERT_EQ(added.exit, Exit::done) << added.err;
    EXPECT_EQ(added.json().at("state"), "new");
    EXPECT_EQ(added.json().at("kind"), "newsletter");
    EXPECT_EQ(line.run({"source", "add", "https://cold.example/feed.xml"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"source", "add", "file:///etc/passwd"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"source", "add", "https://a.example/", "--author", "nobody"}).exit, Exit::no_input);
}

TEST_F(SourceCommand, IsNotPublicWhenItsAddressIsASecret) {
    EXPECT_EQ(line.run({"source", "add", "https://ada:pass@cold.example/feed", "--json"}).json().at("public"), false);
}

TEST_F(SourceCommand, SetsWhatAnAdminMayChoose) {
    ASSERT_EQ(line.run({"source", "add", "https://cold.example/feed.xml", "--json"}).exit, Exit::done);
    const auto set = [&](const char* key, const char* value) {
        return line.run({"source", "set", "cold", key, value, "--json"});
    };
    EXPECT_EQ(set("interval", "2h").json().at("interval"), "2h");
    EXPECT_EQ(set("text", "full").json().at("text"), "full");
    EXPECT_EQ(set("public", "no").json().at("public"), false);
    EXPECT_EQ(set("kind", "episode").json().at("kind"), "episode");
    EXPECT_EQ(set("kind", "").json().as_object().count("kind"), 0U);
    EXPECT_EQ(set("interval", "2").exit, Exit::bad_data);
    EXPECT_EQ(set("authors", "nobody").exit, Exit::bad_data);
    EXPECT_EQ(set("intervall", "2h").json().at("error").at("hint"), "Did you mean \"interval\"?");
}

TEST_F(SourceCommand, SetsAddressLanguageAuthorsAndUserAgent) {
    ASSERT_EQ(line.run({"source", "add", "https://cold.example/feed.xml"}).exit, Exit::done);
    ASSERT_EQ(line.run({"author", "add", "Orla Bexley"}).exit, Exit::done);
    for (const auto& [key, value] :
         std::vector<std::pair<std::string, std::string>>{{"language", "de-CH"},
                                                          {"authors", "orla-bexley"},
                                                          {"user_agent", "reader/1"},
                                                          {"user_agent", ""},
                                                          {"url", "https://cold.example/other.xml"}})
        EXPECT_EQ(line.run({"source", "set", "cold", key, value}).exit, Exit::done) << key;
    EXPECT_EQ(line.run({"source", "show", "cold", "--json"}).json().at("url"), "https://cold.example/other.xml");
    EXPECT_EQ(line.run({"source", "set", "cold", "url", "ftp://cold.example/"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"source", "set", "cold", "language", "de CH"}).exit, Exit::bad_data);
}

TEST_F(SourceCommand, NamesTheNearestKey) {
    ASSERT_EQ(line.run({"source", "add", "https://cold.example/feed.xml"}).exit, Exit::done);
    for (const auto& [typed, meant] : std::vector<std::pair<std::string, std::string>>{{"uri", "url"},
                                                                                       {"kinds", "kind"},
                                                                                       {"intervall", "interval"},
                                                                                       {"author", "authors"},
                                                                                       {"langauge", "language"},
                                                                                       {"txt", "text"},
                                                                                       {"pubic", "public"},
                                                                                       {"user-agent", "user_agent"}}) {
        const auto refused = line.run({"source", "set", "cold", typed, "x"});
        EXPECT_EQ(refused.exit, Exit::usage) << typed;
        EXPECT_NE(refused.err.find("Did you mean \"" + meant + "\"?"), std::string::npos) << refused.err;
    }
    EXPECT_NE(line.run({"source", "set", "cold", "colour", "x"}).err.find("One of url, kind, interval"),
              std::string::npos);
}

TEST_F(SourceCommand, TestsWithoutStoring) {
    const auto tested = line.run({"source", "test", url(), "--json"});
    ASSERT_EQ(tested.exit, Exit::done) << tested.err;
    EXPECT_EQ(tested.json().at("entries").as_array().size(), 2U);
    EXPECT_FALSE(std::filesystem::exists(line.folder.file("masthead.db")));
    EXPECT_EQ(line.run({"source", "test", origin.url("/none")}).exit, Exit::partly);
}

TEST_F(SourceCommand, FetchesAndTellsByItsExitCode) {
    ASSERT_EQ(line.run({"source", "add", url()}).exit, Exit::done);
    const auto fetched = line.run({"fetch", "--json"});
    ASSERT_EQ(fetched.exit, Exit::done) << fetched.err << fetched.out;
    const auto reports = fetched.json();
    const auto& report = reports.at("sources").at(0);
    EXPECT_EQ(report.at("outcome"), "ok");
    EXPECT_EQ(report.at("entries"), 2);
    EXPECT_EQ(report.at("new"), 2);
    EXPECT_EQ(report.at("url").as_string(), url());

    ASSERT_EQ(line.run({"source", "add", origin.url("/none")}).exit, Exit::done);
    const auto second = line.run({"fetch", "--all", "--json"});
    EXPECT_EQ(second.exit, Exit::partly);
    EXPECT_EQ(second.json().at("sources").as_array().size(), 2U);
    EXPECT_EQ(line.run({"source", "list", "--broken", "--json"}).json().at("sources").as_array().size(), 1U);
}

TEST_F(SourceCommand, PausesAndRemoves) {
    ASSERT_EQ(line.run({"source", "add", url()}).exit, Exit::done);
    ASSERT_EQ(line.run({"fetch"}).exit, Exit::done);
    EXPECT_EQ(line.run({"source", "pause", "Cold", "--json"}).json().at("state"), "paused");
    EXPECT_TRUE(line.run({"fetch", "--all", "--json"}).json().at("sources").as_array().empty());
    EXPECT_EQ(line.run({"source", "resume", "Cold", "--json"}).json().at("state"), "ok");
    EXPECT_EQ(line.run({"source", "remove", "Cold", "--yes"}).exit, Exit::done);
    EXPECT_EQ(line.run({"entry", "list", "--json"}).json().at("entries").as_array().size(), 2U);
}

TEST_F(SourceCommand, ShowsHidesAndPurgesEntries) {
    ASSERT_EQ(line.run({"source", "add", url()}).exit, Exit::done);
    ASSERT_EQ(line.run({"fetch"}).exit, Exit::done);
    const auto entries = line.run({"entry", "list", "--json"}).json();
    const auto id = std::to_string(entries.at("entries").at(0).at("id").to_number<int>());
    EXPECT_EQ(entries.at("entries").at(0).at("title"), "Two");
    EXPECT_EQ(line.run({"entry", "hide", id}).exit, Exit::done);
    EXPECT_EQ(line.run({"entry", "list", "--json"}).json().at("entries").as_array().size(), 1U);
    EXPECT_EQ(line.run({"render", "all", "--format", "json"}).json().at("items").as_array().size(), 1U);
    EXPECT_EQ(line.run({"entry", "unhide", id}).exit, Exit::done);
    EXPECT_EQ(line.run({"entry", "split", id}).exit, Exit::done);
    EXPECT_EQ(line.run({"entry", "show", id, "--json"}).json().at("kept_apart"), true);
    EXPECT_EQ(line.run({"entry", "purge", id}).exit, Exit::usage);
    EXPECT_EQ(line.run({"entry", "purge", id, "--yes"}).exit, Exit::done);
    EXPECT_EQ(line.run({"entry", "show", id}).exit, Exit::no_input);
}

}  // namespace
}  // namespace masthead::tests
