#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feeds/author.hpp"
#include "feeds/entry.hpp"
#include "feeds/feed.hpp"
#include "feeds/outcome_words.hpp"
#include "feeds/source.hpp"

namespace masthead::config {

// The words that the command line uses for the enums of the model, beside those of feeds/outcome_words.hpp. What a word
// does not mean gives nothing.

std::string_view word_of(feeds::Origin origin);
std::string_view word_of(feeds::Field field);
std::string_view word_of(feeds::Kind kind);
std::string_view word_of(feeds::TextPolicy policy);
std::string_view word_of(feeds::Source::Type type);

std::optional<feeds::Field> field_of(std::string_view word);
std::optional<feeds::Kind> kind_of(std::string_view word);
std::optional<feeds::TextPolicy> text_policy_of(std::string_view word);
std::optional<feeds::Format> format_of(std::string_view word);

/// "yes", "on", "true" and their opposites.
std::optional<bool> switch_of(std::string_view word);

}  // namespace masthead::config
