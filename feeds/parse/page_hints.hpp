#pragma once

#include <string>
#include <string_view>

#include "feeds/text/html.hpp"

namespace masthead::feeds {

/// What publishers call an element by its tag, class, id and role. Hints, no proof: themes put the words of a post's
/// categories among its classes.
struct PageHints {
    bool others = false;      ///< related, popular and sponsored pieces, comments
    bool site = false;        ///< navigation, sharing, newsletter boxes, cookie bars, paywalls
    bool bio = false;         ///< about the author
    bool byline = false;      ///< who wrote it, when
    bool standfirst = false;  ///< the sentence under the headline
    bool title = false;       ///< the headline
    bool date = false;        ///< when it was published
};

PageHints hints_of(const HtmlNode& node);

/// Whether a short line announces what is not part of the article ("Related", "More from ...", "Comments") in one of
/// the common languages.
bool announces_others(std::string_view line);

/// Whether a line is a notice of copyright.
bool is_rights_notice(std::string_view line);

}  // namespace masthead::feeds
