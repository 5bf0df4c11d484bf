#include "feeds/render/page_parts.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>

#include <unicode/uloc.h>

#include "feeds/render/entry_parts.hpp"
#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {
namespace {

std::string first_of(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts)
        if (std::string clean = clean_text(text); clean.find_first_not_of(" \t\n") != std::string::npos) return clean;
    return {};
}

}  // namespace

std::string page_title(const Page& page) {
    const std::string_view subject = page.subject ? std::string_view(page.subject->name) : std::string_view();
    return first_of({page.title, subject, page.site.title, "masthead"});
}

std::string page_description(const Page& page) {
    const std::string_view bio = page.subject ? std::string_view(page.subject->bio) : std::string_view();
    return first_of({page.description, bio, page_title(page)});
}

std::optional<Time> page_updated(const Page& page) {
    Time newest = page.updated;
    for (const PublishedEntry& entry : page.entries) newest = std::max(newest, entry_updated(entry));
    return newest == Time{} ? std::nullopt : std::optional(newest);
}

std::string language_tag(std::string_view language) {
    const std::string tag(language);
    std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
    std::int32_t parsed = 0;
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(tag.c_str(), locale.data(), static_cast<std::int32_t>(locale.size()), &parsed, &status);
    const bool is_whole = U_SUCCESS(status) && !tag.empty() && static_cast<std::size_t>(parsed) == tag.size();
    const std::string_view code = is_whole ? uloc_getISO3Language(locale.data()) : "";
    return code.empty() || code == "und" ? std::string() : tag;
}

}  // namespace masthead::feeds
