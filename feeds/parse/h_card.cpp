#include "feeds/parse/h_card.hpp"

#include <algorithm>
#include <array>

#include "feeds/people/platforms.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// One property under its three names.
struct Property {
    std::array<std::string_view, 3> classes;
    std::array<std::string_view, 2> schema;
};

constexpr Property names{{"p-name", "fn", "author-name"}, {"name", "schema:name"}};
constexpr Property notes{{"p-note", "note"}, {"description", "schema:description"}};
constexpr Property roles{{"p-job-title", "p-role", "role"}, {"jobTitle", "schema:jobTitle"}};
constexpr Property organizations{{"p-org", "org"}, {"worksFor", "affiliation"}};
constexpr Property photos{{"u-photo", "photo", "avatar"}, {"image", "schema:image"}};
constexpr Property urls{{"u-url", "url", "u-uid"}, {"url", "schema:url"}};

bool is_property(const HtmlNode& node, const Property& property) {
    const auto has_class = [&](std::string_view name) { return !name.empty() && node.has_class(name); };
    const auto is_schema = [&](std::string_view name) {
        return !name.empty() && (node.has_word("itemprop", name) || node.has_word("property", name));
    };
    return std::any_of(property.classes.begin(), property.classes.end(), has_class) ||
           std::any_of(property.schema.begin(), property.schema.end(), is_schema);
}

std::string address_in(const HtmlPage& page, const HtmlNode& node) {
    for (const std::string_view name : {"href", "src", "data-src", "content"})
        if (const auto value = node.attribute(name); !value.empty()) return page.resolve(value);
    return {};
}

std::string text_in(const HtmlPage& page, std::size_t n) {
    const auto& node = page.tree[n];
    return one_line(node.tag == "meta" ? std::string(node.attribute("content")) : page.tree.text(n));
}

std::string first_text(const HtmlPage& page, std::size_t card, const Property& property) {
    for (auto n = card + 1; n < page.tree[card].end; ++n)
        if (!page.tree[n].is_text() && is_property(page.tree[n], property))
            if (auto text = text_in(page, n); !text.empty()) return text;
    return {};
}

std::string first_address(const HtmlPage& page, std::size_t card, const Property& property) {
    for (auto n = card; n < page.tree[card].end; ++n)
        if (!page.tree[n].is_text() && is_property(page.tree[n], property))
            if (auto url = address_in(page, page.tree[n]); !url.empty()) return url;
    return {};
}

bool is_within_class(const HtmlPage& page, std::size_t n, std::string_view name) {
    for (;; n = page.tree[n].parent) {
        if (page.tree[n].has_class(name)) return true;
        if (n == 0) return false;
    }
}

// Comments and other people's pieces. A card in the site's header may be that of the site's owner.
bool is_others(const HtmlPage& page, std::size_t n) {
    return page.region(n) == Region::others || is_within_class(page, n, "h-cite") ||
           is_within_class(page, n, "comment");
}

bool names_author(const HtmlNode& node) {
    if (node.is_text()) return false;
    const bool is_vcard = node.has_class("vcard") || node.has_class("h-card");
    return node.has_class("p-author") || (is_vcard && node.has_class("author")) ||
           node.has_word("itemprop", "author") || node.has_word("rel", "schema:author") ||
           node.has_word("property", "schema:author") || node.has_word("property", "author");
}

bool is_page_or_site(const HtmlPage& page, const std::string& url) {
    return !url.empty() && (canonical_url(url) == canonical_url(page.url) ||
                            canonical_url(url) == canonical_url(url_origin(page.url) + "/"));
}

}  // namespace

Person read_card(const HtmlPage& page, std::size_t card) {
    Person person;
    person.name = first_text(page, card, names);
    const auto& node = page.tree[card];
    if (person.name.empty() && node.tag == "img") person.name = one_line(node.attribute("alt"));
    if (person.name.empty()) person.name = text_in(page, card);
    person.bio = first_text(page, card, notes);
    person.role = first_text(page, card, roles);
    person.affiliation = first_text(page, card, organizations);
    person.avatar = first_address(page, card, photos);
    for (auto n = card; n < node.end; ++n) {
        const auto& inner = page.tree[n];
        const bool is_account =
            is_property(inner, urls) || inner.has_word("rel", "me") || inner.has_word("itemprop", "sameAs");
        if (inner.is_text() || !is_account) continue;
        const auto url = address_in(page, inner);
        if (auto profile = profile_of_url(url))
            person.profiles.push_back(std::move(*profile));
        else if (person.url.empty())
            person.url = url;
    }
    for (auto n = card; n < node.end && person.url.empty(); ++n)
        if (page.tree[n].tag == "a" && !profile_of_url(address_in(page, page.tree[n])))
            person.url = address_in(page, page.tree[n]);
    return person;
}

std::vector<std::size_t> marked_authors(const HtmlPage& page) {
    std::vector<std::size_t> out;
    for (std::size_t n = 0; n < page.tree.size(); ++n) {
        if (!names_author(page.tree[n]) || is_others(page, n) || page.region(n) == Region::boilerplate) continue;
        if (!out.empty() && page.tree.is_within(n, out.back())) continue;
        if (out.size() == most_people_of_page) break;
        out.push_back(n);
    }
    return out;
}

std::optional<std::size_t> representative_card(const HtmlPage& page) {
    std::optional<std::size_t> found;
    std::size_t with_page_url = 0;
    for (std::size_t n = 0; n < page.tree.size(); ++n) {
        const auto& node = page.tree[n];
        if (node.is_text() || !node.has_class("h-card") || is_others(page, n)) continue;
        bool has_url = false, is_certain = false;
        for (auto k = n; k < node.end; ++k) {
            const auto& inner = page.tree[k];
            if (inner.is_text() || !inner.has_class("u-url")) continue;
            const bool is_own = is_page_or_site(page, address_in(page, inner));
            has_url = has_url || is_own;
            is_certain = is_certain || (is_own && (inner.has_class("u-uid") || inner.has_word("rel", "me")));
        }
        if (is_certain) return n;
        if (has_url && ++with_page_url == 1) found = n;
    }
    return with_page_url == 1 ? found : std::nullopt;
}

}  // namespace masthead::feeds
