#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/parse/json_ld.hpp"
#include "feeds/text/html.hpp"

namespace masthead::feeds {

/// What a node of a page belongs to. One judgement for all who read the page.
enum class Region {
    outside,      ///< around the article, or all of a page that is none: the site's header, a profile
    head,         ///< of the article before its text: headline, standfirst, byline, date
    text,         ///< the article's own words and pictures
    after,        ///< in the article behind its text: corrections, credits
    bio,          ///< a block about whom the page is by, wherever it stands
    boilerplate,  ///< the site's: navigation, sharing, newsletter boxes, cookie bars, paywalls, footers
    others,       ///< other people's: related and popular pieces, comments, embedded recommendations
};

/// Where the parts of a page are. Nodes that were not found are the tree's size.
struct PageStructure {
    std::vector<Region> region;     ///< of each node of the tree
    std::size_t article = 0;        ///< the element around headline and text
    std::size_t heading = 0;        ///< the headline, or on a listing its title
    std::size_t body = 0;           ///< the element around the text; some of its nodes may be in other regions
    std::size_t paragraphs = 0;     ///< how many long ones the text has
    std::vector<std::size_t> bios;  ///< the outermost nodes in Region::bio, in document order
};

/// No page is by more people, and nobody links to more accounts: what is beyond that is no byline, and comparing all
/// with all would take too long.
constexpr std::size_t most_people_of_page = 50;
constexpr std::size_t most_accounts_of_page = 200;

/// A page, read once for all who look into it.
struct HtmlPage {
    HtmlTree tree;
    std::string url;   ///< where it was fetched; may be empty
    std::string base;  ///< what its references are relative to
    JsonLd json_ld;
    PageStructure structure;

    Region region(std::size_t n) const { return structure.region[n]; }
    /// The contents of all `meta` whose name, property or itemprop is `name` (in any case), in document order.
    std::vector<std::string> meta(std::string_view name) const;
    /// The language that the page says it is in (BCP 47); empty when it says none.
    std::string language() const;
    /// The absolute address of a reference in the page; empty when it is none on the web.
    std::string resolve(std::string_view reference) const;
};

}  // namespace masthead::feeds
