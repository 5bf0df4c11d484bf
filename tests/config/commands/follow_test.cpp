#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/config/commands/command_line.hpp"
#include "tests/support/origin.hpp"

namespace masthead::tests {
namespace {

using config::Exit;

std::string item(const std::string& number, const std::string& author) {
    return "<item><title>Piece " + number + "</title><guid>" + number + "</guid><link>https://cold.example/" + number +
           "</link><dc:creator>" + author + "</dc:creator><pubDate>Mon, 05 Jan 2026 10:00:0" + number +
           " +0000</pubDate></item>";
}

std::string feed_by(const std::string& first, const std::string& second) {
    return R"(<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Cold Start</title>)"
           "<link>https://cold.example/</link>" +
           item("1", first) + item("2", second) + "</channel></rss>";
}

class FollowCommand : public testing::Test {
protected:
    FollowCommand() {
        line.options = {"--set", "fetch.allow_private=127.0.0.0/8", "--set", "fetch.host_gap=0s"};
        origin.set("/one.xml", {feed_by("Sven Aaro", "Sven Aaro")});
        origin.set("/two.xml", {feed_by("Sven Aaro", "Ines Okafor")});
    }
    Origin origin;
    CommandLine line;
};

TEST_F(FollowCommand, AddsTheAuthorTheSourceAndTheEntries) {
    const auto followed = line.run({"follow", origin.url("/one.xml"), "--json"});
    ASSERT_EQ(followed.exit, Exit::done) << followed.err << followed.out;
    EXPECT_EQ(followed.json().at("authors").at(0).at("name"), "Sven Aaro");
    EXPECT_EQ(followed.json().at("feed"), "http://127.0.0.1:8080/authors/sven-aaro.rss");
    EXPECT_EQ(followed.json().at("fetched").at(0).at("entries"), 2);
    EXPECT_EQ(line.run({"source", "show", "cold", "--json"}).json().at("authors").at(0), "sven-aaro");
}

TEST_F(FollowCommand, DoesNotDoubleWhomItKnows) {
    ASSERT_EQ(line.run({"follow", origin.url("/one.xml")}).exit, Exit::done);
    ASSERT_EQ(line.run({"follow", origin.url("/one.xml"), "--feed", "cold"}).exit, Exit::done);
    EXPECT_EQ(line.run({"author", "list", "--json"}).json().at("authors").as_array().size(), 1U);
    EXPECT_EQ(line.run({"source", "list", "--json"}).json().at("sources").as_array().size(), 1U);
    EXPECT_EQ(line.run({"feed", "show", "cold", "--json"}).json().at("authors").at(0), "sven-aaro");
}

TEST_F(FollowCommand, AsksWhomWhenSeveralAreNamed) {
    const auto asked = line.run({"follow", origin.url("/two.xml")});
    EXPECT_EQ(asked.exit, Exit::usage) << asked.out;
    EXPECT_NE(asked.err.find("--author"), std::string::npos) << asked.err;
    EXPECT_FALSE(std::filesystem::exists(line.folder.file("masthead.db")));
    const auto followed = line.run({"follow", origin.url("/two.xml"), "--author", "Ines Okafor", "--json"});
    ASSERT_EQ(followed.exit, Exit::done) << followed.err;
    EXPECT_EQ(followed.json().at("author"), "ines-okafor");
}

TEST_F(FollowCommand, StoresNothingWhenDry) {
    const auto looked = line.run({"follow", origin.url("/one.xml"), "--dry-run", "--json"});
    ASSERT_EQ(looked.exit, Exit::done) << looked.err;
    EXPECT_EQ(looked.json().at("sources").at(0).at("url").as_string(), origin.url("/one.xml"));
    EXPECT_FALSE(std::filesystem::exists(line.folder.file("masthead.db")));
}

TEST_F(FollowCommand, SaysWhatItCouldNotRead) {
    const auto failed = line.run({"follow", origin.url("/none")});
    EXPECT_EQ(failed.exit, Exit::partly);
    EXPECT_NE(failed.err.find("404"), std::string::npos) << failed.err;
    EXPECT_EQ(line.run({"follow", "cold.example/feed"}).err,
              "masthead: this is no http or https address: cold.example/feed\n"
              "Did you mean \"https://cold.example/feed\"?\n");
}

}  // namespace
}  // namespace masthead::tests
