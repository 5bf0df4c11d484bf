#pragma once

#include <string>
#include <string_view>

namespace masthead::tests {

/// What stands in a fragment that the sanitiser may never write, one line; empty when it is safe. Reads it as browsers
/// do (gumbo) and knows its own list of what is allowed: it shares nothing with what it judges. References have to be
/// absolute.
std::string unsafe_part(std::string_view html);

}  // namespace masthead::tests
