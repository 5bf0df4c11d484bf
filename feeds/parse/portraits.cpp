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

bool is_in_link(const HtmlPage& page, std::size_t n) { return page.tree.ancestor(n, "a") < page.tree.size(); }

// The only picture in the smallest element around the heading that has one, but for an element around the pieces, too.
std::string portrait_beside_heading(const HtmlPage& page, const std::string& name, std::size_t end) {
    const auto& tree = page.tree;
    for (auto n = tree[page.structure.heading].parent; n != 0 && tree[n].end < end; n = tree[n].parent) {
        const auto images = tree.all_tags("img", n);
        if (images.empty()) continue;
        const auto alternative = tree[images.front()].attribute("alt");
        const bool is_anothers =
            !alternative.empty() && name_key(alternative).find(name_key(name)) == std::string::npos;
        // The publication's mark leads home.
        return images.size() > 1 || is_anothers || is_in_link(page, images.front())
                   ? std::string()
                   : image_address(page, images.front());
    }
    return {};
}

// "Ada Wick at the weir": longer than names_portrait() takes it, where no pieces are about.
bool begins_with_name(std::string_view alternative, const std::string& name) {
    const auto key = name_key(name);
    return !key.empty() && name_key(alternative).starts_with(key);
}

bool is_in_avatar(const HtmlTree& tree, std::size_t image, std::size_t end) {
    auto n = image;
    for (int level = 0; level < 4 && n != 0 && tree[n].end < end; ++level, n = tree[n].parent)
        if (is_avatar_mark(tree[n])) return true;
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

std::string portrait_in_head(const HtmlPage& page, const std::string& name, std::size_t end) {
    if (auto beside = portrait_beside_heading(page, name, end); !beside.empty()) return beside;
    std::string found;
    for (const auto image : page.tree.all_tags("img")) {
        if (image >= end || !may_hold_portrait(page.region(image)) || is_in_link(page, image)) continue;
        const auto alternative = page.tree[image].attribute("alt");
        const bool is_it =
            begins_with_name(alternative, name) || (alternative.empty() && is_in_avatar(page.tree, image, end));
        if (!is_it) continue;
        if (!found.empty()) return {};
        found = image_address(page, image);
    }
    return found;
}

}  // namespace masthead::feeds
