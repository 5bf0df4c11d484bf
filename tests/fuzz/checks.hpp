#pragma once

#include <string>
#include <string_view>

#include "feeds/document.hpp"

// What holds whatever a publisher sends. Each ends the program with a message where it does not, as the fuzzer wants
// it.
namespace masthead::fuzz {

void check(bool holds, std::string_view what, std::string_view of);

/// The text is valid UTF-8.
void check_text(std::string_view text);

/// A name is UTF-8, nobody takes it for a list of names, and an address can be made of it.
void check_name(const std::string& name);

/// The fragment is as the sanitiser wrote it: sanitised again it is the same, and a parser that knows nothing of ours
/// finds nothing in it that may not stand there.
void check_html(std::string_view html);

/// All texts and fragments of a document, and that its entries are found again, with their ids, titles, authors, dates
/// and files, in what is rendered of them as RSS, Atom and JSON.
void check_document(const feeds::Document& document);

}  // namespace masthead::fuzz
