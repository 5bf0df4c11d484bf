#pragma once

#include <memory>
#include <string>
#include <vector>

#include "feeds/document.hpp"
#include "feeds/source.hpp"
#include "fetchers/discover.hpp"
#include "fetchers/visits.hpp"

namespace masthead::fetchers {

/// Whose entries a feed has, seen from one person.
enum class Ownership {
    persons,  ///< every entry that names somebody names the person
    several,  ///< the person's and others'
    others,   ///< the person is named nowhere
    nobodys,  ///< no entry names anybody
};
Ownership ownership(const feeds::Document& feed, const std::string& name);

/// Whether two feeds are the same one, in another format or a part of it: their entries are of one kind, and most of
/// the shorter one's are the longer one's.
bool is_same_feed(const feeds::Document& a, const feeds::Document& b);

/// One feed of each set that is_same_feed() finds; RSS for episodes, as only it says all of them, else the first.
std::vector<std::shared_ptr<const Visit>> one_of_each(const std::vector<std::shared_ptr<const Visit>>& feeds,
                                                      std::vector<LeftOut>& left_out);

/// A source to be, with what its document says of itself. Its kind is fixed when all entries agree; a page is
/// excerpted; one whose address carries a secret is not public.
FoundSource source_of(const Visit& visit, const std::string& behind);

}  // namespace masthead::fetchers
