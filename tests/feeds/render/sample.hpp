#pragma once

#include <string>

#include "feeds/feed.hpp"

namespace masthead::tests {

/// A page with all that a page can hold: two authors, a guest, an editor, a stranger; a post, an episode, a newsletter
/// with a copy elsewhere.
feeds::Page rich_page();

/// Entries that lack everything that an entry can lack.
feeds::Page poor_page();

/// Every text is an attack on the format that it stands in.
feeds::Page hostile_page();

/// The episodes of the rich page as a podcast of their own.
feeds::Page podcast_page();

}  // namespace masthead::tests
