#pragma once

#include <string>

#include <tl/expected.hpp>

namespace masthead::feeds {

/// A value, or why there is none. Each folder has an error type of its own; functions that return one are
/// [[nodiscard]].
template <class T, class E>
using Result = tl::expected<T, E>;
using tl::unexpected;

/// Why a document was refused. The message is one line for the admin: what was wrong and what to do.
struct ParseError {
    enum class Code {
        not_a_feed,        ///< neither a feed nor a page that can be read
        malformed,         ///< is meant to be a feed, but broken beyond mending
        too_large,         ///< Limits::bytes
        too_deep,          ///< Limits::depth
        too_many,          ///< Limits::nodes or Limits::entries
        unknown_encoding,  ///< a charset that nobody knows, or one that is refused (UTF-7)
        unsupported,       ///< a version or a media type that is not read
    };
    Code code;
    std::string message;
};

}  // namespace masthead::feeds
