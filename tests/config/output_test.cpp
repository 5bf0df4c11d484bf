#include "config/output.hpp"

#include <sstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace masthead::config {
namespace {

struct Streams {
    std::istringstream in;
    std::ostringstream out, err;
    Console console{in, out, err};
};

TEST(Output, EscapesWhatDrivesATerminal) {
    EXPECT_EQ(escaped("plain, é 山"), "plain, é 山");
    EXPECT_EQ(escaped("\x1b]52;c;evil\x07"), "\\u001b]52;c;evil\\u0007");
    EXPECT_EQ(escaped("a\nb\tc\r"), "a\\nb\\tc\\r");
    EXPECT_EQ(escaped("\x7f"), "\\u007f");
    EXPECT_EQ(escaped("\xc2\x9b"
                      "31m"),
              "\\u009b31m");  // CSI as one C1 character
    EXPECT_EQ(escaped("\xe2\x80\xae"
                      "evil"),
              "\\u202eevil");                       // right-to-left override
    EXPECT_EQ(escaped("\xe2\x81\xa6"), "\\u2066");  // isolate
    EXPECT_EQ(escaped("bad:\xff\xfe"), "bad:\\xff\\xfe");
    EXPECT_EQ(escaped("\xed\xa0\x80"), "\\xed\\xa0\\x80");  // a surrogate is no character
    EXPECT_EQ(escaped("\xe2\x80"), "\\xe2\\x80");           // cut off
}

TEST(Output, PrintsJsonWithoutRawControls) {
    Streams streams;
    print_json(streams.out, boost::json::object{{"title", "\xe2\x80\xae\x1b\xc2\x9b"}});
    EXPECT_EQ(streams.out.str(), "{\"title\":\"\\u202e\\u001b\\u009b\"}\n");
    EXPECT_EQ(boost::json::parse(streams.out.str()).at("title").as_string(), "\xe2\x80\xae\x1b\xc2\x9b");
}

TEST(Output, AlignsTables) {
    Streams streams;
    print_table(streams.console, {"A", "B"}, {{"é", "x"}, {"long", ""}});
    EXPECT_EQ(streams.out.str(), "A     B\né     x\nlong  -\n");
}

TEST(Output, NamesErrorsOnStderrAndInJson) {
    Streams streams;
    streams.console.json = true;
    print_error(streams.console, {Exit::no_input, "there is no such author: x\x1b", "Look again."});
    EXPECT_EQ(streams.err.str(), "masthead: there is no such author: x\\u001b\nLook again.\n");
    EXPECT_EQ(streams.out.str(),
              "{\"error\":{\"code\":\"no_input\",\"message\":\"there is no such author: x\\u001b\","
              "\"hint\":\"Look again.\"}}\n");
}

TEST(Output, AsksOnATerminalAndWantsYesElsewhere) {
    Streams streams;
    EXPECT_TRUE(*confirmed(streams.console, true, "remove x"));
    const auto refused = confirmed(streams.console, false, "remove x");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().exit, Exit::usage);
    streams.console.interactive = true;
    streams.in.str("y\nn\n");
    EXPECT_TRUE(*confirmed(streams.console, false, "remove x"));
    EXPECT_FALSE(*confirmed(streams.console, false, "remove x"));
    EXPECT_FALSE(*confirmed(streams.console, false, "remove x"));  // the end of the input is no yes
}

TEST(Output, IsQuietWhenTold) {
    Streams streams;
    streams.console.quiet = true;
    tell(streams.console, "added x");
    EXPECT_EQ(streams.err.str(), "");
}

}  // namespace
}  // namespace masthead::config
