#include "fetchers/found_people.hpp"

#include <algorithm>
#include <utility>

#include "feeds/people/facts.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/platforms.hpp"
#include "fetchers/reading.hpp"

namespace masthead::fetchers {

namespace {

// A site with more authors than this names nobody in particular.
constexpr std::size_t most_people = 50;

bool is_same_person(const feeds::Person& a, const feeds::Person& b) {
    for (const auto& one : a.profiles)
        for (const auto& other : b.profiles)
            if (feeds::same_account(one, other)) return true;
    if (!a.email.empty() && a.email == b.email) return true;
    if (a.name.empty() || b.name.empty()) return false;
    return feeds::name_key(a.name) == feeds::name_key(b.name) || feeds::same_name(a.name, b.name);
}

void add_fact(std::vector<feeds::Fact>& facts, feeds::Fact fact) {
    const auto same = std::find_if(facts.begin(), facts.end(), [&](const feeds::Fact& known) {
        return known.field == fact.field && known.platform == fact.platform && known.origin == fact.origin &&
               known.where == fact.where;
    });
    if (same == facts.end())
        facts.push_back(std::move(fact));
    else if (same->said < fact.said)
        *same = std::move(fact);
}

}  // namespace

bool is_author_credit(const feeds::Credit& credit) {
    return credit.part == feeds::Part::author || credit.part == feeds::Part::host;
}

FoundPeople::Found* FoundPeople::find(const feeds::Person& person) {
    for (auto& found : people_)
        for (const auto& seen : found.seen)
            if (is_same_person(seen, person)) return &found;
    return nullptr;
}

void FoundPeople::add(const feeds::Person& person, std::vector<feeds::Fact> facts, const std::string& named_by,
                      Place place) {
    Found* found = find(person);
    if (found == nullptr) {
        if (named_by.empty() || person.name.empty() || people_.size() >= most_people) return;
        people_.push_back({});
        found = &people_.back();
        found->author.name = person.name;
    }
    if (std::find(found->seen.begin(), found->seen.end(), person) == found->seen.end()) found->seen.push_back(person);
    const auto note = [&](std::vector<std::string>& addresses) {
        if (!named_by.empty() && std::find(addresses.begin(), addresses.end(), named_by) == addresses.end())
            addresses.push_back(named_by);
    };
    note(found->author.named_by);
    if (place == Place::owner) note(found->author.owns);
    for (auto& fact : facts) add_fact(found->author.facts, std::move(fact));
}

void FoundPeople::name(const feeds::Person& person, feeds::Origin origin, const Visit& visit,
                       const std::string& named_by) {
    add(person, feeds::facts_of(person, origin, visit.url(), visit.document.publication.updated.value_or(now_)),
        named_by, Place::owner);
}

void FoundPeople::add_credit(const feeds::Credit& credit, const Visit& visit, feeds::Time said,
                             const std::string& named_by, Place place) {
    if (is_author_credit(credit)) add(credit.person, feeds::facts_of(credit, visit.url(), said), named_by, place);
}

void FoundPeople::learn(const Visit& visit, const std::string& named_by) {
    const auto& document = visit.document;
    if (document.format == feeds::DocumentFormat::article) articles_.insert(visit.url());
    const auto said = document.publication.updated.value_or(now_);
    // Whose page it is, is named by it; who else stands on it is not.
    if (document.subject) name(*document.subject, feeds::Origin::own_page, visit, named_by);
    const std::string named_beside = document.subject ? std::string() : named_by;
    for (const auto& credit : document.people) add_credit(credit, visit, said, named_beside, Place::owner);
    for (const auto& entry : document.entries)
        for (const auto& credit : entry.credits)
            add_credit(credit, visit, std::min(entry.published.value_or(now_), now_), named_beside, Place::within);
}

std::vector<FoundAuthor> FoundPeople::take() {
    std::vector<FoundAuthor> out;
    for (auto& found : people_) {
        auto& facts = found.author.facts;
        const auto all = facts;
        facts.erase(std::remove_if(facts.begin(), facts.end(),
                                   [&](const feeds::Fact& fact) {
                                       return articles_.count(fact.where) > 0 &&
                                              !is_vouched_for(fact, all, found.author.name);
                                   }),
                    facts.end());
        if (const auto best = feeds::winner(facts, feeds::Field::name)) found.author.name = facts[*best].value;
        out.push_back(std::move(found.author));
    }
    people_.clear();
    return out;
}

}  // namespace masthead::fetchers
