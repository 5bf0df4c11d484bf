#include "feeds/parse/podcast.hpp"

#include <limits>

#include "feeds/parse/extensions.hpp"
#include "feeds/parse/feed_credits.hpp"
#include "feeds/parse/feed_values.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_parts = 1000;  // transcripts, soundbites

std::optional<std::uint32_t> small_count(const std::string& text) {
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

void read_itunes(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    const auto name = node.local_name();
    Entry& entry = draft.entry;
    if (name == "title") set_first(entry.title, plain_line(node.text()));
    if (name == "author") add_people(draft.show, node.text(), Part::author, context.names);
    if (name == "duration") set_first(entry.episode.duration, duration_of(node.text()));
    if (name == "image") set_first(entry.image, image_of(node, base));
    if (name == "explicit") set_first(entry.episode.is_explicit, answer_of(node.text()));
    if (name == "episode") set_first(entry.episode.number, small_count(node.text()));
    if (name == "season") set_first(entry.episode.season, small_count(node.text()));
    if (name == "episodetype") set_first(entry.episode.type, lower_word(node.text()));
    if (name == "summary" || name == "description") set_html(entry.summary, html_within(node), base, context);
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

void read_podcast(EntryDraft& draft, XmlNode node, const std::string& base) {
    const auto name = node.local_name();
    auto& episode = draft.entry.episode;
    if (name == "person") add_podcast_person(draft.entry.credits, node, base);
    if (name == "alternateenclosure") read_alternate_enclosure(draft, node, base);
    if (name == "transcript") read_transcript(episode, node, base);
    if (name == "soundbite") read_soundbite(episode, node);
    if (name == "location") set_first(episode.location, plain_line(node.text()));
    if (name == "chapters" && episode.chapters_url.empty()) {
        episode.chapters_url = file_address(base, node.attribute("url"));
        episode.chapters_type = lower_word(node.attribute("type"));
    }
    if (name == "season") {
        set_first(episode.season, small_count(node.text()));
        set_first(episode.season_name, plain_line(node.attribute("name")));
    }
    if (name == "episode") {
        set_first(episode.number, small_count(node.text()));
        set_first(episode.number_display, plain_line(node.attribute("display")));
    }
    if (name == "license") {
        set_first(episode.license, plain_line(node.text()));
        set_first(episode.license_url, page_address(base, node.attribute("url")));
    }
}

}  // namespace

void read_podcast_element(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    if (node.name().substr(0, 8) == "podcast:")
        read_podcast(draft, node, base);
    else
        read_itunes(draft, node, context, base);
}

void read_podcast_element(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& base) {
    const auto name = node.name();
    const auto local = node.local_name();
    auto& publication = draft.publication;
    if (name == "podcast:person") add_podcast_person(draft.people, node, base);
    if (name == "podcast:guid") set_first(publication.podcast_guid, lower_word(node.text()));
    if (name == "podcast:locked") set_first(publication.is_locked, answer_of(node.text()));
    if (name.substr(0, 8) == "podcast:") return;
    if (local == "title") set_first(publication.title, plain_line(node.text()));
    if (local == "author") add_people(draft.show, node.text(), Part::author, context.names);
    if (local == "image" || (local == "link" && lower_word(node.attribute("rel")) == "image"))
        set_first(publication.image, image_of(node, base));
    if (local == "explicit") set_first(publication.is_explicit, answer_of(node.text()));
    if (local == "category") add_categories(publication.categories, node);
    if (local == "new-feed-url")
        set_first(name == "itunes:new-feed-url" ? publication.new_feed_url : draft.other_new_feed_url,
                  page_address(base, node.text()));
    if (local == "summary" || local == "description" || local == "subtitle")
        set_html(publication.description, html_within(node), base, context);
}

}  // namespace masthead::feeds
