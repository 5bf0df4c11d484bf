#include "tests/properties/round_trip.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "feeds/parse/parse.hpp"
#include "feeds/people/names.hpp"
#include "feeds/render/address.hpp"
#include "feeds/render/media.hpp"
#include "feeds/render/render.hpp"
#include "feeds/render/xml_writer.hpp"

namespace masthead::tests {
namespace {

using feeds::Credit;
using feeds::Document;
using feeds::Entry;
using feeds::Format;
using feeds::StoredEntry;

// Outside these years a date cannot be written in every format.
bool is_writable(feeds::Time time) {
    using namespace std::chrono;
    return time >= sys_days(year{1} / 1 / 1) && time < sys_days(year{10000} / 1 / 1);
}

feeds::PublishedEntry published(const Entry& entry, std::size_t number) {
    feeds::PublishedEntry out;
    out.stored.id = feeds::EntryId{static_cast<std::int64_t>(number)};
    out.stored.public_id = fmt::format("urn:example:{}", number);
    out.stored.shown = entry.published.value_or(entry.updated.value_or(feeds::Time{}));
    if (!is_writable(out.stored.shown)) out.stored.shown = feeds::Time{};
    out.stored.updated = out.stored.shown;
    out.stored.entry = entry;
    out.source = {"urn:example:source", "The Weir", "https://weir.example/feed", "https://weir.example/", {}, {}, {}};
    out.page_url = fmt::format("/entries/{}", number);
    return out;
}

feeds::Page page_of(const Document& document) {
    feeds::Page page;
    page.site.base_url = "https://feeds.example";
    page.path = "/feeds/all";
    page.title = "All that is read";
    page.card = false;  // a card is part of the text
    for (const auto& entry : document.entries) page.entries.push_back(published(entry, page.entries.size() + 1));
    return page;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : feeds::clean_text(text)) {
        const bool is_blank = c == ' ' || c == '\t' || c == '\n';
        if (!is_blank) out += c;
        if (is_blank && !out.empty() && out.back() != ' ') out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool is_author(const Credit& credit) { return credit.part == feeds::Part::author || credit.part == feeds::Part::host; }

// Documents name several people in one value, so a name that reads as such a value cannot stand for itself in them.
bool stands_for_itself(const std::string& name) {
    const feeds::NameContext nowhere;
    const auto people = feeds::people_of_value(name, nowhere);
    if (people.size() == 1) return people.front().name == name;
    return people.empty() && (feeds::stated_name(name, nowhere) == name && feeds::plain_name(name, nowhere) == name);
}

std::set<std::string> author_names(const Entry& entry) {
    std::set<std::string> out;
    for (const auto& credit : entry.credits) {
        const std::string name = one_line(credit.person.name);
        if (is_author(credit) && !name.empty()) out.insert(name);
    }
    return out;
}

// What there is room for in every format: files that are no pictures, as they are published.
std::vector<std::string> files(const Entry& entry) {
    std::vector<std::string> out;
    const feeds::Media media = feeds::media_of(entry);
    const auto add = [&](const feeds::Enclosure& file) {
        out.push_back(fmt::format("{} {} {}", feeds::published_url(file.url), feeds::media_type_of(file),
                                  file.bytes.value_or(0)));
    };
    if (media.main != nullptr) add(*media.main);
    for (const auto* other : media.others) add(*other);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::string difference(const StoredEntry& given, const Entry& got) {
    using std::chrono::floor;
    using std::chrono::seconds;
    if (got.guid != given.public_id) return fmt::format("the id {:?} is {:?}", given.public_id, got.guid);
    if (const auto title = one_line(given.entry.title); !title.empty() && title != one_line(got.title))
        return fmt::format("the title {:?} is {:?}", title, got.title);
    if (!got.published || floor<seconds>(*got.published) != floor<seconds>(given.shown))
        return fmt::format("the date {} is another", given.shown.time_since_epoch().count());
    const auto names = author_names(given.entry);
    const auto got_names = author_names(got);
    if (names != got_names && std::all_of(names.begin(), names.end(), stands_for_itself))
        return fmt::format("the authors {:?} are {:?}", fmt::join(names, "|"), fmt::join(got_names, "|"));
    const auto given_files = files(given.entry);
    const auto got_files = files(got);
    if (given_files != got_files)
        return fmt::format("the files {} are {}", fmt::join(given_files, "|"), fmt::join(got_files, "|"));
    return {};
}

}  // namespace

std::string lost_on_the_way(const Document& document, Format format) {
    const feeds::Page page = page_of(document);
    const std::string text = feeds::render(page, format);
    feeds::Limits roomy;  // what is published says more of an entry than what was read
    roomy.nodes *= 10;
    roomy.bytes *= 10;
    const auto again = feeds::parse(text, {"https://feeds.example/feeds/all", "", ""}, roomy);
    const auto ending = feeds::path_ending(format);
    if (!again) return fmt::format("{}: it cannot be read: {}", ending, again.error().message);
    if (again->entries.size() != page.entries.size())
        return fmt::format("{}: of {} entries {} are left", ending, page.entries.size(), again->entries.size());
    for (std::size_t i = 0; i < page.entries.size(); ++i)
        if (const auto lost = difference(page.entries[i].stored, again->entries[i]); !lost.empty())
            return fmt::format("{}: entry {}: {}", ending, i + 1, lost);
    return {};
}

}  // namespace masthead::tests
