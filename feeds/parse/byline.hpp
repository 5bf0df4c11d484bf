#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/fwd.hpp>

#include "feeds/author.hpp"
#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// The persons that a feed describes in byline elements or in `_byline`, by their id within the feed. An item's refs
/// are looked up in them.
class BylinePeople {
public:
    /// Reads byline:contributors of a channel or feed; byline:person straight on it counts as well.
    void read(XmlNode feed, std::string_view base);
    void read(const boost::json::object& feed, std::string_view base);

    /// Adds whom an item names: by ref, or described in place. Roles are editor and guest; all others are authors.
    void credit(XmlNode item, std::string_view base, std::vector<Credit>& credits) const;
    void credit(const boost::json::object& item, std::string_view base, std::vector<Credit>& credits) const;

private:
    void add(std::string_view id, Person person);
    std::map<std::string, Person, std::less<>> people_;
};

}  // namespace masthead::feeds
