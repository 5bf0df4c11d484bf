#include "config/descriptors.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <ostream>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace masthead::config {
namespace {

TEST(DescriptorBuffer, WritesEverything) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    const std::string text(40'000, 'x');
    {
        DescriptorBuffer buffer(ends[1]);
        std::ostream out(&buffer);
        out << text;
        out.flush();
        EXPECT_EQ(buffer.error(), 0);
    }
    close(ends[1]);
    std::string read_back(50'000, '\0');
    std::size_t length = 0;
    for (ssize_t got = 1; got > 0;) {
        got = read(ends[0], read_back.data() + length, read_back.size() - length);
        if (got > 0) length += static_cast<std::size_t>(got);
    }
    EXPECT_EQ(read_back.substr(0, length), text);
    close(ends[0]);
}

TEST(DescriptorBuffer, RemembersAFullDisk) {
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    ASSERT_GE(full, 0);
    DescriptorBuffer buffer(full);
    std::ostream out(&buffer);
    out << "text" << std::flush;
    EXPECT_EQ(buffer.error(), ENOSPC);
    EXPECT_FALSE(out);
    close(full);
}

}  // namespace
}  // namespace masthead::config
