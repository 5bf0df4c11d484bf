// Byline 0.1 (https://bylinespec.org/spec).
#include "feeds/parse/byline.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "feeds/parse/feed_credits.hpp"
#include "feeds/parse/feed_values.hpp"
#include "feeds/parse/json_values.hpp"
#include "feeds/people/platforms.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_people = 1000;

// `rel` names the platform where the address alone does not: a server of Mastodon can have any host.
void add_profile(Person& person, const std::string& url, std::string_view rel) {
    if (url.empty()) return;
    auto profile = profile_of_url(url);
    if (!profile && !rel.empty() && rel != "me") profile = profile_of_handle(rel, url);
    if (profile)
        person.profiles.push_back(std::move(*profile));
    else
        set_first(person.url, url);
}

Person person_of(XmlNode node, std::string_view base) {
    Person out;
    for (const auto child : node) {
        const auto name = child.name();
        if (name == "byline:name") set_first(out.name, plain_line(child.text()));
        if (name == "byline:context") set_first(out.bio, plain_line(child.text()));
        if (name == "byline:url") set_first(out.url, page_address(base, child.text()));
        if (name == "byline:avatar") set_first(out.avatar, file_address(base, child.text()));
        if (name == "byline:profile")
            add_profile(out, page_address(base, child.attribute("href")), lower_word(child.attribute("rel")));
    }
    return out;
}

Person person_of(const boost::json::object& object, std::string_view base) {
    Person out;
    out.name = plain_line(text_at(object, "name"));
    out.bio = plain_line(text_at(object, "context"));
    out.url = page_address(base, text_at(object, "url"));
    out.avatar = file_address(base, text_at(object, "avatar"));
    for (const auto& profile : objects_at(object, "profiles"))
        add_profile(out, page_address(base, text_at(*profile, "href")), lower_word(text_at(*profile, "rel")));
    return out;
}

Part part_of(const std::string& role) {
    if (role == "editor") return Part::editor;
    if (role == "guest") return Part::guest;
    return role == "contributor" ? Part::contributor : Part::author;
}

void add(std::vector<Credit>& credits, Person person, const std::string& role) {
    if (person.name.empty()) return;
    Credit credit;
    credit.person = std::move(person);
    credit.part = part_of(role);
    credit.origin = Origin::byline;
    add_credit(credits, std::move(credit));
}

}  // namespace

void BylinePeople::add(std::string_view id, Person person) {
    if (!id.empty() && people_.size() < most_people) people_.emplace(id, std::move(person));
}

void BylinePeople::read(XmlNode feed, std::string_view base) {
    for (const auto child : feed) {
        if (child.name() == "byline:person") add(child.attribute("id"), person_of(child, base));
        if (child.name() != "byline:contributors") continue;
        for (const auto person : child)
            if (person.name() == "byline:person") add(person.attribute("id"), person_of(person, base));
    }
}

void BylinePeople::read(const boost::json::object& feed, std::string_view base) {
    for (const auto& person : objects_at(feed, "contributors")) add(text_at(*person, "id"), person_of(*person, base));
    for (const auto& person : objects_at(feed, "person")) add(text_at(*person, "id"), person_of(*person, base));
}

void BylinePeople::credit(XmlNode item, std::string_view base, std::vector<Credit>& credits) const {
    const auto role_node = item.child("byline:role");
    const std::string role = role_node ? lower_word(role_node.text()) : std::string();
    for (const auto child : item) {
        if (child.name() != "byline:author") continue;
        const auto person = child.child("byline:person");
        const auto known = people_.find(child.attribute("ref"));
        if (person)
            feeds::add(credits, person_of(person, base), role);
        else if (known != people_.end())
            feeds::add(credits, known->second, role);
    }
}

void BylinePeople::credit(const boost::json::object& item, std::string_view base, std::vector<Credit>& credits) const {
    const std::string role = lower_word(text_at(item, "role"));
    for (const auto& id : texts_at(item, "author"))
        if (const auto known = people_.find(id); known != people_.end()) feeds::add(credits, known->second, role);
    for (const auto& person : objects_at(item, "author")) feeds::add(credits, person_of(*person, base), role);
}

}  // namespace masthead::feeds
