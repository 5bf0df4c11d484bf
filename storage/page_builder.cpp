#include "storage/page_builder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "feeds/merge.hpp"
#include "feeds/parse/feed_values.hpp"
#include "feeds/text/find_element.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/url.hpp"
#include "storage/provenance.hpp"

namespace masthead::storage {

namespace {

constexpr std::size_t excerpt_characters = 600;

bool is_author(const feeds::Credit& credit) {
    return credit.part == feeds::Part::author || credit.part == feeds::Part::host;
}

// What most of the entries are written in; of equals the first in the alphabet.
std::string common_language(const std::vector<feeds::PublishedEntry>& entries) {
    std::map<std::string, std::size_t> counts;
    for (const auto& entry : entries)
        if (!entry.stored.entry.language.empty()) ++counts[entry.stored.entry.language];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? std::string() : most->first;
}

// What a show says of itself holds for its episodes that say nothing.
std::optional<bool> is_explicit(const feeds::Source& show) {
    const auto* said = feeds::find_element(show.extensions, "itunes", "explicit");
    return said ? feeds::answer_of(said->text) : std::nullopt;
}

void apply_text_policy(feeds::PublishedEntry& entry) {
    auto& content = entry.stored.entry.content;
    if (entry.text == feeds::TextPolicy::excerpt) content = feeds::excerpt_html(content, excerpt_characters);
}

}  // namespace

const feeds::Source& PageBuilder::source(feeds::SourceId id) {
    const auto [found, is_new] = sources_.try_emplace(id);
    if (is_new)
        if (auto status = store_.source(id)) found->second = std::move(status->source);
    return found->second;
}

const std::optional<feeds::Author>& PageBuilder::author(feeds::AuthorId id) {
    const auto [found, is_new] = authors_.try_emplace(id);
    if (is_new) {
        found->second = store_.author(id);
        if (auto& author = found->second) {
            author->avatar = avatar_address(author->avatar);
            if (!author->email_public) author->email.clear();
        }
    }
    return found->second;
}

std::string PageBuilder::avatar_address(const std::string& url) {
    if (url.empty()) return url;
    const auto [found, is_new] = avatars_.try_emplace(url, url);
    if (is_new)
        if (const auto avatar = store_.avatar_of_url(url))
            found->second = fmt::format("{}/avatars/{}", site_.base_url, avatar->hash);
    return found->second;
}

void PageBuilder::credit_default_authors(feeds::Entry& entry, const feeds::Source& source) {
    if (std::any_of(entry.credits.begin(), entry.credits.end(), is_author)) return;
    std::vector<feeds::Credit> defaults;
    for (const auto id : source.authors) {
        if (!author(id)) continue;
        feeds::Credit credit;
        credit.person.name = author(id)->name;
        credit.author = id;
        defaults.push_back(std::move(credit));
    }
    entry.credits.insert(entry.credits.begin(), defaults.begin(), defaults.end());
}

feeds::PublishedEntry PageBuilder::published(feeds::StoredEntry stored) {
    const auto& from = source(stored.source);
    auto& entry = stored.entry;
    credit_default_authors(entry, from);
    if (entry.kind == feeds::Kind::episode) feeds::set_first(entry.episode.is_explicit, is_explicit(from));
    for (auto& credit : entry.credits) {
        credit.person.avatar = avatar_address(credit.person.avatar);
        // Whether an author's address is published is the admin's to say.
        if (credit.author && author(*credit.author)) credit.person.email = author(*credit.author)->email;
    }
    feeds::PublishedEntry out;
    out.source = provenance(from, stored);
    out.text = from.text;
    out.page_url = fmt::format("{}/entries/{}", site_.base_url, feeds::format_as(stored.id));
    out.stored = std::move(stored);
    return out;
}

// An id stands once in a feed (RFC 4287, section 4.1.1). Where an origin's entry came after a copy that had taken its
// id, the one on the host that the id names stays.
void PageBuilder::keep_one_of_each_id(std::vector<feeds::PublishedEntry>& entries) {
    const auto is_origin = [&](const feeds::PublishedEntry& entry) {
        const auto host = feeds::url_parts(entry.stored.public_id).host;
        return feeds::same_host(host, feeds::url_parts(source(entry.stored.source).url).host);
    };
    std::map<std::string, std::size_t> kept;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto [found, is_new] = kept.try_emplace(entries[i].stored.public_id, i);
        if (!is_new && !is_origin(entries[found->second]) && is_origin(entries[i])) found->second = i;
    }
    if (kept.size() == entries.size()) return;
    std::vector<feeds::PublishedEntry> out;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (kept.at(entries[i].stored.public_id) == i) out.push_back(std::move(entries[i]));
    entries = std::move(out);
}

std::vector<feeds::Author> PageBuilder::authors_of(const feeds::Page& page) {
    std::map<feeds::AuthorId, feeds::Author> named;
    if (page.subject) named.emplace(page.subject->id, *page.subject);
    for (const auto& entry : page.entries)
        for (const auto& credit : entry.stored.entry.credits)
            if (credit.author && author(*credit.author)) named.emplace(*credit.author, *author(*credit.author));
    std::vector<feeds::Author> authors;
    authors.reserve(named.size());
    for (auto& [id, author] : named) authors.push_back(std::move(author));
    return authors;
}

std::vector<feeds::ExtensionElement> PageBuilder::extensions_of_one_show(
    const std::vector<feeds::PublishedEntry>& entries) {
    const auto is_of_another = [&](const feeds::PublishedEntry& entry) {
        return entry.stored.source != entries.front().stored.source;
    };
    if (entries.empty() || std::any_of(entries.begin(), entries.end(), is_of_another)) return {};
    return source(entries.front().stored.source).extensions;
}

void PageBuilder::put_entries(feeds::Page& page, std::vector<feeds::StoredEntry> entries, std::size_t limit) {
    std::vector<feeds::PublishedEntry> copies;
    copies.reserve(entries.size());
    for (auto& stored : entries) copies.push_back(published(std::move(stored)));
    page.entries = feeds::merge(std::move(copies));
    keep_one_of_each_id(page.entries);
    if (page.entries.size() > limit)
        page.entries.erase(page.entries.begin() + static_cast<std::ptrdiff_t>(limit), page.entries.end());
    page.authors = authors_of(page);
    if (page.language.empty()) page.language = common_language(page.entries);
    // Not before: an excerpt is hard to know again in the copy that a newsletter has.
    for (auto& entry : page.entries) apply_text_policy(entry);
    for (const auto& entry : page.entries) page.updated = std::max(page.updated, entry.stored.updated);
}

}  // namespace masthead::storage
