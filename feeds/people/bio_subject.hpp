#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace masthead::feeds {

/// Whom a bio is about: the names that it begins with, as `known_names` write them, else as the bio does. Empty when it
/// begins with no name ("She teaches history").
std::vector<std::string> subjects_of(std::string_view line, const std::vector<std::string>& known_names);

/// The names that a text begins with, without knowing any. `strict` asks for a verb or mark behind them, as headlines
/// and labels begin with capitals, too.
enum class Strictness { any, strict };
std::vector<std::string> names_at_start(std::string_view line, Strictness strictness);

/// Whether a text begins with a name, or with the end of it ("Luitpold von der Aue" for "Freiherr Luitpold von der
/// Aue"). The name's length in the line; 0 when it does not.
std::size_t length_of_name_at_start(std::string_view line, std::string_view name);

/// How well a handle fits a name: not at all, by its surname or first name, by both.
enum class Likeness { none, partly, wholly };
Likeness likeness(std::string_view handle, std::string_view name);

}  // namespace masthead::feeds
