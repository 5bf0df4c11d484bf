#include "feeds/parse/page_people.hpp"

namespace masthead::feeds {

void read_page_people(const HtmlPage&, Document&) {}

}  // namespace masthead::feeds
