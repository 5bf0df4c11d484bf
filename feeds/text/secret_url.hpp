#pragma once

#include <string_view>

namespace masthead::feeds {

/// Whether an address gives access by itself, as paid letters and podcasts give one to each reader: a user and
/// password, a parameter such as `token` or `auth`, a folder named `private`, or a part that is long and random.
bool carries_secret(std::string_view url);

}  // namespace masthead::feeds
