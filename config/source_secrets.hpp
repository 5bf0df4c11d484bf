#pragma once

#include <string_view>

namespace masthead::config {

/// Whether an address itself opens what others may not see: a user name or password in it, or a parameter that is
/// called like one. What comes from there is in no public feed until the admin says so.
bool carries_secret(std::string_view url);

}  // namespace masthead::config
