#pragma once

#include <functional>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "http/server.hpp"
#include "storage/store.hpp"
#include "tests/http/raw_connection.hpp"
#include "tests/support/temporary_folder.hpp"

namespace masthead::tests {

/// A store of its own with some entries, and a server on ports that the kernel chose.
class ServerTest : public testing::Test {
protected:
    ServerTest();

    /// Starts the server; tests that need other options set `options_` first.
    void start();

    /// A connection to the public address.
    RawConnection connect(int receive_buffer = 0) const { return RawConnection(address(), receive_buffer); }
    RawReply get(const std::string& path, const std::string& fields = "", const std::string& method = "GET") const {
        return connect().get(path, fields, method);
    }
    std::string address() const { return server_->addresses().front(); }
    std::string admin_address() const { return server_->addresses().back(); }

    /// Another entry, dated so many minutes after the year began, with a text of about so many bytes.
    void publish(int number, std::size_t bytes = 100);

    /// A portrait of so many bytes, and its path: a quick way to a big body.
    std::string put_avatar(std::size_t bytes);

    /// Asks again and again until the answer is as wanted; false after ten seconds.
    bool eventually(const std::string& path, const std::function<bool(const RawReply&)>& wanted) const;

    TemporaryFolder folder_;
    std::unique_ptr<storage::Store> store_ = storage::open_store({"sqlite:" + folder_.file("masthead.db")});
    feeds::Site site_;
    http::Options options_;
    std::unique_ptr<http::Server> server_;
    feeds::SourceId source_{};
};

}  // namespace masthead::tests
