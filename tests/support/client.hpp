#pragma once

#include <map>
#include <string>
#include <vector>

namespace masthead::tests {

/// What a server on the loopback answered. `status` is 0 when nothing answered.
struct Reply {
    long status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case; the last of several wins
    std::string body;                            ///< as it came: codings are not undone

    std::string header(const std::string& name) const;
};

/// One request over a connection of its own; redirects are not followed. `headers`: "Name: value".
Reply get(const std::string& url, const std::vector<std::string>& headers = {});
Reply head(const std::string& url, const std::vector<std::string>& headers = {});

}  // namespace masthead::tests
