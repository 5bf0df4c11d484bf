#pragma once

#include <string>

#include "feeds/entry.hpp"

namespace masthead::storage::sqlite {

/// A hash of what the publisher gave as the entry, the names of its people among it: SHA-256, hex. When it changes, the
/// entry was updated.
std::string content_hash(const feeds::Entry& entry);

/// A hash of all that is told of the entry's people, of its extensions and of the feed that it was copied from: a bio
/// or a count of comments that changes does not update what its author once wrote. Whom the credits were matched to is
/// not in it.
std::string attachments_hash(const feeds::Entry& entry);

}  // namespace masthead::storage::sqlite
