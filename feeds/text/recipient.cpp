#include "feeds/text/recipient.hpp"

#include "feeds/text/url.hpp"

namespace masthead::feeds {

std::string without_recipient(std::string_view html) { return std::string(html); }

std::string url_without_recipient(std::string_view url) { return without_tracking(url); }

}  // namespace masthead::feeds
