#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace masthead::feeds {

/// Calls `visit` with the name and the value of each parameter in a query ("a=1&b=2"), both still percent-encoded.
void for_each_parameter(std::string_view query,
                        const std::function<void(std::string_view name, std::string_view value)>& visit);

/// The address without those parameters of its query that `drop` names, and without empty ones; the fragment stays.
std::string without_parameters(std::string_view url,
                               const std::function<bool(std::string_view name, std::string_view value)>& drop);

}  // namespace masthead::feeds
