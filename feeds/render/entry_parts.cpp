#include "feeds/render/entry_parts.hpp"

#include <algorithm>

#include "feeds/render/address.hpp"
#include "feeds/render/author_card.hpp"
#include "feeds/render/xml_writer.hpp"
#include "feeds/text/sanitise.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t title_characters = 80;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n\r") == std::string_view::npos; }

}  // namespace

std::string entry_title(const PublishedEntry& entry) {
    const Entry& own = entry.stored.entry;
    if (std::string title = clean_text(own.title); !is_blank(title)) return title;
    if (std::string start = excerpt(plain_text(entry_text(entry)), title_characters); !is_blank(start)) return start;
    std::string label(kind_label(own.kind));
    const std::string source = clean_text(entry.source.title);
    return is_blank(source) ? label : label + " from " + source;
}

std::string untyped_title(std::string_view title) {
    return plain_text(title) == title ? std::string(title) : escaped(title);
}

std::string entry_address(const Site& site, const PublishedEntry& entry) {
    std::string origin = published_url(entry.stored.entry.url);
    return origin.empty() ? entry_page_address(site, entry) : origin;
}

std::string entry_page_address(const Site& site, const PublishedEntry& entry) {
    return absolute_address(site, entry.page_url);
}

std::string entry_text(const PublishedEntry& entry) {
    const Entry& own = entry.stored.entry;
    return clean_text(is_blank(own.content) ? own.summary : own.content);
}

std::string entry_body(const Page& page, const PublishedEntry& entry, const std::vector<Contributor>& people) {
    return entry_text(entry) + (page.card ? author_cards(people) : std::string());
}

std::string entry_summary(const PublishedEntry& entry) {
    const Entry& own = entry.stored.entry;
    return is_blank(own.content) || own.summary == own.content ? std::string() : clean_text(own.summary);
}

Time entry_published(const PublishedEntry& entry) { return entry.stored.shown; }

Time entry_updated(const PublishedEntry& entry) { return std::max(entry.stored.shown, entry.stored.updated); }

std::string_view kind_term(Kind kind) {
    switch (kind) {
        case Kind::post:
            return "post";
        case Kind::episode:
            return "episode";
        case Kind::newsletter:
            return "newsletter";
    }
    return {};
}

std::string_view kind_label(Kind kind) {
    switch (kind) {
        case Kind::post:
            return "Post";
        case Kind::episode:
            return "Episode";
        case Kind::newsletter:
            return "Newsletter";
    }
    return {};
}

std::string kind_scheme(const Site& site) { return site.base_url + "/#kind"; }

}  // namespace masthead::feeds
