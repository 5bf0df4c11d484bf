#include "fetchers/found_feeds.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "feeds/people/names.hpp"
#include "feeds/text/secret_url.hpp"
#include "feeds/text/url.hpp"
#include "fetchers/found_people.hpp"

namespace masthead::fetchers {

namespace {

std::string_view last_word(std::string_view text) { return text.substr(text.rfind(' ') + 1); }

// On one site a family name is enough: blogs sign with a first name's short form that the page has in full.
bool is_named(const std::string& a, const std::string& b) {
    if (feeds::same_name(a, b)) return true;
    const std::string key_a = feeds::name_key(a), key_b = feeds::name_key(b);
    return !key_a.empty() && (key_a == key_b || (last_word(key_a) == last_word(key_b) && key_a[0] == key_b[0]));
}

std::optional<feeds::Kind> common_kind(const std::vector<feeds::Entry>& entries) {
    if (entries.empty()) return std::nullopt;
    const auto kind = entries.front().kind;
    const bool all = std::all_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.kind == kind; });
    return all ? std::optional(kind) : std::nullopt;
}

std::set<std::string> identities(const feeds::Document& feed) {
    std::set<std::string> out;
    for (const auto& entry : feed.entries) {
        if (!entry.url.empty()) out.insert(feeds::canonical_url(entry.url));
        if (entry.url.empty() && !entry.guid.empty()) out.insert(entry.guid);
    }
    return out;
}

bool is_rss(const feeds::Document& feed) {
    return feed.format != feeds::DocumentFormat::atom03 && feed.format != feeds::DocumentFormat::atom10 &&
           feed.format != feeds::DocumentFormat::json10 && feed.format != feeds::DocumentFormat::json11;
}

bool is_better(const feeds::Document& candidate, const feeds::Document& chosen) {
    return common_kind(candidate.entries) == feeds::Kind::episode && is_rss(candidate) && !is_rss(chosen);
}

}  // namespace

Ownership ownership(const feeds::Document& feed, const std::string& name) {
    std::size_t persons = 0, others = 0;
    for (const auto& entry : feed.entries) {
        bool names_somebody = false, names_person = false;
        for (const auto& credit : entry.credits) {
            if (!is_author_credit(credit) || credit.person.name.empty()) continue;
            names_somebody = true;
            names_person = names_person || is_named(credit.person.name, name);
        }
        persons += names_person ? 1 : 0;
        others += names_somebody && !names_person ? 1 : 0;
    }
    if (persons == 0 && others == 0) return Ownership::nobodys;
    if (others == 0) return Ownership::persons;
    return persons == 0 ? Ownership::others : Ownership::several;
}

bool is_same_feed(const feeds::Document& a, const feeds::Document& b) {
    if (common_kind(a.entries) != common_kind(b.entries)) return false;
    const auto of_a = identities(a), of_b = identities(b);
    const auto& shorter = of_a.size() <= of_b.size() ? of_a : of_b;
    const auto& longer = of_a.size() <= of_b.size() ? of_b : of_a;
    if (shorter.empty()) return longer.empty();
    const auto common = static_cast<std::size_t>(std::count_if(
        shorter.begin(), shorter.end(), [&](const auto& identity) { return longer.count(identity) > 0; }));
    return common * 10 >= shorter.size() * 8;
}

std::vector<std::shared_ptr<const Visit>> one_of_each(const std::vector<std::shared_ptr<const Visit>>& feeds,
                                                      std::vector<LeftOut>& left_out) {
    std::vector<std::shared_ptr<const Visit>> chosen;
    for (const auto& feed : feeds) {
        const auto same = std::find_if(chosen.begin(), chosen.end(), [&](const auto& other) {
            return other->url() == feed->url() || is_same_feed(other->document, feed->document);
        });
        if (same == chosen.end()) {
            chosen.push_back(feed);
            continue;
        }
        auto loser = feed;
        if (is_better(feed->document, (*same)->document)) std::swap(*same, loser);
        if (loser->url() != (*same)->url()) left_out.push_back({loser->asked, "the same entries as " + (*same)->asked});
    }
    return chosen;
}

FoundSource source_of(const Visit& visit, const std::string& behind) {
    const auto& publication = visit.document.publication;
    FoundSource found;
    found.behind = behind;
    found.entries = visit.document.entries.size();
    found.source.url = visit.lasting_url();
    found.source.type = visit.is_page() ? feeds::Source::Type::page : feeds::Source::Type::feed;
    found.source.text = visit.is_page() ? feeds::TextPolicy::excerpt : feeds::TextPolicy::as_given;
    found.source.kind = common_kind(visit.document.entries);
    found.source.title = publication.title;
    found.source.home_url = publication.url;
    found.source.feed_id = publication.id;
    found.source.image = publication.image;
    found.source.language = publication.language;
    found.source.rights = publication.rights;
    found.source.is_public = !feeds::carries_secret(visit.asked);
    return found;
}

}  // namespace masthead::fetchers
