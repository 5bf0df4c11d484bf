#include "feeds/parse/feed_credits.hpp"

#include <algorithm>

#include "feeds/parse/feed_values.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_credits = 100;
constexpr std::size_t longest_name = 128;  // characters: as many as podcast:person may have
constexpr std::size_t most_profiles = 100;

bool is_same_person(const Person& a, const Person& b) {
    if (!a.email.empty() && lower_word(a.email) == lower_word(b.email))
        return a.name.empty() || b.name.empty() || a.name == b.name;
    // Most doubles are spelt alike, and folding names costs a hundred times as much.
    return !a.name.empty() && (a.name == b.name || same_name(a.name, b.name));
}

void add_profiles(Person& person, const std::vector<Profile>& profiles) {
    for (const auto& profile : profiles) {
        if (person.profiles.size() == most_profiles) return;
        const auto is_it = [&](const Profile& other) { return same_account(other, profile); };
        if (std::none_of(person.profiles.begin(), person.profiles.end(), is_it)) person.profiles.push_back(profile);
    }
}

void fill_in(Person& person, const Person& other) {
    set_first(person.name, other.name);
    set_first(person.bio, other.bio);
    set_first(person.url, other.url);
    set_first(person.avatar, other.avatar);
    set_first(person.email, other.email);
    set_first(person.role, other.role);
    set_first(person.affiliation, other.affiliation);
    add_profiles(person, other.profiles);
}

// What a role of the Podcast Taxonomy did for the entry.
Part part_of_role(const std::string& role, const std::string& group) {
    if (role.empty() || role == "host" || role == "co-host" || role == "cohost" || role == "guest host")
        return group.empty() || group == "cast" ? Part::host : Part::contributor;
    if (role == "guest") return Part::guest;
    if (role == "author" || role == "writer") return Part::author;
    return role.find("editor") != std::string::npos ? Part::editor : Part::contributor;
}

}  // namespace

void add_credit(std::vector<Credit>& credits, Credit credit) {
    // Nobody is looked for in a full list: each look compares all names.
    if (credits.size() == most_credits) return;
    auto& name = credit.person.name;
    if (name.size() > longest_name) name = trimmed(first_characters(name, longest_name));
    for (auto& other : credits) {
        if (other.part != credit.part || !is_same_person(other.person, credit.person)) continue;
        if (credit.origin < other.origin) std::swap(other, credit);
        fill_in(other.person, credit.person);
        set_first(other.podcast_role, credit.podcast_role);
        set_first(other.podcast_group, credit.podcast_group);
        return;
    }
    credits.push_back(std::move(credit));
}

void add_people(std::vector<Credit>& credits, std::string_view value, Part part, const AuthorValues& names,
                ValueOf value_of) {
    const std::string line = plain_line(value);
    // Not of the line: "Ada <ada@a.example>" is no markup. Whoever is no author makes nobody one: he or she is named as
    // the document does.
    auto people = names.people(value, part == Part::contributor ? ValueOf::name : value_of);
    for (auto& person : people) {
        Credit credit;
        if (person.name != line) credit.raw = line;
        credit.person = std::move(person);
        credit.part = part;
        add_credit(credits, std::move(credit));
    }
}

void set_address(Person& person, std::string_view url) {
    if (url.empty()) return;
    if (const auto profile = profile_of_url(url))
        add_profiles(person, {*profile});
    else
        set_first(person.url, std::string(url));
}

void add_atom_person(std::vector<Credit>& credits, XmlNode node, Part part, const AuthorValues& names,
                     std::string_view base) {
    std::string_view name, email, address;
    for (const auto child : node) {
        const auto local = child.local_name();
        if (local == "name" && name.empty()) name = child.text();
        if (local == "email" && email.empty()) email = child.text();
        if ((local == "uri" || local == "url" || local == "homepage") && address.empty()) address = child.text();
    }
    if (!node.has_children()) name = node.text();
    std::vector<Credit> people;
    add_people(people, name, part, names, node.has_children() ? ValueOf::name : ValueOf::author);
    if (people.empty() && !email.empty()) add_people(people, email, part, names);
    // Whoever is not named can still be recognised by his or her address.
    if (people.empty() && !(email.empty() && address.empty())) people.emplace_back().part = part;
    // An address beside several names belongs to none of them for certain.
    if (people.size() == 1) {
        set_first(people.front().person.email, std::string(email));
        set_address(people.front().person, page_address(base, address));
    }
    for (auto& credit : people)
        if (credit.person != Person{}) add_credit(credits, std::move(credit));
}

void add_podcast_person(std::vector<Credit>& credits, XmlNode node, std::string_view base) {
    Credit credit;
    credit.person.name = plain_line(node.text());
    if (credit.person.name.empty()) return;
    credit.podcast_role = lower_word(node.attribute("role"));
    credit.podcast_group = lower_word(node.attribute("group"));
    credit.part = part_of_role(credit.podcast_role, credit.podcast_group);
    credit.person.avatar = file_address(base, node.attribute("img"));
    // The address is published again as it is, whether it is a profile or not.
    credit.person.url = page_address(base, node.attribute("href"));
    set_address(credit.person, credit.person.url);
    add_credit(credits, std::move(credit));
}

}  // namespace masthead::feeds
