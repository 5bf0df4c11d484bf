#pragma once

#include <optional>
#include <string>

#include "config/errors.hpp"
#include "feeds/source.hpp"
#include "storage/store.hpp"

namespace masthead::config {

/// `source set KEY VALUE` on a source that is not written back yet; an empty value returns to the default. What is
/// wrong with the key or the value otherwise, and the source stays as it was.
[[nodiscard]] std::optional<Error> set_source_key(storage::Store& store, feeds::Source& source, const std::string& key,
                                                  const std::string& value);

/// What is wrong with the address of a source; nothing when it is http or https.
std::optional<std::string> problem_of_source_url(const std::string& url);

/// The kind that a word means; an empty word leaves it open.
[[nodiscard]] feeds::Result<std::optional<feeds::Kind>, Error> source_kind(const std::string& word);

}  // namespace masthead::config
