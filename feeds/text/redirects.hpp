#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace masthead::feeds {

/// Whether an address is a mail service's counter of clicks: it names the reader and leads on to the real target.
bool is_click_counter(std::string_view url);
bool is_click_counter(std::string_view host, std::string_view path);  ///< of such an address

/// The target that a redirecting address holds in itself: as a parameter, percent-encoded in the path, or in base64 (as
/// it is or in JSON). Nothing is asked of the network: that would count as the reader's click. Nothing when the target
/// is not in the address.
///     "https://click.mail.example/a/b/aHR0cHM6Ly9hLmV4YW1wbGUv" -> "https://a.example/"
std::optional<std::string> redirect_target(std::string_view url);

}  // namespace masthead::feeds
