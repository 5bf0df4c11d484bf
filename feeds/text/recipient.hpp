#pragma once

#include <string>
#include <string_view>

#include "feeds/text/reader_marks.hpp"

namespace masthead::feeds {

/// A safe HTML fragment of a newsletter less what was meant for one recipient: links that act for him or her
/// (unsubscribe, manage, confirm, vote, feedback, referral), redirects that carry a token (replaced by their target
/// where the link itself holds it, else their text stays alone), tracking parameters, what the links that act
/// have in common with others, counting images and the footer that says why one receives it. Links and images that
/// carry nothing personal stay as they are.
std::string without_recipient(std::string_view html);
/// The same; `marks` learns what the links that act held, for addresses that stand elsewhere.
std::string without_recipient(std::string_view html, ReaderMarks& marks);

}  // namespace masthead::feeds
