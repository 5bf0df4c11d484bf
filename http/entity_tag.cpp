#include "http/entity_tag.hpp"

#include <array>

#include <openssl/sha.h>

namespace masthead::http {

std::string entity_tag(std::string_view bytes) {
    constexpr std::size_t used = 16;  // 128 bits: no two states of a page will ever collide
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    ::SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    std::string tag = "\"";
    for (std::size_t at = 0; at < used; ++at) {
        tag += digits[digest[at] >> 4U];
        tag += digits[digest[at] & 15U];
    }
    return tag + '"';
}

}  // namespace masthead::http
