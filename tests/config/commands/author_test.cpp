#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/config/commands/command_line.hpp"

namespace masthead::tests {
namespace {

using config::Exit;

class AuthorCommand : public testing::Test {
protected:
    void SetUp() override { ASSERT_EQ(line.run({"author", "add", "Orla Bexley"}).exit, Exit::done); }
    CommandLine line;
};

TEST_F(AuthorCommand, SaysWhereANewStoreIs) {
    CommandLine other;
    EXPECT_NE(other.run({"author", "add", "Orla Bexley"}).err.find("new store: " + other.folder.file("masthead.db")),
              std::string::npos);
    EXPECT_EQ(other.run({"author", "list"}).err, "");
}

TEST_F(AuthorCommand, ShowsEveryFactWithItsOriginAndWhichWins) {
    ASSERT_EQ(line.run({"author", "set", "bexley", "bio", "Writes about public law."}).exit, Exit::done);
    ASSERT_EQ(line.run({"author", "set", "bexley", "profile.mastodon", "@orla@social.example"}).exit, Exit::done);
    const auto author = line.run({"author", "show", "orla-bexley", "--json"}).json();
    EXPECT_EQ(author.at("bio"), "Writes about public law.");
    EXPECT_EQ(author.at("profiles").at(0).at("url"), "https://social.example/@orla");
    const auto& fact = author.at("facts").at(0);
    EXPECT_EQ(fact.at("origin"), "admin");
    EXPECT_EQ(fact.at("wins"), true);
    const auto table = line.run({"author", "show", "bexley"}).out;
    EXPECT_NE(table.find("Writes about public law."), std::string::npos) << table;
    EXPECT_NE(table.find("admin"), std::string::npos) << table;
}

TEST_F(AuthorCommand, TakesTheAdminsWordBack) {
    ASSERT_EQ(line.run({"author", "set", "bexley", "role", "columnist"}).exit, Exit::done);
    EXPECT_EQ(line.run({"author", "unset", "bexley", "role"}).exit, Exit::done);
    EXPECT_EQ(line.run({"author", "unset", "bexley", "role"}).exit, Exit::no_input);
    EXPECT_EQ(line.run({"author", "show", "bexley", "--json"}).json().as_object().count("role"), 0U);
}

TEST_F(AuthorCommand, KeepsAliases) {
    ASSERT_EQ(line.run({"author", "alias", "add", "bexley", "O. M. Bexley"}).exit, Exit::done);
    EXPECT_EQ(line.run({"author", "show", "O. M. Bexley", "--json"}).json().at("slug"), "orla-bexley");
    EXPECT_EQ(line.run({"author", "alias", "remove", "bexley", "O. M. Bexley"}).exit, Exit::done);
    EXPECT_EQ(line.run({"author", "alias", "remove", "bexley", "O. M. Bexley"}).exit, Exit::no_input);
}

TEST_F(AuthorCommand, MergesTwoAndSplitsThemAgain) {
    ASSERT_EQ(line.run({"author", "add", "O. M. Quill"}).exit, Exit::done);
    const auto merged = line.run({"author", "merge", "bexley", "o-m-quill", "--json"});
    ASSERT_EQ(merged.exit, Exit::done) << merged.err;
    EXPECT_EQ(merged.json().at("slug"), "orla-bexley");
    EXPECT_EQ(merged.json().at("aliases").at(0), "O. M. Quill");
    EXPECT_EQ(line.run({"author", "show", "o-m-quill", "--json"}).json().at("slug"), "orla-bexley");
    EXPECT_EQ(line.run({"author", "merge", "bexley", "o-m-quill"}).exit, Exit::usage);

    EXPECT_EQ(line.run({"author", "split", "bexley", "O. M. Quil"}).err,
              "masthead: orla-bexley has no such other name: O. M. Quil\nDid you mean \"O. M. Quill\"?\n");
    const auto split = line.run({"author", "split", "bexley", "O. M. Quill", "--json"});
    ASSERT_EQ(split.exit, Exit::done) << split.err;
    EXPECT_EQ(split.json().at("slug"), "o-m-quill");
    EXPECT_EQ(line.run({"author", "show", "bexley", "--json"}).json().at("namesakes").at(0), "O. M. Quill");
}

TEST_F(AuthorCommand, RefusesToMergeOrSplitWhomItDoesNotKnow) {
    EXPECT_EQ(line.run({"author", "merge", "bexley", "nobody"}).exit, Exit::no_input);
    EXPECT_EQ(line.run({"author", "merge", "nobody", "bexley"}).exit, Exit::no_input);
    EXPECT_EQ(line.run({"author", "split", "bexley", "Orla Bexley"}).exit, Exit::no_input);
    EXPECT_EQ(line.run({"author", "split", "bexley", " "}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"author", "merge", "bexley"}).exit, Exit::usage);
}

TEST_F(AuthorCommand, AsksBeforeItRemoves) {
    EXPECT_EQ(line.run({"author", "remove", "bexley"}).exit, Exit::usage);
    EXPECT_EQ(line.run({"author", "remove", "bexley", "--yes"}).exit, Exit::done);
    EXPECT_EQ(line.run({"author", "show", "bexley"}).exit, Exit::no_input);
}

TEST_F(AuthorCommand, RefusesWhatIsNoFact) {
    EXPECT_EQ(line.run({"author", "set", "bexley", "biio", "x"}).err,
              "masthead: an author has no such field: biio\nDid you mean \"bio\"?\n");
    EXPECT_EQ(line.run({"author", "set", "bexley", "url", "javascript:alert(1)"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"author", "set", "bexley", "email", "nobody"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"author", "set", "bexley", "profile.twitter", "not a handle"}).exit, Exit::bad_data);
    EXPECT_EQ(line.run({"author", "set", "bexley", "bio", "two\nlines"}).exit, Exit::bad_data);
}

struct NameCase {
    const char* name;
    const char* text;
    bool kept;
};

class AuthorName : public testing::TestWithParam<NameCase> {};

// A name is kept exactly as it is given, or refused; never changed and never a danger to a terminal.
TEST_P(AuthorName, IsKeptExactlyOrRefused) {
    CommandLine line;
    const auto added = line.run({"author", "add", "--json", "--", GetParam().text});
    if (!GetParam().kept) {
        EXPECT_TRUE(added.exit == Exit::bad_data || added.exit == Exit::usage);
    } else {
        ASSERT_EQ(added.exit, Exit::done) << added.err;
        EXPECT_EQ(added.json().at("name").as_string(), GetParam().text);
        const auto listed = line.run({"author", "list"}).out;
        for (const char* raw : {"\x1b", "\x07", "\xe2\x80\xae"}) EXPECT_EQ(listed.find(raw), std::string::npos);
    }
}

INSTANTIATE_TEST_SUITE_P(Names, AuthorName,
                         testing::Values(NameCase{"Osc", "\x1b]52;c;ZXZpbA==\x07", false},
                                         NameCase{"NewLine", "a\nb", false}, NameCase{"Dash", "-rf", true},
                                         NameCase{"Help", "--help", true}, NameCase{"Spaces", "   ", false},
                                         NameCase{"Empty", "", false},
                                         NameCase{"Bidi",
                                                  "\xe2\x80\xae"
                                                  "evil",
                                                  true},
                                         NameCase{"Quotes", "a'b\"c`d$(id)", true},
                                         NameCase{"NoUtf8", "bad:\xff\xfe", false},
                                         NameCase{"Path", "../../etc/passwd", true}, NameCase{"Dots", "..", true},
                                         NameCase{"Cyrillic",
                                                  "\xd0\xb0"
                                                  "dmin",
                                                  true},
                                         NameCase{"Tilde", "~root", true}),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace masthead::tests
