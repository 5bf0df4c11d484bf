#include "feeds/text/region_zone.hpp"

#include <cstdint>
#include <memory>

#include <unicode/timezone.h>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {

std::string_view region_zone(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0) return {};
    const auto is_part = [](char c) { return is_letter(c) || c == '_' || c == '/' || c == '-'; };
    std::size_t start = slash, end = slash;
    while (start > 0 && is_part(text[start - 1])) --start;
    while (end < text.size() && is_part(text[end])) ++end;
    return slash - start >= 2 && end - slash > 2 ? text.substr(start, end - start) : std::string_view();
}

std::optional<int> region_minutes(std::string_view region, Time local) {
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(
        icu::UnicodeString::fromUTF8(icu::StringPiece(region.data(), static_cast<std::int32_t>(region.size())))));
    if (!zone || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
    std::int32_t raw = 0, summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone->getOffset(static_cast<UDate>(local.time_since_epoch().count()), true, raw, summer, status);
    if (U_FAILURE(status)) return std::nullopt;
    return (raw + summer) / 60'000;
}

}  // namespace masthead::feeds
