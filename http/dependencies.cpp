#include "http/dependencies.hpp"

#include <algorithm>

namespace masthead::http {
namespace {

Dependencies::Scope scope_of(feeds::Page::Type type) {
    switch (type) {
        case feeds::Page::Type::site:
            return Dependencies::Scope::the_site;
        case feeds::Page::Type::feed:
            return Dependencies::Scope::a_feed;
        case feeds::Page::Type::author:
            return Dependencies::Scope::a_list;
        case feeds::Page::Type::entry:
            return Dependencies::Scope::an_entry;
    }
    return Dependencies::Scope::the_site;
}

template <class Id>
void sort_once(std::vector<Id>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    ids.shrink_to_fit();
}

template <class Id>
bool meet(const std::vector<Id>& changed, const std::vector<Id>& sorted) {
    return std::any_of(changed.begin(), changed.end(),
                       [&](Id id) { return std::binary_search(sorted.begin(), sorted.end(), id); });
}

}  // namespace

Dependencies dependencies_of(const feeds::Page& page) {
    Dependencies out;
    out.scope = scope_of(page.type);
    if (page.subject) out.authors.push_back(page.subject->id);
    for (const auto& author : page.authors) out.authors.push_back(author.id);
    for (const auto& entry : page.entries) {
        out.sources.push_back(entry.stored.source);
        if (page.type == feeds::Page::Type::entry) out.entries.push_back(entry.stored.id);
    }
    sort_once(out.authors);
    sort_once(out.sources);
    sort_once(out.entries);
    return out;
}

bool touches(const storage::Changes& changes, const Dependencies& dependencies) {
    using Scope = Dependencies::Scope;
    if (dependencies.scope == Scope::nothing) return false;
    if (changes.everything) return true;
    if (dependencies.scope == Scope::the_site)
        return !changes.authors.empty() || !changes.sources.empty() || !changes.feeds.empty() ||
               !changes.entries.empty();
    if (meet(changes.authors, dependencies.authors)) return true;
    if (dependencies.scope == Scope::an_entry)
        return meet(changes.entries, dependencies.entries) || meet(changes.sources, dependencies.sources);
    // A source that became public brings entries onto lists that did not know it.
    if (!changes.entries.empty() || !changes.sources.empty()) return true;
    return dependencies.scope == Scope::a_feed && !changes.feeds.empty();
}

}  // namespace masthead::http
