#include <fstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/config/commands/command_line.hpp"

namespace masthead::tests {
namespace {

using config::Exit;

class ParseCommand : public testing::Test {
protected:
    std::string file(const std::string& name, const std::string& text) {
        auto path = line.folder.file(name);
        std::ofstream(path) << text;
        return path;
    }
    // A feed with one entry.
    std::string rss(const std::string& name, const std::string& title, const std::string& link) {
        return file(name, "<rss version=\"2.0\"><channel><title>T</title><item><title>" + title + "</title><link>" +
                              link +
                              "</link><pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate></item></channel></rss>");
    }
    CommandLine line;
};

TEST_F(ParseCommand, PrintsADocumentAndTouchesNoStore) {
    const auto parsed = line.run({"parse", rss("a.xml", "One", "https://a.example/1"), "--url=", "--content-type="});
    ASSERT_EQ(parsed.exit, Exit::done) << parsed.err;
    EXPECT_EQ(parsed.json().at("entries").at(0).at("title"), "One");
    EXPECT_FALSE(std::filesystem::exists(line.folder.file("masthead.db")));
}

TEST_F(ParseCommand, RefusesWhatIsNoDocument) {
    EXPECT_EQ(line.run({"parse", file("bad.xml", "%PDF-1.4 nothing to read")}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"parse", line.folder.file("none.xml")}).exit, Exit::no_input);
    EXPECT_EQ(line.run({"parse"}).exit, Exit::usage);
}

TEST_F(ParseCommand, ReadsNoMoreThanADocumentMayHave) {
    const auto feed = rss("a.xml", std::string(2000, 'w'), "https://a.example/1");
    const auto settings = file("small.toml", "[fetch]\nmax_bytes = \"1KiB\"\n");
    const auto refused = line.run({"--config", settings, "parse", feed});
    EXPECT_EQ(refused.exit, Exit::bad_data);
    EXPECT_NE(refused.err.find("fetch.max_bytes"), std::string::npos) << refused.err;
}

TEST_F(ParseCommand, SaysWhatItMended) {
    const auto parsed = line.run({"parse", rss("a.xml", "One & two", "https://a.example/1")});
    ASSERT_EQ(parsed.exit, Exit::done) << parsed.err;
    EXPECT_EQ(parsed.json().at("entries").at(0).at("title"), "One & two");
    EXPECT_EQ(parsed.json().at("notes").as_array().size(), 1U) << parsed.out;
}

TEST_F(ParseCommand, ReadsDatesLineByLine) {
    line.input = "\"2026-01-05T10:00:00+01:00\"\n\"no date\"\nno JSON\n7\n";
    EXPECT_EQ(line.run({"parse", "--dates"}).out, "2026-01-05T09:00:00Z\nnull\nnull\nnull\n");
}

TEST_F(ParseCommand, MergesDocumentsOfOneAuthor) {
    const auto merged = line.run({"parse", "--merge", rss("a.xml", "One", "https://a.example/1"),
                                  rss("b.xml", "One", "https://a.example/1?utm_source=mail"),
                                  rss("c.xml", "Another", "https://b.example/other")});
    ASSERT_EQ(merged.exit, Exit::done) << merged.err;
    EXPECT_EQ(merged.json().at("entries").as_array().size(), 2U) << merged.out;
}

}  // namespace
}  // namespace masthead::tests
