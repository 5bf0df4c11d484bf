#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace masthead::http {

/// A part of a body.
struct Part {
    std::size_t offset = 0;
    std::size_t length = 0;

    bool operator==(const Part&) const = default;
};

/// What a Range field asks of a body of `size` bytes (RFC 9110, section 14.1.2).
struct RangeRequest {
    enum class Kind {
        whole,          ///< no range that is served: another unit, bad syntax, or several ranges
        part,           ///< `part` alone
        unsatisfiable,  ///< 416: it begins behind the end
    };
    Kind kind = Kind::whole;
    Part part;

    bool operator==(const RangeRequest&) const = default;
};

/// Reads one range of bytes: "bytes=0-499", "bytes=500-", "bytes=-500". Several ranges give the whole body, as section
/// 14.2 allows: they have been used to make servers send many times what they hold.
RangeRequest read_range(std::string_view value, std::size_t size);

}  // namespace masthead::http
