#include "feeds/parse/draft.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "feeds/parse/feed_links.hpp"
#include "feeds/parse/feed_values.hpp"
#include "feeds/parse/kind.hpp"
#include "feeds/text/images.hpp"
#include "feeds/text/sanitise.hpp"

namespace masthead::feeds {
namespace {

bool names_an_author(const std::vector<Credit>& credits) {
    return std::any_of(credits.begin(), credits.end(),
                       [](const Credit& credit) { return credit.part == Part::author || credit.part == Part::host; });
}

// The same file twice, as RSS's enclosure and as Atom's: the first says what there is to say.
void drop_doubles(std::vector<Enclosure>& files) {
    if (files.size() < 2) return;
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

void set_html(std::string& field, std::string_view html, std::string_view base, const FeedContext& context,
              ReaderMarks& marks) {
    if (!field.empty()) return;
    switch (context.html) {
        case HtmlHandling::sanitise:
            field = safe_html(html, base, marks);
            break;
        case HtmlHandling::as_given:
            field = html;
            break;
    }
}

// The addresses of a letter that was sent to one reader may name him or her, as those in its text did.
void drop_marks(Entry& entry, std::string& permalink, const ReaderMarks& marks) {
    const auto clean = [&marks](auto& url) {
        if (marks.stand_in(url)) url = marks.removed_from(url);
    };
    clean(entry.url);
    clean(permalink);
    // A link that would lead nowhere without them goes.
    std::erase_if(entry.links, [&marks](const auto& link) {
        return marks.stand_in(link.url) && marks.removed_from(link.url).empty();
    });
    for (auto& link : entry.links) clean(link.url);
}

// sy:updatePeriod and sy:updateFrequency (RSS 1.0, module "syndication"): so many times in a period.
std::optional<std::chrono::minutes> update_interval(const FeedDraft& draft) {
    struct Period {
        std::string_view name;
        std::chrono::minutes length;
    };
    using std::chrono::hours;
    static constexpr std::array periods = {Period{"hourly", hours(1)}, Period{"daily", hours(24)},
                                           Period{"weekly", hours(24 * 7)}, Period{"monthly", hours(24 * 30)},
                                           Period{"yearly", hours(24 * 365)}};
    const auto frequency = draft.update_frequency.value_or(1);
    for (const auto& period : periods)
        if (period.name == draft.update_period && frequency >= 1 && frequency <= 10'000)
            return period.length / static_cast<int>(frequency);
    return std::nullopt;
}

}  // namespace

ParseError too_many_entries(const Limits& limits) {
    return {ParseError::Code::too_many,
            fmt::format("the feed has more than {} entries: raise fetch.max_entries", limits.entries)};
}

void drop_cut_entry(Document& document, const XmlDocument& xml) {
    if (!xml.was_cut_within_entry() || document.entries.empty()) return;
    document.entries.pop_back();
    document.notes.emplace_back("the last entry is cut off and was left out");
}

void set_html(std::string& field, std::string_view html, std::string_view base, const FeedContext& context) {
    ReaderMarks marks;
    set_html(field, html, base, context, marks);
}

void set_entry_html(EntryDraft& draft, std::string& field, std::string_view html, std::string_view base,
                    const FeedContext& context) {
    draft.addresses_subscribers |= addresses_subscribers(html);
    set_html(field, html, base, context, draft.marks);
}

Entry finished(EntryDraft draft) {
    Entry& entry = draft.entry;
    if (draft.addresses_subscribers) entry.kind = Kind::newsletter;  // decide_kinds() has the last word
    drop_marks(entry, draft.permalink, draft.marks);
    set_first(entry.published, draft.other_date);
    set_first(entry.url, address_of(entry.links, "alternate"));
    set_first(entry.url, std::move(draft.permalink));
    set_first(entry.canonical, address_of(entry.links, "canonical"));
    set_first(entry.comments_url, address_of(entry.links, "replies"));
    entry.content = with_fragments_of(entry.url, std::move(entry.content));
    entry.summary = with_fragments_of(entry.url, std::move(entry.summary));
    add_show(entry.credits, std::move(draft.show));
    std::move(draft.alternates.begin(), draft.alternates.end(), std::back_inserter(entry.enclosures));
    drop_doubles(entry.enclosures);
    // An episode without a cover has its show's.
    if (entry.enclosures.empty()) {
        set_first(entry.image, first_picture(entry.content));
        set_first(entry.image, first_picture(entry.summary));
    }
    if (!entry.enclosures.empty()) {
        // What the item says of itself outranks what media:content says of one of its files.
        if (entry.episode.duration) entry.enclosures.front().duration = entry.episode.duration;
        entry.episode.duration.reset();
    }
    return std::move(entry);
}

OriginalFeed finished(FeedDraft draft) {
    auto& publication = draft.publication;
    set_first(publication.published, draft.other_date);
    set_first(publication.updated, publication.published);
    set_first(publication.url, address_of(publication.links, "alternate"));
    set_first(publication.self_url, address_of(publication.links, "self"));
    set_first(publication.next_url, address_of(publication.links, "next"));
    set_first(publication.next_url, address_of(publication.links, "prev-archive"));
    set_first(publication.new_feed_url, std::move(draft.other_new_feed_url));
    set_first(publication.ttl, update_interval(draft));
    set_first(publication.hub_url, address_of(publication.links, "hub"));
    set_first(publication.image, publication.icon);
    set_first(publication.image, std::move(draft.thumbnail));
    set_first(publication.image, first_picture(publication.description));
    add_show(draft.people, std::move(draft.show));
    return {std::move(publication), std::move(draft.people)};
}

void finish(FeedDraft draft, Document& document) {
    auto feed = finished(std::move(draft));
    document.publication = std::move(feed.publication);
    document.people = std::move(feed.people);
}

}  // namespace masthead::feeds
