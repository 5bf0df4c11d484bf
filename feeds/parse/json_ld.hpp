#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "feeds/text/html.hpp"

namespace masthead::feeds {

/// The objects of a page's JSON-LD, lists and @graph taken apart, in document order.
class JsonLd {
public:
    void add(boost::json::object object);
    std::size_t size() const { return objects_.size(); }
    auto begin() const { return objects_.begin(); }
    auto end() const { return objects_.end(); }
    /// A node object may be spread over the page (JSON-LD 1.1, section 3.3): the part with the most members, null when
    /// there is none.
    const boost::json::object* fullest(std::string_view id) const;

private:
    std::vector<boost::json::object> objects_;
    std::unordered_map<std::string, std::size_t> fullest_;  // @id -> place
};

/// The objects of a page's JSON-LD (JSON-LD 1.1 in script elements), lists and @graph taken apart. What publishers
/// break is mended where that is certain: commas too many, line breaks and tabs in strings, comment marks around it. A
/// block beyond mending is passed over.
JsonLd read_json_ld(const HtmlTree& tree);

/// Whether an object is of a type, whatever else it is: "Person", "NewsArticle"; a vocabulary before it is ignored.
bool has_type(const boost::json::object& object, std::string_view type);

/// The same for any kind of article: Article, NewsArticle, BlogPosting, Report, ...
bool is_article_object(const boost::json::object& object);

/// The article that the page is: an article object, or the mainEntity of a page object that is one. Null when the page
/// names none.
const boost::json::object* article_object(const JsonLd& all);

/// A member as text: a string with character references resolved, the first of a list, the name, @id or url of an
/// object. Empty when there is none.
std::string json_text(const boost::json::object& object, std::string_view member);

/// The objects that a member holds, one or a list; {"@id"} alone stands for the object of the page with that @id.
/// Pointers are into `all` or into `object`.
std::vector<const boost::json::object*> json_objects(const JsonLd& all, const boost::json::object& object,
                                                     std::string_view member);

/// The strings that a member holds, one or a list.
std::vector<std::string> json_strings(const boost::json::object& object, std::string_view member);

}  // namespace masthead::feeds
