#pragma once

#include <array>
#include <string_view>

namespace masthead::feeds {

/// One row of the table of platforms. In a path, H stands for the handle, N for a number, * for any one segment.
struct Platform {
    std::string_view name;
    std::string_view title;
    bool in_byline;  // whether Byline knows it as a `rel`
    bool (*is_handle)(std::string_view);
    std::string_view address;  // what we publish, with H
    std::array<std::string_view, 4> hosts;
    std::array<std::string_view, 5> paths;
    std::array<std::string_view, 16> reserved;  // what stands where a handle may stand, but is none
};

/// The row of a platform with this name, or null.
const Platform* platform_named(std::string_view name);

/// The row of the platform whose profiles are at this host (lower case, without "www."), or null. Those of the
/// fediverse are at any.
const Platform* platform_at(std::string_view host);

}  // namespace masthead::feeds
