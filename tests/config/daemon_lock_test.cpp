#include "config/daemon_lock.hpp"

#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/temporary_folder.hpp"

namespace masthead::config {
namespace {

TEST(DaemonLock, RefusesASecondAndNamesTheFirst) {
    const tests::TemporaryFolder folder;
    const std::filesystem::path store = folder.file("masthead.db");
    EXPECT_EQ(running_daemon(store), std::nullopt);
    {
        const auto first = DaemonLock::take(store);
        ASSERT_TRUE(first) << first.error().message;
        EXPECT_EQ(running_daemon(store), getpid());
        const auto second = DaemonLock::take(store);
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().exit, Exit::busy);
        EXPECT_NE(second.error().message.find(std::to_string(getpid())), std::string::npos) << second.error().message;
    }
    EXPECT_EQ(running_daemon(store), std::nullopt);
    EXPECT_TRUE(DaemonLock::take(store));
}

}  // namespace
}  // namespace masthead::config
