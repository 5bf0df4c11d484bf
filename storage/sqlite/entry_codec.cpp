#include "storage/sqlite/entry_codec.hpp"

#include <cmath>

#include <boost/json.hpp>
#include <fmt/format.h>
#include <openssl/evp.h>

#include "storage/sqlite/words.hpp"

namespace masthead::storage::sqlite {

namespace {

namespace json = boost::json;

void put(json::object& object, std::string_view name, std::string_view text) {
    if (!text.empty()) object[name] = text;
}

template <class T>
void put_number(json::object& object, std::string_view name, const std::optional<T>& number) {
    if (number) object[name] = *number;
}

// Empty for what is not there or is something else: what a file holds is not trusted.
std::string text(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

template <class T>
std::optional<T> number(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_number()) return std::nullopt;
    json::error_code error;
    const T result = value->to_number<T>(error);
    return error ? std::nullopt : std::optional<T>(result);
}

std::optional<bool> flag(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_bool() ? std::optional<bool>(value->get_bool()) : std::nullopt;
}

template <class Use>
void each_object(const json::object& object, std::string_view name, Use use) {
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_array()) return;
    for (const auto& item : value->get_array())
        if (item.is_object()) use(item.get_object());
}

template <class T, class Encode>
void put_each(json::object& object, std::string_view name, const std::vector<T>& items, Encode encode) {
    if (items.empty()) return;
    json::array array;
    array.reserve(items.size());
    for (const auto& item : items) array.emplace_back(encode(item));
    object[name] = std::move(array);
}

json::value parsed(std::string_view text) {
    json::parse_options options;
    options.allow_invalid_utf8 = true;
    json::error_code error;
    json::value value = json::parse(text, error, {}, options);
    if (error) throw SQLite::Exception("a column holds no JSON", SQLITE_CORRUPT);
    return value;
}

json::object parsed_object(std::string_view text) {
    auto value = parsed(text);
    return value.is_object() ? std::move(value.get_object()) : json::object();
}

json::object encoded(const feeds::Enclosure& enclosure) {
    json::object out;
    put(out, "url", enclosure.url);
    put(out, "type", enclosure.type);
    put(out, "title", enclosure.title);
    put_number(out, "bytes", enclosure.bytes);
    if (enclosure.duration) out["duration"] = enclosure.duration->count();
    return out;
}

feeds::Enclosure decoded_enclosure(const json::object& in) {
    feeds::Enclosure enclosure;
    enclosure.url = text(in, "url");
    enclosure.type = text(in, "type");
    enclosure.title = text(in, "title");
    enclosure.bytes = number<std::uint64_t>(in, "bytes");
    if (const auto seconds = number<std::int64_t>(in, "duration")) enclosure.duration = std::chrono::seconds{*seconds};
    return enclosure;
}

json::object encoded(const feeds::Transcript& transcript) {
    json::object out;
    put(out, "url", transcript.url);
    put(out, "type", transcript.type);
    put(out, "language", transcript.language);
    put(out, "rel", transcript.rel);
    return out;
}

// JSON has no word for what is not finite.
double finite(double value) { return std::isfinite(value) ? value : 0; }

json::object encoded(const feeds::Soundbite& soundbite) {
    json::object out;
    out["start"] = finite(soundbite.start);
    out["duration"] = finite(soundbite.duration);
    put(out, "text", soundbite.text);
    return out;
}

json::object encoded(const feeds::EpisodeDetails& episode) {
    json::object out;
    put_number(out, "number", episode.number);
    put(out, "number_display", episode.number_display);
    put_number(out, "season", episode.season);
    put(out, "season_name", episode.season_name);
    put(out, "type", episode.type);
    put_number(out, "is_explicit", episode.is_explicit);
    put_each(out, "transcripts", episode.transcripts, [](const auto& item) { return encoded(item); });
    put(out, "chapters_url", episode.chapters_url);
    put(out, "chapters_type", episode.chapters_type);
    put_each(out, "soundbites", episode.soundbites, [](const auto& item) { return encoded(item); });
    put(out, "location", episode.location);
    put(out, "license", episode.license);
    put(out, "license_url", episode.license_url);
    if (episode.duration) out["duration"] = episode.duration->count();
    return out;
}

feeds::EpisodeDetails decoded_episode(const json::object& in) {
    feeds::EpisodeDetails episode;
    episode.number = number<std::uint32_t>(in, "number");
    episode.number_display = text(in, "number_display");
    episode.season = number<std::uint32_t>(in, "season");
    episode.season_name = text(in, "season_name");
    episode.type = text(in, "type");
    episode.is_explicit = flag(in, "is_explicit");
    each_object(in, "transcripts", [&](const json::object& item) {
        episode.transcripts.push_back(
            {text(item, "url"), text(item, "type"), text(item, "language"), text(item, "rel")});
    });
    episode.chapters_url = text(in, "chapters_url");
    episode.chapters_type = text(in, "chapters_type");
    each_object(in, "soundbites", [&](const json::object& item) {
        episode.soundbites.push_back({number<double>(item, "start").value_or(0),
                                      number<double>(item, "duration").value_or(0), text(item, "text")});
    });
    episode.location = text(in, "location");
    episode.license = text(in, "license");
    episode.license_url = text(in, "license_url");
    if (const auto seconds = number<std::int64_t>(in, "duration")) episode.duration = std::chrono::seconds(*seconds);
    return episode;
}

json::object encoded(const feeds::Profile& profile) {
    json::object out;
    put(out, "platform", profile.platform);
    put(out, "handle", profile.handle);
    put(out, "url", profile.url);
    return out;
}

feeds::Profile decoded_profile(const json::object& in) {
    return {text(in, "platform"), text(in, "handle"), text(in, "url")};
}

template <class E>
json::array id_numbers(const std::vector<E>& ids) {
    json::array out;
    for (const auto id : ids) out.push_back(feeds::format_as(id));
    return out;
}

template <class E>
std::vector<E> ids(const json::object& in, std::string_view name) {
    std::vector<E> out;
    const auto* value = in.if_contains(name);
    if (value == nullptr || !value->is_array()) return out;
    for (const auto& item : value->get_array())
        if (item.is_int64()) out.push_back(E{item.get_int64()});
    return out;
}

json::array string_array(const std::vector<std::string>& strings) {
    return json::array(strings.begin(), strings.end());
}

std::vector<std::string> strings(const json::value& value) {
    std::vector<std::string> out;
    if (!value.is_array()) return out;
    for (const auto& item : value.get_array())
        if (item.is_string()) out.emplace_back(item.get_string());
    return out;
}

std::vector<std::string> strings(const json::object& in, std::string_view name) {
    const auto* value = in.if_contains(name);
    return value == nullptr ? std::vector<std::string>() : strings(*value);
}

// With the length in front, so that no two lists of parts run together to the same bytes.
void add_part(std::string& all, std::string_view part) { all += fmt::format("{}:", part.size()).append(part); }

std::string sha256(std::string_view text) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), digest, &size, EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
    return fmt::format("{:02x}", fmt::join(digest, digest + size, ""));
}

}  // namespace

std::string encode_details(const feeds::Entry& entry) {
    json::object out;
    put_each(out, "enclosures", entry.enclosures, [](const auto& item) { return encoded(item); });
    put(out, "external_url", entry.external_url);
    put(out, "comments_url", entry.comments_url);
    put(out, "rights", entry.rights);
    if (auto episode = encoded(entry.episode); !episode.empty()) out["episode"] = std::move(episode);
    return json::serialize(out);
}

void decode_details(std::string_view text_of_json, feeds::Entry& entry) {
    const auto in = parsed_object(text_of_json);
    each_object(in, "enclosures",
                [&](const json::object& item) { entry.enclosures.push_back(decoded_enclosure(item)); });
    entry.external_url = text(in, "external_url");
    entry.comments_url = text(in, "comments_url");
    entry.rights = text(in, "rights");
    if (const auto* episode = in.if_contains("episode"); episode != nullptr && episode->is_object())
        entry.episode = decoded_episode(episode->get_object());
}

std::string encode_credit(const feeds::Credit& credit) {
    const auto& person = credit.person;
    json::object out;
    put(out, "name", person.name);
    put(out, "bio", person.bio);
    put(out, "url", person.url);
    put(out, "avatar", person.avatar);
    put(out, "email", person.email);
    put(out, "role", person.role);
    put(out, "affiliation", person.affiliation);
    put_each(out, "profiles", person.profiles, [](const auto& item) { return encoded(item); });
    put(out, "podcast_role", credit.podcast_role);
    put(out, "podcast_group", credit.podcast_group);
    put(out, "origin", word(credit.origin));
    put(out, "raw", credit.raw);
    return json::serialize(out);
}

void decode_credit(std::string_view text_of_json, feeds::Credit& credit) {
    const auto in = parsed_object(text_of_json);
    auto& person = credit.person;
    person.name = text(in, "name");
    person.bio = text(in, "bio");
    person.url = text(in, "url");
    person.avatar = text(in, "avatar");
    person.email = text(in, "email");
    person.role = text(in, "role");
    person.affiliation = text(in, "affiliation");
    each_object(in, "profiles", [&](const json::object& item) { person.profiles.push_back(decoded_profile(item)); });
    credit.podcast_role = text(in, "podcast_role");
    credit.podcast_group = text(in, "podcast_group");
    credit.origin = from_word<feeds::Origin>(text(in, "origin"));
    credit.raw = text(in, "raw");
}

std::string encode_profiles(const std::vector<feeds::Profile>& profiles) {
    json::array out;
    for (const auto& profile : profiles) out.push_back(encoded(profile));
    return json::serialize(out);
}

std::vector<feeds::Profile> decode_profiles(std::string_view text_of_json) {
    std::vector<feeds::Profile> out;
    const auto value = parsed(text_of_json);
    if (!value.is_array()) return out;
    for (const auto& item : value.get_array())
        if (item.is_object()) out.push_back(decoded_profile(item.get_object()));
    return out;
}

std::string encode_strings(const std::vector<std::string>& values) { return json::serialize(string_array(values)); }

std::vector<std::string> decode_strings(std::string_view text_of_json) { return strings(parsed(text_of_json)); }

std::string encode_selection(const feeds::Selection& selection) {
    json::object out;
    if (!selection.authors.empty()) out["authors"] = id_numbers(selection.authors);
    if (!selection.sources.empty()) out["sources"] = id_numbers(selection.sources);
    put_each(out, "kinds", selection.kinds, [](feeds::Kind kind) { return word(kind); });
    if (!selection.categories.empty()) out["categories"] = string_array(selection.categories);
    if (!selection.languages.empty()) out["languages"] = string_array(selection.languages);
    put(out, "match", selection.match);
    return json::serialize(out);
}

feeds::Selection decode_selection(std::string_view text_of_json) {
    const auto in = parsed_object(text_of_json);
    feeds::Selection selection;
    selection.authors = ids<feeds::AuthorId>(in, "authors");
    selection.sources = ids<feeds::SourceId>(in, "sources");
    for (const auto& kind : strings(in, "kinds")) selection.kinds.push_back(from_word<feeds::Kind>(kind));
    selection.categories = strings(in, "categories");
    selection.languages = strings(in, "languages");
    selection.match = text(in, "match");
    return selection;
}

std::string encode_said(const feeds::Publication& publication) {
    json::object out;
    put(out, "id", publication.id);
    put(out, "title", publication.title);
    put(out, "url", publication.url);
    put(out, "language", publication.language);
    put(out, "image", publication.image);
    put(out, "rights", publication.rights);
    return json::serialize(out);
}

feeds::Publication decode_said(std::string_view text_of_json) {
    const auto in = parsed_object(text_of_json);
    feeds::Publication publication;
    publication.id = text(in, "id");
    publication.title = text(in, "title");
    publication.url = text(in, "url");
    publication.language = text(in, "language");
    publication.image = text(in, "image");
    publication.rights = text(in, "rights");
    return publication;
}

std::string content_hash(const feeds::Entry& entry) {
    std::string all;
    const auto add_time = [&](const std::optional<feeds::Time>& time) {
        add_part(all, time ? fmt::to_string(time->time_since_epoch().count()) : std::string());
    };
    for (const auto* text : {&entry.guid, &entry.url, &entry.canonical, &entry.title, &entry.summary, &entry.content,
                             &entry.language, &entry.image})
        add_part(all, *text);
    add_time(entry.published);
    add_time(entry.updated);
    add_part(all, word(entry.kind));
    add_part(all, encode_strings(entry.categories));
    add_part(all, encode_details(entry));
    for (const auto& credit : entry.credits) add_part(all, fmt::format("{} {}", word(credit.part), credit.person.name));
    return sha256(all);
}

std::string credits_hash(const feeds::Entry& entry) {
    std::string all;
    for (const auto& credit : entry.credits)
        add_part(all, fmt::format("{} {}", word(credit.part), encode_credit(credit)));
    return sha256(all);
}

}  // namespace masthead::storage::sqlite
