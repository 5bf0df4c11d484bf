#include "config/source_keys.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

#include <fmt/format.h>

#include "config/nearest.hpp"
#include "config/selector.hpp"
#include "config/setting_checks.hpp"
#include "config/units.hpp"
#include "config/words.hpp"
#include "feeds/text/secret_url.hpp"
#include "feeds/text/url.hpp"

namespace masthead::config {
namespace {

// One function per key, which changes the source or says what is wrong with the value.
using Change = std::optional<std::string>;

Change set_url(storage::Store& store, feeds::Source& source, const std::string& value) {
    if (auto wrong = problem_of_source_url(value)) return wrong;
    for (const auto& other : store.sources())
        if (other.source.url == value && other.source.id != source.id)
            return fmt::format("the source {} has this address", other.source.slug);
    source.url = value;
    return std::nullopt;
}

Change set_kind(storage::Store&, feeds::Source& source, const std::string& value) {
    const auto kind = source_kind(value);
    if (!kind) return "it is post, episode or newsletter";
    source.kind = *kind;
    return std::nullopt;
}

Change set_interval(storage::Store&, feeds::Source& source, const std::string& value) {
    constexpr auto longest = std::chrono::hours(24 * 30);
    const auto time = parse_duration(value);
    if (!value.empty() && (!time || *time < std::chrono::seconds(1) || *time > longest))
        return R"(it has to be a time between "1s" and "30d", such as "2h")";
    source.interval.reset();
    if (time) source.interval = std::chrono::duration_cast<std::chrono::seconds>(*time);
    return std::nullopt;
}

Change set_authors(storage::Store& store, feeds::Source& source, const std::string& value) {
    const auto authors = select_authors(store, value);
    if (!authors) return fmt::format("{} ({})", authors.error().message, authors.error().hint);
    source.authors = *authors;
    return std::nullopt;
}

Change set_language(storage::Store&, feeds::Source& source, const std::string& value) {
    const bool is_tag =
        std::all_of(value.begin(), value.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
    if (!is_tag) return R"(it has to be a language tag such as "en" or "de-CH")";
    source.language = value;
    return std::nullopt;
}

Change set_text(storage::Store&, feeds::Source& source, const std::string& value) {
    const auto standard =
        source.type == feeds::Source::Type::page ? feeds::TextPolicy::excerpt : feeds::TextPolicy::as_given;
    const auto policy = value.empty() ? standard : text_policy_of(value);
    if (!policy) return "it is as-given, excerpt or full";
    source.text = *policy;
    return std::nullopt;
}

Change set_public(storage::Store&, feeds::Source& source, const std::string& value) {
    const auto on = value.empty() ? !feeds::carries_secret(source.url) : switch_of(value);
    if (!on) return "it is yes or no";
    source.is_public = *on;
    return std::nullopt;
}

Change set_user_agent(storage::Store&, feeds::Source& source, const std::string& value) {
    if (auto wrong = check_line(value)) return wrong;
    source.user_agent.reset();
    if (!value.empty()) source.user_agent = value;
    return std::nullopt;
}

struct SourceKey {
    std::string_view name;
    Change (*set)(storage::Store&, feeds::Source&, const std::string&);
};

constexpr auto source_keys = std::to_array<SourceKey>({{"url", set_url},
                                                       {"kind", set_kind},
                                                       {"interval", set_interval},
                                                       {"authors", set_authors},
                                                       {"language", set_language},
                                                       {"text", set_text},
                                                       {"public", set_public},
                                                       {"user_agent", set_user_agent}});

}  // namespace

std::optional<Error> set_source_key(storage::Store& store, feeds::Source& source, const std::string& key,
                                    const std::string& value) {
    const auto* found = std::find_if(std::begin(source_keys), std::end(source_keys),
                                     [&](const SourceKey& one) { return one.name == key; });
    if (found == std::end(source_keys)) {
        std::vector<std::string> names;
        names.reserve(source_keys.size());
        for (const auto& one : source_keys) names.emplace_back(one.name);
        return Error{Exit::usage, fmt::format("a source has no such key: {}", key),
                     did_you_mean(key, names, fmt::format("One of {}.", fmt::join(names, ", ")))};
    }
    if (const auto wrong = found->set(store, source, value))
        return Error{Exit::bad_data, fmt::format("{}: {}: {}", key, *wrong, value), ""};
    return std::nullopt;
}

std::optional<std::string> problem_of_source_url(const std::string& url) {
    if (auto wrong = check_line(url)) return wrong;
    if (feeds::url_parts(url).host.empty()) return "it has to be an http or https address";
    return std::nullopt;
}

feeds::Result<std::optional<feeds::Kind>, Error> source_kind(const std::string& word) {
    if (word.empty()) return std::optional<feeds::Kind>();
    if (const auto kind = kind_of(word)) return kind;
    return failure(Exit::bad_data, fmt::format("there is no such kind: {}", word), "One of post, episode, newsletter.");
}

}  // namespace masthead::config
