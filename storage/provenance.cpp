#include "storage/provenance.hpp"

#include <fmt/format.h>

#include "feeds/text/secret_url.hpp"

namespace masthead::storage {

feeds::Provenance provenance(const feeds::Source& source, const feeds::StoredEntry& entry) {
    feeds::Provenance origin;
    origin.id = source.feed_id.empty() || feeds::carries_secret(source.feed_id) ? fmt::format("urn:uuid:{}", source.key)
                                                                                : source.feed_id;
    origin.title = source.title;
    if (source.is_public && source.type == feeds::Source::Type::feed && !feeds::carries_secret(source.url))
        origin.feed_url = source.url;
    if (!feeds::carries_secret(source.home_url)) origin.home_url = source.home_url;
    origin.image = source.image;
    origin.rights = source.rights;
    // The origin's feed changed then at the latest. Its newest change is later, but would give every page new bytes
    // whenever anything else appears there.
    origin.updated = entry.updated;
    return origin;
}

}  // namespace masthead::storage
