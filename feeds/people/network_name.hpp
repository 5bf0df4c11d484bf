#pragma once

#include <string_view>

namespace masthead::feeds {

/// Whether the name that a show gives as its author's is that of who publishes it: "Wondery", "Quay Audio", "Weir Media
/// LLC", or the show's own title.
bool is_network(std::string_view name, std::string_view show_title);

}  // namespace masthead::feeds
