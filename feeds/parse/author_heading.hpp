#pragma once

#include <string>
#include <string_view>

#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// What is left of the heading of an author's page without what it says of the list below it. Other headings stay as
/// they are.
///     "Author Archives: Ada Wick" -> "Ada Wick"; "Tous les articles de Ada Wick" -> "Ada Wick"
std::string_view without_list_label(std::string_view heading);

/// Whether the heading of a page is an author's name, with a label before it or something about the author behind it:
/// "Posts by Ada Wick", "Ada Wick, columnist".
bool is_headed_by(const HtmlPage& page, std::string_view name);

/// "About the author", in the common languages: what follows is a bio.
bool announces_bio(std::string_view heading);

}  // namespace masthead::feeds
