#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/people/byline_labels.hpp"

namespace masthead::feeds {

// The knife for author values: every function cuts, none of them knows who is an author. All views point into the
// argument.

/// Without markup: "<b>Ada</b>" -> "Ada".
std::string without_tags(std::string_view text);

/// Without the brackets or quotes around all of it, and without punctuation at its ends.
std::string_view unwrapped(std::string_view text);

/// "Quiet Clauses by Ada" in the newsletter Quiet Clauses: what stands behind its title, when something does.
std::string_view without_publication(std::string_view line, std::string_view publication);

/// What semicolons, bars, bullets and dashes part.
std::vector<std::string_view> segments_of(std::string_view line);

/// What commas part, those of other scripts included.
std::vector<std::string_view> comma_pieces_of(std::string_view segment);

/// The piece without a conjunction at its beginning: "and Paul" -> "Paul".
std::string_view without_conjunction(std::string_view piece);

/// What conjunctions part: "Ada Wick and Cy Dorn". "y", "e" and the like part full names only.
std::vector<std::string_view> names_in(std::string_view piece);

/// Cuts a label off the beginning of a piece: "Photos by", "Text:"; nothing when none stands there.
std::optional<Label> take_label(std::string_view& piece);

/// A name with what is written right behind it.
struct NamePart {
    std::string name;
    std::string role;   ///< "기자"
    std::string place;  ///< "Ada at the Ledger": where that is an organisation or the publication
};

/// Parts a name from dates, notes in brackets and places: "Ada Wick (Ledger) on March 3". `publication` is a name_key.
NamePart name_part_of(std::string_view piece, std::string_view publication);

}  // namespace masthead::feeds
