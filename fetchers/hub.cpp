#include "fetchers/hub.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <spdlog/spdlog.h>

#include "feeds/render/render.hpp"
#include "storage/publication.hpp"

namespace masthead::fetchers {

namespace {

// Of one message: a hub may refuse a long one.
constexpr std::size_t most_topics = 100;

void append_topics(std::vector<std::string>& topics, const std::string& address) {
    for (const auto format : {feeds::Format::rss, feeds::Format::atom, feeds::Format::json})
        topics.push_back(address + std::string(feeds::path_ending(format)));
}

std::vector<feeds::Author> changed_authors(const storage::Changes& changes, storage::Store& store) {
    if (changes.everything) return store.authors();
    std::vector<feeds::Author> authors;
    for (const auto id : changes.authors)
        if (auto author = store.author(id)) authors.push_back(std::move(*author));
    return authors;
}

bool is_empty(const storage::Changes& changes) {
    return !changes.everything && changes.authors.empty() && changes.sources.empty() && changes.feeds.empty() &&
           changes.entries.empty();
}

// As in a form (URL standard, application/x-www-form-urlencoded), with all but the letters and digits of ASCII escaped.
std::string form_value(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (is_plain)
            out += c;
        else
            out.append("%").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
    return out;
}

}  // namespace

std::vector<std::string> changed_topics(const storage::Changes& changes, storage::Store& store,
                                        const std::string& base_url) {
    std::vector<std::string> topics;
    if (is_empty(changes)) return topics;
    for (const auto& feed : store.feeds())
        if (feed.is_public) append_topics(topics, base_url + "/feeds/" + feed.slug);
    for (const auto& author : changed_authors(changes, store))
        for (const auto& path : storage::author_paths(author.slug)) append_topics(topics, base_url + path);
    return topics;
}

Hub::Hub(storage::Store& store, const Fetch& fetch, std::string address, std::string base_url)
    : store_(store),
      fetch_(fetch),
      address_(std::move(address)),
      base_url_(std::move(base_url)),
      version_(store.version()),
      told_(store.changes_since(0).last) {}

bool Hub::tell() {
    const auto version = store_.version();
    const auto changes = store_.changes_since(told_);
    if (!send(changed_topics(changes, store_, base_url_))) return false;
    version_ = version;
    told_ = changes.last;
    return true;
}

bool Hub::send(const std::vector<std::string>& topics) {
    for (std::size_t begin = 0; begin < topics.size(); begin += most_topics) {
        Request request;
        request.url = address_;
        request.form = "hub.mode=publish";
        for (std::size_t i = begin; i < std::min(begin + most_topics, topics.size()); ++i)
            request.form += "&hub.url=" + form_value(topics[i]);
        const auto answer = fetch_(request);
        if (!answer) {
            spdlog::warn("hub_not_told hub={:?} error={:?}", address_, answer.error().message);
            return false;
        }
    }
    if (!topics.empty()) spdlog::info("hub_told hub={:?} feeds={}", address_, topics.size());
    return true;
}

}  // namespace masthead::fetchers
