#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "http/descriptor.hpp"

namespace masthead::http {

/// Immutable bytes that any number of connections send at once. Big ones live in a sealed memory file, from which
/// sendfile(2) feeds a socket without a copy; small ones are cheaper in one sendmsg(2) together with their header.
class Body {
public:
    explicit Body(std::string bytes);

    std::size_t size() const { return size_; }

    /// The memory file, for sendfile with an offset of one's own; -1 when the bytes are in memory.
    int descriptor() const { return file_.get(); }

    /// All bytes of a small body; empty for one in a memory file.
    std::string_view in_memory() const { return bytes_; }

    /// A copy of all bytes, wherever they are.
    std::string copy() const;

private:
    std::string bytes_;
    std::size_t size_;
    Descriptor file_;
};

}  // namespace masthead::http
