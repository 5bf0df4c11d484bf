#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// All links of a page to one address.
struct LinkGroup {
    std::string url;                 ///< absolute, without what tracks and without fragment
    std::vector<std::size_t> links;  ///< nodes, in document order
    std::string title;               ///< the text that names the target; empty when there is none
    std::size_t title_node = 0;
    bool in_heading = false;  ///< the title stands in a heading or is called one
};

/// The addresses that may be entries of a list, in document order of their titles: everything but what stands in
/// boilerplate, is marked or shaped as no entry (tags, authors, pages, share links, files), or has no title.
std::vector<LinkGroup> entry_links(const HtmlPage& page);

/// Whether an address has the form of a list's: an author's page, a tag, a page of an archive.
bool is_list_address(std::string_view url);

/// The form of an address, for telling one kind of link from another: host, and path with its words and numbers
/// blanked.
///     "https://a.example/2024/05/some-title" -> "a.example/N/N/w"
std::string url_shape(std::string_view url);

}  // namespace masthead::feeds
