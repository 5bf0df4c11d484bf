#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "feeds/rare_text.hpp"
#include "feeds/text/reader_marks.hpp"

namespace masthead::feeds {

// The values of feeds, whatever their format, as the model has them.

/// A title, name or category as one line of plain text, from a value that is HTML more often than not: markup and
/// references resolved once.
///     "AT&amp;T <b>wins</b>" -> "AT&T wins"
std::string plain_line(std::string_view html);

/// The same from plain text.
std::string text_line(std::string_view text);

/// Plain text as HTML: one paragraph as it is, several as paragraphs.
std::string html_of_text(std::string_view text);

/// A language tag (BCP 47); empty for what is none. "en_US" -> "en-US"
std::string language_of(std::string_view text);

/// Untrusted HTML as a safe fragment with absolute references and without what was meant for one recipient.
std::string safe_html(std::string_view html, std::string_view base);
/// The same; `marks` learns what tells the recipient.
std::string safe_html(std::string_view html, std::string_view base, ReaderMarks& marks);

/// A title whose text alone would lose where it leads or what it shows, as a safe HTML fragment of the same text; else
/// empty.
std::string linking_html(std::string_view html, std::string_view base);

// A relative reference of a document of which nobody says where it is from (an empty base) stays as it is written.

/// The address of a page: absolute, without what tracks or names a recipient. Empty when it is no link.
std::string page_address(std::string_view base, std::string_view reference);

/// The address of a file (enclosure, image, transcript): absolute, otherwise as it is, for publishers count downloads
/// by what stands in it. Empty when it is not on the web.
std::string file_address(std::string_view base, std::string_view reference);

/// Whole numbers and numbers with a fraction; nothing for anything else, for negative ones and those too large.
std::optional<std::uint64_t> count_of(std::string_view text);
std::optional<double> number_of(std::string_view text);

/// itunes:duration: seconds, MM:SS or HH:MM:SS, with or without a fraction.
std::optional<std::chrono::seconds> duration_of(std::string_view text);

/// "yes", "true", "explicit" and "no", "false", "clean".
std::optional<bool> answer_of(std::string_view text);

/// A text without white space at its ends, in lower case (ASCII).
std::string lower_word(std::string_view text);

/// The media type or keyword that a value begins with, in lower case; empty where markup stands right behind it, as
/// what it would say without that is not its publisher's.
///     "Video/MP4" medium=" -> "video/mp4"
std::string keyword_of(std::string_view text);

/// Sets a value that is not set yet: what is read first is what counts most.
void set_first(std::string& field, std::string value);
void set_first(RareText& field, std::string value);
template <class T>
void set_first(std::optional<T>& field, const std::optional<T>& value) {
    if (!field) field = value;
}

}  // namespace masthead::feeds
