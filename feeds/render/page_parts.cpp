#include "feeds/render/page_parts.hpp"

#include <algorithm>
#include <initializer_list>

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
    constexpr std::size_t longest_subtag = 8;
    std::size_t subtag = 0;
    bool first = true;
    for (const char c : language) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-') {
            if (subtag == 0 || (first && subtag < 2)) return {};
            first = false;
            subtag = 0;
        } else if ((letter || (!first && c >= '0' && c <= '9')) && subtag < longest_subtag) {
            ++subtag;
        } else {
            return {};
        }
    }
    return subtag == 0 || (first && (subtag < 2 || subtag > 3)) ? std::string() : std::string(language);
}

}  // namespace masthead::feeds
