#include "feeds/parse/bio_block.hpp"

#include <algorithm>

#include "feeds/parse/author_heading.hpp"
#include "feeds/parse/bio_sections.hpp"
#include "feeds/parse/page_blocks.hpp"
#include "feeds/people/bio_subject.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {
namespace {

// A profile box around a bio: hardly any more text, and the bio's links beside it.
std::size_t box_around(const HtmlPage& page, std::size_t bio, bool may_hold_heading) {
    constexpr std::size_t most_more = 80;  // characters: a heading, "Twitter", "All posts"
    const auto length = characters_of(page.tree.text(bio)).size();
    for (int level = 0; level < 3 && page.tree[bio].parent != 0; ++level) {
        const auto parent = page.tree[bio].parent;
        const bool holds_page = page.tree.is_within(page.structure.body, parent) ||
                                (!may_hold_heading && page.tree.is_within(page.structure.heading, parent));
        if (holds_page || page.tree[parent].tag == "body" ||
            characters_of(page.tree.text(parent)).size() > length + most_more)
            break;
        bio = parent;
    }
    return bio;
}

/// A paragraph that may be a bio without being marked as one.
struct Paragraph {
    std::size_t block = 0;
    std::string text;
};

// What stands under the text: its last paragraphs, and what follows it.
std::vector<Paragraph> paragraphs_under_text(const HtmlPage& page) {
    constexpr std::size_t last_of_text = 3, most = 60;
    std::vector<Paragraph> inside, below;
    const auto& tree = page.tree;
    const auto body_end = page.structure.body < tree.size() ? tree[page.structure.body].end : 0;
    for (std::size_t n = 0; n < tree.size() && below.size() < most; ++n) {
        if (!tree[n].is_text() || one_line(tree[n].text).empty()) continue;
        const auto region = page.region(n);
        const bool is_below = region == Region::after || (region == Region::outside && n >= body_end);
        if (!is_below && region != Region::text) continue;
        auto& paragraphs = is_below ? below : inside;
        const auto block = block_around(tree, n);
        if (paragraphs.empty() || paragraphs.back().block != block) paragraphs.push_back({block, {}});
        paragraphs.back().text += tree[n].text;
    }
    if (inside.size() > last_of_text) inside.erase(inside.begin(), inside.end() - last_of_text);
    inside.insert(inside.end(), below.begin(), below.end());
    return inside;
}

bool is_in_italics(const HtmlPage& page, const Paragraph& paragraph) {
    for (const auto child : page.tree.children(paragraph.block)) {
        const auto& node = page.tree[child];
        if (node.is_text() ? !one_line(node.text).empty() : node.tag != "i" && node.tag != "em") return false;
    }
    return true;
}

bool is_loose_bio(const HtmlPage& page, const Paragraph& paragraph, const std::vector<std::string>& known_names) {
    const auto whole = one_line(paragraph.text);
    const std::string line(without_marks(whole));
    if (!is_sentence(line) || is_heading_tag(page.tree[paragraph.block].tag)) return false;
    const auto begins = [&](const std::string& name) {
        const auto length = length_of_name_at_start(line, name);
        return length > 0 && length < line.size();
    };
    if (!known_names.empty()) return std::any_of(known_names.begin(), known_names.end(), begins);
    return (line.find('@') != std::string::npos || is_in_italics(page, paragraph)) && !name_at_start(line).empty();
}

// Whether a paragraph says who somebody is, with a verb behind the name; "Ada Wick: And then?" is a conversation.
bool says_who_one_is(const Paragraph& paragraph) {
    const auto whole = one_line(paragraph.text);
    const std::string line(without_marks(whole));
    const auto names = names_at_start(line, Strictness::strict);
    if (names.empty()) return false;
    const auto length = length_of_name_at_start(line, names.back());
    return line.substr(0, length + 1).find(':') == std::string::npos;
}

}  // namespace

void set_bios_apart(HtmlPage& page, const std::vector<std::string>& known_names) {
    auto& region = page.structure.region;
    if (page.structure.paragraphs < 2) return;
    for (const auto& paragraph : paragraphs_under_text(page)) {
        const auto block = paragraph.block;
        if (region[block] != Region::text || page.tree.is_within(page.structure.body, block)) continue;
        if (!is_loose_bio(page, paragraph, known_names) || !says_who_one_is(paragraph)) continue;
        std::fill(region.begin() + static_cast<std::ptrdiff_t>(block),
                  region.begin() + static_cast<std::ptrdiff_t>(page.tree[block].end), Region::bio);
        page.structure.bios.push_back(block);
    }
    std::sort(page.structure.bios.begin(), page.structure.bios.end());
}

std::vector<std::size_t> bio_blocks(const HtmlPage& page, const std::vector<std::string>& known_names) {
    constexpr std::size_t most = most_people_of_page;
    std::vector<std::size_t> blocks;
    const auto add = [&](std::size_t block) {
        if (blocks.size() == most) return;
        const bool known = std::any_of(blocks.begin(), blocks.end(), [&](std::size_t other) {
            return page.tree.is_within(block, other) || page.tree.is_within(other, block);
        });
        if (!known) blocks.push_back(block);
    };
    const bool may_hold_heading = std::any_of(known_names.begin(), known_names.end(),
                                              [&](const std::string& name) { return is_headed_by(page, name); });
    for (std::size_t i = 0; i < std::min(page.structure.bios.size(), most); ++i)
        add(box_around(page, page.structure.bios[i], may_hold_heading));
    for (const auto& paragraph : paragraphs_under_text(page))
        if (is_loose_bio(page, paragraph, known_names)) add(paragraph.block);
    return blocks;
}

}  // namespace masthead::feeds
