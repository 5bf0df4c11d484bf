#include "feeds/parse/article.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "feeds/parse/json_ld.hpp"
#include "feeds/parse/page_hints.hpp"
#include "feeds/parse/page_structure.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_references.hpp"
#include "feeds/text/html_tokens.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_repeatable = 20'000;  // bytes; beyond it a block is not looked for in another one

constexpr std::size_t most_figure_nodes = 200;

std::string headline_of(const HtmlPage& page, const PageMetadata& metadata) {
    std::string heading;
    if (page.structure.heading < page.tree.size()) heading = page.tree.text(page.structure.heading);
    if (!heading.empty()) return without_site_name(heading, metadata.site_name);
    for (const auto& title : metadata.titles)
        if (auto bare = without_site_name(title, metadata.site_name); !bare.empty()) return bare;
    return {};
}

bool is_change_date(const HtmlNode& node) {
    if (node.has_word("itemprop", "dateModified") || node.has_class("dt-updated")) return true;
    const std::string names = folded(node.attribute("class"));
    return names.find("updated") != std::string::npos || names.find("modified") != std::string::npos;
}

// The date in a short line, or in a piece of one that marks part: "By Ada Wick | Published on 2 October 2026, 7:00".
void offer_printed(std::string_view line, DateChoice& choice) {
    constexpr std::size_t longest_piece = 80;
    static constexpr std::array<std::string_view, 4> marks = {"|", "\u00B7", "\u2022", "\u2014"};
    while (!line.empty()) {
        std::size_t end = line.size(), next = line.size();
        for (const auto mark : marks)
            if (const auto at = line.find(mark); at < end) {
                end = at;
                next = at + mark.size();
            }
        if (end < longest_piece) choice.offer_printed(line.substr(0, end));
        line.remove_prefix(next);
    }
}

// What the page prints or marks up around its headline.
void offer_visible_dates(const HtmlPage& page, DateChoice& choice) {
    const HtmlTree& tree = page.tree;
    for (std::size_t n = 0; n < tree.size(); ++n) {
        const HtmlNode& node = tree[n];
        const Region region = page.region(n);
        if (region == Region::others || region == Region::boilerplate || region == Region::bio ||
            region == Region::text)
            continue;
        if (node.is_text()) {
            if (region == Region::head) offer_printed(node.text, choice);
            continue;
        }
        const bool is_date = hints_of(node).date || node.has_word("property", "schema:dateCreated") ||
                             node.has_word("property", "schema:datePublished");
        const bool is_abbreviated = node.tag == "abbr" && region == Region::head;
        if ((!is_date && !is_abbreviated) || is_change_date(node)) continue;
        for (std::string_view name : {"datetime", "content", "title"}) choice.offer(node.attribute(name));
        if (node.end - n < 20) {
            const std::string text = tree.text(n);
            choice.offer_printed(text);
            choice.offer(text);
        }
    }
}

std::optional<Time> published_at(const HtmlPage& page, const PageMetadata& metadata) {
    if (metadata.published && metadata.published_is_exact) return metadata.published;
    DateChoice choice(slash_order(metadata.language));
    offer_visible_dates(page, choice);
    return choice.is_exact() || !metadata.published ? choice.best() : metadata.published;
}

std::string standfirst_of(const HtmlPage& page, const PageMetadata& metadata, std::string_view title) {
    for (std::size_t n = 0; n < page.tree.size(); ++n) {
        if (page.region(n) != Region::head || !hints_of(page.tree[n]).standfirst) continue;
        std::string text = page.tree.text(n);
        if (!text.empty() && folded(text) != folded(title)) return text;
    }
    return plain_text(metadata.description);
}

// Finds what the text says twice: once flat for gates and search engines, a caption that is the headline again.
class Repetitions {
public:
    Repetitions(const HtmlPage& page, std::string_view title) : page_(page), tree_(page.tree), title_(folded(title)) {}

    void mark(std::vector<bool>& left_out) {
        const auto blocks = own_blocks(left_out);
        std::unordered_set<std::string> seen;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const Block& block = blocks[i];
            const bool repeats = block.text.size() >= 30 && !seen.insert(block.text).second;
            const bool is_title = block.text == title_ &&
                                  (i < first_blocks || is_caption(block.node) || is_heading_tag(tree_[block.node].tag));
            if (repeats || is_title || repeats_picture(block) || is_flat_copy(blocks, i)) left_out[block.node] = true;
        }
    }

private:
    struct Block {
        std::size_t node;
        std::string text;  // folded
    };
    static constexpr std::size_t first_blocks = 3;  // where a text may begin with its headline and standfirst

    bool is_caption(std::size_t n) const { return tree_[n].tag == "figcaption"; }

    // The innermost blocks of the body that hold text.
    std::vector<Block> own_blocks(const std::vector<bool>& left_out) const {
        std::vector<Block> out;
        const std::size_t end = tree_[page_.structure.body].end;
        for (std::size_t n = page_.structure.body + 1; n < end; ++n) {
            if (left_out[n]) {
                n = tree_[n].end - 1;
                continue;
            }
            if (tree_[n].is_text() || tree_[n].tag == "br" || !is_block_element(tree_[n].tag) || holds_block(n))
                continue;
            if (auto text = folded(tree_.text(n)); !text.empty()) out.push_back({n, std::move(text)});
            n = tree_[n].end - 1;
        }
        return out;
    }

    bool holds_block(std::size_t n) const {
        for (std::size_t i = n + 1; i < tree_[n].end; ++i)
            if (!tree_[i].is_text() && tree_[i].tag != "br" && is_block_element(tree_[i].tag)) return true;
        return false;
    }

    bool repeats_picture(const Block& block) const {
        if (!is_caption(block.node)) return false;
        const std::size_t figure = tree_[block.node].parent;
        if (tree_[figure].end - figure > most_figure_nodes) return false;
        for (std::size_t n : tree_.all_tags("img", figure))
            if (folded(tree_[n].attribute("alt")) == block.text) return true;
        return false;
    }

    // Whether a block holds the texts of two of the blocks that follow: the version with paragraphs is kept.
    static bool is_flat_copy(const std::vector<Block>& blocks, std::size_t i) {
        const std::string& text = blocks[i].text;
        if (text.size() < 100 || text.size() > longest_repeatable) return false;
        int found = 0;
        for (std::size_t next = i + 1; next < std::min(i + 6, blocks.size()); ++next)
            found += blocks[next].text.size() >= 30 && text.find(blocks[next].text) != std::string::npos;
        return found >= 2;
    }

    const HtmlPage& page_;
    const HtmlTree& tree_;
    std::string title_;
};

bool is_shown(const HtmlNode& node) {
    static constexpr std::array<std::string_view, 6> media = {"img", "video", "audio", "iframe", "embed", "object"};
    if (!node.is_text()) return std::find(media.begin(), media.end(), node.tag) != media.end();
    return node.text.find_first_not_of(" \t\r\n") != std::string::npos;
}

// Rules part texts: with a bio or a sign-up below them gone, they part nothing.
void leave_out_idle_rules(const HtmlTree& tree, std::size_t body, std::vector<bool>& left_out) {
    std::vector<std::size_t> rules;
    const auto leave_out = [&](std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) left_out[rules[i]] = true;
        rules.clear();
    };
    bool is_begun = false;
    for (std::size_t n = body; n < tree[body].end; ++n) {
        if (left_out[n]) {
            n = tree[n].end - 1;
        } else if (tree[n].tag == "hr") {
            rules.push_back(n);
        } else if (is_shown(tree[n])) {
            leave_out(is_begun && !rules.empty() ? rules.size() - 1 : rules.size());
            is_begun = true;
        }
    }
    leave_out(rules.size());
}

// The text of a page that a script would fill: JSON-LD may have it whole.
std::string content_in_json_ld(const HtmlPage& page) {
    const auto* article = article_object(page.json_ld);
    return article == nullptr ? std::string() : html_from_text(plain_text(json_text(*article, "articleBody")));
}

std::string content_of(const HtmlPage& page, std::string_view title) {
    const HtmlTree& tree = page.tree;
    if (page.structure.body >= tree.size()) return content_in_json_ld(page);
    std::vector<bool> left_out(tree.size(), false);
    for (std::size_t n = page.structure.body; n < tree[page.structure.body].end; ++n)
        left_out[n] = page.region(n) != Region::text;
    Repetitions(page, title).mark(left_out);
    leave_out_idle_rules(tree, page.structure.body, left_out);
    std::string markup;
    for (std::size_t child : tree.children(page.structure.body))
        if (!left_out[child]) markup += tree.markup(child, left_out);
    return sanitise(markup, page.base);
}

void add_categories(const HtmlPage& page, std::vector<std::string>& categories) {
    for (std::size_t n : page.tree.all_tags("a", page.structure.article)) {
        if (page.region(n) == Region::others || !page.tree[n].has_word("rel", "tag")) continue;
        std::string text = page.tree.text(n);
        if (!text.empty() && std::find(categories.begin(), categories.end(), text) == categories.end())
            categories.push_back(std::move(text));
    }
}

std::string first_picture(const HtmlPage& page) {
    if (page.structure.body >= page.tree.size()) return {};
    for (std::size_t n : page.tree.all_tags("img", page.structure.body))
        if (page.region(n) == Region::text)
            if (auto url = page.resolve(page.tree[n].attribute("src")); !url.empty()) return url;
    return {};
}

}  // namespace

std::string page_address(const HtmlPage& page, const PageMetadata& metadata) {
    const std::string own = without_tracking(page.url);
    // A canonical address that is the site's front page is a theme's mistake.
    const bool is_front = url_parts(metadata.canonical).path.size() <= 1 && url_parts(own).path.size() > 1;
    return metadata.canonical.empty() || is_front ? own : without_tracking(metadata.canonical);
}

Entry read_article(const HtmlPage& page, const PageMetadata& metadata) {
    Entry entry;
    entry.title = headline_of(page, metadata);
    entry.url = page_address(page, metadata);
    append_escaped(entry.summary, standfirst_of(page, metadata, entry.title));
    entry.content = with_fragments_of(entry.url, content_of(page, entry.title));
    entry.language = metadata.language;
    entry.published = published_at(page, metadata);
    entry.updated = metadata.updated;
    entry.categories = metadata.categories;
    add_categories(page, entry.categories);
    entry.image = metadata.image.empty() ? first_picture(page) : metadata.image;
    return entry;
}

}  // namespace masthead::feeds
