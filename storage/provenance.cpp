#include "storage/provenance.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "feeds/text/ascii.hpp"
#include "feeds/text/secret_url.hpp"

namespace masthead::storage {
namespace {

// With a scheme and something behind it, as an id of Atom has to be (RFC 4287, section 4.2.6).
bool is_absolute(std::string_view id) {
    const auto colon = id.find(':');
    if (colon == 0 || colon >= id.size() - 1 || !feeds::is_letter(id.front())) return false;
    return std::all_of(id.begin(), id.begin() + static_cast<std::ptrdiff_t>(colon),
                       [](char c) { return feeds::is_alphanumeric(c) || c == '+' || c == '-' || c == '.'; });
}

}  // namespace

feeds::Provenance provenance(const feeds::Source& source, const feeds::StoredEntry& entry) {
    feeds::Provenance origin;
    const bool is_id = is_absolute(source.feed_id) && !feeds::carries_secret(source.feed_id);
    origin.id = is_id ? source.feed_id : fmt::format("urn:uuid:{}", source.key);
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
