#include "feeds/parse/page_blocks.hpp"

#include <algorithm>

#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {

std::vector<TextBlock> text_blocks(const HtmlTree& tree) {
    std::vector<std::size_t> block(tree.size(), 0);
    std::vector<bool> in_link(tree.size(), false);
    std::vector<std::size_t> place(tree.size(), tree.size());
    std::vector<TextBlock> out;
    for (std::size_t n = 0; n < tree.size(); ++n) {
        const HtmlNode& node = tree[n];
        in_link[n] = in_link[node.parent] || node.tag == "a";
        block[n] = !node.is_text() && node.tag != "br" && is_block_element(node.tag) ? n : block[node.parent];
        if (!node.is_text() || tree[node.parent].tag == "script" || tree[node.parent].tag == "title") continue;
        const std::size_t weight = text_weight(node.text);
        if (weight == 0) continue;
        auto& at = place[block[n]];
        if (at == tree.size()) {
            at = out.size();
            out.push_back({block[n], {}, 0, 0});
        }
        out[at].text += node.text;
        out[at].weight += weight;
        if (in_link[n]) out[at].linked += weight;
    }
    for (auto& found : out) found.is_paragraph = found.linked * 2 < found.weight && is_long_text(found.text);
    std::sort(out.begin(), out.end(), [](const TextBlock& a, const TextBlock& b) { return a.node < b.node; });
    return out;
}

std::size_t block_around(const HtmlTree& tree, std::size_t n) {
    while (n != 0 && (tree[n].is_text() || !is_block_element(tree[n].tag))) n = tree[n].parent;
    return n;
}

std::size_t text_weight(std::string_view text) {
    std::size_t weight = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte <= 0x20 || (byte & 0xC0) == 0x80) continue;
        // U+2E80 and above: CJK, kana, hangul.
        weight +=
            byte >= 0xE3 || (byte == 0xE2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0xBA)
                ? 3
                : 1;
    }
    return weight;
}

bool is_long_text(std::string_view text) {
    constexpr std::size_t always = 120, shortest = 45;
    const std::size_t weight = text_weight(text);
    if (weight >= always) return true;
    if (weight < shortest) return false;
    const auto end = text.find_last_not_of(" \t\r\n");
    text = text.substr(0, end + 1);
    for (std::string_view mark :
         {".", "!", "?", "…", "\"", "”", "’", "»", ")", ":", "。", "！", "？", "」", "।", "؟", "۔"})
        if (text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark) return true;
    // "... and co-host of the Slack Water podcast. Twitter: @ada"
    for (const std::string_view mark : {". ", ".\u00A0"})
        if (const auto at = text.rfind(mark);
            at != std::string_view::npos && text_weight(text.substr(0, at)) >= shortest)
            return true;
    return false;
}

}  // namespace masthead::feeds
