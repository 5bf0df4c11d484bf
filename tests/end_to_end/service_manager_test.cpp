#include <array>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <stdexcept>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/support/client.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"

namespace masthead::tests {
namespace {

class Socket {
public:
    // Without SOCK_CLOEXEC: a program that is started inherits it.
    Socket(int family, int type) : descriptor_(::socket(family, type, 0)) {
        if (descriptor_ < 0) throw std::runtime_error("no socket can be made");
    }
    ~Socket() { ::close(descriptor_); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

// What a service manager listens on for the words of its service (sd_notify(3)).
class Notifications {
public:
    Notifications() {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        // With nothing but the family the kernel finds an abstract name that is free (unix(7)).
        socklen_t length = sizeof address.sun_family;
        if (::bind(socket_.descriptor(), reinterpret_cast<const sockaddr*>(&address), length) != 0)
            throw std::runtime_error("no name for the socket");
        length = sizeof address;
        ::getsockname(socket_.descriptor(), reinterpret_cast<sockaddr*>(&address), &length);
        name_ = "@" + std::string(address.sun_path + 1, length - offsetof(sockaddr_un, sun_path) - 1);
    }

    const std::string& name() const { return name_; }

    bool wait_for(const std::string& word) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (std::chrono::steady_clock::now() < end) {
            pollfd waiting{socket_.descriptor(), POLLIN, 0};
            if (::poll(&waiting, 1, 100) != 1) continue;
            std::array<char, 1024> bytes{};
            const auto got = ::recv(socket_.descriptor(), bytes.data(), bytes.size(), 0);
            if (got > 0 && std::string(bytes.data(), static_cast<std::size_t>(got)) == word) return true;
        }
        return false;
    }

private:
    Socket socket_{AF_UNIX, SOCK_DGRAM};
    std::string name_;
};

// The daemon as a service manager starts it.
class ServiceManager : public testing::Test {
protected:
    Process::Start serve() const {
        return {program().string(),
                {"--db", folder_.file("masthead.db"), "--set", "http.listen=127.0.0.1:0", "--set",
                 "http.admin_listen=", "serve"},
                {{"HOME", folder_.path().string()}, {"NOTIFY_SOCKET", notifications_.name()}},
                folder_.path().string(),
                {}};
    }

    TemporaryFolder folder_;
    Notifications notifications_;
};

TEST_F(ServiceManager, HearsThatTheDaemonIsReadyLivesAndStops) {
    Process daemon(serve());
    EXPECT_TRUE(notifications_.wait_for("READY=1")) << daemon.err();
    EXPECT_TRUE(notifications_.wait_for("WATCHDOG=1")) << daemon.err();
    daemon.signal(SIGTERM);
    EXPECT_TRUE(notifications_.wait_for("STOPPING=1")) << daemon.err();
    EXPECT_EQ(daemon.wait(), 0) << daemon.err();
}

TEST_F(ServiceManager, HandsOverTheSocketThatTheDaemonServesOn) {
    const Socket listener(AF_INET, SOCK_STREAM);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ASSERT_EQ(::bind(listener.descriptor(), reinterpret_cast<const sockaddr*>(&address), length), 0);
    ASSERT_EQ(::listen(listener.descriptor(), 8), 0);
    ASSERT_EQ(::getsockname(listener.descriptor(), reinterpret_cast<sockaddr*>(&address), &length), 0);

    // sd_listen_fds(3): descriptors from 3 on, for the process that LISTEN_PID names.
    auto start = serve();
    start.arguments.insert(start.arguments.begin(), {"-c", R"(exec 3<&"$0"; LISTEN_PID=$$ LISTEN_FDS=1 exec "$@")",
                                                     std::to_string(listener.descriptor()), start.program});
    start.program = "bash";
    const Process daemon(start);
    ASSERT_TRUE(notifications_.wait_for("READY=1")) << daemon.err();
    EXPECT_EQ(get(fmt::format("http://127.0.0.1:{}/healthz", ntohs(address.sin_port))).status, 200);
}

}  // namespace
}  // namespace masthead::tests
