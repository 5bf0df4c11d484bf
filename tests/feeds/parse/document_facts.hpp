#pragma once

#include <map>
#include <string>

#include "feeds/document.hpp"

namespace masthead::tests {

/// What a document says, as one short text per place: "entries[0].title" -> "...". Lists are joined by "|".
std::map<std::string, std::string> facts_of_document(const feeds::Document& document);

}  // namespace masthead::tests
