#include "feeds/parse/page_links.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "feeds/text/fold.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_links = 200;

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool is_feed_type(std::string_view type) {
    static constexpr std::array<std::string_view, 8> types = {
        "application/rss+xml",   "application/atom+xml", "application/feed+json", "application/rdf+xml",
        "application/x-rss+xml", "text/rss+xml",         "application/xml",       "text/xml"};
    const std::string bare = folded(type.substr(0, type.find(';')));
    return std::find(types.begin(), types.end(), bare) != types.end();
}

// JSON is the type of much that is no feed (oEmbed, WordPress' API): it needs a name that says so.
bool is_json_feed(std::string_view type, std::string_view url) {
    const std::string bare = folded(type.substr(0, type.find(';')));
    return bare == "application/json" && (contains(url, "feed") || contains(url, ".json")) &&
           !contains(url, "wp-json") && !contains(url, "oembed");
}

// Feeds of comments: what others said, not what the author published.
bool is_comment_feed(std::string_view url, std::string_view title) {
    const std::string address = folded(url);
    if (contains(address, "comments/feed") || contains(address, "/comments/default") ||
        contains(address, "comments.xml") || contains(address, "comments.rss") || contains(address, "comments.atom") ||
        contains(address, "feed=comments"))
        return true;
    const std::string name = folded(title);
    return contains(name, "comments") || contains(name, "kommentar") || contains(name, "commentaires") ||
           contains(name, "comentarios") || contains(name, "comentários") || contains(name, "commenti") ||
           contains(name, "komentarze") || contains(name, "コメント") || contains(name, "تعليقات");
}

// An address that looks like a feed's by itself.
bool looks_like_feed(std::string_view url) {
    const UrlParts parts = url_parts(url);
    if (parts.host.empty()) return false;
    std::string path = folded(parts.path);
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    for (std::string_view ending : {"/feed", "/rss", "/atom", ".rss", ".atom", "rss.xml", "atom.xml", "feed.xml",
                                    "index.xml", "index.rdf", "feed.json", "rss2", "/feeds/posts/default", ".rdf"})
        if (path.size() >= ending.size() && path.compare(path.size() - ending.size(), ending.size(), ending) == 0)
            return true;
    return contains(parts.query, "feed=rss") || contains(parts.query, "feed=atom") ||
           contains(parts.query, "format=rss") || contains(path, "/feeds/videos.xml") ||
           parts.host.compare(0, 6, "feeds.") == 0;
}

class FeedCollector {
public:
    explicit FeedCollector(const HtmlPage& page) : page_(page), tree_(page.tree) {}

    std::vector<FeedLink> run() {
        for (std::size_t n : tree_.all_tags("link")) add_element(n);
        for (std::size_t n : tree_.all_tags("a")) add_anchor(n);
        for (const auto& node : tree_.nodes)
            if (node.is_text()) add_visible(node);
        return std::move(out_);
    }

private:
    void add(std::string url, std::string_view type, std::string_view title, FeedLink::Found found) {
        if (url.empty() || out_.size() >= most_links || is_comment_feed(url, title)) return;
        if (!known_.insert(canonical_url(url)).second) return;
        out_.push_back({std::move(url), std::string(type), std::string(title), found});
    }

    void add_element(std::size_t n) {
        const HtmlNode& node = tree_[n];
        const bool is_alternate = node.has_word("rel", "alternate") || node.has_word("rel", "feed");
        if (!is_alternate || node.has_word("rel", "stylesheet") || node.has_attribute("hreflang")) return;
        const std::string url = page_.resolve(feed_address(node.attribute("href")));
        const std::string_view type = node.attribute("type");
        if (is_feed_type(type) || is_json_feed(type, url) || node.has_word("rel", "feed"))
            add(url, type, node.attribute("title"), FeedLink::Found::link_element);
    }

    void add_anchor(std::size_t n) {
        const HtmlNode& node = tree_[n];
        if (page_.region(n) == Region::others || page_.region(n) == Region::text) return;
        const std::string url = page_.resolve(feed_address(node.attribute("href")));
        if (url.empty()) return;
        const bool is_declared = is_feed_type(node.attribute("type")) || node.has_word("rel", "feed");
        const bool is_feed_scheme = node.attribute("href").substr(0, 5) == "feed:";
        if (is_declared || is_feed_scheme || looks_like_feed(url) || is_called_feed(n))
            add(url, node.attribute("type"), tree_.text(n), FeedLink::Found::anchor);
    }

    // "RSS", "Atom feed": a short name, on the same site.
    bool is_called_feed(std::size_t n) const {
        if (tree_[n].end - n > 20) return false;
        const std::string name = folded(tree_.text(n));
        if (name.size() > 24) return false;
        return name == "rss" || name == "atom" || name == "feed" || name == "json feed" || contains(name, "rss feed") ||
               contains(name, "rss-feed") || contains(name, "atom feed") || contains(name, "flux rss") ||
               contains(name, "feed rss") || contains(name, "canal rss");
    }

    // "feed:https://a.example/x" and "feed://a.example/x" are a feed's address in a scheme that nobody registered.
    static std::string feed_address(std::string_view href) {
        if (href.substr(0, 7) == "feed://") return "http://" + std::string(href.substr(7));
        if (href.substr(0, 5) == "feed:") return std::string(href.substr(5));
        return std::string(href);
    }

    void add_visible(const HtmlNode& text) {
        if (tree_[text.parent].tag == "script" || tree_[text.parent].tag == "title") return;
        std::string_view rest = text.text;
        for (std::size_t found = 0; found < 8; ++found) {
            const auto at = rest.find("http");
            if (at == std::string_view::npos) return;
            rest.remove_prefix(at);
            const std::string_view word = rest.substr(0, std::min(rest.find_first_of(" \t\r\n<>\"')]"), rest.size()));
            rest.remove_prefix(std::max<std::size_t>(word.size(), 4));
            std::string_view address = word;
            while (!address.empty() && (address.back() == '.' || address.back() == ',')) address.remove_suffix(1);
            if (looks_like_feed(address)) add(page_.resolve(address), {}, {}, FeedLink::Found::visible_text);
        }
    }

    const HtmlPage& page_;
    const HtmlTree& tree_;
    std::vector<FeedLink> out_;
    std::unordered_set<std::string> known_;  // their addresses in canonical form
};

void add(std::vector<PageLink>& out, const PageLink& link) {
    if (link.url.empty() || out.size() >= most_links) return;
    const auto same = [&](const PageLink& known) { return known.url == link.url && known.relation == link.relation; };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(link);
}

}  // namespace

std::vector<FeedLink> feed_links(const HtmlPage& page) { return FeedCollector(page).run(); }

std::vector<PageLink> person_links(const HtmlPage& page) {
    std::vector<PageLink> out;
    for (std::size_t n = 0; n < page.tree.size(); ++n) {
        const HtmlNode& node = page.tree[n];
        if ((node.tag != "a" && node.tag != "link") || page.region(n) == Region::others) continue;
        const std::string url = without_tracking(page.resolve(node.attribute("href")));
        const std::string text = node.tag == "a" ? page.tree.text(n) : std::string(node.attribute("title"));
        if (node.has_word("rel", "author")) add(out, {url, text, PageLink::Relation::author_page});
        if (node.has_word("rel", "me")) add(out, {url, text, PageLink::Relation::me});
    }
    return out;
}

}  // namespace masthead::feeds
