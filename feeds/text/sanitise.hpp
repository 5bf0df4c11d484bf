#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace masthead::feeds {

/// Untrusted HTML as a safe fragment: one linear pass over an allow-list of elements and attributes that writes anew
/// and echoes nothing. No scripts, styles, forms, frames, event handlers, foreign content or raw-text elements;
/// references are resolved against `base` and have an allowed scheme; images that only count readers are dropped;
/// elements are closed and nested within a fixed depth. Sanitising its own output changes nothing.
std::string sanitise(std::string_view html, std::string_view base);

/// A safe fragment whose links to places in itself ("#fn1") lead to the same places of its page: a feed reader has many
/// texts on one page of its own, and RSS has no base. What is in `html` beside them stays byte for byte.
std::string with_fragments_of(std::string_view page, std::string html);

/// The text of an HTML fragment: character references resolved, blocks parted by a space, white space collapsed.
std::string plain_text(std::string_view html);

/// Plain text as HTML: escaped, with line breaks; where blank lines part it, each part is a paragraph.
std::string html_from_text(std::string_view text);

/// At most `characters` characters of `text`, ended at a sentence where one ends in the last half of them, else at a
/// word with an ellipsis. For bios (280) and summaries.
std::string excerpt(std::string_view text, std::size_t characters);

/// The first paragraphs of a safe HTML fragment, about `characters` characters of text, whole blocks only.
std::string excerpt_html(std::string_view html, std::size_t characters);

}  // namespace masthead::feeds
