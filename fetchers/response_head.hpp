#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace masthead::fetchers {

/// The header of an answer, line by line as it comes. Informational answers (RFC 9110, section 15.2) before the final
/// one are forgotten, but their bytes count.
class ResponseHead {
public:
    explicit ResponseHead(std::size_t max_bytes) : max_bytes_(max_bytes) {}

    /// Takes one line with its end. False: there are too many bytes.
    bool take(std::string_view line);

    /// The first value of a field, by its name in lower case; empty when there is none.
    std::string value(std::string_view name) const;
    std::vector<std::string> values(std::string_view name) const;

    /// Whether a field that may come once only came with different values.
    bool contradicts(std::string_view name) const;

    std::size_t bytes() const { return bytes_; }

private:
    std::size_t max_bytes_;
    std::size_t bytes_ = 0;
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// How long an answer stays fresh by Cache-Control or Expires (RFC 9111, sections 5.2.2.1 and 5.3), at most a year.
std::optional<std::chrono::seconds> freshness(const ResponseHead& head);

/// Retry-After in seconds or as a date against the answer's own Date (RFC 9110, section 10.2.3), at most a year.
/// Nothing when it is neither, or a date without a Date, or in the past.
std::optional<std::chrono::seconds> retry_after(const ResponseHead& head);

}  // namespace masthead::fetchers
