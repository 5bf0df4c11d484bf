#include "feeds/parse/visible_byline.hpp"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "feeds/parse/page_blocks.hpp"
#include "feeds/parse/page_hints.hpp"
#include "feeds/people/bio_subject.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/people/value_pieces.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_tokens.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_byline = 300;  // bytes

/// A line of the article's head as a reader sees it.
struct Line {
    std::string text;
    std::vector<std::size_t> nodes;  ///< its texts
};

// What a reader sees on one line: a block, or a date in it, which a style sheet often sets apart where the document has
// not even a space.
std::size_t line_element(const HtmlTree& tree, std::size_t n) {
    const auto block = block_around(tree, n);
    for (auto up = tree[n].parent; up != block && up != 0; up = tree[up].parent) {
        const auto hints = hints_of(tree[up]);
        if (hints.date && !hints.byline) return up;
    }
    return block;
}

// Whether neither text stands in an element around the other: "<b>Ada</b><i>Wick</i>", not "<b>A</b>da".
bool are_elements_apart(const HtmlTree& tree, std::size_t a, std::size_t b) {
    return !tree.is_within(b, tree[a].parent) && !tree.is_within(a, tree[b].parent);
}

// "Ada Wick<span>Columnist</span>": a style sheet sets apart what reads as one word here.
bool meet_within_a_word(std::string_view before, std::string_view behind) {
    constexpr std::size_t longest_character = 4;  // bytes
    const auto last = characters_of(before.substr(before.size() - std::min(before.size(), longest_character)));
    return !last.empty() && u_islower(static_cast<UChar32>(last.back())) && begins_with_upper_case(behind);
}

std::vector<Line> lines_of_head(const HtmlPage& page) {
    const auto& tree = page.tree;
    std::vector<Line> lines;
    std::size_t element = tree.size();
    for (std::size_t n = 0; n < tree.size(); ++n) {
        if (page.region(n) != Region::head || tree.is_within(n, std::min(page.structure.heading, tree.size() - 1)))
            continue;
        if (tree[n].tag == "br") element = tree.size();
        if (!tree[n].is_text()) continue;
        const auto own = line_element(tree, n);
        if (lines.empty() || own != element)
            lines.emplace_back();
        else if (are_elements_apart(tree, lines.back().nodes.back(), n))
            lines.back().text += ' ';
        else if (meet_within_a_word(lines.back().text, tree[n].text))
            lines.back().text += " · ";
        element = own;
        lines.back().text += tree[n].text;
        lines.back().nodes.push_back(n);
    }
    for (auto& line : lines) line.text = one_line(line.text);
    return lines;
}

// The element marked as an author's around a text, up to its block.
std::size_t author_element(const HtmlPage& page, std::size_t text) {
    const auto block = block_around(page.tree, text);
    for (auto n = page.tree[text].parent;; n = page.tree[n].parent) {
        if (is_author_mark(page, page.tree[n])) return n;
        if (n == block || n == 0) return page.tree.size();
    }
}

bool is_byline_block(const HtmlPage& page, std::size_t text) {
    for (auto n = page.tree[text].parent; n != 0 && page.region(n) == Region::head; n = page.tree[n].parent)
        if (hints_of(page.tree[n]).byline) return true;
    return false;
}

// "Words by", not "Photographs by".
bool has_label(std::string_view line, Label::Kind kind) {
    const auto label = take_label(line);
    return label && label->kind == kind;
}

void add_people(std::vector<Person>& people, std::string_view value, const NameContext& context) {
    for (auto& person : people_of_value(value, context)) {
        if (people.size() == most_people_of_page) return;
        const bool known = std::any_of(people.begin(), people.end(),
                                       [&](const Person& other) { return same_name(other.name, person.name); });
        if (!known && begins_with_capital(person.name)) people.push_back(std::move(person));
    }
}

bool has_link(const HtmlTree& tree, const Line& line) {
    return std::any_of(line.nodes.begin(), line.nodes.end(),
                       [&](std::size_t n) { return tree.ancestor(n, "a") < tree.size(); });
}

// What names the author in a line that only its element says to be a byline: its first part, as places and sections
// come behind; behind a date, what is plainly a name and no link to a section.
std::string_view named_part(const HtmlPage& page, const Line& line, const std::vector<std::string_view>& segments) {
    const auto first = segments.front();
    const bool is_date = first.find_first_of("0123456789") != std::string_view::npos;
    if (!is_date || has_link(page.tree, line)) return first;
    const auto named = std::find_if(segments.begin(), segments.end(), [](std::string_view segment) {
        return segment.find(' ') != std::string_view::npos && is_clean_name(segment);
    });
    return named == segments.end() ? first : *named;
}

std::vector<Person> people_of_lines(const HtmlPage& page, const std::vector<Line>& lines, const NameContext& context) {
    std::vector<Person> labelled, marked, hinted;
    for (const auto& line : lines) {
        if (labelled.size() == most_people_of_page) break;
        if (line.text.size() > longest_byline || has_label(line.text, Label::Kind::other)) continue;
        const auto segments = segments_of(line.text);
        for (const auto segment : segments)
            if (has_label(segment, Label::Kind::author)) add_people(labelled, segment, context);
        for (const auto n : line.nodes)
            if (const auto element = author_element(page, n); element < page.tree.size())
                add_people(marked, one_line(page.tree.text(element)), context);
        if (!segments.empty() && is_byline_block(page, line.nodes.front()))
            add_people(hinted, named_part(page, line, segments), context);
    }
    if (!labelled.empty()) return labelled;
    return marked.empty() ? hinted : marked;
}

// The link on a name: the page about the person, or an account.
void add_link(const HtmlPage& page, Person& person, std::size_t link) {
    const auto url = page.resolve(page.tree[link].attribute("href"));
    if (url.empty() || canonical_url(url) == canonical_url(page.url)) return;
    const auto profile = profile_of_url(url);
    // A page of these platforms is where their authors publish.
    const bool is_home = !profile || profile->platform == "substack" || profile->platform == "medium";
    if (is_home && person.url.empty()) person.url = without_tracking(url);
    if (profile && !same_host(url_parts(url).host, url_parts(page.url).host)) person.profiles.push_back(*profile);
}

// An account beside the byline that is called like one of the authors, and only one: "@adawick".
void add_account_like_name(const HtmlPage& page, std::vector<Person>& people, std::size_t link) {
    const auto profile = profile_of_url(page.resolve(page.tree[link].attribute("href")));
    if (!profile) return;
    const auto is_like = [&](const Person& person) {
        return likeness(profile->handle, person.name) == Likeness::wholly;
    };
    if (std::count_if(people.begin(), people.end(), is_like) == 1)
        std::find_if(people.begin(), people.end(), is_like)->profiles.push_back(*profile);
}

}  // namespace

std::vector<Person> byline_authors(const HtmlPage& page, const NameContext& context) {
    if (page.tree.size() == 0) return {};
    return people_of_lines(page, lines_of_head(page), context);
}

void add_links_of_head(const HtmlPage& page, std::vector<Person>& people) {
    std::vector<std::string> keys(people.size());
    std::transform(people.begin(), people.end(), keys.begin(), [](auto& person) { return name_key(person.name); });
    for (const auto link : page.tree.all_tags("a")) {
        if (page.region(link) != Region::head) continue;
        const auto key = name_key(page.tree.text(link));
        const auto named = std::find(keys.begin(), keys.end(), key);
        if (!key.empty() && named != keys.end())
            add_link(page, people[static_cast<std::size_t>(named - keys.begin())], link);
        else
            add_account_like_name(page, people, link);
    }
}

bool is_author_mark(const HtmlPage& page, const HtmlNode& node) {
    constexpr auto classes =
        std::to_array<std::string_view>({"author", "author-name", "autor", "autora", "auteur", "autore"});
    const auto is_called = [&](std::string_view name) { return node.has_class(name); };
    if (node.has_word("rel", "author") || std::any_of(std::begin(classes), std::end(classes), is_called)) return true;
    return node.tag == "a" && is_author_address(page.resolve(node.attribute("href")));
}

bool is_author_address(const std::string& url) {
    constexpr auto folders = std::to_array<std::string_view>(
        {"/author/",        "/authors/",    "/auteur/",      "/auteurs/",      "/auteure/",      "/autor/",
         "/autoren/",       "/autorin/",    "/autores/",     "/autora/",       "/autore/",       "/autori/",
         "/autorzy/",       "/people/",     "/person/",      "/profile/",      "/profil/",       "/by/",
         "/writer/",        "/writers/",    "/columnist/",   "/columnists/",   "/expert/",       "/experts/",
         "/staff/",         "/team/",       "/contributor/", "/contributors/", "/contributeur/", "/user/",
         "/users/",         "/redaktion/",  "/firma/",       "/opinionistas/", "/firmas/",       "/columnistas/",
         "/colaboradores/", "/journalist/", "/journalists/", "/journaliste/",  "/skribent/",     "/forfatter/"});
    const auto path = folded(url_parts(url).path);
    return std::any_of(std::begin(folders), std::end(folders), [&](std::string_view folder) {
        const auto at = path.find(folder);
        return at != std::string::npos && at + folder.size() < path.size();
    });
}

}  // namespace masthead::feeds
