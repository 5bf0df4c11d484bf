#include "feeds/parse/site_accounts.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "feeds/parse/ld_people.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/platforms.hpp"

namespace masthead::feeds {
namespace {

bool is_sites(Region region, DocumentFormat format) {
    return (region == Region::outside && format == DocumentFormat::article) || region == Region::boilerplate ||
           region == Region::others;
}

bool is_in_block(std::size_t link, const AuthorPlaces& authors, const HtmlPage& page) {
    return std::any_of(authors.blocks.begin(), authors.blocks.end(),
                       [&](std::size_t block) { return page.tree.is_within(link, block); });
}

void add(std::vector<Profile>& profiles, std::optional<Profile> profile) {
    if (profile && profiles.size() < most_accounts_of_page && !holds_account(profiles, *profile))
        profiles.push_back(std::move(*profile));
}

}  // namespace

bool holds_account(const std::vector<Profile>& profiles, const Profile& profile) {
    return std::any_of(profiles.begin(), profiles.end(),
                       [&](const Profile& other) { return same_account(other, profile); });
}

std::vector<Profile> site_accounts(const HtmlPage& page, DocumentFormat format, const AuthorPlaces& authors) {
    auto profiles = ld_site_profiles(page);
    for (const auto& handle : page.meta("twitter:site")) add(profiles, profile_of_handle("twitter", handle));
    for (const auto& url : page.meta("article:publisher")) add(profiles, profile_of_url(page.resolve(url)));
    std::set<std::string> keys;
    for (const auto& name : authors.names) keys.insert(name_key(name));
    keys.erase(std::string());
    std::vector<Profile> authors_own;
    std::vector<Profile> linked;
    for (const auto link : page.tree.all_tags("a")) {
        const auto profile = profile_of_url(page.resolve(page.tree[link].attribute("href")));
        if (!profile) continue;
        if (keys.count(name_key(page.tree.text(link))) > 0)
            add(authors_own, profile);
        else if (is_sites(page.region(link), format) && !page.tree[link].has_word("rel", "me") &&
                 !is_in_block(link, authors, page))
            add(linked, profile);
    }
    // The portrait beside the name leads where the name does.
    for (auto& profile : linked)
        if (!holds_account(authors_own, profile)) add(profiles, std::move(profile));
    return profiles;
}

std::vector<Profile> own_accounts(const HtmlPage& page) {
    std::vector<Profile> profiles;
    for (std::size_t n = 0; n < page.tree.size(); ++n)
        if (page.tree[n].has_word("rel", "me") && page.region(n) != Region::others)
            add(profiles, profile_of_url(page.resolve(page.tree[n].attribute("href"))));
    return profiles;
}

}  // namespace masthead::feeds
