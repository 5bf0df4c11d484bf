#include "feeds/render/byline.hpp"

#include "feeds/people/platforms.hpp"
#include "feeds/render/author_card.hpp"

namespace masthead::feeds {
namespace {

std::string_view role_of(Part part) {
    switch (part) {
        case Part::author:
        case Part::host:
            return {};
        case Part::guest:
            return "guest";
        case Part::editor:
            return "editor";
        case Part::contributor:
            return "contributor";
    }
    return {};
}

void write_person(XmlWriter& out, const Contributor& person) {
    out.open("byline:person", {{"id", person.author != nullptr ? person.author->slug : std::string()}});
    out.text("byline:name", person.name);
    out.text("byline:context", short_bio(person.bio));
    out.text("byline:url", person.url);
    out.text("byline:avatar", person.avatar);
    for (const Profile& profile : person.profiles)
        out.leaf("byline:profile", {{"href", profile.url}, {"rel", byline_rel(profile.platform)}});
    out.close();
}

}  // namespace

void write_byline_people(XmlWriter& out, const Page& page) {
    if (page.authors.empty()) return;
    out.open("byline:contributors");
    for (const Author& author : page.authors) write_person(out, contributor_of(page, author));
    out.close();
}

Byline byline_of(const std::vector<Contributor>& people) {
    Byline out;
    bool first = true;
    for (const Contributor& person : people) {
        const std::string_view role = role_of(person.part);
        if (first) out.role = role;
        first = false;
        if (role == out.role) out.authors.push_back(&person);
    }
    return out;
}

void write_byline_authors(XmlWriter& out, const std::vector<Contributor>& people) {
    const Byline byline = byline_of(people);
    for (const Contributor* person : byline.authors) {
        if (person->author != nullptr) {
            out.leaf("byline:author", {{"ref", person->author->slug}});
        } else {
            out.open("byline:author");
            write_person(out, *person);
            out.close();
        }
    }
    out.text("byline:role", byline.role);
}

}  // namespace masthead::feeds
