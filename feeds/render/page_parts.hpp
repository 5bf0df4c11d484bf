#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feeds/feed.hpp"

namespace masthead::feeds {

// What every format publishes of a page alike.

/// What the page is called and what it says of itself; never empty.
std::string page_title(const Page& page);
std::string page_description(const Page& page);

/// When the page last changed: no entry on it is newer. Nothing when there is nothing on it.
std::optional<Time> page_updated(const Page& page);

/// A language tag as BCP 47 writes it ("en", "pt-BR"), of a language that ISO 639 knows; empty for anything else.
std::string language_tag(std::string_view language);

}  // namespace masthead::feeds
