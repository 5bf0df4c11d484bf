#include "feeds/parse/podcast.hpp"

#include <limits>

#include "feeds/parse/extensions.hpp"
#include "feeds/parse/feed_credits.hpp"
#include "feeds/parse/feed_values.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_parts = 1000;  // transcripts, soundbites

std::optional<std::uint32_t> small_count(std::string_view text) {
    const auto count = count_of(text);
    if (!count || *count > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    return static_cast<std::uint32_t>(*count);
}

// itunes:category nests; the inner one says more, the outer one stays as well.
void add_categories(std::vector<std::string>& out, XmlNode node) {
    for (; node && out.size() < most_parts; node = node.child("itunes:category"))
        if (auto text = plain_line(node.attribute("text")); !text.empty()) out.push_back(std::move(text));
}

std::string image_of(XmlNode node, const std::string& base) {
    for (const auto address : {node.attribute("href"), node.attribute("url")})
        if (!address.empty()) return file_address(base, address);
    return file_address(base, node.text());
}

// What podcast apps show, whatever other pictures there are.
void set_cover(Entry& entry, std::string image) {
    if (image.empty() || entry.episode.has_cover) return;
    entry.image = std::move(image);
    entry.episode.has_cover = true;
}

void read_itunes(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    Entry& entry = draft.entry;
    std::string space;
    switch (node.local_key()) {
        case "title"_name:
            return set_first(entry.title, plain_line(node.text()));
        case "author"_name:
            return add_people(draft.show, node.text(), Part::author, context.names);
        case "duration"_name:
            return set_first(entry.episode.duration, duration_of(node.text()));
        case "image"_name:
            return node.prefix_key() == "itunes"_name ? set_cover(entry, image_of(node, base))
                                                      : set_first(entry.image, image_of(node, base));
        case "explicit"_name:
            return set_first(entry.episode.is_explicit, answer_of(node.text()));
        case "episode"_name:
            return set_first(entry.episode.number, small_count(node.text()));
        case "season"_name:
            return set_first(entry.episode.season, small_count(node.text()));
        case "episodetype"_name:
            return set_first(entry.episode.type, lower_word(node.text()));
        case "summary"_name:
        case "description"_name:
            return set_html(entry.summary, html_within(node, space), base, context);
        default:
            return;
    }
}

void read_transcript(EpisodeDetails& episode, XmlNode node, const std::string& base) {
    Transcript out{file_address(base, node.attribute("url")), lower_word(node.attribute("type")),
                   std::string(node.attribute("language")), lower_word(node.attribute("rel"))};
    if (!out.url.empty() && episode.transcripts.size() < most_parts) episode.transcripts.push_back(std::move(out));
}

void read_soundbite(EpisodeDetails& episode, XmlNode node) {
    const auto start = number_of(node.attribute("starttime"));
    const auto duration = number_of(node.attribute("duration"));
    if (start && duration && episode.soundbites.size() < most_parts)
        episode.soundbites.push_back({*start, *duration, plain_line(node.text())});
}

// Of its sources the first that is on the web: the others are the same bytes over other ways.
void read_alternate_enclosure(EntryDraft& draft, XmlNode node, const std::string& base) {
    Enclosure out;
    for (const auto child : node)
        if (child.name() == "podcast:source") set_first(out.url, file_address(base, child.attribute("uri")));
    out.type = lower_word(node.attribute("type"));
    out.title = plain_line(node.attribute("title"));
    out.bytes = count_of(node.attribute("length"));
    if (out.bytes == 0u) out.bytes.reset();
    if (!out.url.empty() && draft.alternates.size() < most_parts) draft.alternates.push_back(std::move(out));
}

void read_chapters(EpisodeDetails& episode, XmlNode node, const std::string& base) {
    if (!episode.chapters_url.empty()) return;
    episode.chapters_url = file_address(base, node.attribute("url"));
    episode.chapters_type = lower_word(node.attribute("type"));
}

void read_podcast(EntryDraft& draft, XmlNode node, const std::string& base) {
    auto& episode = draft.entry.episode;
    switch (node.local_key()) {
        case "person"_name:
            return add_podcast_person(draft.entry.credits, node, base);
        case "alternateenclosure"_name:
            return read_alternate_enclosure(draft, node, base);
        case "transcript"_name:
            return read_transcript(episode, node, base);
        case "soundbite"_name:
            return read_soundbite(episode, node);
        case "location"_name:
            return set_first(episode.location, plain_line(node.text()));
        case "chapters"_name:
            return read_chapters(episode, node, base);
        case "season"_name:
            set_first(episode.season, small_count(node.text()));
            return set_first(episode.season_name, plain_line(node.attribute("name")));
        case "episode"_name:
            set_first(episode.number, small_count(node.text()));
            return set_first(episode.number_display, plain_line(node.attribute("display")));
        case "license"_name:
            set_first(episode.license, plain_line(node.text()));
            return set_first(episode.license_url, page_address(base, node.attribute("url")));
        default:
            return;
    }
}

void read_podcast(FeedDraft& draft, XmlNode node, const std::string& base) {
    if (node.key() == "podcast:person"_name) add_podcast_person(draft.people, node, base);
    if (node.key() == "podcast:guid"_name) set_first(draft.publication.podcast_guid, lower_word(node.text()));
    if (node.key() == "podcast:locked"_name) set_first(draft.publication.is_locked, answer_of(node.text()));
}

void read_itunes(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    auto& publication = draft.publication;
    std::string space;
    switch (node.local_key()) {
        case "title"_name:
            return set_first(publication.title, plain_line(node.text()));
        case "author"_name:
            return add_people(draft.show, node.text(), Part::author, context.names);
        case "image"_name:
            return set_first(publication.image, image_of(node, base));
        case "link"_name:
            if (lower_word(node.attribute("rel")) == "image") set_first(publication.image, image_of(node, base));
            return;
        case "explicit"_name:
            return set_first(publication.is_explicit, answer_of(node.text()));
        case "category"_name:
            return add_categories(publication.categories, node);
        case "new-feed-url"_name:
            return set_first(node.prefix() == "itunes" ? publication.new_feed_url : draft.other_new_feed_url,
                             page_address(base, node.text()));
        case "summary"_name:
        case "description"_name:
        case "subtitle"_name:
            return set_html(publication.description, html_within(node, space), base, context);
        default:
            return;
    }
}

}  // namespace

void read_podcast_element(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    if (node.prefix_key() == "podcast"_name)
        read_podcast(draft, node, base);
    else
        read_itunes(draft, node, context, base);
}

void read_podcast_element(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    if (node.prefix_key() == "podcast"_name)
        read_podcast(draft, node, base);
    else
        read_itunes(draft, node, context, base);
}

}  // namespace masthead::feeds
