#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace masthead::http {

/// One answer on its way into a socket that does not block. Nothing is copied but the few bytes that differ from
/// answer to answer.
class Outgoing {
public:
    enum class Progress {
        done,
        blocked,  ///< call `send` again when the socket can be written
        broken,   ///< the other side is gone
    };

    /// `tail` ends the header: the fields that belong to this answer alone, and the empty line.
    void begin(Response response, std::string_view tail);

    /// Sends as much as the socket takes. The thread has to have SIGPIPE blocked or ignored.
    Progress send(int socket);

    /// Bytes of this answer that are sent.
    std::size_t sent() const { return sent_ + file_sent_; }

private:
    Progress send_memory(int socket);
    Progress send_file(int socket);

    Response response_;
    std::string tail_;
    std::string_view small_body_;  // into response_.body
    std::size_t sent_ = 0;         // of head, tail and small body together
    std::size_t file_sent_ = 0, file_length_ = 0;
};

}  // namespace masthead::http
