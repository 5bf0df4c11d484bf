#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace masthead::feeds {

/// A charset that a label means.
struct Charset {
    std::string name;  ///< WHATWG's, in lower case; of what is none of its encodings the label
    std::string icu;   ///< the name by which ICU opens it; empty: refused
};

/// What a label of a header, a declaration or a tag means on the web (WHATWG Encoding, section 4.2), and beyond that
/// what ICU knows by it (the code pages of DOS and EBCDIC). Nothing for a label that nobody knows.
std::optional<Charset> charset_of_label(std::string_view label);

/// The name that the bytes bear out of a text which is labelled as ASCII or ISO 8859-1 and is read as windows-1252, of
/// which both are parts: their own where they hold nothing beyond it.
std::string borne_out_name(std::string_view label, const Charset& charset, std::string_view bytes);

}  // namespace masthead::feeds
