#include "config/people_json.hpp"

#include <boost/json.hpp>

#include "config/json.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;
using feeds::Credit;
using feeds::Part;

// A person of whom nothing but an account is known has it as the address, too.
std::string_view address_of(const feeds::Person& person) {
    return person.url.empty() && !person.profiles.empty() ? person.profiles.front().url : person.url;
}

json::object person_json(const feeds::Person& person) {
    json::object out;
    set(out, "name", person.name);
    set(out, "bio", person.bio);
    set(out, "uri", address_of(person));
    set(out, "avatar", person.avatar);
    set(out, "email", person.email);
    set(out, "role", person.role);
    set(out, "affiliation", person.affiliation);
    set(out, "profiles", profiles_json(person.profiles));
    return out;
}

bool is_author(const Credit& credit) { return credit.part == Part::author || credit.part == Part::host; }

// What podcast:person said of somebody; defaults as that element has them.
json::object podcast_person_json(const Credit& credit) {
    json::object out;
    set(out, "name", credit.person.name);
    out["role"] = credit.podcast_role.empty() ? "host" : credit.podcast_role.str();
    out["group"] = credit.podcast_group.empty() ? "cast" : credit.podcast_group.str();
    set(out, "img", credit.person.avatar);
    set(out, "href", address_of(credit.person));
    return out;
}

bool is_podcast_person(const Credit& credit) {
    return credit.origin == feeds::Origin::feed && (credit.part == Part::host || credit.part == Part::guest ||
                                                    !credit.podcast_role.empty() || !credit.podcast_group.empty());
}

}  // namespace

void set_people(json::object& out, const std::vector<Credit>& credits) {
    json::array authors, contributors, persons;
    for (const auto& credit : credits) {
        (is_author(credit) ? authors : contributors).push_back(person_json(credit.person));
        if (is_podcast_person(credit)) persons.push_back(podcast_person_json(credit));
    }
    set(out, "authors", std::move(authors));
    set(out, "contributors", std::move(contributors));
    set(out, "persons", std::move(persons));
}

}  // namespace masthead::config
