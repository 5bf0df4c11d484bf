#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace masthead::feeds {

// What a piece of an author value or of a bio looks like. All take one line (text/fold.hpp).

/// The words of a line; they point into it.
std::vector<std::string_view> words_of(std::string_view line);
std::vector<std::string_view> words_of(std::string&&) = delete;

/// A word as a WordList holds it: folded, without full stops, commas and colons at its end.
std::string bare_word(std::string_view word);

/// Whether a letter begins the text that has no lower-case form before it: "Ada", "山田"; not "ada", "3".
bool begins_with_capital(std::string_view text);
bool begins_with_upper_case(std::string_view text);
bool begins_with_lower_case(std::string_view text);

/// "Prof. Dr. Ada Wick" -> "Ada Wick". What is nothing but titles stays.
std::string_view without_titles(std::string_view name);
std::string_view without_titles(std::string&&) = delete;

/// A person's name as far as its form tells: few words, with capitals where the script has them, none of them a role or
/// an organisation.
bool is_person_name(std::string_view text);

/// "The Economics Desk", "Data Team": several people under one name.
bool is_desk_name(std::string_view text);

/// "University of Harrowgate", "Ledger Media LLC".
bool is_organization(std::string_view text);

/// "professor of physics", "Staff Writer".
bool is_role(std::string_view text);

/// "admin", "La rédaction", "3 min read": a value that says that nobody is named.
bool names_nobody(std::string_view text);

}  // namespace masthead::feeds
