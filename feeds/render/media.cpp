#include "feeds/render/media.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "feeds/render/address.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> types_by_ending{{
    {"mp3", "audio/mpeg"},
    {"m4a", "audio/x-m4a"},
    {"aac", "audio/aac"},
    {"ogg", "audio/ogg"},
    {"opus", "audio/opus"},
    {"wav", "audio/wav"},
    {"flac", "audio/flac"},
    {"mp4", "video/mp4"},
    {"m4v", "video/x-m4v"},
    {"mov", "video/quicktime"},
    {"webm", "video/webm"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"png", "image/png"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"pdf", "application/pdf"},
}};

// RFC 6838, section 4.2, without parameters.
bool is_media_type(std::string_view type) {
    const auto slash = type.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == type.size()) return false;
    return std::all_of(type.begin(), type.end(), [&](const char& c) {
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
        return alphanumeric || std::string_view("!#$&-^_.+").find(c) != std::string_view::npos ||
               &c == type.data() + slash;
    });
}

std::string_view type_by_ending(std::string_view url) {
    const std::string path = lowered(url_parts(url).path);
    const auto dot = path.rfind('.');
    if (dot == std::string::npos) return {};
    const std::string_view ending = std::string_view(path).substr(dot + 1);
    for (const auto& [known, type] : types_by_ending)
        if (known == ending) return type;
    return {};
}

bool is_playable(const Enclosure& enclosure) {
    const std::string type = media_type_of(enclosure);
    return type.rfind("audio/", 0) == 0 || type.rfind("video/", 0) == 0;
}

}  // namespace

std::string media_type_of(const Enclosure& enclosure) {
    const std::string_view given = std::string_view(enclosure.type).substr(0, enclosure.type.find(';'));
    if (std::string type = lowered(given); is_media_type(type) && type != "application/octet-stream") return type;
    const std::string_view guessed = type_by_ending(enclosure.url);
    return guessed.empty() ? "application/octet-stream" : std::string(guessed);
}

std::string_view medium_of(std::string_view media_type) {
    for (const std::string_view medium : {"audio", "video", "image"})
        if (media_type.substr(0, media_type.find('/')) == medium) return medium;
    return "document";
}

Media media_of(const Entry& entry) {
    Media out;
    for (const Enclosure& enclosure : entry.enclosures) {
        if (published_url(enclosure.url).empty()) continue;
        if (medium_of(media_type_of(enclosure)) == "image") {
            out.images.push_back(&enclosure);
        } else if (out.main == nullptr) {
            out.main = &enclosure;
        } else if (!is_playable(*out.main) && is_playable(enclosure)) {
            out.others.push_back(std::exchange(out.main, &enclosure));
        } else {
            out.others.push_back(&enclosure);
        }
    }
    out.cover = published_url(entry.image);
    if (out.cover.empty() && !out.images.empty()) out.cover = published_url(out.images.front()->url);
    return out;
}

}  // namespace masthead::feeds
