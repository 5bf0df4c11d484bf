#include "storage/sqlite/fingerprints.hpp"

#include <array>
#include <new>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "storage/sqlite/entry_members.hpp"

namespace masthead::storage::sqlite {

namespace {

// With the length in front, so that no two lists of parts run together to the same bytes.
void add_part(std::string& all, std::string_view part) { all += fmt::format("{}:", part.size()).append(part); }

std::string sha256(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
    return fmt::format("{:02x}", fmt::join(digest.data(), digest.data() + size, ""));
}

}  // namespace

std::string content_hash(const feeds::Entry& entry) {
    std::string all;
    const auto add_time = [&](const std::optional<feeds::Time>& time) {
        add_part(all, time ? fmt::to_string(time->time_since_epoch().count()) : std::string());
    };
    for (const auto* text : {&entry.guid, &entry.url, &entry.canonical.str(), &entry.title, &entry.summary,
                             &entry.content, &entry.language, &entry.image})
        add_part(all, *text);
    add_time(entry.published);
    add_time(entry.updated);
    add_part(all, word(entry.kind));
    add_part(all, encode_list(entry.categories));
    add_part(all, encode(entry, entry_details));
    for (const auto& credit : entry.credits) add_part(all, fmt::format("{} {}", word(credit.part), credit.person.name));
    return sha256(all);
}

std::string attachments_hash(const feeds::Entry& entry) {
    std::string all = encode_list(entry.credits);
    add_part(all, encode(entry, entry_attachments));
    return sha256(all);
}

}  // namespace masthead::storage::sqlite
