#include "feeds/parse/announced_bios.hpp"

#include <algorithm>
#include <array>

#include "feeds/parse/author_heading.hpp"
#include "feeds/text/html_tokens.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_line = 60, longest_bio = 1500;  // text_weight()
constexpr std::size_t most_lines = 16;

// The page, or most of it.
bool is_large(const HtmlNode& node) {
    static constexpr std::array<std::string_view, 4> tags = {"html", "body", "main", "article"};
    return is_one_of(tags, node.tag);
}

class AnnouncedBios {
public:
    AnnouncedBios(const HtmlTree& tree, const std::vector<TextBlock>& blocks) : tree_(tree), blocks_(blocks) {}

    std::vector<AnnouncedBio> find() {
        std::size_t lines = 0;
        for (const auto& block : blocks_) {
            if (block.weight > longest_line || !announces_bio(block.text)) continue;
            if (++lines > most_lines) break;
            const auto box = tree_[block.node].parent;
            const auto weight = weight_between(block.node, tree_[box].end);
            const bool is_first = weight_between(box, block.node) == 0;
            if (is_first && !is_large(tree_[box]) && weight > block.weight && weight <= longest_bio)
                out_.push_back({box, true});
            else
                add_siblings(block.node, tree_[box].end);
        }
        return std::move(out_);
    }

private:
    std::size_t weight_between(std::size_t begin, std::size_t end) const {
        std::size_t weight = 0;
        auto block = std::lower_bound(blocks_.begin(), blocks_.end(), begin,
                                      [](const TextBlock& one, std::size_t node) { return one.node < node; });
        for (; block != blocks_.end() && block->node < end; ++block) weight += block->weight;
        return weight;
    }

    void add_siblings(std::size_t line, std::size_t end) {
        auto last = tree_[line].end;
        while (last < end && !is_heading_tag(tree_[last].tag)) last = tree_[last].end;
        if (weight_between(line, last) > longest_bio) return;
        for (auto n = line; n < last; n = tree_[n].end) out_.push_back({n, false});
    }

    const HtmlTree& tree_;
    const std::vector<TextBlock>& blocks_;  // in document order
    std::vector<AnnouncedBio> out_;
};

}  // namespace

std::vector<AnnouncedBio> announced_bios(const HtmlTree& tree, const std::vector<TextBlock>& blocks) {
    return AnnouncedBios(tree, blocks).find();
}

}  // namespace masthead::feeds
