#include "feeds/render/html_entry.hpp"

#include <algorithm>
#include <string>

#include "feeds/render/address.hpp"
#include "feeds/render/entry_parts.hpp"
#include "feeds/render/html_parts.hpp"
#include "feeds/render/media.hpp"
#include "feeds/render/page_parts.hpp"
#include "feeds/text/sanitise.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t preview_characters = 280;

std::string kind_class(Kind kind) { return "kind kind-" + std::string(kind_term(kind)) + " p-category"; }

void open_entry(XmlWriter& out, const PublishedEntry& entry) {
    out.open("article", {{"class", "h-entry"}, {"lang", language_tag(entry.stored.entry.language)}});
}

// "Episode · 2 January 2024 · The Ledger"
void write_origin(XmlWriter& out, const Page& page, const PublishedEntry& entry) {
    out.open("p", {{"class", "origin"}});
    out.text("span", kind_label(entry.stored.entry.kind), {{"class", kind_class(entry.stored.entry.kind)}});
    out.open("a", {{"href", entry_page_address(page.site, entry)}});
    write_day(out, entry_published(entry), "dt-published");
    out.close();
    if (!entry.source.title.empty()) {
        const std::string home = published_url(entry.source.home_url);
        if (home.empty())
            out.text("span", entry.source.title);
        else
            out.text("a", entry.source.title, {{"href", home}});
    }
    out.close();
}

// Portrait and name of each. Those who are followed have a page here, of others there may be one elsewhere.
void write_byline(XmlWriter& out, const Page& page, const std::vector<Contributor>& people) {
    if (people.empty()) return;
    out.open("p", {{"class", "byline"}});
    for (const Contributor& person : people) {
        if (!person.is_author()) continue;
        out.open("span", {{"class", "p-author h-card"}});
        if (person.author == nullptr) {
            if (person.url.empty())
                out.text("span", person.name, {{"class", "p-name"}});
            else
                out.text("a", person.name, {{"class", "p-name u-url"}, {"href", person.url}});
        } else {
            write_portrait(out, person.name, person.avatar, Portrait::small);
            const std::string address = absolute_address(page.site, "/authors/" + person.author->slug);
            out.text("a", person.name, {{"class", "p-name u-url"}, {"href", address}});
        }
        out.close();
    }
    std::string others;
    for (const Contributor& person : people)
        if (!person.is_author()) others += (others.empty() ? "with " : ", ") + person.name;
    out.text("span", others, {{"class", "others"}});
    out.close();
}

void write_title(XmlWriter& out, const Page& page, const PublishedEntry& entry, std::string_view heading) {
    out.open(heading, {{"class", "p-name"}, {"dir", "auto"}});
    out.text("a", entry_title(entry), {{"class", "u-url"}, {"href", entry_address(page.site, entry)}});
    out.close();
}

void write_facts(XmlWriter& out, const Entry& entry, const Media& media) {
    out.open("p", {{"class", "facts"}});
    if (media.main->duration && media.main->duration->count() > 0) write_duration(out, *media.main->duration);
    out.text("a", "Download", {{"href", published_url(media.main->url)}});
    for (const Enclosure* other : media.others)
        out.text("a", other->title.empty() ? media_type_of(*other) : other->title.str(),
                 {{"href", published_url(other->url)}});
    for (const Transcript& transcript : entry.episode.transcripts)
        if (const std::string address = published_url(transcript.url); !address.empty())
            out.text("a", "Transcript", {{"href", address}});
    out.close();
}

void write_player(XmlWriter& out, const Entry& entry) {
    const Media media = media_of(entry);
    if (media.main == nullptr) return;
    const std::string url = published_url(media.main->url);
    const std::string_view medium = medium_of(media_type_of(*media.main));
    out.open("div", {{"class", "player"}});
    if (medium == "audio" || medium == "video") {
        out.open(medium, {{"class", medium == "audio" ? "u-audio" : "u-video"},
                          {"controls", "controls"},
                          {"preload", "none"},
                          {"src", url},
                          {"aria-label", entry.title}});
        out.text("a", medium == "audio" ? "Listen to the file" : "Watch the file", {{"href", url}});
        out.close();
    }
    write_facts(out, entry, media);
    out.close();
}

void write_tags(XmlWriter& out, const Entry& entry) {
    if (entry.categories.empty()) return;
    out.open("ul", {{"class", "tags"}});
    for (const std::string& category : entry.categories) out.text("li", category, {{"class", "p-category"}});
    out.close();
}

void write_alternates(XmlWriter& out, const PublishedEntry& entry) {
    if (entry.alternates.empty()) return;
    out.open("p", {{"class", "alternates"}});
    out.words("Also at");
    for (const Alternate& alternate : entry.alternates) {
        const std::string url = published_url(alternate.url);
        if (url.empty()) continue;
        out.words(" ");
        out.text("a", alternate.title.empty() ? url : alternate.title, {{"class", "u-syndication"}, {"href", url}});
    }
    out.close();
}

void write_cards(XmlWriter& out, const Page& page, const std::vector<Contributor>& people) {
    const bool any = std::any_of(people.begin(), people.end(),
                                 [](const Contributor& person) { return person.is_described() && person.is_author(); });
    if (!any) return;
    out.open("section", {{"class", "cards"}, {"aria-label", "Who wrote it"}});
    for (const Contributor& person : people)
        if (person.is_described() && person.is_author()) write_author_card(out, page, person, Links::plain);
    out.close();
}

}  // namespace

void write_entry_preview(XmlWriter& out, const Page& page, const PublishedEntry& entry) {
    const Entry& own = entry.stored.entry;
    open_entry(out, entry);
    write_origin(out, page, entry);
    write_title(out, page, entry, "h2");
    write_byline(out, page, contributors(page, own));
    const std::string& text = own.summary.empty() ? own.content : own.summary;
    if (!own.title.empty() || text.size() > preview_characters)
        out.text("p", excerpt(plain_text(text), preview_characters), {{"class", "p-summary"}, {"dir", "auto"}});
    write_player(out, own);
    write_alternates(out, entry);
    out.close();
}

void write_entry_line(XmlWriter& out, const Page& page, const PublishedEntry& entry) {
    const std::string names = author_names(contributors(page, entry.stored.entry));
    out.open("li", {{"class", "h-entry"}, {"lang", language_tag(entry.stored.entry.language)}});
    out.text("a", entry_title(entry),
             {{"class", "p-name u-url"}, {"dir", "auto"}, {"href", entry_address(page.site, entry)}});
    out.open("span", {{"class", "origin"}});
    out.text("span", kind_label(entry.stored.entry.kind), {{"class", kind_class(entry.stored.entry.kind)}});
    write_day(out, entry_published(entry), "dt-published");
    out.text("span", names, {{"class", "p-author"}});
    out.close();
    out.close();
}

void write_entry_in_full(XmlWriter& out, const Page& page, const PublishedEntry& entry) {
    const Entry& own = entry.stored.entry;
    const std::vector<Contributor> people = contributors(page, own);
    open_entry(out, entry);
    write_origin(out, page, entry);
    write_title(out, page, entry, "h1");
    write_byline(out, page, people);
    write_player(out, own);
    out.open("div", {{"class", "e-content"}, {"dir", "auto"}});
    out.markup(with_lower_headings(entry_text(entry)));
    out.close();
    write_alternates(out, entry);
    write_tags(out, own);
    if (page.card) write_cards(out, page, people);
    out.close();
}

}  // namespace masthead::feeds
