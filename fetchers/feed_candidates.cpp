#include "fetchers/feed_candidates.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "feeds/people/platforms.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"
#include "fetchers/link_header.hpp"

namespace masthead::fetchers {

namespace {

std::string without_slash(std::string url) {
    url.resize(std::min(url.find_first_of("?#"), url.size()));
    while (!url.empty() && url.back() == '/') url.pop_back();
    return url;
}

void add_once(std::vector<std::string>& list, std::string url) {
    if (std::find(list.begin(), list.end(), url) == list.end()) list.push_back(std::move(url));
}

// What comment feeds are called, by the languages that blog software speaks.
constexpr auto comment_words = std::to_array<std::string_view>(
    {"comment", "kommentar", "comentário", "comentario", "reacties", "komentar", "коммент", "yorum", "commenti",
     "комментар", "komentarz", "コメント", "评论", "댓글", "تعليقات"});

bool mentions_comments(std::string_view text) {
    const std::string folded = feeds::lowered(text);
    return std::any_of(std::begin(comment_words), std::end(comment_words),
                       [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

bool has_comments_path(const std::string& url) {
    const auto parts = feeds::url_parts(url);
    const std::string path = feeds::lowered(parts.path);
    return path.find("/comments/") != std::string::npos || path.find("comments-feed") != std::string::npos ||
           feeds::lowered(parts.query).find("feed=comments") != std::string::npos;
}

}  // namespace

std::vector<feeds::FeedLink> named_feeds(const Visit& page) {
    std::vector<feeds::FeedLink> out = page.document.feeds;
    const auto in_header = feeds_in_links(page.response.links, page.url());
    out.insert(out.end(), in_header.begin(), in_header.end());
    // What machines are told comes before what people are shown.
    std::stable_partition(out.begin(), out.end(), [](const feeds::FeedLink& link) {
        return link.found == feeds::FeedLink::Found::link_element || link.found == feeds::FeedLink::Found::http_header;
    });
    std::vector<feeds::FeedLink> once;
    for (auto& link : out) {
        const auto same = [&](const feeds::FeedLink& other) { return other.url == link.url; };
        if (std::none_of(once.begin(), once.end(), same)) once.push_back(std::move(link));
    }
    return once;
}

std::vector<std::string> feeds_below(const std::string& author_page) {
    const auto base = without_slash(author_page);
    return {base + "/feed/", base + "/rss/", base + "/feed.xml", base + "/index.xml"};
}

std::vector<std::string> usual_feeds(const std::string& page) {
    std::vector<std::string> out;
    const std::string origin = feeds::url_origin(page), here = without_slash(page);
    for (const std::string& base : {here, origin})
        for (const char* place : {"/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json"})
            add_once(out, base + place);
    return out;
}

std::vector<std::string> feeds_of_profile(const std::string& profile_url) {
    const auto profile = feeds::profile_of_url(profile_url);
    if (!profile) return {};
    const std::string base = without_slash(profile->url);
    if (profile->platform == "mastodon" || profile->platform == "reddit") return {base + ".rss"};
    if (profile->platform == "medium") return {"https://medium.com/feed/@" + profile->handle};
    if (profile->platform == "letterboxd") return {base + "/rss/"};
    if (profile->platform == "bluesky") return {base + "/rss"};
    if (profile->platform == "youtube" && profile->handle.rfind("UC", 0) == 0)
        return {"https://www.youtube.com/feeds/videos.xml?channel_id=" + profile->handle};
    return {};
}

bool is_comments_link(const feeds::FeedLink& link) {
    return mentions_comments(link.title) || has_comments_path(link.url);
}

bool is_comments_feed(const feeds::Document& feed, const std::string& url) {
    if (has_comments_path(url)) return true;
    if (!mentions_comments(feed.publication.title)) return false;
    // A blog may be called "Comments"; a feed of comments points into the middle of pages, or each title says so.
    return std::all_of(feed.entries.begin(), feed.entries.end(), [](const feeds::Entry& entry) {
        return entry.url.find('#') != std::string::npos || entry.guid.find("#comment") != std::string::npos ||
               mentions_comments(entry.title);
    });
}

}  // namespace masthead::fetchers
