#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/fwd.hpp>

#include "config/errors.hpp"

namespace masthead::config {

/// Where a command reads and writes. Data goes to `out`, everything else to `err`.
struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool json = false;
    bool quiet = false;
    bool colour = false;       ///< stdout is a terminal, and neither NO_COLOR nor --no-color forbids it
    bool interactive = false;  ///< stdin and stderr are terminals: questions and progress bars make sense
};

/// Text from outside as a terminal may see it: on one line, with control characters (C0, DEL, C1), bidirectional
/// controls and bytes that are no UTF-8 written as escapes, so that a title cannot drive the terminal.
std::string escaped(std::string_view text);

/// JSON as it is printed: on one line, with the characters that `escaped` minds as \u escapes.
void print_json(std::ostream& out, const boost::json::value& value);

/// Rows under headings, each column as wide as its widest cell; what came from outside is escaped here. Nothing is cut
/// off, so that a table can be searched.
void print_table(Console& console, const std::vector<std::string>& headings,
                 const std::vector<std::vector<std::string>>& rows);

/// "label: value" lines with the values in one column; empty values are left out.
void print_properties(Console& console, const std::vector<std::pair<std::string, std::string>>& properties);

/// A line on stderr, unless --quiet.
void tell(Console& console, std::string_view line);

/// "masthead: message" and the hint on stderr; with --json the error object on stdout, too.
void print_error(Console& console, const Error& error);

/// Whether the admin agrees: by `yes`, or by an answer on a terminal; elsewhere an error that names --yes.
[[nodiscard]] feeds::Result<bool, Error> confirmed(Console& console, bool yes, std::string_view question);

}  // namespace masthead::config
