#include "tests/feeds/parse/document_facts.hpp"

#include <array>

#include <fmt/format.h>

#include "feeds/text/date.hpp"

namespace masthead::tests {
namespace {

using namespace feeds;

constexpr std::array format_names = {"rss090", "rss091", "rss092", "rss093", "rss094",  "rss10",   "rss20", "rss",
                                     "atom03", "atom10", "json10", "json11", "article", "listing", "mail"};
constexpr std::array kind_names = {"post", "episode", "newsletter"};
constexpr std::array part_names = {"author", "host", "guest", "editor", "contributor"};

template <class List, class Write>
std::string joined(const List& list, Write write) {
    std::string out;
    for (const auto& item : list) out.append(out.empty() ? "" : "|").append(write(item));
    return out;
}

std::string joined(const std::vector<std::string>& list) {
    return joined(list, [](const std::string& text) { return text; });
}

std::string shown(const std::optional<Time>& time) { return time ? format_rfc3339(*time) : ""; }
std::string shown(const std::optional<bool>& answer) { return !answer ? "" : *answer ? "yes" : "no"; }

std::string shown(const Credit& credit) {
    std::string out = fmt::format("{} {}", part_names.at(static_cast<std::size_t>(credit.part)), credit.person.name);
    if (!credit.person.email.empty()) out += fmt::format(" <{}>", credit.person.email);
    if (credit.origin == Origin::byline) out += " byline";
    if (!credit.person.bio.empty()) out += fmt::format(" ({})", credit.person.bio);
    for (const auto& profile : credit.person.profiles)
        if (credit.origin == Origin::byline) out += fmt::format(" {}:{}", profile.platform, profile.handle);
    return out;
}

std::string shown(const Enclosure& file) {
    return fmt::format("{} {} {} {}", file.url, file.type, file.bytes ? std::to_string(*file.bytes) : "-",
                       file.duration ? std::to_string(file.duration->count()) : "-");
}

std::string shown(const EpisodeDetails& episode) {
    std::string out;
    if (episode.season) out += fmt::format("season {} {} ", *episode.season, episode.season_name);
    if (episode.number) out += fmt::format("number {} ", *episode.number);
    return out + "explicit " + shown(episode.is_explicit);
}

template <class List>
std::string shown_list(const List& list) {
    return joined(list, [](const auto& item) { return shown(item); });
}

}  // namespace

std::map<std::string, std::string> facts_of_document(const Document& document) {
    const auto& feed = document.publication;
    std::map<std::string, std::string> out{{"format", format_names.at(static_cast<std::size_t>(document.format))},
                                           {"encoding", document.encoding},
                                           {"feed.id", feed.id},
                                           {"feed.title", feed.title},
                                           {"feed.url", feed.url},
                                           {"feed.self_url", feed.self_url},
                                           {"feed.description", feed.description},
                                           {"feed.language", feed.language},
                                           {"feed.image", feed.image},
                                           {"feed.categories", joined(feed.categories)},
                                           {"feed.explicit", shown(feed.is_explicit)},
                                           {"feed.locked", shown(feed.is_locked)},
                                           {"feed.podcast_guid", feed.podcast_guid},
                                           {"feed.updated", shown(feed.updated)},
                                           {"feed.credits", shown_list(document.people)},
                                           {"entries", std::to_string(document.entries.size())},
                                           {"notes", joined(document.notes)}};
    for (std::size_t i = 0; i < document.entries.size(); ++i) {
        const auto& entry = document.entries[i];
        const auto put = [&](std::string_view name, std::string value) {
            out[fmt::format("entries[{}].{}", i, name)] = std::move(value);
        };
        put("kind", kind_names.at(static_cast<std::size_t>(entry.kind)));
        put("guid", entry.guid);
        put("url", entry.url);
        put("title", entry.title);
        put("summary", entry.summary);
        put("content", entry.content);
        put("published", shown(entry.published));
        put("updated", shown(entry.updated));
        put("categories", joined(entry.categories));
        put("credits", shown_list(entry.credits));
        put("enclosures", shown_list(entry.enclosures));
        put("episode", shown(entry.episode));
        put("chapters", entry.episode.chapters_url);
        put("transcripts", joined(entry.episode.transcripts, [](const Transcript& t) {
                return fmt::format("{} {} {} {}", t.url, t.type, t.language, t.rel);
            }));
        put("soundbites", joined(entry.episode.soundbites, [](const Soundbite& s) {
                return fmt::format("{} {} {}", s.start, s.duration, s.text);
            }));
    }
    return out;
}

}  // namespace masthead::tests
