#include "feeds/people/match.hpp"

#include <algorithm>
#include <functional>

#include "feeds/people/names.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

using Test = std::function<bool(const Author&)>;

// The one author for whom the test holds; of two namesakes neither.
std::optional<AuthorId> only_one(const std::vector<Author>& authors, const Test& holds) {
    const auto found = std::find_if(authors.begin(), authors.end(), holds);
    if (found == authors.end() || std::any_of(std::next(found), authors.end(), holds)) return std::nullopt;
    return found->id;
}

bool shares_profile(const Person& person, const Author& author) {
    return std::any_of(person.profiles.begin(), person.profiles.end(), [&](const Profile& theirs) {
        return std::any_of(author.profiles.begin(), author.profiles.end(),
                           [&](const Profile& own) { return same_account(own, theirs); });
    });
}

bool has_name(const std::vector<std::string>& names, const std::string& key) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name_key(name) == key; });
}

}  // namespace

std::optional<AuthorId> match(const Person& person, const std::vector<Author>& authors,
                              const std::vector<AuthorId>& defaults) {
    const auto key = name_key(person.name);
    const auto one = [&](const Test& holds) {
        return only_one(authors, [&](const Author& a) { return holds(a) && !has_name(a.namesakes, key); });
    };

    if (const auto author = one([&](const Author& a) { return shares_profile(person, a); })) return author;

    const auto email = folded(person.email);
    if (!email.empty())
        if (const auto author = one([&](const Author& a) { return folded(a.email) == email; })) return author;

    if (key.empty()) return std::nullopt;
    const auto is_default_of_that_name = [&](const Author& author) {
        if (std::find(defaults.begin(), defaults.end(), author.id) == defaults.end()) return false;
        return same_name(author.name, person.name);
    };
    if (const auto author = one(is_default_of_that_name)) return author;

    if (const auto author = one([&](const Author& a) { return has_name(a.aliases, key); })) return author;
    return one([&](const Author& a) { return name_key(a.name) == key; });
}

}  // namespace masthead::feeds
