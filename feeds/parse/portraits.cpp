#include "feeds/parse/portraits.hpp"

#include <algorithm>

#include "feeds/parse/page_hints.hpp"
#include "feeds/parse/visible_byline.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

bool is_placeholder(std::string_view url) {
    return url.empty() || url.find("placeholder") != std::string_view::npos ||
           url.find("blank.gif") != std::string_view::npos;
}

bool may_hold_portrait(Region region) {
    return region != Region::others && region != Region::boilerplate && region != Region::text;
}

bool is_avatar_mark(const HtmlNode& node) {
    const auto classes = folded(node.attribute("class"));
    return classes.find("avatar") != std::string::npos || classes.find("author") != std::string::npos ||
           classes.find("headshot") != std::string::npos || classes.find("portrait") != std::string::npos;
}

// "Portrait of Ada Wick", "Ada Wick (photo)": the name, and two words of what kind of picture it is.
bool names_portrait(std::string_view alternative, const std::string& name) {
    constexpr std::ptrdiff_t most_more = 2;
    const auto text = " " + name_key(alternative) + " ", key = " " + name_key(name) + " ";
    if (key.size() <= 2 || text.find(key) == std::string::npos) return false;
    return std::count(text.begin(), text.end(), ' ') - std::count(key.begin(), key.end(), ' ') <= most_more;
}

// An image beside an author's name: marked itself, or within the byline or a link to the author.
bool is_marked_portrait(const HtmlPage& page, std::size_t image) {
    if (is_avatar_mark(page.tree[image])) return true;
    auto n = page.tree[image].parent;
    for (int level = 0; level < 3 && n != 0; ++level, n = page.tree[n].parent) {
        const auto& node = page.tree[n];
        if (page.region(n) != Region::head && page.region(n) != Region::bio) return false;
        if (is_author_mark(page, node) || hints_of(node).byline || hints_of(node).bio) return true;
        if (node.tag == "a" && profile_of_url(page.resolve(node.attribute("href")))) return true;
    }
    return false;
}

}  // namespace

std::string image_address(const HtmlPage& page, std::size_t image) {
    for (const std::string_view name : {"src", "data-src", "data-lazy-src", "data-original"}) {
        auto url = page.resolve(page.tree[image].attribute(name));
        if (!is_placeholder(url)) return url;
    }
    return {};
}

std::string portrait_of(const HtmlPage& page, const std::string& name, bool is_only_author) {
    constexpr std::size_t most_images = 500;
    std::string marked;
    std::size_t images = 0;
    for (std::size_t n = 0; n < page.tree.size() && images < most_images; ++n) {
        const auto& node = page.tree[n];
        if ((node.tag != "img" && node.tag != "amp-img") || !may_hold_portrait(page.region(n))) continue;
        ++images;
        auto url = image_address(page, n);
        if (url.empty()) continue;
        if (names_portrait(node.attribute("alt"), name)) return url;
        if (marked.empty() && is_only_author && is_marked_portrait(page, n)) marked = url;
    }
    return marked;
}

}  // namespace masthead::feeds
