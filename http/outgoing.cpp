#include "http/outgoing.hpp"

#include <array>
#include <cerrno>

#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace masthead::http {
namespace {

Outgoing::Progress failure() {
    return errno == EAGAIN || errno == EWOULDBLOCK ? Outgoing::Progress::blocked : Outgoing::Progress::broken;
}

}  // namespace

void Outgoing::begin(Response response, std::string_view tail) {
    response_ = std::move(response);
    tail_.assign(tail);
    sent_ = file_sent_ = file_length_ = 0;
    small_body_ = {};
    if (!response_.body) return;
    if (response_.body->descriptor() >= 0)
        file_length_ = response_.length;
    else
        small_body_ = response_.body->in_memory().substr(response_.offset, response_.length);
}

Outgoing::Progress Outgoing::send(int socket) {
    const Progress memory = send_memory(socket);
    return memory == Progress::done ? send_file(socket) : memory;
}

Outgoing::Progress Outgoing::send_memory(int socket) {
    const std::array<std::string_view, 3> pieces{*response_.head, tail_, small_body_};
    const std::size_t all = pieces[0].size() + pieces[1].size() + pieces[2].size();
    // The kernel then puts the header into one packet with the beginning of the file.
    const int more = file_length_ > 0 ? MSG_MORE : 0;
    while (sent_ < all) {
        std::array<iovec, 3> vector{};
        std::size_t count = 0, skip = sent_;
        for (std::string_view piece : pieces) {
            const std::size_t skipped = std::min(skip, piece.size());
            skip -= skipped;
            piece.remove_prefix(skipped);
            if (!piece.empty()) vector[count++] = {const_cast<char*>(piece.data()), piece.size()};
        }
        msghdr message{};
        message.msg_iov = vector.data();
        message.msg_iovlen = count;
        const ssize_t taken = ::sendmsg(socket, &message, MSG_NOSIGNAL | more);
        if (taken < 0 && errno == EINTR) continue;
        if (taken < 0) return failure();
        sent_ += static_cast<std::size_t>(taken);
    }
    return Progress::done;
}

Outgoing::Progress Outgoing::send_file(int socket) {
    while (file_sent_ < file_length_) {
        auto offset = static_cast<off_t>(response_.offset + file_sent_);
        const ssize_t taken = ::sendfile(socket, response_.body->descriptor(), &offset, file_length_ - file_sent_);
        if (taken < 0 && errno == EINTR) continue;
        if (taken < 0) return failure();
        if (taken == 0) return Progress::broken;
        file_sent_ += static_cast<std::size_t>(taken);
    }
    return Progress::done;
}

}  // namespace masthead::http
