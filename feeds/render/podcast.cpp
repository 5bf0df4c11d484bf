#include "feeds/render/podcast.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "feeds/identity.hpp"
#include "feeds/render/address.hpp"
#include "feeds/render/media.hpp"
#include "feeds/render/page_parts.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_text = 255;    // characters that PSP-1 and Apple allow
constexpr std::size_t longest_person = 128;  // characters of a podcast:person's name, and of other short texts
constexpr std::size_t longest_role = 64;

// Apple's categories of the first level.
constexpr std::array<std::string_view, 19> apple_categories = {"Arts",
                                                               "Business",
                                                               "Comedy",
                                                               "Education",
                                                               "Fiction",
                                                               "Government",
                                                               "History",
                                                               "Health & Fitness",
                                                               "Kids & Family",
                                                               "Leisure",
                                                               "Music",
                                                               "News",
                                                               "Religion & Spirituality",
                                                               "Science",
                                                               "Society & Culture",
                                                               "Sports",
                                                               "Technology",
                                                               "True Crime",
                                                               "TV & Film"};
// Apple requires one; this one says least.
constexpr std::string_view default_category = "Society & Culture";

bool same_word(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// The first characters of a text, whole ones.
std::string shortened(std::string_view text, std::size_t characters) {
    const std::string clean = clean_text(text);
    std::size_t count = 0;
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const bool starts_character = (static_cast<unsigned char>(clean[i]) & 0xC0) != 0x80;
        if (starts_character && ++count > characters) return clean.substr(0, i);
    }
    return clean;
}

// The category that most episodes carry, in Apple's spelling.
std::string_view channel_category(const Page& page) {
    std::array<std::size_t, apple_categories.size()> counts{};
    for (const PublishedEntry& entry : page.entries)
        for (const std::string& category : entry.stored.entry.categories)
            for (std::size_t i = 0; i < apple_categories.size(); ++i)
                if (same_word(category, apple_categories[i])) ++counts[i];
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most == 0 ? default_category : apple_categories[static_cast<std::size_t>(most - counts.begin())];
}

std::string episode_image(const PublishedEntry& entry) {
    std::string own = media_of(entry.stored.entry).cover;
    return own.empty() ? published_url(entry.source.image) : own;
}

// The cover of the show, which is square and large; a portrait is neither.
std::string channel_image(const Page& page) {
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
    if (episode.season && !episode.season_name.empty())
        out.text("podcast:season", fmt::format("{}", *episode.season), {{"name", episode.season_name}});
    if (episode.number && !episode.number_display.empty())
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

// An element whose text is optional, so XmlWriter::text does not do.
void write_soundbites(XmlWriter& out, const EpisodeDetails& episode) {
    for (const Soundbite& soundbite : episode.soundbites) {
        out.open("podcast:soundbite", {{"startTime", fmt::format("{}", soundbite.start)},
                                       {"duration", fmt::format("{}", soundbite.duration)}});
        out.words(shortened(soundbite.text, longest_person));
        out.close();
    }
}

}  // namespace

std::string podcast_language(const Page& page) {
    if (std::string own = language_tag(page.language); !own.empty()) return own;
    for (const PublishedEntry& entry : page.entries)
        if (std::string own = language_tag(entry.stored.entry.language); !own.empty()) return own;
    return "en";
}

void write_podcast_channel(XmlWriter& out, const Page& page) {
    const std::string name = page.subject ? page.subject->name : page_title(page);
    const bool any_explicit = std::any_of(page.entries.begin(), page.entries.end(), is_explicit);
    out.text("itunes:author", shortened(name, longest_text));
    out.leaf("itunes:category", {{"text", channel_category(page)}});
    out.text("itunes:explicit", any_explicit ? "true" : "false");
    if (const std::string image = channel_image(page); !image.empty()) out.leaf("itunes:image", {{"href", image}});
    out.text("itunes:type", "episodic");
    out.text("itunes:block", "Yes");
    out.text("podcast:locked", "yes");
    out.text("podcast:guid",
             page.podcast_guid.empty() ? podcast_guid(current_address(page, Format::rss)) : page.podcast_guid);
    out.text("podcast:medium", "podcast");
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
