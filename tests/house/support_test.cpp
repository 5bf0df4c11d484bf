#include <csignal>

#include <gtest/gtest.h>

#include "tests/support/process.hpp"

namespace {

using masthead::tests::Process;
using masthead::tests::run;

TEST(Process, CollectsBothOutputsAndTheExitCode) {
    const auto finished = run({.program = "sh",
                               .arguments = {"-c", "echo $WORD; cat; echo bad >&2; exit 3"},
                               .environment = {{"WORD", "good"}},
                               .folder = "",
                               .input = "given"});
    EXPECT_EQ(finished.code, 3);
    EXPECT_EQ(finished.out, "good\ngiven");
    EXPECT_EQ(finished.err, "bad\n");
}

TEST(Process, WaitsForALineAndEndsByASignal) {
    Process process({.program = "sh",
                     .arguments = {"-c", "echo before; echo ready 7; exec sleep 60"},
                     .environment = {},
                     .folder = "",
                     .input = ""});
    EXPECT_EQ(process.wait_for_line("ready"), "ready 7");
    process.signal(SIGTERM);
    EXPECT_EQ(process.wait(), 128 + SIGTERM);
}

TEST(Process, SaysThatAProgramIsMissing) {
    EXPECT_EQ(run({.program = "/no/such/program", .arguments = {}, .environment = {}, .folder = "", .input = ""}).code,
              127);
}

}  // namespace
