#pragma once

#include <string>

#include "feeds/document.hpp"

namespace masthead::tests {

/// What is wrong with what a parser returned whatever it was given, one line; empty when nothing is: every text is
/// UTF-8, every piece of HTML is safe, and sanitising it again changes nothing.
std::string broken_promise(const feeds::Document& document);

}  // namespace masthead::tests
