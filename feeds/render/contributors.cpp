#include "feeds/render/contributors.hpp"

#include <algorithm>

#include "feeds/render/address.hpp"
#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {
namespace {

const Author* author_with(const Page& page, std::optional<AuthorId> id) {
    if (!id) return nullptr;
    const auto found =
        std::find_if(page.authors.begin(), page.authors.end(), [&](const Author& author) { return author.id == *id; });
    return found == page.authors.end() ? nullptr : &*found;
}

std::vector<Profile> published_profiles(const std::vector<Profile>& profiles) {
    std::vector<Profile> out;
    for (const Profile& profile : profiles)
        if (std::string url = published_url(profile.url); !url.empty())
            out.push_back({profile.platform, clean_text(profile.handle), std::move(url)});
    return out;
}

// What an author and a person whom an entry names have in common.
template <typename P>
Contributor described(const P& person) {
    Contributor out;
    out.name = clean_text(person.name);
    out.url = published_url(person.url);
    out.bio = clean_text(person.bio);
    out.role = clean_text(person.role);
    out.affiliation = clean_text(person.affiliation);
    out.profiles = published_profiles(person.profiles);
    return out;
}

Contributor plain_contributor(const Person& person) {
    Contributor out = described(person);
    out.avatar = published_url(person.avatar);
    return out;
}

// Podcasting 2.0 namespace, "person": a host in the cast is meant where nothing is said, so an author says so.
void name_podcast_role(Contributor& person, const Credit& credit) {
    person.podcast_role = credit.podcast_role;
    person.podcast_group = credit.podcast_group;
    if (!person.podcast_role.empty()) return;
    switch (credit.part) {
        case Part::author:
            person.podcast_role = "author";
            person.podcast_group = "writing";
            break;
        case Part::host:
            person.podcast_role = "host";
            break;
        case Part::guest:
            person.podcast_role = "guest";
            break;
        case Part::editor:
            person.podcast_role = "editor";
            person.podcast_group = "writing";
            break;
        case Part::contributor:
            person.podcast_role = "co-writer";  // "writer" is who wrote it: an author
            person.podcast_group = "writing";
            break;
    }
}

bool same_contributor(const Contributor& a, const Contributor& b) {
    return a.author == nullptr && b.author == nullptr ? a.name == b.name : a.author == b.author;
}

// The same person a second time: what one element says and another does not.
void fill_in(Contributor& person, Contributor&& again) {
    if (person.url.empty()) person.url = std::move(again.url);
    if (person.avatar.empty()) person.avatar = std::move(again.avatar);
    if (person.bio.empty()) person.bio = std::move(again.bio);
    if (person.role.empty()) person.role = std::move(again.role);
    if (person.affiliation.empty()) person.affiliation = std::move(again.affiliation);
    if (person.profiles.empty()) person.profiles = std::move(again.profiles);
    if (person.part != Part::author || again.part != Part::host) return;
    // Feeds name a host as author, too; that he or she is the host says more.
    person.part = again.part;
    person.podcast_role = std::move(again.podcast_role);
    person.podcast_group = std::move(again.podcast_group);
}

}  // namespace

Contributor contributor_of(const Page& page, const Author& author) {
    Contributor out = described(author);
    if (out.url.empty()) out.url = absolute_address(page.site, "/authors/" + author.slug);
    out.avatar = published_url(absolute_address(page.site, author.avatar));
    if (author.email_public) out.email = clean_text(author.email);
    out.author = &author;
    return out;
}

std::vector<Contributor> contributors(const Page& page, const Entry& entry) {
    std::vector<Contributor> out;
    for (const Credit& credit : entry.credits) {
        const Author* author = author_with(page, credit.author);
        Contributor person = author != nullptr ? contributor_of(page, *author) : plain_contributor(credit.person);
        if (person.name.empty()) continue;
        person.part = credit.part;
        name_podcast_role(person, credit);
        out.push_back(std::move(person));
    }
    // Who wrote and edited an entry is its author.
    std::stable_partition(out.begin(), out.end(), [](const Contributor& person) { return person.is_author(); });
    std::vector<Contributor> once;
    for (Contributor& person : out) {
        const auto known = std::find_if(once.begin(), once.end(),
                                        [&](const Contributor& other) { return same_contributor(person, other); });
        if (known == once.end())
            once.push_back(std::move(person));
        else
            fill_in(*known, std::move(person));
    }
    return once;
}

std::string author_names(const std::vector<Contributor>& people) {
    std::string out;
    for (const Contributor& person : people)
        if (person.is_author()) out += (out.empty() ? "" : ", ") + person.name;
    return out;
}

}  // namespace masthead::feeds
