#pragma once

#include <string_view>

#include "feeds/document.hpp"

// What holds whatever a publisher sends. Each ends the program with a message where it does not, as the fuzzer wants
// it.
namespace masthead::fuzz {

void check(bool holds, std::string_view what, std::string_view of);

/// The text is valid UTF-8.
void check_text(std::string_view text);

/// The fragment is as the sanitiser wrote it: sanitised again it is the same, and an HTML5 parser that knows nothing of
/// ours finds only allowed elements, no event handlers, and no addresses that run.
void check_html(std::string_view html);

/// All texts and fragments of a document, and that its entries are found again, with their ids, in what is rendered of
/// them as RSS, Atom and JSON.
void check_document(const feeds::Document& document);

}  // namespace masthead::fuzz
