#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/document.hpp"
#include "feeds/feed.hpp"

namespace masthead::storage::sqlite {

// What is never searched needs no column: it stands in one as JSON. Names are those of the model; what is empty is left
// out; a name that is not known is passed over, so a newer program may add some.

std::string encode_details(const feeds::Entry& entry);  ///< enclosures, episode details, the lesser addresses
void decode_details(std::string_view json, feeds::Entry& entry);

std::string encode_credit(const feeds::Credit& credit);  ///< all but part and author, which have columns
void decode_credit(std::string_view json, feeds::Credit& credit);

std::string encode_profiles(const std::vector<feeds::Profile>& profiles);
std::vector<feeds::Profile> decode_profiles(std::string_view json);

std::string encode_strings(const std::vector<std::string>& strings);
std::vector<std::string> decode_strings(std::string_view json);

std::string encode_selection(const feeds::Selection& selection);
feeds::Selection decode_selection(std::string_view json);

/// What a document says of itself, as far as a source shows it.
std::string encode_said(const feeds::Publication& publication);
feeds::Publication decode_said(std::string_view json);

/// A hash of what the publisher gave as the entry, the names of its people among it: SHA-256, hex. When it changes, the
/// entry was updated.
std::string content_hash(const feeds::Entry& entry);

/// A hash of all that is told of the entry's people: a bio that changes does not update what its author once wrote.
/// Whom the credits were matched to is not in it.
std::string credits_hash(const feeds::Entry& entry);

}  // namespace masthead::storage::sqlite
