#include "http/outgoing.hpp"

#include <array>
#include <csignal>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include "http/descriptor.hpp"

namespace masthead::http {
namespace {

struct Pair {
    Pair() {
        std::array<int, 2> ends{};
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()), 0);
        ours = Descriptor(ends[0]);
        theirs = Descriptor(ends[1]);
    }
    std::string received() {
        std::string out(1 << 16, '\0');
        const ssize_t got = ::recv(theirs.get(), out.data(), out.size(), 0);
        out.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return out;
    }
    Descriptor ours, theirs;
};

Response response(std::string body, std::size_t offset, std::size_t length) {
    Response out;
    out.head = std::make_shared<const std::string>("HTTP/1.1 200 OK\r\n");
    out.body = std::make_shared<const Body>(std::move(body));
    out.offset = offset;
    out.length = length;
    return out;
}

std::string numbers(std::size_t count) {
    std::string out;
    for (std::size_t n = 0; n < count; ++n) out += std::to_string(n) + ' ';
    return out;
}

TEST(Outgoing, SendsHeadTailAndBodyInOrder) {
    Pair pair;
    Outgoing outgoing;
    outgoing.begin(response("0123456789", 0, 10), "Date: now\r\n\r\n");
    EXPECT_EQ(outgoing.send(pair.ours.get()), Outgoing::Progress::done);
    EXPECT_EQ(pair.received(), "HTTP/1.1 200 OK\r\nDate: now\r\n\r\n0123456789");
}

TEST(Outgoing, GoesOnWhereAFullSocketStoppedIt) {
    for (const std::size_t count : {std::size_t{3'000}, std::size_t{300'000}}) {  // in memory, in a memory file
        const std::string body = numbers(count);
        Pair pair;
        Outgoing outgoing;
        outgoing.begin(response(body, 5, body.size() - 10), "\r\n");
        std::string all;
        auto progress = Outgoing::Progress::blocked;
        for (int rounds = 0; rounds < 10'000 && progress == Outgoing::Progress::blocked; ++rounds) {
            progress = outgoing.send(pair.ours.get());
            all += pair.received();
        }
        for (std::string more = pair.received(); !more.empty(); more = pair.received()) all += more;
        EXPECT_EQ(progress, Outgoing::Progress::done);
        EXPECT_EQ(outgoing.sent(), all.size());
        EXPECT_TRUE(all == "HTTP/1.1 200 OK\r\n\r\n" + body.substr(5, body.size() - 10)) << count;
    }
}

TEST(Outgoing, SaysWhenTheClientIsGone) {
    sigset_t pipe, before;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &before);
    Pair pair;
    pair.theirs.close();
    Outgoing outgoing;
    outgoing.begin(response(numbers(300'000), 0, 1'000'000), "\r\n");
    EXPECT_EQ(outgoing.send(pair.ours.get()), Outgoing::Progress::broken);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

TEST(Body, KeepsBigBytesInAFileThatNobodyCanChange) {
    const std::string bytes = numbers(300'000);
    const Body body(bytes);
    ASSERT_GE(body.descriptor(), 0);
    EXPECT_TRUE(body.copy() == bytes);
    EXPECT_EQ(body.size(), bytes.size());
    EXPECT_LT(::write(body.descriptor(), "x", 1), 0);
}

TEST(Body, KeepsSmallBytesInMemory) {
    const Body body("small");
    EXPECT_EQ(body.descriptor(), -1);
    EXPECT_EQ(body.in_memory(), "small");
    EXPECT_EQ(body.copy(), "small");
}

}  // namespace
}  // namespace masthead::http
