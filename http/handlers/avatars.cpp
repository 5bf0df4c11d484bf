#include "http/handlers/avatars.hpp"

#include "http/handlers/assets.hpp"

namespace masthead::http {

feeds::Result<Content, Missing> avatar_content(storage::Store& store, const Route& route) {
    auto avatar = store.avatar(route.name);
    if (!avatar) return feeds::unexpected(Missing{});
    // The bytes came from somewhere else: should a browser open them as a page of this site, nothing in them runs.
    std::string fields = std::string(kept_for_a_year) + "Content-Security-Policy: default-src 'none'; sandbox\r\n";
    return Content{
        std::move(avatar->bytes), {std::move(avatar->type), avatar->fetched, std::move(fields), false}, {}, true};
}

}  // namespace masthead::http
