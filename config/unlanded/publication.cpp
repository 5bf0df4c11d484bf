#include "storage/publication.hpp"

#include <stdexcept>

namespace masthead::storage {
feeds::Result<feeds::Page, PublicationError> publication(Store&, const feeds::Site&, const PublicationRequest&) {
    throw std::logic_error("not built yet");
}
}  // namespace masthead::storage
