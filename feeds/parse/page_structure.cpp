#include "feeds/parse/page_structure.hpp"

#include <algorithm>

#include "feeds/parse/announced_bios.hpp"
#include "feeds/parse/page_blocks.hpp"
#include "feeds/parse/page_heading.hpp"
#include "feeds/parse/page_hints.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_box_weight = 250;

class StructureFinder {
public:
    StructureFinder(const HtmlTree& tree, const PageClues& clues)
        : tree_(tree), clues_(clues), hints_(tree.size()), blocks_(text_blocks(tree)) {
        for (std::size_t n = 0; n < tree.size(); ++n) hints_[n] = hints_of(tree[n]);
        out_.region.assign(tree.size(), Region::outside);
        out_.heading = out_.body = tree.size();
    }

    PageStructure run() {
        for (const auto& bio : announced_bios(tree_, blocks_)) {
            hints_[bio.node].bio = true;
            if (bio.is_box) hints_[bio.node].others = false;
        }
        mark_by_hints();
        out_.heading = find_heading(tree_, hints_, out_.region, clues_.titles);
        keep_main_matter();
        mark_boxes();
        mark_announced();
        find_article();
        find_body();
        mark_head_and_text();
        find_bios();
        return std::move(out_);
    }

private:
    bool is_aside(std::size_t n) const {
        return out_.region[n] == Region::boilerplate || out_.region[n] == Region::others;
    }

    void mark(std::size_t n, Region region) {
        std::fill(out_.region.begin() + static_cast<std::ptrdiff_t>(n),
                  out_.region.begin() + static_cast<std::ptrdiff_t>(tree_[n].end), region);
    }

    // What the names of elements say, from the outside in; what is inside of others' matter is theirs, whatever it is
    // called, and a bio stays one in a sidebar.
    void mark_by_hints() {
        for (std::size_t n = 0; n < tree_.size(); ++n) {
            const Region around = out_.region[tree_[n].parent];
            Region own = n == 0 ? Region::outside : around;
            if (around != Region::others && around != Region::bio) {
                if (hints_[n].others) {
                    own = Region::others;
                } else if (hints_[n].bio) {
                    own = Region::bio;
                } else if (hints_[n].site || is_site_footer(n)) {
                    own = Region::boilerplate;
                }
            }
            out_.region[n] = own;
        }
    }

    // A form for an address, with the few words around it: a box for a newsletter, however it is called.
    void mark_boxes() {
        const auto weights = sums([](const TextBlock& block) { return block.weight; });
        const auto prose = sums([](const TextBlock& block) { return std::size_t{block.is_paragraph}; });
        for (std::size_t n : tree_.all_tags("input")) {
            const std::size_t form = tree_.ancestor(n, "form");
            std::size_t box = form < tree_.size() ? tree_[form].parent : tree_[n].parent;
            if (tree_[n].attribute("type") != "email" || is_aside(box)) continue;
            const auto fits = [&](std::size_t element) {
                const bool holds_heading = out_.heading < tree_.size() && tree_.is_within(out_.heading, element);
                return !holds_heading && tree_[element].tag != "body" && within(weights, element) < most_box_weight;
            };
            if (!fits(box)) continue;
            const std::size_t paragraphs = within(prose, box);
            while (fits(tree_[box].parent) && within(prose, tree_[box].parent) == paragraphs) box = tree_[box].parent;
            mark(box, Region::boilerplate);
        }
    }

    bool is_site_footer(std::size_t n) const {
        return tree_[n].tag == "footer" && tree_.ancestor(n, "article") == tree_.size() &&
               tree_.ancestor(n, "main") == tree_.size();
    }

    // Sums of `value` over the blocks before each node, so that the sum within a node is one subtraction.
    template <class Value>
    std::vector<std::size_t> sums(Value value) const {
        std::vector<std::size_t> out(tree_.size() + 1, 0);
        for (const auto& block : blocks_) out[block.node + 1] = value(block);
        for (std::size_t n = 0; n < tree_.size(); ++n) out[n + 1] += out[n];
        return out;
    }

    std::size_t within(const std::vector<std::size_t>& sum, std::size_t n) const { return sum[tree_[n].end] - sum[n]; }

    // The hints were wrong where they take the headline away, or most of the text.
    void keep_main_matter() {
        const auto prose = sums([](const TextBlock& block) { return block.is_paragraph ? block.weight : 0; });
        for (std::size_t n = 1; n < tree_.size(); ++n) {
            if (!is_aside(n) || out_.region[n] == out_.region[tree_[n].parent]) continue;
            const bool holds_heading = out_.heading < tree_.size() && tree_.is_within(out_.heading, n);
            const bool holds_most = within(prose, n) * 2 > prose.back() && !hints_[n].others;
            if (holds_heading || holds_most) unmark(n);
        }
    }

    // Takes the mark of `n` away; what is marked inside by its own name stays.
    void unmark(std::size_t n) {
        out_.region[n] = out_.region[tree_[n].parent];
        for (std::size_t i = n + 1; i < tree_[n].end; ++i) {
            const bool own = hints_[i].others || hints_[i].bio || hints_[i].site;
            if (!own) out_.region[i] = out_.region[tree_[i].parent];
        }
    }

    // From a line such as "Related" to the end of the element that it stands in, unless an article goes on there: a
    // known announcement may have one paragraph, a heading that only looks like one stands behind a text and has links
    // alone behind it.
    void mark_announced() {
        const auto counts = [&](const TextBlock& block) { return out_.region[block.node] != Region::bio; };
        const auto paragraphs = sums(
            [&](const TextBlock& b) { return std::size_t{b.is_paragraph && tree_[b.node].tag != "li" && counts(b)}; });
        const auto weights = sums([&](const TextBlock& b) { return counts(b) ? b.weight : 0; });
        const auto links = sums([&](const TextBlock& b) { return counts(b) ? b.linked : 0; });
        const std::size_t start = out_.heading < tree_.size() ? tree_[out_.heading].end : 0;
        for (const auto& block : blocks_) {
            if (block.node < start || is_aside(block.node)) continue;
            if (block.weight < 300 && is_rights_notice(block.text)) mark(block.node, Region::boilerplate);
            if (block.weight > 80) continue;
            const bool is_heading = is_heading_tag(tree_[block.node].tag);
            const bool known = (is_heading || block.linked == 0) && announces_others(block.text);
            // A headline that is a link is that of a piece in a list.
            if (!known && (!is_heading || block.linked > 0)) continue;
            const std::size_t from = tree_[block.node].end;
            const std::size_t end = tree_[tree_[block.node].parent].end;
            const std::size_t prose = paragraphs[end] - paragraphs[from];
            const std::size_t weight = weights[end] - weights[from];
            const bool has_text_before = paragraphs[block.node] - paragraphs[start] > 1;
            const bool only_links =
                has_text_before && prose == 0 && weight > 0 && (links[end] - links[from]) * 10 >= weight * 6;
            if (known ? prose > 1 : !only_links) continue;
            for (std::size_t n = block.node; n < end; n = tree_[n].end) mark(n, Region::others);
        }
    }

    static bool is_article_node(const HtmlNode& node) {
        const std::string_view type = node.attribute("itemtype");
        return node.tag == "article" || node.tag == "main" || node.has_class("h-entry") || node.has_class("hentry") ||
               node.attribute("role") == "main" || type.find("Article") != std::string_view::npos ||
               type.find("BlogPosting") != std::string_view::npos;
    }

    // The innermost article around the headline that has text, else the whole body.
    void find_article() {
        const std::size_t body = tree_.find_tag("body");
        out_.article = body < tree_.size() ? body : 0;
        paragraphs_ = sums([&](const TextBlock& block) {
            return std::size_t{block.is_paragraph && out_.region[block.node] == Region::outside};
        });
        if (out_.heading >= tree_.size()) return;
        for (std::size_t n = out_.heading; n != 0; n = tree_[n].parent) {
            if (!is_article_node(tree_[n]) || within(paragraphs_, n) == 0) continue;
            out_.article = n;
            return;
        }
    }

    static bool is_declared_body(const HtmlNode& node) {
        return node.has_word("itemprop", "articleBody") || node.has_class("e-content") ||
               node.has_word("property", "schema:text") || node.has_word("property", "schema:articleBody");
    }

    void find_body() {
        const std::size_t end = tree_[out_.article].end;
        for (std::size_t n = out_.article; n < end; ++n) {
            if (is_aside(n) || !is_declared_body(tree_[n]) || within(paragraphs_, n) == 0) continue;
            out_.body = n;
            return;
        }
        const auto prose = own_prose();
        if (within(prose, out_.article) == 0) return;
        out_.body = out_.article;
        // Down to the element that holds nearly all of it, but is no paragraph itself.
        for (std::size_t child = out_.body + 1; child < tree_[out_.body].end;) {
            const std::size_t inside = within(prose, child) - (prose[child + 1] - prose[child]);
            if (inside * 10 >= within(prose, out_.article) * 8) {
                out_.body = child;
                ++child;
            } else {
                child = tree_[child].end;
            }
        }
    }

    // The weight of the article's paragraphs behind its headline, as sums; of those that are marked as such when they
    // are most of the text.
    std::vector<std::size_t> own_prose() const {
        const auto is_own = [&](const TextBlock& block) {
            const std::size_t n = block.node;
            if (!block.is_paragraph || !tree_.is_within(n, out_.article) || out_.region[n] != Region::outside)
                return false;
            const bool before = out_.heading < tree_.size() && n < out_.heading;
            return !before && !hints_[n].standfirst && !hints_[n].byline;
        };
        const auto all = sums([&](const TextBlock& block) { return is_own(block) ? block.weight : 0; });
        const auto marked = sums(
            [&](const TextBlock& block) { return tree_[block.node].tag == "p" && is_own(block) ? block.weight : 0; });
        return marked.back() * 5 >= all.back() * 2 ? marked : all;
    }

    void mark_head_and_text() {
        if (out_.body >= tree_.size()) return;
        const std::size_t start = text_start();
        const std::size_t body_end = tree_[out_.body].end;
        for (std::size_t n = out_.article; n < tree_[out_.article].end; ++n) {
            if (out_.region[n] != Region::outside) continue;
            const bool around_start = n >= out_.body && tree_[n].end > start;
            if (n < start && !around_start) {
                out_.region[n] = Region::head;
            } else {
                out_.region[n] = n < body_end ? Region::text : Region::after;
            }
        }
        for (const auto& block : blocks_)
            if (out_.region[block.node] == Region::text && block.is_paragraph) ++out_.paragraphs;
    }

    // Where the text begins in the body: at its first child, or behind a headline and what belongs to it.
    std::size_t text_start() const {
        const bool heading_inside = out_.heading < tree_.size() && tree_.is_within(out_.heading, out_.body);
        std::size_t first = heading_inside ? tree_[out_.heading].end : out_.body + 1;
        for (const auto& block : blocks_) {
            if (block.node < first || !tree_.is_within(block.node, out_.body)) continue;
            if (out_.region[block.node] != Region::outside) continue;
            const bool belongs_to_head = is_of_head(block.node) || (heading_inside && !block.is_paragraph);
            if (!belongs_to_head) return heading_inside ? block.node : first;
            first = tree_[block.node].end;
        }
        return first;
    }

    bool is_of_head(std::size_t n) const {
        for (; n > out_.body; n = tree_[n].parent)
            if (hints_[n].byline || hints_[n].standfirst || (hints_[n].date && tree_[n].tag != "p")) return true;
        return false;
    }

    // Bios by name stand already; a last paragraph may be one without a name: it begins with an author's, or stands in
    // italics behind the text.
    void find_bios() {
        std::vector<std::string> names;
        for (const auto& name : clues_.names) names.push_back(folded(name));
        std::size_t left = 3;
        for (auto block = blocks_.rbegin(); block != blocks_.rend() && left > 0; ++block) {
            const Region region = out_.region[block->node];
            if (region != Region::text && region != Region::after) continue;
            --left;
            if (out_.paragraphs > 1 && reads_like_bio(*block, names)) mark(block->node, Region::bio);
        }
        for (std::size_t n = 1; n < tree_.size(); ++n)
            if (out_.region[n] == Region::bio && out_.region[tree_[n].parent] != Region::bio) out_.bios.push_back(n);
    }

    bool reads_like_bio(const TextBlock& block, const std::vector<std::string>& names) const {
        if (!is_long_text(block.text) || block.weight > 800 || block.node == out_.body) return false;
        const std::string text = folded(tree_.text(block.node));
        const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return !name.empty() && text.compare(0, name.size(), name) == 0;
        });
        return named || is_in_italics(block.node);
    }

    // Whether all text of a block stands in i or em.
    bool is_in_italics(std::size_t n) const {
        for (std::size_t i = n + 1; i < tree_[n].end; ++i) {
            if (tree_[i].tag == "i" || tree_[i].tag == "em") {
                i = tree_[i].end - 1;
            } else if (tree_[i].is_text() && text_weight(tree_[i].text) > 0) {
                return false;
            }
        }
        return true;
    }

    const HtmlTree& tree_;
    const PageClues& clues_;
    std::vector<PageHints> hints_;
    std::vector<TextBlock> blocks_;        // in document order
    std::vector<std::size_t> paragraphs_;  // sums of those that are nobody else's
    PageStructure out_;
};

}  // namespace

PageStructure find_structure(const HtmlTree& tree, const PageClues& clues) {
    return StructureFinder(tree, clues).run();
}

}  // namespace masthead::feeds
