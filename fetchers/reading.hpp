#pragma once

#include <string>
#include <vector>

#include "feeds/document.hpp"
#include "feeds/source.hpp"
#include "fetchers/options.hpp"
#include "fetchers/transfer.hpp"
#include "storage/commit.hpp"

namespace masthead::fetchers {

/// Parses what was fetched, with the limits of the settings; credits are inherited. The error's outcome is the
/// source's.
feeds::Result<feeds::Document, FetchError> read_document(const Response& response, const Options& options);

/// Matches the credits of `entries` to authors. An entry that credits nobody is the source's default authors', which
/// the store sees to.
void credit_entries(std::vector<feeds::Entry>& entries, const feeds::Source& source,
                    const std::vector<feeds::Author>& authors);

/// What a document says of authors that are known: of its subject, its people, and those whom its entries credit (whose
/// credits are matched). One fact of each field, platform and origin; the newest stays. `where` is its address.
std::vector<storage::AuthorFact> facts_in(const feeds::Document& document, const feeds::Source& source,
                                          const std::vector<feeds::Author>& authors, const std::string& where,
                                          feeds::Time at);

/// Whether a fact that a single article tells may be kept: when another document says the same, or the text that it was
/// taken from begins with the author's name (`name`). Anything else may be a stranger's. What a byline element or the
/// author's own page says needs no witness, nor does the name itself.
bool is_vouched_for(const feeds::Fact& fact, const std::vector<feeds::Fact>& others, const std::string& name);

}  // namespace masthead::fetchers
