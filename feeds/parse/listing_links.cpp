#include "feeds/parse/listing_links.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "feeds/parse/page_blocks.hpp"
#include "feeds/parse/page_hints.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_tokens.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_groups = 10'000;
constexpr std::size_t most_links_of_one = 64;

std::string without_fragment(std::string_view url) { return std::string(url.substr(0, url.find('#'))); }

// Where a link leads to something that is no entry, by the first word of its path or a parameter.
bool is_no_entry_path(const UrlParts& parts) {
    static constexpr std::array<std::string_view, 44> first = {
        "tag",     "tags",      "category",  "categories",   "topic",        "topics",  "author",   "authors",
        "by",      "user",      "users",     "people",       "profile",      "page",    "search",   "login",
        "signin",  "signup",    "register",  "subscribe",    "subscription", "about",   "about-us", "contact",
        "privacy", "terms",     "imprint",   "impressum",    "help",         "account", "cart",     "share",
        "intent",  "feed",      "rss",       "wp-login.php", "kategorie",    "autor",   "auteur",   "autore",
        "partner", "sponsored", "advertise", "newsletter"};
    std::string_view path = parts.path;
    path.remove_prefix(std::min<std::size_t>(1, path.size()));
    const std::string_view segment = path.substr(0, std::min(path.find('/'), path.size()));
    if (segment.empty() && parts.query.empty()) return true;
    if (std::find(first.begin(), first.end(), segment) != first.end()) return true;
    for (std::string_view part : {"/tag/", "/tags/", "/category/", "/author/", "/page/", "/comments", "/feed/"})
        if (parts.path.find(part) != std::string::npos) return true;
    for (std::string_view parameter : {"page=", "paged=", "sort=", "s=", "q=", "author=", "replytocom="})
        if (parts.query.compare(0, parameter.size(), parameter) == 0) return true;
    return false;
}

bool is_file(const UrlParts& parts) {
    static constexpr std::array<std::string_view, 20> endings = {
        ".pdf", ".jpg",  ".jpeg", ".png", ".gif",  ".webp", ".svg",  ".mp3", ".m4a",  ".mp4",
        ".ogg", ".opus", ".zip",  ".doc", ".docx", ".xls",  ".xlsx", ".ppt", ".epub", ".ics"};
    const auto dot = parts.path.rfind('.');
    if (dot == std::string::npos) return false;
    const std::string ending = folded(parts.path.substr(dot));
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

// Platforms whose pages are profiles, posts and share forms: what stands there is no entry of a list.
bool is_platform(std::string_view host) {
    static constexpr std::array<std::string_view, 24> hosts = {"twitter.com",
                                                               "x.com",
                                                               "facebook.com",
                                                               "instagram.com",
                                                               "linkedin.com",
                                                               "threads.com",
                                                               "threads.net",
                                                               "t.me",
                                                               "bsky.app",
                                                               "github.com",
                                                               "tiktok.com",
                                                               "reddit.com",
                                                               "pinterest.com",
                                                               "orcid.org",
                                                               "wa.me",
                                                               "whatsapp.com",
                                                               "api.whatsapp.com",
                                                               "goodreads.com",
                                                               "open.spotify.com",
                                                               "podcasts.apple.com",
                                                               "mobile.twitter.com",
                                                               "m.facebook.com",
                                                               "letterboxd.com",
                                                               "flickr.com"};
    if (host.substr(0, 4) == "www.") host.remove_prefix(4);
    return std::find(hosts.begin(), hosts.end(), host) != hosts.end();
}

bool is_marked_as_no_entry(const HtmlNode& link) {
    for (std::string_view word : {"sponsored", "tag", "author", "me", "next", "prev", "nofollow", "license", "home"})
        if (link.has_word("rel", word)) return true;
    return link.has_attribute("download");
}

class LinkCollector {
public:
    explicit LinkCollector(const HtmlPage& page)
        : page_(page), tree_(page.tree), own_address_(canonical_url(page.url)), unlinked_(page.tree.size() + 1, 0) {
        for (std::size_t n = 0; n < tree_.size(); ++n) {
            const bool counts = tree_[n].is_text() && tree_[tree_[n].parent].tag != "a";
            unlinked_[n + 1] = unlinked_[n] + (counts ? text_weight(tree_[n].text) : 0);
        }
    }

    std::vector<LinkGroup> run() {
        for (std::size_t n : tree_.all_tags("a")) add(n);
        name_groups();
        drop_rubrics();
        std::erase_if(groups_, [](const LinkGroup& group) { return group.title.empty(); });
        std::stable_sort(groups_.begin(), groups_.end(),
                         [](const auto& a, const auto& b) { return a.title_node < b.title_node; });
        return std::move(groups_);
    }

private:
    void add(std::size_t n) {
        const Region region = page_.region(n);
        if (region == Region::boilerplate || region == Region::others || region == Region::bio) return;
        if (is_marked_as_no_entry(tree_[n]) || is_in_site_header(n) || is_in_prose(n)) return;
        const std::string url = page_.resolve(tree_[n].attribute("href"));
        const UrlParts parts = url_parts(url);
        if (parts.host.empty() || is_no_entry_path(parts) || is_file(parts) || is_platform(parts.host)) return;
        const std::string bare = without_fragment(without_tracking(url));
        const std::string key = canonical_url(bare);
        if (key == own_address_ || !parts.fragment.empty() || groups_.size() >= most_groups) return;
        const auto [place, is_new] = by_url_.emplace(key, groups_.size());
        if (is_new) groups_.push_back({bare, {}, {}, 0, false});
        auto& links = groups_[place->second].links;
        if (links.size() < most_links_of_one) links.push_back(n);
    }

    // A link in the midst of a sentence: a paragraph goes before it, more than a date.
    bool is_in_prose(std::size_t n) const {
        const std::size_t paragraph = tree_.ancestor(n, "p");
        if (paragraph >= tree_.size()) return false;
        return unlinked_[n] - unlinked_[paragraph] > 30;
    }

    // The header of the page itself, not that of an article or section in it.
    bool is_in_site_header(std::size_t n) const {
        const std::size_t header = tree_.ancestor(n, "header");
        if (header >= tree_.size()) return false;
        return tree_.ancestor(header, "article") >= tree_.size() && tree_.ancestor(header, "main") >= tree_.size() &&
               tree_.ancestor(header, "section") >= tree_.size() && tree_.ancestor(header, "li") >= tree_.size();
    }

    // A text that stands on links to several addresses names none of them: "Read more".
    void name_groups() {
        std::unordered_map<std::string, std::size_t> uses;
        for (const auto& group : groups_) {
            std::string last;
            for (std::size_t n : group.links)
                if (auto text = folded(link_text(n)); text != last) {
                    ++uses[text];
                    last = std::move(text);
                }
        }
        for (auto& group : groups_) name(group, uses);
    }

    void name(LinkGroup& group, const std::unordered_map<std::string, std::size_t>& uses) const {
        int best = 0;
        for (std::size_t n : group.links) {
            const std::string text = link_text(n);
            const auto found = uses.find(folded(text));
            if (text_weight(text) < 2 || (found != uses.end() && found->second > 1 && !is_heading_link(n))) continue;
            const bool is_heading = is_heading_link(n);
            const int score = is_heading ? 3 : hints_of(tree_[n]).standfirst ? 1 : is_short_number(text) ? 0 : 2;
            if (score <= best) continue;
            best = score;
            group.title = text;
            group.title_node = n;
            group.in_heading = is_heading;
        }
    }

    // "Law" on every other card: a short link that stands again and again, with those of other entries between.
    void drop_rubrics() {
        constexpr std::size_t longest_rubric = 24;
        std::vector<std::pair<std::size_t, std::size_t>> places;  // node, group
        for (std::size_t i = 0; i < groups_.size(); ++i)
            for (const auto link : groups_[i].links) places.emplace_back(link, i);
        std::sort(places.begin(), places.end());
        std::vector<std::size_t> stretches(groups_.size(), 0);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (i == 0 || places[i - 1].second != places[i].second) ++stretches[places[i].second];
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            auto& group = groups_[i];
            if (stretches[i] > 1 && !group.in_heading && text_weight(group.title) <= longest_rubric)
                group.title.clear();
        }
    }

    static bool is_short_number(std::string_view text) {
        return text.size() < 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    // The link in a heading, a heading or what is called a title in the link, or a link that is called one.
    bool is_heading_link(std::size_t n) const {
        if (title_in(n) < tree_.size() || hints_of(tree_[n]).title) return true;
        for (std::size_t i = n; i != 0; i = tree_[i].parent)
            if (is_heading_tag(tree_[i].tag)) return true;
        return hints_of(tree_[tree_[n].parent]).title;
    }

    // Of a card that is one link, with date and summary in it: the headline.
    std::size_t title_in(std::size_t link) const {
        std::size_t called = tree_.size();
        for (std::size_t i = link + 1; i < tree_[link].end; ++i) {
            if (is_heading_tag(tree_[i].tag)) return i;
            if (called == tree_.size() && hints_of(tree_[i]).title && text_weight(tree_.text(i)) > 1) called = i;
        }
        return called;
    }

    std::string link_text(std::size_t n) const {
        const std::size_t title = title_in(n);
        return tree_.text(title < tree_.size() ? title : n);
    }

    const HtmlPage& page_;
    const HtmlTree& tree_;
    std::string own_address_;
    std::vector<std::size_t> unlinked_;  // the weight of the texts before each node that are no links
    std::vector<LinkGroup> groups_;
    std::unordered_map<std::string, std::size_t> by_url_;
};

}  // namespace

bool is_list_address(std::string_view url) {
    const UrlParts parts = url_parts(url);
    return !parts.host.empty() && parts.path.size() > 1 && is_no_entry_path(parts);
}

std::vector<LinkGroup> entry_links(const HtmlPage& page) { return LinkCollector(page).run(); }

std::string url_shape(std::string_view url) {
    const UrlParts parts = url_parts(url);
    std::string out = parts.host;
    std::string_view path = parts.path;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        const std::string_view segment = path.substr(0, end);
        path.remove_prefix(end);
        if (segment.empty()) continue;
        const bool is_number = std::all_of(segment.begin(), segment.end(), [](char c) { return c >= '0' && c <= '9'; });
        const bool is_last = path.size() <= 1;
        out += is_number ? "/N" : is_last ? "/w" : "/" + std::string(segment);
    }
    return out;
}

}  // namespace masthead::feeds
