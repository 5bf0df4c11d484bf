#pragma once

#include <string>
#include <string_view>

namespace masthead::feeds {

/// The first e-mail address in a value: "ada@a.example (Ada)" -> "ada@a.example"; empty when there is none.
std::string address_in(std::string_view value);

/// The value without e-mail addresses, handles ("@ada") and URLs, and without the brackets that are left empty.
std::string without_addresses(std::string_view value);

}  // namespace masthead::feeds
