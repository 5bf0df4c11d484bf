#pragma once

#include <string>

#include "feeds/document.hpp"

namespace masthead::config {

/// A document as the neutral JSON that `parse` prints, on one line.
std::string document_json(const feeds::Document& document);

}  // namespace masthead::config
