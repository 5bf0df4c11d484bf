#include "feeds/identity.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "feeds/people/names.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// RFC 9562, section 6.6.
constexpr std::string_view url_space = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
// The Podcasting 2.0 namespace, `podcast:guid`.
constexpr std::string_view podcast_space = "ead4c236-bf58-58c6-a2c6-a6b28d128cb6";

using Digest = std::vector<unsigned char>;

Digest digest(const EVP_MD* algorithm, std::string_view text) {
    Digest out(EVP_MAX_MD_SIZE);
    unsigned length = 0;
    if (EVP_Digest(text.data(), text.size(), out.data(), &length, algorithm, nullptr) != 1)
        throw std::runtime_error("libcrypto cannot compute a digest: out of memory, or its settings forbid SHA-1");
    out.resize(length);
    return out;
}

std::string hex(const unsigned char* bytes, std::size_t size) {
    std::string out;
    out.reserve(size * 2);
    for (std::size_t i = 0; i < size; ++i) out += fmt::format("{:02x}", bytes[i]);
    return out;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The 16 bytes that a UUID stands for, whatever stands between its digits.
std::string uuid_bytes(std::string_view uuid) {
    std::string out;
    int high = -1;
    for (const char c : uuid) {
        const int value = hex_value(c);
        if (value < 0) continue;
        if (high < 0) {
            high = value;
        } else {
            out += static_cast<char>(high * 16 + value);
            high = -1;
        }
    }
    return out;
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? text[i] != '-' : hex_value(text[i]) < 0) return false;
    }
    return true;
}

bool has_prefix(std::string_view text, std::string_view lower_case_prefix) {
    return text.size() >= lower_case_prefix.size() &&
           std::equal(lower_case_prefix.begin(), lower_case_prefix.end(), text.begin(),
                      [](char want, char c) { return c >= 'A' && c <= 'Z' ? want == c + 32 : want == c; });
}

// RFC 8141, section 2: "urn:" NID ":" NSS; a uuid has the form of RFC 9562, section 4.
bool is_urn(std::string_view rest) {
    const auto colon = rest.find(':');
    if (colon == std::string_view::npos || colon < 2 || colon > 32 || colon + 1 == rest.size()) return false;
    const auto space = rest.substr(0, colon);
    if (!is_alphanumeric(space.front()) || !is_alphanumeric(space.back())) return false;
    if (!std::all_of(space.begin(), space.end(), [](char c) { return is_alphanumeric(c) || c == '-'; })) return false;
    return !has_prefix(space, "uuid") || is_uuid(rest.substr(colon + 1));
}

bool is_day(std::string_view text) {
    constexpr std::string_view form = "0000-00-00";
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (form[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    return true;
}

// RFC 4151, section 2.1: "tag:" authority "," date ":" specific.
bool is_tag(std::string_view rest) {
    const auto comma = rest.find(',');
    const auto colon = rest.find(':');
    if (comma == std::string_view::npos || colon == std::string_view::npos || comma == 0 || colon < comma) return false;
    const auto authority = rest.substr(0, comma);
    const bool named = std::all_of(authority.begin(), authority.end(), [](char c) {
        return is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '@';
    });
    return named && is_day(rest.substr(comma + 1, colon - comma - 1));
}

// What neither a URI nor an IRI holds (RFC 3987, section 2.2), broken escapes among it.
bool has_forbidden_characters(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c <= 0x20 || c == 0x7F || std::string_view("<>\"{}|\\^`").find(text[i]) != std::string_view::npos)
            return true;
        if (text[i] == '%' && (i + 2 >= text.size() || hex_value(text[i + 1]) < 0 || hex_value(text[i + 2]) < 0))
            return true;
    }
    return false;
}

}  // namespace

std::string entry_key(const Entry& entry) {
    if (!entry.guid.empty()) return entry.guid;
    if (!entry.url.empty()) return entry.url;
    // The parts end in a zero byte, so that none can run into the next.
    std::string parts = entry.title + '\0';
    if (entry.published) parts += fmt::format("{}", entry.published->time_since_epoch().count());
    parts += '\0';
    // With neither title nor date only the text tells two entries apart.
    if (entry.title.empty() && !entry.published) parts += entry.summary + '\0' + entry.content;
    const Digest hash = digest(EVP_sha256(), parts);
    return "sha256:" + hex(hash.data(), hash.size());
}

bool is_global_id(std::string_view guid) {
    constexpr std::size_t longest = 2048;
    if (guid.size() > longest || has_forbidden_characters(guid)) return false;
    if (has_prefix(guid, "urn:")) return is_urn(guid.substr(4));
    if (has_prefix(guid, "tag:")) return is_tag(guid.substr(4));
    return !url_parts(guid).host.empty() || (is_media(guid) && resolve_url({}, guid).has_value());
}

std::string local_id(std::string_view source_key, std::string_view entry_key) {
    return "urn:uuid:" + uuid5(source_key, entry_key);
}

std::string uuid5(std::string_view space, std::string_view name) {
    Digest hash = digest(EVP_sha1(), uuid_bytes(space.empty() ? url_space : space) + std::string(name));
    hash[6] = static_cast<unsigned char>((hash[6] & 0x0F) | 0x50);  // version 5
    hash[8] = static_cast<unsigned char>((hash[8] & 0x3F) | 0x80);  // the variant of RFC 9562
    const std::string digits = hex(hash.data(), 16);
    return fmt::format("{}-{}-{}-{}-{}", digits.substr(0, 8), digits.substr(8, 4), digits.substr(12, 4),
                       digits.substr(16, 4), digits.substr(20));
}

std::string podcast_guid(std::string_view feed_url) {
    if (const auto scheme = feed_url.find("://"); scheme != std::string_view::npos) feed_url.remove_prefix(scheme + 3);
    while (!feed_url.empty() && feed_url.back() == '/') feed_url.remove_suffix(1);
    return uuid5(podcast_space, feed_url);
}

std::vector<Credit> lasting_credits(const std::vector<Credit>& stored, std::vector<Credit> said) {
    const auto is_of_feed = [](const Credit& credit) { return credit.of_feed; };
    if (std::none_of(stored.begin(), stored.end(), is_of_feed) || std::none_of(said.begin(), said.end(), is_of_feed))
        return said;
    const auto before = said;
    said.erase(std::remove_if(said.begin(), said.end(), is_of_feed), said.end());
    std::vector<Credit> lasting;
    for (const auto& credit : stored) {
        if (!credit.of_feed) continue;
        const auto same = std::find_if(before.begin(), before.end(), [&](const Credit& other) {
            return other.of_feed && other.part == credit.part &&
                   name_key(other.person.name) == name_key(credit.person.name);
        });
        lasting.push_back(same == before.end() ? credit : *same);
    }
    said.insert(said.begin(), lasting.begin(), lasting.end());
    return said;
}

}  // namespace masthead::feeds
