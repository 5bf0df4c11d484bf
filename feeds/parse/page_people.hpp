#pragma once

#include "feeds/document.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// Finds who wrote what the page holds: credits of its entries, Document::subject, people, site_profiles and the links
/// to pages about them. Called when the document's title, dates and texts are known.
void read_page_people(const HtmlPage& page, Document& document);

}  // namespace masthead::feeds
