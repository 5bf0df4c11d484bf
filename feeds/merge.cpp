#include "feeds/merge.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "feeds/people/names.hpp"
#include "feeds/text/overlap.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

constexpr auto window = std::chrono::days(3);

// How much of two texts has to agree, as parts of their words. A copy has all of the piece and adds a greeting or a
// footer. A digest has all of it as well, but among other things: so the more is added, the more must the titles say.
// Where each of two texts has something that the other lacks, it is a common footer or introduction that they share.
constexpr double whole = 0.9;  // of the text that is contained in the other
constexpr double whole_without_title = 0.95;
constexpr double most = 0.65;             // of the text that has more, when the titles say nothing
constexpr double much = 0.4;              // likewise, under the same title
constexpr double excerpt_shared = 0.75;   // of a beginning; the rest says where to read on
constexpr std::size_t shortest_text = 8;  // words: below that nothing can be told
constexpr std::size_t enough_of_sketch = 4;

using Words = std::vector<Word>;

/// An entry made ready for being compared with others.
struct Candidate {
    const StoredEntry* entry = nullptr;
    std::string address;
    std::vector<std::string> authors;  // sorted
    std::vector<Words> titles;         // the title, and what it is without a label before or behind it
    TextPrint text;
};

// The address of an entry's page; empty for that of a whole site, which many feeds give every entry.
std::string address_key(const Entry& entry) {
    const std::string& url = entry.canonical.empty() ? entry.url : entry.canonical.str();
    const UrlParts parts = url_parts(url);
    if (parts.host.empty() || ((parts.path.empty() || parts.path == "/") && parts.query.empty())) return {};
    return canonical_url(url);
}

std::vector<std::string> author_keys(const Entry& entry) {
    std::vector<std::string> out;
    for (const Credit& credit : entry.credits) {
        if (credit.part != Part::author && credit.part != Part::host) continue;
        if (credit.author)
            out.push_back("#" + std::to_string(static_cast<std::int64_t>(*credit.author)));
        else
            out.push_back(name_key(credit.person.name));
    }
    std::sort(out.begin(), out.end());
    return out;
}

// "Letter 8: Tides", "Tides | The Ledger": the title alone, too.
std::vector<Words> title_forms(std::string_view title) {
    constexpr std::array<std::string_view, 5> separators = {": ", " | ", " - ", " \u2013 ", " \u2014 "};
    std::vector<Words> out{folded_words(title)};
    for (const std::string_view separator : separators) {
        if (const auto first = title.find(separator); first != std::string_view::npos)
            out.push_back(folded_words(title.substr(first + separator.size())));
        if (const auto last = title.rfind(separator); last != std::string_view::npos)
            out.push_back(folded_words(title.substr(0, last)));
    }
    out.erase(std::remove(out.begin(), out.end(), Words{}), out.end());
    return out;
}

// The fragment without what it quotes: a reply and a digest quote, a copy does not.
std::string without_quotations(std::string_view html) {
    std::string out;
    std::size_t depth = 0;
    while (!html.empty()) {
        const auto tag = std::min(html.find('<'), html.size());
        if (depth == 0) out += html.substr(0, tag);
        html.remove_prefix(tag);
        const auto end = html.find('>');
        if (end == std::string_view::npos) break;
        const std::string_view markup = html.substr(0, end + 1);
        html.remove_prefix(end + 1);
        if (markup.substr(0, 11) == "<blockquote") ++depth;
        if (depth == 0) out += markup;
        if (markup == "</blockquote>" && depth > 0) --depth;
    }
    return out;
}

Candidate candidate(const StoredEntry& stored) {
    Candidate out;
    const Entry& entry = stored.entry;
    out.entry = &stored;
    out.address = address_key(entry);
    out.authors = author_keys(entry);
    out.titles = title_forms(entry.title);
    out.text = print_of(plain_text(without_quotations(entry.content.empty() ? entry.summary : entry.content)));
    return out;
}

bool have_common_author(const Candidate& a, const Candidate& b) {
    return std::any_of(a.authors.begin(), a.authors.end(), [&](const std::string& author) {
        return !author.empty() && std::binary_search(b.authors.begin(), b.authors.end(), author);
    });
}

bool have_common_title(const Candidate& a, const Candidate& b) {
    return std::any_of(a.titles.begin(), a.titles.end(), [&](const Words& title) {
        return std::find(b.titles.begin(), b.titles.end(), title) != b.titles.end();
    });
}

// "Links #112" and "Links #113", "Tides (I)" and "Tides (II)": each has a number that the other lacks.
bool are_numbered_apart(const Candidate& a, const Candidate& b) {
    if (a.titles.empty() || b.titles.empty()) return false;
    const auto lacks = [](const Words& one, const Words& other) {
        return std::any_of(one.begin(), one.end(), [&](const Word& word) {
            const bool numeral = word.type == Word::Type::number || word.type == Word::Type::roman;
            return numeral && std::find(other.begin(), other.end(), word) == other.end();
        });
    };
    return lacks(a.titles.front(), b.titles.front()) && lacks(b.titles.front(), a.titles.front());
}

bool is_episode(const Candidate& entry) { return entry.entry->entry.kind == Kind::episode; }

// An excerpt is the beginning of the other, as far as it goes.
bool is_excerpt(const Candidate& part, const Candidate& whole_piece, double shared, const Overlap& both) {
    return both.same_start && shared >= excerpt_shared && part.text.words.size() < whole_piece.text.words.size();
}

bool have_same_text(const Candidate& a, const Candidate& b) {
    if (std::min(a.text.words.size(), b.text.words.size()) < shortest_text) return false;
    const bool same_title = have_common_title(a, b);
    if (!same_title && shared_sketch(a.text, b.text) < enough_of_sketch) return false;
    const Overlap both = overlap(a.text, b.text);
    if (both.numbers_differ) return false;
    const auto [less, more] = std::minmax(both.of_first, both.of_second);
    if (more >= whole_without_title && less >= most) return true;
    if (!same_title) return false;
    return (more >= whole && less >= much) || is_excerpt(a, b, both.of_first, both) ||
           is_excerpt(b, a, both.of_second, both);
}

// Whether the two may be one at all: a source does not publish one piece twice.
bool may_join(const Candidate& a, const Candidate& b) {
    return a.entry->source != b.entry->source && !a.entry->kept_apart && !b.entry->kept_apart &&
           have_common_author(a, b);
}

bool join_by_address(const Candidate& a, const Candidate& b) {
    return may_join(a, b) && !a.address.empty() && a.address == b.address;
}

bool join_by_text(const Candidate& a, const Candidate& b) {
    const auto apart =
        a.entry->shown < b.entry->shown ? b.entry->shown - a.entry->shown : a.entry->shown - b.entry->shown;
    // An episode and the post with its transcript are two things to a reader.
    return may_join(a, b) && apart <= window && is_episode(a) == is_episode(b) && !are_numbered_apart(a, b) &&
           have_same_text(a, b);
}

bool is_newer(const PublishedEntry& a, const PublishedEntry& b) {
    return a.stored.shown != b.stored.shown ? a.stored.shown > b.stored.shown : a.stored.id > b.stored.id;
}

// An address that two entries of one source have is nobody's own.
void forget_shared_addresses(std::vector<Candidate>& all) {
    std::map<std::pair<std::string, SourceId>, std::vector<Candidate*>> users;
    for (Candidate& one : all)
        if (!one.address.empty()) users[{one.address, one.entry->source}].push_back(&one);
    for (auto& [place, sharing] : users)
        if (sharing.size() > 1)
            for (Candidate* one : sharing) one->address.clear();
}

/// Which entries are one: for each the index of the first of its group, itself when it stands alone. No group has two
/// entries of one source, however alike they and their copies are.
class Groups {
public:
    explicit Groups(const std::vector<Candidate>& all) {
        for (const Candidate& one : all) {
            first_.push_back(first_.size());
            sources_.push_back({one.entry->source});
        }
    }
    std::size_t first(std::size_t i) const {
        while (first_[i] != i) i = first_[i];
        return i;
    }
    bool can_join(std::size_t a, std::size_t b) const {
        const auto& of_a = sources_[first(a)];
        const auto& of_b = sources_[first(b)];
        return first(a) != first(b) &&
               std::find_first_of(of_a.begin(), of_a.end(), of_b.begin(), of_b.end()) == of_a.end();
    }
    void join(std::size_t a, std::size_t b) {
        const auto [low, high] = std::minmax({first(a), first(b)});
        first_[high] = low;
        sources_[low].insert(sources_[low].end(), sources_[high].begin(), sources_[high].end());
    }

private:
    std::vector<std::size_t> first_;
    std::vector<std::vector<SourceId>> sources_;  // of the group, at its first
};

// `all` is sorted by time, so that only neighbours within the window have their texts compared.
Groups grouped(const std::vector<Candidate>& all) {
    Groups groups(all);
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].address.empty()) {
            const auto [at, is_new] = places.emplace(all[i].address, i);
            if (!is_new && groups.can_join(at->second, i) && join_by_address(all[at->second], all[i]))
                groups.join(at->second, i);
        }
        for (std::size_t j = i; j-- > 0 && all[j].entry->shown - all[i].entry->shown <= window;)
            if (groups.can_join(i, j) && join_by_text(all[j], all[i])) groups.join(i, j);
    }
    return groups;
}

// The fullest copy stays, as far as it may be published; of equally full ones the older, whose id readers know.
bool is_as_full(const PublishedEntry& a, const Candidate& text_of_a, const PublishedEntry& b,
                const Candidate& text_of_b) {
    const bool cut_a = a.text == TextPolicy::excerpt, cut_b = b.text == TextPolicy::excerpt;
    if (cut_a != cut_b) return cut_b;
    return text_of_a.text.words.size() >= text_of_b.text.words.size();
}

void add_alternate(PublishedEntry& kept, std::string url, std::string title) {
    const bool known = url.empty() || url == kept.stored.entry.url ||
                       std::any_of(kept.alternates.begin(), kept.alternates.end(),
                                   [&](const Alternate& other) { return other.url == url; });
    if (!known) kept.alternates.push_back({std::move(url), std::move(title)});
}

// What the copy that stays lacks and another has: the enclosures above all, who wrote it, and its picture.
void absorb(PublishedEntry& kept, PublishedEntry&& copy) {
    Entry& entry = kept.stored.entry;
    Entry& other = copy.stored.entry;
    for (Enclosure& enclosure : other.enclosures) {
        const bool known = std::any_of(entry.enclosures.begin(), entry.enclosures.end(),
                                       [&](const Enclosure& own) { return own.url == enclosure.url; });
        if (!known) entry.enclosures.push_back(std::move(enclosure));
    }
    if (other.kind == Kind::episode && entry.kind != Kind::episode) {
        entry.kind = Kind::episode;
        entry.episode = std::move(other.episode);
    }
    if (entry.credits.empty()) entry.credits = std::move(other.credits);
    if (entry.image.empty()) entry.image = std::move(other.image);
    if (entry.title.empty()) entry.title = std::move(other.title);
    add_alternate(kept, std::move(other.url), std::move(copy.source.title));
    for (Alternate& alternate : copy.alternates)
        add_alternate(kept, std::move(alternate.url), std::move(alternate.title));
}

}  // namespace

std::vector<PublishedEntry> merge(std::vector<PublishedEntry> entries) {
    std::sort(entries.begin(), entries.end(), is_newer);
    std::vector<Candidate> all;
    all.reserve(entries.size());
    for (const PublishedEntry& entry : entries) all.push_back(candidate(entry.stored));
    forget_shared_addresses(all);
    const Groups groups = grouped(all);
    std::vector<std::size_t> kept(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::size_t& best = kept[groups.first(i)];
        if (groups.first(i) == i || is_as_full(entries[i], all[i], entries[best], all[best])) best = i;
    }
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (const std::size_t best = kept[groups.first(i)]; best != i) absorb(entries[best], std::move(entries[i]));
    std::vector<PublishedEntry> out;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (kept[groups.first(i)] == i) out.push_back(std::move(entries[i]));
    return out;
}

JoinReason joins(const StoredEntry& a, const StoredEntry& b) {
    const Candidate one = candidate(a), other = candidate(b);
    if (join_by_address(one, other)) return JoinReason::same_address;
    return join_by_text(one, other) ? JoinReason::same_text : JoinReason::none;
}

}  // namespace masthead::feeds
