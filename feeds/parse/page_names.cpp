#include "feeds/parse/page_names.hpp"

#include <algorithm>

#include "feeds/parse/h_card.hpp"
#include "feeds/parse/ld_people.hpp"
#include "feeds/parse/visible_byline.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {

PageNames::PageNames(const HtmlPage& page, const std::string& publication)
    : page_(page), context_{publication, url_parts(page.url).host}, site_names_(ld_site_names(page)) {
    site_names_.push_back(publication);
}

bool PageNames::is_site(std::string_view name) const {
    const auto key = name_key(name);
    return std::any_of(site_names_.begin(), site_names_.end(),
                       [&](const std::string& site) { return !key.empty() && name_key(site) == key; });
}

People PageNames::taken_apart(const People& written) const {
    People out;
    for (const auto& person : written) {
        const auto names = people_of_value(person.name, context_);
        for (const auto& name : names) {
            if (out.size() == most_people_of_page) return out;
            if (is_site(name.name) || name.name.empty() || find_person(out, name.name) != nullptr) continue;
            Person clean = names.size() == 1 ? person : Person{};
            clean.name = name.name;
            fill(clean.role, name.role);
            fill(clean.affiliation, name.affiliation);
            out.push_back(std::move(clean));
        }
    }
    return out;
}

std::optional<Person> PageNames::taken_apart_one(const std::optional<Person>& written) const {
    if (!written) return std::nullopt;
    auto people = taken_apart({*written});
    return people.size() == 1 ? std::optional(people.front()) : std::nullopt;
}

People PageNames::marked_people() const {
    People people;
    for (const auto node : marked_authors(page_)) people.push_back(read_card(page_, node));
    return taken_apart(people);
}

People PageNames::meta_people() const {
    People people;
    for (const std::string_view name : {"author", "parsely-author", "sailthru.author", "citation_author", "dc.creator",
                                        "dcterms.creator", "article:author", "byl"})
        for (const auto& value : page_.meta(name)) {
            if (people.size() == most_people_of_page) break;
            if (value.find("://") != std::string::npos) continue;
            Person person;
            person.name = value;
            people.push_back(std::move(person));
        }
    return taken_apart(people);
}

bool PageNames::is_named_after_site(std::string_view handle) const {
    const auto letters = [](std::string_view text) {
        std::string out;
        for (const char c : folded(text))
            if (c >= 'a' && c <= 'z') out += c;
        return out;
    };
    const auto account = letters(handle.substr(0, handle.find('@')));
    return std::any_of(site_names_.begin(), site_names_.end(), [&](const std::string& site) {
        const auto name = letters(site);
        return account.size() > 4 && (name == account || name.find(account) != std::string::npos ||
                                      (name.size() > 4 && account.find(name) != std::string::npos));
    });
}

People PageNames::only_author_of_list() const {
    People named;
    for (const auto link : page_.tree.all_tags("a")) {
        if (!page_.tree[link].has_word("rel", "author") || page_.region(link) == Region::others) continue;
        Person person;
        person.name = one_line(page_.tree.text(link));
        const auto url = page_.resolve(page_.tree[link].attribute("href"));
        if (auto profile = profile_of_url(url)) person.profiles.push_back(std::move(*profile));
        person.url = url;
        for (auto& clean : taken_apart({person})) {
            if (auto* known = find_person(named, clean.name))
                fill(*known, clean);
            else
                named.push_back(std::move(clean));
        }
        if (named.size() > 1) return {};
    }
    return named;
}

std::vector<People> PageNames::lists_of_authors() const {
    return {marked_people(), taken_apart(ld_authors(page_)), byline_authors(page_, context_), meta_people()};
}

}  // namespace masthead::feeds
