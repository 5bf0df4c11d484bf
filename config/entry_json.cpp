#include "config/entry_json.hpp"

#include <boost/json.hpp>

#include "config/extension_json.hpp"
#include "config/json.hpp"
#include "config/people_json.hpp"
#include "config/publication_json.hpp"
#include "config/words.hpp"
#include "feeds/parse/feed_links.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;

json::array transcripts_json(const std::vector<feeds::Transcript>& transcripts) {
    json::array out;
    for (const auto& transcript : transcripts) {
        json::object file{{"url", transcript.url}};
        set(file, "type", transcript.type);
        set(file, "language", transcript.language);
        set(file, "rel", transcript.rel);
        out.push_back(std::move(file));
    }
    return out;
}

json::array soundbites_json(const std::vector<feeds::Soundbite>& soundbites) {
    json::array out;
    for (const auto& bite : soundbites) {
        json::object part{{"start", bite.start}, {"duration", bite.duration}};
        set(part, "title", bite.text);
        out.push_back(std::move(part));
    }
    return out;
}

void set_episode(json::object& out, const feeds::EpisodeDetails& episode) {
    set_number(out, "episode", episode.number);
    set(out, "episode_display", episode.number_display);
    set_number(out, "season", episode.season);
    set(out, "season_name", episode.season_name);
    set(out, "episode_type", episode.type);
    set_number(out, "explicit", episode.is_explicit);
    set(out, "transcripts", transcripts_json(episode.transcripts));
    set(out, "soundbites", soundbites_json(episode.soundbites));
    if (!episode.chapters_url.empty()) {
        json::object chapters{{"url", episode.chapters_url}};
        set(chapters, "type", episode.chapters_type);
        out["chapters"] = std::move(chapters);
    }
    if (!episode.location.empty()) out["locations"] = json::array{json::object{{"name", episode.location}}};
    json::object license;
    set(license, "text", episode.license);
    set(license, "url", episode.license_url);
    set(out, "license", std::move(license));
}

}  // namespace

json::object entry_json(const feeds::Entry& entry) {
    json::object out;
    set(out, "id", entry.guid);
    set(out, "title", entry.title_html.empty() ? entry.title : entry.title_html.str());
    const auto link = feeds::address_of(entry.links, "alternate");
    set(out, "link", link.empty() ? entry.url : link);
    if (!link.empty() && entry.url != link) set(out, "url", entry.url);
    set(out, "canonical", entry.canonical);
    set(out, "external_url", entry.external_url);
    // Both always: a text of which nothing is left is not one that nobody wrote.
    out["summary"] = entry.summary;
    out["content"] = entry.content;
    set(out, "language", entry.language);
    set(out, "published", entry.published);
    set(out, "updated", entry.updated);
    out["kind"] = word_of(entry.kind);
    set_people(out, entry.credits);
    set(out, "categories", array_of(entry.categories));
    set(out, "enclosures", enclosures_json(entry.enclosures));
    const auto& duration = entry.enclosures.empty() ? entry.episode.duration : entry.enclosures.front().duration;
    if (duration) out["duration"] = duration->count();
    set(out, "image", entry.image);
    if (entry.episode.has_cover) set(out, "itunes_image", entry.image);
    set(out, "comments", entry.comments_url);
    set(out, "copyright", entry.rights);
    set(out, "links", links_json(entry.links));
    if (entry.original) set(out, "source", publication_json(entry.original->publication, entry.original->people));
    set_episode(out, entry.episode);
    set_entry_extensions(out, entry.extensions);
    return out;
}

}  // namespace masthead::config
