#include "feeds/merge.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

std::string address_key(const StoredEntry& entry) {
    const std::string& url = entry.entry.canonical.empty() ? entry.entry.url : entry.entry.canonical;
    return url.empty() ? std::string() : canonical_url(url);
}

bool is_newer(const PublishedEntry& a, const PublishedEntry& b) {
    return a.stored.shown != b.stored.shown ? a.stored.shown > b.stored.shown : a.stored.id > b.stored.id;
}

}  // namespace

std::vector<PublishedEntry> merge(std::vector<PublishedEntry> entries) {
    std::sort(entries.begin(), entries.end(), is_newer);
    std::map<std::string, std::size_t> places;
    std::vector<PublishedEntry> out;
    for (PublishedEntry& entry : entries) {
        const std::string key = entry.stored.kept_apart ? std::string() : address_key(entry.stored);
        if (!key.empty()) {
            if (const auto [at, added] = places.emplace(key, out.size()); !added) {
                out[at->second].alternates.push_back({entry.stored.entry.url, entry.source.title});
                continue;
            }
        }
        out.push_back(std::move(entry));
    }
    return out;
}

JoinReason joins(const StoredEntry& a, const StoredEntry& b) {
    if (a.kept_apart || b.kept_apart) return JoinReason::none;
    const std::string key = address_key(a);
    return !key.empty() && key == address_key(b) ? JoinReason::same_address : JoinReason::none;
}

}  // namespace masthead::feeds
