#include "fetchers/avatars.hpp"

#include <array>
#include <set>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <spdlog/spdlog.h>

namespace masthead::fetchers {

namespace {

using namespace std::chrono_literals;
using namespace std::string_view_literals;

constexpr std::size_t most_bytes = std::size_t{1} << 20;
constexpr std::chrono::hours fresh_for = 7 * 24h;
constexpr std::chrono::hours retry_after_failure = 24h;

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    std::string out;
    for (unsigned int i = 0; i < length; ++i) out += fmt::format("{:02x}", digest[i]);
    return out;
}

}  // namespace

std::string image_type(std::string_view bytes) {
    const auto starts_with = [&](std::string_view magic) { return bytes.substr(0, magic.size()) == magic; };
    if (starts_with("\x89PNG\r\n\x1a\n"sv)) return "image/png";
    if (starts_with("\xff\xd8\xff"sv)) return "image/jpeg";
    if (starts_with("GIF87a"sv) || starts_with("GIF89a"sv)) return "image/gif";
    if (starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv) return "image/webp";
    return {};
}

void Avatars::refresh(feeds::Time now, const std::stop_token& stop) {
    std::set<std::string> urls;
    for (const auto& author : store_.authors())
        if (!author.avatar.empty()) urls.insert(author.avatar);
    std::erase_if(failed_,
                  [&](const auto& failure) { return urls.count(failure.first) == 0 || failure.second <= now; });
    for (const auto& url : urls) {
        if (stop.stop_requested()) return;
        if (failed_.count(url) == 0) refresh_one(url, now);
    }
}

void Avatars::refresh_one(const std::string& url, feeds::Time now) {
    const auto known = store_.avatar_of_url(url);
    if (known && now - known->fetched < fresh_for) return;
    Request request;
    request.url = url;
    request.accept = Request::Accept::image;
    request.max_bytes = most_bytes;
    if (known) {
        request.etag = known->etag;
        request.last_modified = known->last_modified;
    }
    auto response = fetch_(request);
    if (known && response && response->status == 304) {
        auto renewed = *known;
        if (const auto stored = store_.avatar(known->hash)) renewed.bytes = stored->bytes;
        renewed.fetched = now;
        store_.put_avatar(renewed);
        return;
    }
    const std::string type = response ? image_type(response->body) : std::string();
    if (type.empty()) {
        failed_[url] = now + retry_after_failure;
        spdlog::warn("avatar_refused url={:?} error={:?}", url, response ? "is no image" : response.error().message);
        return;
    }
    store_.put_avatar({sha256_hex(response->body), url, type, std::move(response->body), std::move(response->etag),
                       std::move(response->last_modified), now});
}

}  // namespace masthead::fetchers
