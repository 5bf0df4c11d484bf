#include "feeds/parse/ld_people.hpp"

#include <algorithm>

#include "feeds/parse/json_ld.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

using Object = boost::json::object;

std::string image_of(const HtmlPage& page, const Object& person) {
    for (const auto* image : json_objects(page.json_ld, person, "image"))
        for (const auto* member : {"url", "contentUrl"})
            if (auto url = page.resolve(json_text(*image, member)); !url.empty()) return url;
    for (const auto& url : json_strings(person, "image"))
        if (auto resolved = page.resolve(url); !resolved.empty()) return resolved;
    return {};
}

std::string first_name_of(const HtmlPage& page, const Object& person, std::string_view member) {
    for (const auto* object : json_objects(page.json_ld, person, member))
        if (auto name = json_text(*object, "name"); !name.empty()) return name;
    const auto texts = json_strings(person, member);
    return texts.empty() ? std::string() : texts.front();
}

void add_profile(std::vector<Profile>& profiles, const std::string& url) {
    if (profiles.size() == most_accounts_of_page) return;
    if (auto profile = profile_of_url(url)) profiles.push_back(std::move(*profile));
}

std::vector<Profile> accounts_of(const HtmlPage& page, const Object& object) {
    std::vector<Profile> profiles;
    for (const auto* member : {"sameAs", "url"})
        for (const auto& url : json_strings(object, member)) add_profile(profiles, page.resolve(url));
    return profiles;
}

Person person_of(const HtmlPage& page, const Object& object) {
    Person person;
    person.name = one_line(json_text(object, "name"));
    person.bio = one_line(json_text(object, "description"));
    person.url = page.resolve(json_text(object, "url"));
    person.avatar = image_of(page, object);
    person.role = one_line(first_name_of(page, object, "jobTitle"));
    person.affiliation = one_line(first_name_of(page, object, "worksFor"));
    if (person.affiliation.empty()) person.affiliation = one_line(first_name_of(page, object, "affiliation"));
    person.profiles = accounts_of(page, object);
    return person;
}

bool is_organization(const Object& object) {
    if (has_type(object, "Person")) return false;
    return has_type(object, "Organization") || has_type(object, "NewsMediaOrganization") ||
           has_type(object, "WebSite") || has_type(object, "Corporation") || has_type(object, "Blog");
}

// Publishers, and whatever else the page calls an organisation.
std::vector<const Object*> organizations_of(const HtmlPage& page) {
    constexpr std::size_t most = 50;
    std::vector<const Object*> out;
    for (const auto& object : page.json_ld) {
        if (out.size() >= most) break;
        if (is_organization(object)) out.push_back(&object);
        for (const auto* publisher : json_objects(page.json_ld, object, "publisher"))
            if (!has_type(*publisher, "Person")) out.push_back(publisher);
    }
    return out;
}

}  // namespace

std::vector<Person> ld_authors(const HtmlPage& page) {
    std::vector<Person> people;
    const auto* article = article_object(page.json_ld);
    if (article == nullptr) return people;
    for (const std::string_view member : {"author", "creator"}) {
        for (const auto* author : json_objects(page.json_ld, *article, member)) {
            if (people.size() == most_people_of_page) break;
            auto person = person_of(page, *author);
            if (is_organization(*author)) person.profiles.clear();
            if (!person.name.empty()) people.push_back(std::move(person));
        }
        for (const auto& name : json_strings(*article, member))
            if (name.find("://") == std::string::npos && people.size() < most_people_of_page)
                people.emplace_back().name = one_line(name);
        if (!people.empty()) break;  // creator repeats author, or stands in its place
    }
    return people;
}

std::optional<Person> ld_subject(const HtmlPage& page) {
    const Object* only = nullptr;
    std::size_t persons = 0;
    for (const auto& object : page.json_ld) {
        if (has_type(object, "ProfilePage") || has_type(object, "AboutPage")) {
            for (const std::string_view member : {"mainEntity", "about"})
                for (const auto* entity : json_objects(page.json_ld, object, member))
                    if (has_type(*entity, "Person")) return person_of(page, *entity);
        }
        if (!has_type(object, "Person")) continue;
        only = &object;
        ++persons;
    }
    if (persons != 1 || article_object(page.json_ld) != nullptr) return std::nullopt;
    return person_of(page, *only);
}

std::vector<Profile> ld_site_profiles(const HtmlPage& page) {
    std::vector<Profile> profiles;
    for (const auto* organization : organizations_of(page))
        for (auto& profile : accounts_of(page, *organization)) profiles.push_back(std::move(profile));
    return profiles;
}

std::vector<std::string> ld_site_names(const HtmlPage& page) {
    std::vector<std::string> names;
    for (const auto* organization : organizations_of(page))
        if (auto name = one_line(json_text(*organization, "name")); !name.empty()) names.push_back(std::move(name));
    return names;
}

}  // namespace masthead::feeds
