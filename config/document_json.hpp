#pragma once

#include <iosfwd>

#include "feeds/document.hpp"

namespace masthead::config {

/// Writes a document as the neutral JSON that `parse` prints, on one line; no more than an entry of it is made at once.
void write_document(std::ostream& out, const feeds::Document& document);

}  // namespace masthead::config
