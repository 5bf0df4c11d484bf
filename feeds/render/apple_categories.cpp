#include "feeds/render/apple_categories.hpp"

#include <algorithm>
#include <array>

#include "feeds/text/ascii.hpp"
#include "feeds/text/find_element.hpp"

namespace masthead::feeds {
namespace {

struct Row {
    std::string_view name, parts;  // parted by '|'
};

// Apple's list ("Apple Podcasts categories").
constexpr std::array<Row, 19> rows = {
    {{"Arts", "Books|Design|Fashion & Beauty|Food|Performing Arts|Visual Arts"},
     {"Business", "Careers|Entrepreneurship|Investing|Management|Marketing|Non-Profit"},
     {"Comedy", "Comedy Interviews|Improv|Stand-Up"},
     {"Education", "Courses|How To|Language Learning|Self-Improvement"},
     {"Fiction", "Comedy Fiction|Drama|Science Fiction"},
     {"Government", ""},
     {"History", ""},
     {"Health & Fitness", "Alternative Health|Fitness|Medicine|Mental Health|Nutrition|Sexuality"},
     {"Kids & Family", "Education for Kids|Parenting|Pets & Animals|Stories for Kids"},
     {"Leisure", "Animation & Manga|Automotive|Aviation|Crafts|Games|Hobbies|Home & Garden|Video Games"},
     {"Music", "Music Commentary|Music History|Music Interviews"},
     {"News", "Business News|Daily News|Entertainment News|News Commentary|Politics|Sports News|Tech News"},
     {"Religion & Spirituality", "Buddhism|Christianity|Hinduism|Islam|Judaism|Religion|Spirituality"},
     {"Science",
      "Astronomy|Chemistry|Earth Sciences|Life Sciences|Mathematics|Natural Sciences|Nature|Physics|Social Sciences"},
     {"Society & Culture", "Documentary|Personal Journals|Philosophy|Places & Travel|Relationships"},
     {"Sports",
      "Baseball|Basketball|Cricket|Fantasy Sports|Football|Golf|Hockey|Rugby|Running|Soccer|Swimming|Tennis|Volleyball|"
      "Wilderness|Wrestling"},
     {"Technology", ""},
     {"True Crime", ""},
     {"TV & Film", "After Shows|Film History|Film Interviews|Film Reviews|TV Reviews"}}};
constexpr std::string_view default_category = "Society & Culture";

constexpr std::string_view itunes_namespace = "http://www.itunes.com/dtds/podcast-1.0.dtd";

const Row* row_of(std::string_view category) {
    const auto* const found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return lowered(row.name) == lowered(category); });
    return found == rows.end() ? nullptr : found;
}

// In Apple's spelling; empty where the category has no such part.
std::string_view part_of(const Row& row, std::string_view name) {
    for (std::string_view left = row.parts; !left.empty();) {
        const auto part = left.substr(0, left.find('|'));
        if (lowered(part) == lowered(name)) return part;
        left.remove_prefix(std::min(part.size() + 1, left.size()));
    }
    return {};
}

std::vector<AppleCategory> categories_of_show(const std::vector<ExtensionElement>& elements) {
    std::vector<AppleCategory> out;
    const Row* row = nullptr;
    for (const auto& element : elements) {
        const bool is_category = element.uri == itunes_namespace && lowered(element.name) == "category";
        if (element.depth == 0) {
            row = is_category ? row_of(attribute_of(element, "text")) : nullptr;
            if (row) out.push_back({row->name, {}});
        } else if (row && is_category) {
            if (const auto part = part_of(*row, attribute_of(element, "text")); !part.empty())
                out.back().parts.push_back(part);
        }
    }
    return out;
}

// The first in Apple's list of those that most entries carry.
std::string_view most_frequent(const std::vector<PublishedEntry>& entries) {
    std::array<std::size_t, rows.size()> counts{};
    for (const PublishedEntry& entry : entries)
        for (const std::string& category : entry.stored.entry.categories)
            if (const Row* row = row_of(category)) ++counts[static_cast<std::size_t>(row - rows.data())];
    const auto* const most = std::max_element(counts.begin(), counts.end());
    return *most == 0 ? default_category : rows[static_cast<std::size_t>(most - counts.begin())].name;
}

}  // namespace

std::vector<AppleCategory> apple_categories_of(const Page& page) {
    auto out = categories_of_show(page.extensions);
    if (out.empty()) out.push_back({most_frequent(page.entries), {}});
    return out;
}

}  // namespace masthead::feeds
