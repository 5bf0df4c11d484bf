#pragma once

#include <string>
#include <string_view>

namespace masthead::feeds {

/// An address of a newsletter less what was meant for one recipient, as without_recipient() (recipient.hpp) has it;
/// empty when nothing is left that may be published.
std::string url_without_recipient(std::string_view url);

/// Whether an address is absolute, as it should be (clean_url.hpp), and has no place for a recipient, so that nothing
/// of it is lost. Most are such; this is a quick look.
bool is_plain_page(std::string_view url);

/// Whether there is a mail address in a part of an address, percent-encoded or not.
bool holds_mail_address(std::string_view part);

}  // namespace masthead::feeds
