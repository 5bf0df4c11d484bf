#include "feeds/parse/page_metadata.hpp"

#include <algorithm>
#include <array>

#include "feeds/parse/json_ld.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// What parts a title from the name of its site.
constexpr std::array<std::string_view, 10> title_marks = {" | ", " – ",  " — ", " - ", " · ",
                                                          " • ", " :: ", " » ", " « ", ": "};

constexpr std::size_t most_values = 50;

// Bytes of a title, a name or a keyword; what is longer is none.
constexpr std::size_t longest_value = 2000;

// 3: an instant; 2: a time whose zone is not told; 1: a day.
int date_rank(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return 1;
    const char last = text.back();
    if (last == 'Z' || last == 'z' || text.find("GMT") != std::string_view::npos) return 3;
    const auto sign = text.find_first_of("+-", colon);
    return sign != std::string_view::npos && sign + 1 < text.size() && is_digit(text[sign + 1]) ? 3 : 2;
}

void add(std::vector<std::string>& out, std::string text) {
    text = trimmed(text);
    if (text.empty() || text.size() > longest_value || out.size() >= most_values) return;
    if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
}

std::string first_of(const HtmlPage& page, std::initializer_list<std::string_view> names) {
    for (const auto name : names)
        for (auto& value : page.meta(name))
            if (const auto text = trimmed(value); !text.empty()) return std::string(text);
    return {};
}

// The href of the first link element with a relation.
std::string link_of(const HtmlPage& page, std::string_view relation) {
    for (std::size_t n : page.tree.all_tags("link"))
        if (page.tree[n].has_word("rel", relation)) return page.resolve(page.tree[n].attribute("href"));
    return {};
}

void read_article_object(const HtmlPage& page, const boost::json::object& article, PageMetadata& out) {
    out.says_article = true;
    add(out.titles, plain_text(json_text(article, "headline")));
    add(out.titles, plain_text(json_text(article, "name")));
    for (const auto* author : json_objects(page.json_ld, article, "author")) add(out.names, json_text(*author, "name"));
    for (auto& author : json_strings(article, "author")) add(out.names, std::move(author));
    for (const auto* publisher : json_objects(page.json_ld, article, "publisher"))
        if (out.site_name.empty()) out.site_name = json_text(*publisher, "name");
    if (out.description.empty()) out.description = trimmed(json_text(article, "description"));
    if (out.language.empty()) out.language = trimmed(json_text(article, "inLanguage"));
    if (out.image.empty()) out.image = page.resolve(json_text(article, "image"));
    for (const char* member : {"articleSection", "keywords"})
        for (auto& value : json_strings(article, member)) add(out.categories, std::move(value));
}

void read_json_ld(const HtmlPage& page, PageMetadata& out) {
    for (const auto& object : page.json_ld) {
        // Themes call every page an article in og:type.
        if (has_type(object, "ProfilePage") || has_type(object, "CollectionPage")) {
            out.says_listing = true;
            out.says_article = false;
        }
        if (has_type(object, "ItemList")) out.says_listing = true;
        if ((has_type(object, "WebSite") || has_type(object, "Organization")) && out.site_name.empty())
            out.site_name = trimmed(json_text(object, "name"));
    }
    if (const auto* article = article_object(page.json_ld)) read_article_object(page, *article, out);
}

void read_dates(const HtmlPage& page, PageMetadata& out) {
    DateChoice published(slash_order(out.language));
    DateChoice updated(slash_order(out.language));
    if (const auto* article = article_object(page.json_ld)) {
        published.offer(json_text(*article, "datePublished"));
        updated.offer(json_text(*article, "dateModified"));
    }
    for (std::string_view name : {"article:published_time", "datePublished", "og:published_time", "parsely-pub-date",
                                  "sailthru.date", "pubdate", "publish-date", "publication_date",
                                  "citation_publication_date", "citation_date", "dcterms.created", "dcterms.issued",
                                  "dc.date", "dc.date.issued", "dcterms.date", "date", "cXenseParse:recs:publishtime"})
        for (const auto& value : page.meta(name)) published.offer(value);
    if (!published.best())
        if (const auto* article = article_object(page.json_ld)) published.offer(json_text(*article, "dateCreated"));
    for (std::string_view name : {"article:modified_time", "og:updated_time", "dateModified", "dcterms.modified"})
        for (const auto& value : page.meta(name)) updated.offer(value);
    out.published = published.best();
    out.published_is_exact = published.is_exact();
    out.updated = updated.best();
}

std::string site_name_in(const std::vector<std::string>& titles) {
    for (const auto& whole : titles)
        for (const auto& bare : titles)
            if (auto name = site_name_beside(whole, bare); !name.empty()) return name;
    return {};
}

bool refuses_index(const HtmlPage& page) {
    for (std::string_view name : {"robots", "googlebot", "masthead"})
        for (const auto& value : page.meta(name)) {
            const std::string text = folded(value);
            if (text.find("noindex") != std::string::npos || text == "none") return true;
        }
    return false;
}

}  // namespace

void DateChoice::take(std::optional<Time> time, int rank) {
    if (!time || rank <= rank_) return;
    best_ = time;
    rank_ = rank;
}

void DateChoice::offer(std::string_view text) {
    const std::string bare(trimmed(text));
    if (!bare.empty()) take(parse_date(bare, order_), date_rank(bare));
}

void DateChoice::offer_printed(std::string_view text) {
    const std::string bare(trimmed(text));
    if (!bare.empty()) take(parse_printed_date(bare, order_), 1);
}

std::string site_name_beside(std::string_view whole, std::string_view bare) {
    if (bare.empty()) return {};
    for (const std::string_view mark : title_marks) {
        const std::string behind = std::string(bare).append(mark);
        const std::string before = std::string(mark).append(bare);
        if (whole.substr(0, behind.size()) == behind) return std::string(trimmed(whole.substr(behind.size())));
        if (whole.size() > before.size() && whole.substr(whole.size() - before.size()) == before)
            return std::string(trimmed(whole.substr(0, whole.size() - before.size())));
    }
    return {};
}

std::string without_site_name(std::string_view title, std::string_view site_name) {
    std::string whole(trimmed(title));
    const std::string site = folded(site_name);
    if (site.empty()) return whole;
    for (const std::string_view mark : title_marks) {
        if (const auto at = whole.rfind(mark);
            at != std::string::npos && folded(whole.substr(at + mark.size())) == site)
            return std::string(trimmed(whole.substr(0, at)));
        if (const auto at = whole.find(mark); at != std::string::npos && folded(whole.substr(0, at)) == site)
            return std::string(trimmed(whole.substr(at + mark.size())));
    }
    return whole;
}

PageMetadata read_metadata(const HtmlPage& page) {
    PageMetadata out;
    for (std::string_view name : {"og:title", "twitter:title", "citation_title", "dc.title", "parsely-title"})
        for (auto& value : page.meta(name)) add(out.titles, std::move(value));
    out.site_name = first_of(page, {"og:site_name", "application-name"});
    out.description = first_of(page, {"og:description", "description", "twitter:description", "dc.description"});
    out.image = page.resolve(first_of(page, {"og:image", "og:image:url", "twitter:image", "twitter:image:src"}));
    out.language = page.language();
    for (std::string_view name : {"article:section", "article:tag", "parsely-section"})
        for (auto& value : page.meta(name)) add(out.categories, std::move(value));
    for (std::string_view name : {"author", "dc.creator", "citation_author", "parsely-author", "sailthru.author"})
        for (auto& value : page.meta(name)) add(out.names, std::move(value));
    const std::string type = folded(first_of(page, {"og:type"}));
    out.says_article = type == "article" || type == "blog" || type == "og:article";
    out.says_listing = type == "profile";
    read_json_ld(page, out);
    const std::size_t title = page.tree.find_tag("title");
    if (title < page.tree.size()) add(out.titles, page.tree.text(title));
    if (out.site_name.empty()) out.site_name = site_name_in(out.titles);
    out.canonical = link_of(page, "canonical");
    if (out.canonical.empty()) out.canonical = page.resolve(first_of(page, {"og:url"}));
    out.noindex = refuses_index(page);
    read_dates(page, out);
    return out;
}

}  // namespace masthead::feeds
