#include <string>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include "http/server.hpp"
#include "tests/http/server_fixture.hpp"

namespace masthead::tests {
namespace {

class Listening : public ServerTest {};

constexpr const char* feed = "/feeds/all.rss";

TEST_F(Listening, ListensOnAUnixSocket) {
    options_.listen = {"unix:" + folder_.file("http.sock")};
    start();
    EXPECT_EQ(RawConnection(options_.listen[0]).get(feed).status, 200);
    server_.reset();
    EXPECT_THROW(RawConnection(options_.listen[0]), std::runtime_error);
    start();
    EXPECT_EQ(RawConnection(options_.listen[0]).get(feed).status, 200);
}

TEST_F(Listening, LetsEveryUserConnectToAUnixSocket) {
    const auto path = folder_.file("http.sock");
    options_.listen = {"unix:" + path};
    const auto before = ::umask(0077);
    start();
    ::umask(before);
    struct stat status {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0666U) << "as to a port of the loopback";
}

TEST_F(Listening, AcceptsFromSocketsThatWereHandedOver) {
    const http::Descriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    folder_.file("handed.sock").copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ASSERT_EQ(::listen(socket.get(), 16), 0);
    auto server = http::Server::open(*store_, site_, options_, {socket.get()}, [] { return feeds::Time{}; });
    ASSERT_TRUE(server) << server.error().message;
    for (int n = 0; n < 10; ++n) EXPECT_EQ(RawConnection("unix:" + folder_.file("handed.sock")).get(feed).status, 200);
}

TEST_F(Listening, RefusesAnAddressThatIsTaken) {
    start();
    http::Options options = options_;
    options.listen = {address()};
    const auto second = http::Server::open(*store_, site_, options, {}, [] { return feeds::Time{}; });
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().message.find(address()), std::string::npos);
    EXPECT_FALSE(second.error().hint.empty());
}

TEST_F(Listening, RefusesAnAddressThatIsNone) {
    for (const char* address : {"", "127.0.0.1", "127.0.0.1:http", "127.0.0.1:99999", "unix:", "300.1.1.1:80"}) {
        http::Options options = options_;
        options.listen = {address};
        EXPECT_FALSE(http::Server::open(*store_, site_, options, {}, [] { return feeds::Time{}; })) << address;
    }
}

TEST_F(Listening, HandsItsSocketsToASuccessor) {
    start();
    options_.listen = {address()};  // by name, as settings have it
    server_.reset();
    start();
    site_.hub = "";
    auto successor = http::Server::open(
        *store_, site_, options_, {}, [] { return feeds::Time{}; }, server_.get());
    ASSERT_TRUE(successor) << successor.error().message;
    server_->drain();
    server_ = std::move(*successor);
    EXPECT_EQ(get(feed).field("link").find("hub"), std::string::npos);
}

}  // namespace
}  // namespace masthead::tests
