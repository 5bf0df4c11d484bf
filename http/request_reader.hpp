#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "feeds/result.hpp"
#include "http/message.hpp"
#include "http/options.hpp"

namespace masthead::http {

/// Reads the requests of one connection out of the bytes as they come, with Beast's parser. It holds at most one
/// header's worth of bytes; a body is never read (Request::has_body).
class RequestReader {
public:
    explicit RequestReader(const Options& options);
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    /// Where to receive next; never empty after `next` gave nothing. Valid until the next call.
    std::span<char> space();
    void received(std::size_t bytes);

    /// The next whole request; nothing: more bytes are needed. The error is the status to refuse it with; nothing of
    /// the connection can be trusted after that.
    [[nodiscard]] feeds::Result<std::optional<Request>, int> next();

    /// Whether a byte of the next request has come.
    bool has_begun() const { return begun_; }

private:
    struct Parsing;

    bool line_is_too_long() const;

    const std::size_t max_line_;
    const std::size_t max_header_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0, end_ = 0;  // of the bytes that wait in the buffer
    std::size_t taken_ = 0;            // bytes of the request that the parser has taken
    bool begun_ = false;
    std::unique_ptr<Parsing> parsing_;
};

}  // namespace masthead::http
