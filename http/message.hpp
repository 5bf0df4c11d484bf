#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masthead::http {

/// A request as a plain value, so that routes and conditions need no socket.
struct Request {
    enum class Method { get, head, options, other_known, unknown };

    Method method = Method::get;
    std::string path;   ///< decoded once, begins with '/'
    std::string query;  ///< undecoded, without '?'
    std::string host;
    std::vector<std::pair<std::string, std::string>> fields;  ///< names in lower case, in order

    /// All values of a field joined with ", " (RFC 9110, section 5.3); nothing when it is not there.
    std::optional<std::string> field(std::string_view lower_case_name) const;
};

}  // namespace masthead::http
