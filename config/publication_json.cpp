#include "config/publication_json.hpp"

#include <boost/json.hpp>

#include "config/extension_json.hpp"
#include "config/json.hpp"
#include "config/people_json.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;

json::object link_json(const feeds::Link& link) {
    json::object out{{"rel", link.rel}, {"href", link.url}};
    set(out, "type", link.type);
    set(out, "title", link.title);
    set(out, "hreflang", link.language);
    set_number(out, "length", link.length);
    return out;
}

}  // namespace

json::array links_json(const std::vector<feeds::Link>& links) { return array_of(links, link_json); }

json::object publication_json(const feeds::Publication& publication, const std::vector<feeds::Credit>& people) {
    json::object out;
    set(out, "id", publication.id);
    set(out, "title", publication.title_html.empty() ? publication.title : publication.title_html.str());
    set(out, "link", publication.url);
    set(out, "description", publication.description);
    set(out, "language", publication.language);
    set(out, "image", publication.image);
    set(out, "icon", publication.icon);
    set(out, "copyright", publication.rights);
    set(out, "generator", publication.generator);
    set(out, "feed_url", publication.self_url);
    set(out, "next_url", publication.next_url);
    set(out, "hub", publication.hub_url);
    set(out, "guid", publication.podcast_guid);
    set(out, "new_feed_url", publication.new_feed_url);
    set(out, "published", publication.published);
    set(out, "updated", publication.updated);
    set_number(out, "explicit", publication.is_explicit);
    if (publication.is_locked) out["locked"] = json::object{{"value", *publication.is_locked}};
    if (publication.ttl) out["ttl"] = publication.ttl->count();
    set(out, "categories", array_of(publication.categories));
    set(out, "links", links_json(publication.links));
    set_people(out, people);
    set_feed_extensions(out, publication.extensions);
    return out;
}

}  // namespace masthead::config
