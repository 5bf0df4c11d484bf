#include "feeds/parse/fill_person.hpp"

namespace masthead::feeds {

void fill(Person& into, const Person& from) {
    fill(into.bio, from.bio);
    fill(into.url, from.url);
    fill(into.avatar, from.avatar);
    fill(into.email, from.email);
    fill(into.role, from.role);
    fill(into.affiliation, from.affiliation);
    for (const auto& profile : from.profiles) {
        const bool has_one = std::any_of(into.profiles.begin(), into.profiles.end(),
                                         [&](const Profile& other) { return other.platform == profile.platform; });
        if (!has_one) into.profiles.push_back(profile);
    }
}

}  // namespace masthead::feeds
