#include "feeds/parse/announced_bios.hpp"

#include <array>

#include "feeds/parse/author_heading.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_line = 60, longest_bio = 1500;  // text_weight()
constexpr std::size_t most_boxes = 16;

// The page, or most of it.
bool is_large(const HtmlNode& node) {
    static constexpr std::array<std::string_view, 4> tags = {"html", "body", "main", "article"};
    return is_one_of(tags, node.tag);
}

}  // namespace

std::vector<std::size_t> announced_bios(const HtmlTree& tree, const std::vector<TextBlock>& blocks) {
    std::vector<std::size_t> out;
    for (const auto& block : blocks) {
        if (out.size() == most_boxes) break;
        if (block.weight > longest_line || !announces_bio(block.text)) continue;
        const auto box = tree[block.node].parent;
        std::size_t weight = 0;
        for (const auto& other : blocks)
            if (other.node >= box && other.node < tree[box].end) weight += other.weight;
        if (!is_large(tree[box]) && weight > block.weight && weight <= longest_bio) out.push_back(box);
    }
    return out;
}

}  // namespace masthead::feeds
