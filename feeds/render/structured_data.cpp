#include "feeds/render/structured_data.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "feeds/render/address.hpp"
#include "feeds/render/contributors.hpp"
#include "feeds/render/entry_parts.hpp"
#include "feeds/render/media.hpp"
#include "feeds/render/page_parts.hpp"
#include "feeds/render/xml_writer.hpp"
#include "feeds/text/date.hpp"

namespace masthead::feeds {
namespace {

namespace json = boost::json;

void put(json::object& object, std::string_view key, std::string_view text) {
    if (const std::string clean = clean_text(text); !clean.empty()) object[key] = clean;
}

json::object typed(std::string_view type) { return json::object{{"@type", type}}; }

json::object person_of(const Contributor& person) {
    const bool organization = person.author != nullptr && person.author->type == Author::Type::organization;
    json::object out = typed(organization ? "Organization" : "Person");
    put(out, "name", person.name);
    put(out, "url", person.url);
    put(out, "image", person.avatar);
    put(out, "description", person.bio);
    if (!organization) put(out, "jobTitle", person.role);
    json::array same;
    for (const Profile& profile : person.profiles) same.emplace_back(profile.url);
    if (!same.empty()) out["sameAs"] = std::move(same);
    return out;
}

json::object audio_of(const Enclosure& file) {
    json::object out = typed("AudioObject");
    put(out, "contentUrl", published_url(file.url));
    put(out, "encodingFormat", media_type_of(file));
    if (file.duration) out["duration"] = fmt::format("PT{}S", file.duration->count());
    return out;
}

json::object entry_of(const Page& page, const PublishedEntry& entry) {
    const Entry& own = entry.stored.entry;
    const bool episode = own.kind == Kind::episode;
    const Media media = media_of(own);
    json::object out = typed(episode ? "PodcastEpisode" : "Article");
    put(out, episode ? "name" : "headline", entry_title(entry));
    put(out, "url", entry_address(page.site, entry));
    put(out, "datePublished", format_rfc3339(entry_published(entry)));
    put(out, "dateModified", format_rfc3339(entry_updated(entry)));
    put(out, "inLanguage", language_tag(own.language));
    put(out, "image", media.cover);
    json::array authors;
    for (const Contributor& person : contributors(page, own))
        if (person.is_author()) authors.push_back(person_of(person));
    if (!authors.empty()) out["author"] = std::move(authors);
    if (media.main != nullptr && episode) out["associatedMedia"] = audio_of(*media.main);
    return out;
}

json::object data_of(const Page& page) {
    switch (page.type) {
        case Page::Type::author:
            if (page.subject) {
                json::object out = typed("ProfilePage");
                out["mainEntity"] = person_of(contributor_of(page, *page.subject));
                return out;
            }
            return {};
        case Page::Type::entry:
            return page.entries.empty() ? json::object() : entry_of(page, page.entries.front());
        case Page::Type::feed:
            if (page.podcast) {
                json::object out = typed("PodcastSeries");
                put(out, "name", page_title(page));
                put(out, "webFeed", current_address(page, Format::rss));
                return out;
            }
            return {};
        case Page::Type::site:
            return {};
    }
    return {};
}

}  // namespace

std::string structured_data(const Page& page) {
    const json::object data = data_of(page);
    if (data.empty()) return {};
    json::object whole{{"@context", "https://schema.org"}};
    for (const auto& member : data) whole.insert(member);
    // "</script>" or "<!--" inside a text would end or change the element.
    std::string out;
    for (const char c : json::serialize(whole)) {
        if (c == '<')
            out += "\\u003c";
        else
            out += c;
    }
    return out;
}

}  // namespace masthead::feeds
