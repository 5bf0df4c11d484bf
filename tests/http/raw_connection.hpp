#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "http/descriptor.hpp"

namespace masthead::tests {

/// An answer as it came.
struct RawReply {
    int status = 0;
    std::map<std::string, std::string> fields;  ///< names in lower case
    std::string body;

    /// Empty when it was not sent.
    std::string field(const std::string& name) const {
        const auto found = fields.find(name);
        return found == fields.end() ? "" : found->second;
    }
};

/// One raw connection to a server, so that a test says every byte. Waiting ends with an exception after ten seconds.
class RawConnection {
public:
    /// "127.0.0.1:PORT" or "unix:/path". A small `receive_buffer` makes a slow reader.
    explicit RawConnection(const std::string& address, int receive_buffer = 0);

    void send(std::string_view bytes);

    /// The next answer; nothing when the server ended the connection. `head`: it has no body, whatever its length.
    std::optional<RawReply> read(bool head = false);

    /// Sends GET (or another method) with these header lines, each ended by CRLF, and reads the answer.
    RawReply get(const std::string& path, const std::string& fields = "", const std::string& method = "GET");

    /// Waits for the server's end of the connection and says how long that took.
    std::chrono::milliseconds wait_for_end();

    /// Reads what is there, at most so many bytes; false at the end.
    bool read_some(std::size_t most);

    std::size_t bytes_read() const { return bytes_read_; }

private:
    http::Descriptor socket_;
    std::string data_;
    std::size_t bytes_read_ = 0;
};

}  // namespace masthead::tests
