#include "config/document_json.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "config/json.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;
using feeds::Credit;
using feeds::Part;

std::string_view name_of(feeds::DocumentFormat format) {
    using feeds::DocumentFormat;
    switch (format) {
        case DocumentFormat::rss090:
            return "rss090";
        case DocumentFormat::rss091:
            return "rss091";
        case DocumentFormat::rss092:
            return "rss092";
        case DocumentFormat::rss093:
            return "rss093";
        case DocumentFormat::rss094:
            return "rss094";
        case DocumentFormat::rss10:
            return "rss10";
        case DocumentFormat::rss20:
            return "rss20";
        case DocumentFormat::rss:
            return "rss";
        case DocumentFormat::atom03:
            return "atom03";
        case DocumentFormat::atom10:
            return "atom10";
        case DocumentFormat::json10:
            return "json10";
        case DocumentFormat::json11:
            return "json11";
        case DocumentFormat::article:
            return "article";
        case DocumentFormat::listing:
            return "listing";
        case DocumentFormat::mail:
            return "mail";
    }
    return {};
}

std::string_view name_of(feeds::Kind kind) {
    switch (kind) {
        case feeds::Kind::post:
            return "post";
        case feeds::Kind::episode:
            return "episode";
        case feeds::Kind::newsletter:
            return "newsletter";
    }
    return {};
}

template <class T>
void set_number(json::object& object, std::string_view key, const std::optional<T>& value) {
    if (value) object[key] = *value;
}

void set_list(json::object& object, std::string_view key, json::array list) {
    if (!list.empty()) object[key] = std::move(list);
}

json::array texts_json(const std::vector<std::string>& texts) { return json::array(texts.begin(), texts.end()); }

json::object person_json(const feeds::Person& person) {
    json::object out;
    set(out, "name", person.name);
    set(out, "bio", person.bio);
    set(out, "uri", person.url);
    set(out, "avatar", person.avatar);
    set(out, "email", person.email);
    set(out, "role", person.role);
    set(out, "affiliation", person.affiliation);
    set_list(out, "profiles", profiles_json(person.profiles));
    return out;
}

bool is_author(const Credit& credit) { return credit.part == Part::author || credit.part == Part::host; }

// What podcast:person said of somebody; defaults as that element has them.
json::object podcast_person_json(const Credit& credit) {
    json::object out;
    set(out, "name", credit.person.name);
    out["role"] = credit.podcast_role.empty() ? "host" : credit.podcast_role;
    out["group"] = credit.podcast_group.empty() ? "cast" : credit.podcast_group;
    set(out, "img", credit.person.avatar);
    const bool has_profile = credit.person.url.empty() && !credit.person.profiles.empty();
    set(out, "href", has_profile ? credit.person.profiles.front().url : credit.person.url);
    return out;
}

bool is_podcast_person(const Credit& credit) {
    return credit.origin == feeds::Origin::feed && (credit.part == Part::host || credit.part == Part::guest ||
                                                    !credit.podcast_role.empty() || !credit.podcast_group.empty());
}

void set_people(json::object& out, const std::vector<Credit>& credits) {
    json::array authors, contributors, persons;
    for (const auto& credit : credits) {
        (is_author(credit) ? authors : contributors).push_back(person_json(credit.person));
        if (is_podcast_person(credit)) persons.push_back(podcast_person_json(credit));
    }
    set_list(out, "authors", std::move(authors));
    set_list(out, "contributors", std::move(contributors));
    set_list(out, "persons", std::move(persons));
}

json::object feed_json(const feeds::Document& document) {
    const auto& publication = document.publication;
    json::object out;
    set(out, "id", publication.id);
    set(out, "title", publication.title);
    set(out, "link", publication.url);
    set(out, "description", publication.description);
    set(out, "language", publication.language);
    set(out, "image", publication.image);
    set(out, "copyright", publication.rights);
    set(out, "generator", publication.generator);
    set(out, "feed_url", publication.self_url);
    set(out, "next_url", publication.next_url);
    set(out, "hub", publication.hub_url);
    set(out, "guid", publication.podcast_guid);
    set(out, "new_feed_url", publication.new_feed_url);
    set(out, "updated", publication.updated);
    set_number(out, "explicit", publication.is_explicit);
    if (publication.is_locked) out["locked"] = json::object{{"value", *publication.is_locked}};
    if (publication.ttl) out["ttl"] = publication.ttl->count();
    set_list(out, "categories", texts_json(publication.categories));
    // Whose page it is stands apart from who else is credited on it.
    auto people = document.people;
    if (document.subject) {
        feeds::Credit subject;
        subject.person = *document.subject;
        people.insert(people.begin(), std::move(subject));
    }
    set_people(out, people);
    return out;
}

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
    set_list(out, "transcripts", transcripts_json(episode.transcripts));
    set_list(out, "soundbites", soundbites_json(episode.soundbites));
    if (!episode.chapters_url.empty()) {
        json::object chapters{{"url", episode.chapters_url}};
        set(chapters, "type", episode.chapters_type);
        out["chapters"] = std::move(chapters);
    }
    if (!episode.location.empty()) out["locations"] = json::array{json::object{{"name", episode.location}}};
    if (!episode.license.empty() || !episode.license_url.empty()) {
        json::object license;
        set(license, "text", episode.license);
        set(license, "url", episode.license_url);
        out["license"] = std::move(license);
    }
}

json::object entry_json(const feeds::Entry& entry) {
    json::object out;
    set(out, "id", entry.guid);
    set(out, "title", entry.title);
    set(out, "link", entry.url);
    set(out, "canonical", entry.canonical);
    set(out, "external_url", entry.external_url);
    set(out, "summary", entry.summary);
    set(out, "content", entry.content);
    set(out, "language", entry.language);
    set(out, "published", entry.published);
    set(out, "updated", entry.updated);
    out["kind"] = name_of(entry.kind);
    set_people(out, entry.credits);
    set_list(out, "categories", texts_json(entry.categories));
    set_list(out, "enclosures", enclosures_json(entry.enclosures));
    const auto& duration = entry.enclosures.empty() ? entry.episode.duration : entry.enclosures.front().duration;
    if (duration) out["duration"] = duration->count();
    set(out, "image", entry.image);
    set(out, "comments", entry.comments_url);
    set(out, "copyright", entry.rights);
    set_episode(out, entry.episode);
    return out;
}

}  // namespace

std::string document_json(const feeds::Document& document) {
    json::array entries;
    for (const auto& entry : document.entries) entries.push_back(entry_json(entry));
    json::object out{{"format", name_of(document.format)}};
    set(out, "encoding", document.encoding);
    out["feed"] = feed_json(document);
    out["entries"] = std::move(entries);
    set_list(out, "notes", texts_json(document.notes));
    return json::serialize(out);
}

}  // namespace masthead::config
