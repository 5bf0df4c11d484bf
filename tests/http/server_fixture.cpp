#include "tests/http/server_fixture.hpp"

#include <stdexcept>
#include <thread>

namespace masthead::tests {
namespace {

feeds::Time minute(int number) {
    return feeds::Time{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}} + std::chrono::minutes{number};
}

// Words that do not repeat soon, so that a text does not shrink to nothing when it is compressed.
std::string text(std::size_t bytes, unsigned seed) {
    std::string out = "<p>";
    while (out.size() < bytes) out += std::to_string(seed = seed * 1'664'525U + 1'013'904'223U) + ' ';
    return out + "</p>";
}

}  // namespace

ServerTest::ServerTest() {
    site_.base_url = "https://feeds.example";
    site_.hub = "https://hub.example/";
    options_.listen = {"127.0.0.1:0"};
    options_.admin_listen = "127.0.0.1:0";
    options_.threads = 2;
    feeds::Source source;
    source.url = "https://ledger.example/feed";
    source.title = "The Ledger";
    source_ = store_->add_source(source).id;
    publish(1);
}

void ServerTest::start() {
    auto server = http::Server::open(*store_, site_, options_, {}, [] {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    });
    if (!server) throw std::runtime_error(server.error().message);
    server_ = std::move(*server);
}

void ServerTest::publish(int number, std::size_t bytes) {
    storage::Commit commit;
    commit.source = source_;
    commit.at = minute(number);
    feeds::Entry entry;
    entry.guid = "guid-" + std::to_string(number);
    entry.url = "https://ledger.example/" + std::to_string(number);
    entry.title = "Piece " + std::to_string(number);
    entry.content = text(bytes, static_cast<unsigned>(number));
    entry.published = minute(number);
    commit.entries = {entry};
    store_->commit(commit);
}

std::string ServerTest::put_avatar(std::size_t bytes) {
    storage::Avatar avatar;
    avatar.hash = std::string(64, 'a');
    avatar.url = "https://ledger.example/orla.png";
    avatar.type = "image/png";
    for (std::size_t n = 0; n < bytes; ++n) avatar.bytes += static_cast<char>(n * 31 % 251);
    store_->put_avatar(avatar);
    return "/avatars/" + avatar.hash;
}

bool ServerTest::eventually(const std::string& path, const std::function<bool(const RawReply&)>& wanted) const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    RawConnection client = connect();
    while (std::chrono::steady_clock::now() < deadline) {
        if (wanted(client.get(path))) return true;
        std::this_thread::yield();
    }
    return false;
}

}  // namespace masthead::tests
