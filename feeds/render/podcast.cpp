#include "feeds/render/podcast.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "feeds/identity.hpp"
#include "feeds/render/address.hpp"
#include "feeds/render/apple_categories.hpp"
#include "feeds/render/extensions.hpp"
#include "feeds/render/media.hpp"
#include "feeds/render/page_parts.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/find_element.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_text = 255;    // characters that PSP-1 and Apple allow
constexpr std::size_t longest_person = 128;  // characters of a podcast:person's name, and of other short texts
constexpr std::size_t longest_role = 64;

std::string shortened(std::string_view text, std::size_t characters) {
    return std::string(first_characters(clean_text(text), characters));
}

std::string episode_image(const PublishedEntry& entry) {
    std::string own = media_of(entry.stored.entry).cover;
    return own.empty() ? published_url(entry.source.image) : own;
}

// The cover of the show, which is square and large; a portrait is neither, and the image of RSS is small.
std::string channel_image(const Page& page) {
    if (const auto* cover = find_element(page.extensions, "itunes", "image"))
        if (std::string own = published_url(attribute_of(*cover, "href")); !own.empty()) return own;
    for (const PublishedEntry& entry : page.entries)
        if (std::string cover = published_url(entry.source.image); !cover.empty()) return cover;
    if (std::string own = published_url(absolute_address(page.site, page.image)); !own.empty()) return own;
    for (const PublishedEntry& entry : page.entries)
        if (std::string image = episode_image(entry); !image.empty()) return image;
    return {};
}

bool is_explicit(const PublishedEntry& entry) { return entry.stored.entry.episode.is_explicit.value_or(false); }

std::string positive(std::optional<std::uint32_t> number) {
    return number && *number > 0 ? fmt::format("{}", *number) : std::string();
}

void write_numbers(XmlWriter& out, const EpisodeDetails& episode) {
    out.text("itunes:season", positive(episode.season));
    out.text("itunes:episode", positive(episode.number));
    if (episode.type == "full" || episode.type == "trailer" || episode.type == "bonus")
        out.text("itunes:episodeType", episode.type);
    // Apple counts from 1; what comes before the first is told by the podcast namespace alone.
    if (episode.season && (*episode.season == 0 || !episode.season_name.empty()))
        out.text("podcast:season", fmt::format("{}", *episode.season), {{"name", episode.season_name}});
    if (episode.number && (*episode.number == 0 || !episode.number_display.empty()))
        out.text("podcast:episode", fmt::format("{}", *episode.number), {{"display", episode.number_display}});
}

void write_transcripts(XmlWriter& out, const EpisodeDetails& episode) {
    for (const Transcript& transcript : episode.transcripts) {
        const std::string url = published_url(transcript.url);
        if (url.empty()) continue;
        Enclosure file;
        file.url = url;
        file.type = transcript.type;
        out.leaf("podcast:transcript", {{"url", url},
                                        {"type", media_type_of(file)},
                                        {"language", language_tag(transcript.language)},
                                        {"rel", transcript.rel == "captions" ? "captions" : ""}});
    }
    if (const std::string url = published_url(episode.chapters_url); !url.empty())
        out.leaf("podcast:chapters",
                 {{"url", url},
                  {"type", episode.chapters_type.empty() ? "application/json+chapters" : episode.chapters_type}});
}

// Seconds with at most three decimals and no exponent; empty for what is no time.
std::string seconds(double time) {
    constexpr double longest = 1e7;
    if (!(time >= 0 && time <= longest)) return {};
    std::string out = fmt::format("{:.3f}", time);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
    return out;
}

// An element whose text is optional, so XmlWriter::text does not do.
void write_soundbites(XmlWriter& out, const EpisodeDetails& episode) {
    for (const Soundbite& soundbite : episode.soundbites) {
        const std::string start = seconds(soundbite.start);
        const std::string duration = seconds(soundbite.duration);
        if (start.empty() || duration.empty()) continue;
        out.open("podcast:soundbite", {{"startTime", start}, {"duration", duration}});
        out.words(shortened(soundbite.text, longest_person));
        out.close();
    }
}

void write_categories(XmlWriter& out, const Page& page) {
    for (const auto& category : apple_categories_of(page)) {
        if (category.parts.empty()) {
            out.leaf("itunes:category", {{"text", category.name}});
            continue;
        }
        out.open("itunes:category", {{"text", category.name}});
        for (const auto part : category.parts) out.leaf("itunes:category", {{"text", part}});
        out.close();
    }
}

// What the one show on the page says of itself; empty where it says nothing.
std::string said_by_show(const Page& page, std::string_view prefix, std::string_view name) {
    const auto* element = find_element(page.extensions, prefix, name);
    return element ? element->text.str() : std::string();
}

std::string channel_author(const Page& page) {
    if (page.subject) return page.subject->name;
    std::string own = said_by_show(page, "itunes", "author");
    const bool tells_address = own.find('@') != std::string::npos;
    return own.empty() || tells_address ? page_title(page) : own;
}

// Episodes of a serial are heard from the first on, in Apple's words.
std::string_view show_type(const Page& page) {
    return lowered(said_by_show(page, "itunes", "type")) == "serial" ? "serial" : "episodic";
}

std::string medium_of_show(const Page& page) {
    constexpr std::array<std::string_view, 9> media = {"podcast",    "music", "video",     "film",  "audiobook",
                                                       "newsletter", "blog",  "publisher", "course"};
    const auto said = lowered(said_by_show(page, "podcast", "medium"));
    return std::find(media.begin(), media.end(), said) == media.end() ? "podcast" : said;
}

}  // namespace

std::string podcast_language(const Page& page) {
    if (std::string own = language_tag(page.language); !own.empty()) return own;
    for (const PublishedEntry& entry : page.entries)
        if (std::string own = language_tag(entry.stored.entry.language); !own.empty()) return own;
    return "en";
}

void write_podcast_channel(XmlWriter& out, const Page& page) {
    const bool any_explicit = std::any_of(page.entries.begin(), page.entries.end(), is_explicit);
    out.text("itunes:author", shortened(channel_author(page), longest_text));
    write_categories(out, page);
    out.text("itunes:explicit", any_explicit ? "true" : "false");
    if (const std::string image = channel_image(page); !image.empty()) out.leaf("itunes:image", {{"href", image}});
    out.text("itunes:type", show_type(page));
    out.text("itunes:block", "Yes");
    out.text("podcast:locked", "yes");
    out.text("podcast:guid",
             page.podcast_guid.empty() ? podcast_guid(current_address(page, Format::rss)) : page.podcast_guid);
    out.text("podcast:medium", medium_of_show(page));
}

void write_episode(XmlWriter& out, const Page& page, const PublishedEntry& entry,
                   const std::vector<Contributor>& people) {
    const EpisodeDetails& episode = entry.stored.entry.episode;
    const Media media = media_of(entry.stored.entry);
    out.text("itunes:author", shortened(author_names(people), longest_text));
    if (media.main != nullptr && media.main->duration)
        out.text("itunes:duration", fmt::format("{}", media.main->duration->count()));
    if (const std::string image = episode_image(entry); !image.empty()) out.leaf("itunes:image", {{"href", image}});
    if (episode.is_explicit || page.podcast) out.text("itunes:explicit", is_explicit(entry) ? "true" : "false");
    write_numbers(out, episode);
    write_transcripts(out, episode);
    write_soundbites(out, episode);
    // With its coordinates where there are some.
    if (!find_element(entry.stored.entry.extensions, "podcast", "location"))
        out.text("podcast:location", shortened(episode.location, longest_person));
    out.text("podcast:license", shortened(episode.license, longest_person),
             {{"url", published_url(episode.license_url)}});
}

void write_podcast_person(XmlWriter& out, const Contributor& person) {
    out.text("podcast:person", shortened(person.name, longest_person),
             {{"role", shortened(person.podcast_role, longest_role)},
              {"group", shortened(person.podcast_group, longest_role)},
              {"img", person.avatar},
              {"href", person.url}});
}

void write_alternate_enclosure(XmlWriter& out, const Enclosure& enclosure) {
    const std::string bytes = enclosure.bytes ? fmt::format("{}", *enclosure.bytes) : std::string();
    out.open("podcast:alternateEnclosure", {{"type", media_type_of(enclosure)}, {"length", bytes}});
    out.leaf("podcast:source", {{"uri", published_url(enclosure.url)}});
    out.close();
}

}  // namespace masthead::feeds
