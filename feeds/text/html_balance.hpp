#pragma once

#include <string>
#include <string_view>

#include "feeds/limits.hpp"
#include "feeds/result.hpp"

namespace masthead::feeds {

struct BalancedHtml {
    std::string text;
    bool flattened = false;  ///< elements deeper than Limits::depth were taken out, what was in them stayed
};

/// HTML rewritten for a tree builder whose time is quadratic in the depth of elements and in the number of formatting
/// elements left open: every element is closed where it ends, none lies deeper than Limits::depth, no tag has more than
/// 64 attributes. What no page is read for is left out with its content: foreign content, scripts other than JSON-LD,
/// styles, frames, templates, form controls. Linear in the text; an error only beyond Limits::nodes.
[[nodiscard]] Result<BalancedHtml, ParseError> balance_html(std::string_view text, const Limits& limits);

}  // namespace masthead::feeds
