#pragma once

#include <optional>
#include <string>

namespace masthead::config {

// What is wrong with the text of a setting, as the end of a sentence "KEY = VALUE: ..."; nothing when it is right.

std::optional<std::string> check_line(const std::string& text);          ///< no control characters
std::optional<std::string> check_base_url(const std::string& text);      ///< http(s), without query and fragment
std::optional<std::string> check_optional_url(const std::string& text);  ///< empty, or http(s)
std::optional<std::string> check_listen(const std::string& text);        ///< "HOST:PORT", "[::]:80", "unix:/path"
std::optional<std::string> check_optional_listen(const std::string& text);
std::optional<std::string> check_network(const std::string& text);    ///< an address, with /PREFIX or :PORT
std::optional<std::string> check_proxy(const std::string& text);      ///< an address, with /PREFIX, or "unix:"
std::optional<std::string> check_store_url(const std::string& text);  ///< "sqlite:/path"

}  // namespace masthead::config
