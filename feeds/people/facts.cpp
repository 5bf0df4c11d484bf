#include "feeds/people/facts.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "feeds/people/name_shape.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/prose.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// The names that an author is known by; each once, as hundreds of articles say the same.
std::vector<std::string> names_among(const std::vector<Fact>& facts) {
    std::set<std::string> names;
    for (const auto& fact : facts)
        if (fact.field == Field::name) names.insert(fact.value);
    return {names.begin(), names.end()};
}

// Whether one of the names stands among the first words of a text.
bool begins_with_name(std::string_view text, const std::vector<std::string>& names) {
    constexpr std::size_t first_words = 8;
    const auto line = one_line(text);
    const auto words = words_of(std::string_view(line));
    std::string start;
    for (std::size_t i = 0; i < std::min(words.size(), first_words); ++i) start += std::string(words[i]) + " ";
    const auto key = " " + name_key(start) + " ";
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        const auto wanted = name_key(name);
        return !wanted.empty() && key.find(" " + wanted + " ") != std::string::npos;
    });
}

// What one article says in prose is believed only when it names the author, or when another article says the same.
bool is_believed(const Fact& fact, const std::vector<Fact>& facts, const std::vector<std::string>& names) {
    if (fact.origin != Origin::prose || begins_with_name(fact.raw, names)) return true;
    return std::any_of(facts.begin(), facts.end(), [&](const Fact& other) {
        return other.origin == Origin::prose && other.where != fact.where && other.field == fact.field &&
               other.value == fact.value;
    });
}

bool is_clean(const Fact& fact, const std::vector<std::string>& names) {
    switch (fact.field) {
        case Field::name:
            return is_clean_name(fact.value);
        case Field::bio: {
            const auto named = name_at_start(fact.value);
            return named.empty() || std::any_of(names.begin(), names.end(),
                                                [&](const std::string& name) { return same_name(name, named); });
        }
        case Field::url:
        case Field::avatar:
            return is_media(fact.value);
        case Field::email:
        case Field::role:
        case Field::affiliation:
        case Field::profile:
            return true;
    }
    return true;
}

// The field of an author that a fact is about; profiles are a list of their own.
std::string* text_of(Author& author, Field field) {
    switch (field) {
        case Field::name:
            return &author.name;
        case Field::bio:
            return &author.bio;
        case Field::url:
            return &author.url;
        case Field::avatar:
            return &author.avatar;
        case Field::email:
            return &author.email;
        case Field::role:
            return &author.role;
        case Field::affiliation:
            return &author.affiliation;
        case Field::profile:
            return nullptr;
    }
    return nullptr;
}

std::vector<Profile> profiles_that_won(const std::vector<Fact>& facts) {
    std::set<std::string> platforms;
    for (const auto& fact : facts)
        if (fact.field == Field::profile) platforms.insert(fact.platform);
    std::vector<Profile> profiles;
    for (const auto& platform : platforms)
        if (const auto best = winner(facts, Field::profile, platform))
            profiles.push_back({platform, facts[*best].handle, facts[*best].value});
    return profiles;
}

std::vector<Fact> facts_of(const Person& person, Origin origin, std::string_view where, Time said,
                           const std::string& raw) {
    std::vector<Fact> facts;
    const auto add = [&](Field field, const std::string& value, const Profile& profile) {
        if (value.empty()) return;
        facts.push_back({field, value, profile.platform, profile.handle, origin, std::string(where), said, raw});
    };
    add(Field::name, person.name, {});
    add(Field::bio, person.bio, {});
    add(Field::url, person.url, {});
    add(Field::avatar, person.avatar, {});
    add(Field::email, person.email, {});
    add(Field::role, person.role, {});
    add(Field::affiliation, person.affiliation, {});
    for (const auto& profile : person.profiles) add(Field::profile, profile.url, profile);
    return facts;
}

}  // namespace

std::vector<Fact> facts_of(const Credit& credit, std::string_view where, Time said) {
    return facts_of(credit.person, credit.origin, where, said, credit.raw);
}

std::vector<Fact> facts_of(const Person& person, Origin origin, std::string_view where, Time said) {
    return facts_of(person, origin, where, said, {});
}

std::optional<std::size_t> winner(const std::vector<Fact>& facts, Field field, std::string_view platform) {
    const auto names = names_among(facts);
    std::optional<std::size_t> best;
    using Strength = std::tuple<bool, bool, int, Time>;  // admin, clean, rank of the origin, when
    Strength strongest;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& fact = facts[i];
        if (fact.field != field || (field == Field::profile && fact.platform != platform)) continue;
        if (!is_believed(fact, facts, names)) continue;
        const Strength strength{fact.origin == Origin::admin, is_clean(fact, names), -static_cast<int>(fact.origin),
                                fact.said};
        if (best && strength <= strongest) continue;
        best = i;
        strongest = strength;
    }
    const bool is_taken_away = best && field == Field::profile && facts[*best].handle.empty();
    return is_taken_away ? std::nullopt : best;
}

Author with_facts(Author author, const std::vector<Fact>& facts) {
    constexpr auto fields = std::to_array<Field>(
        {Field::name, Field::bio, Field::url, Field::avatar, Field::email, Field::role, Field::affiliation});
    for (const auto field : fields) {
        const auto best = winner(facts, field);
        if (best)
            *text_of(author, field) = facts[*best].value;
        else if (field != Field::name)  // an author without facts keeps the name that he or she was added by
            text_of(author, field)->clear();
    }
    author.profiles = profiles_that_won(facts);
    return author;
}

}  // namespace masthead::feeds
