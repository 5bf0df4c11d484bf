#include "feeds/parse/draft.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "feeds/parse/feed_values.hpp"

namespace masthead::feeds {
namespace {

bool names_an_author(const std::vector<Credit>& credits) {
    return std::any_of(credits.begin(), credits.end(),
                       [](const Credit& credit) { return credit.part == Part::author || credit.part == Part::host; });
}

// The same file twice, as RSS's enclosure and as Atom's: the first says what there is to say.
void drop_doubles(std::vector<Enclosure>& files) {
    std::vector<Enclosure> once;
    for (auto& file : files) {
        const auto is_it = [&](const Enclosure& other) { return other.url == file.url; };
        if (std::none_of(once.begin(), once.end(), is_it)) once.push_back(std::move(file));
    }
    files = std::move(once);
}

void add_show(std::vector<Credit>& credits, std::vector<Credit> show) {
    if (!names_an_author(credits)) std::move(show.begin(), show.end(), std::back_inserter(credits));
}

}  // namespace

ParseError too_many_entries(const Limits& limits) {
    return {ParseError::Code::too_many,
            fmt::format("the feed has more than {} entries: raise fetch.max_entries", limits.entries)};
}

void drop_cut_entry(Document& document, const XmlDocument& xml, std::string_view element) {
    if (!xml.was_cut_within(element) || document.entries.empty()) return;
    document.entries.pop_back();
    document.notes.push_back("the last entry is cut off and was left out");
}

Entry finished(EntryDraft draft) {
    Entry& entry = draft.entry;
    if (draft.addresses_subscribers) entry.kind = Kind::newsletter;  // decide_kinds() has the last word
    set_first(entry.published, draft.other_date);
    set_first(entry.url, std::move(draft.permalink));
    add_show(entry.credits, std::move(draft.show));
    drop_doubles(entry.enclosures);
    if (!entry.enclosures.empty()) {
        set_first(entry.enclosures.front().duration, entry.episode.duration);
        entry.episode.duration.reset();
    }
    return std::move(entry);
}

void finish(FeedDraft draft, Document& document) {
    set_first(draft.publication.updated, draft.other_date);
    set_first(draft.publication.image, std::move(draft.icon));
    add_show(draft.people, std::move(draft.show));
    document.publication = std::move(draft.publication);
    document.people = std::move(draft.people);
}

}  // namespace masthead::feeds
