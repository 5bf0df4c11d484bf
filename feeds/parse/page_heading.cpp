#include "feeds/parse/page_heading.hpp"

#include "feeds/text/fold.hpp"
#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {
namespace {

// A headline with a link, emphases and line breaks has fewer.
constexpr std::size_t most_heading_nodes = 60;

int heading_score(const HtmlTree& tree, std::size_t n, const PageHints& hints, Region region,
                  const std::vector<std::string>& titles) {
    const HtmlNode& node = tree[n];
    const bool is_heading = is_heading_tag(node.tag);
    if (node.is_text() || (!is_heading && (!hints.title || node.tag == "a"))) return 0;
    if (region == Region::others || node.tag == "meta" || node.tag == "title") return 0;
    if (node.end - n > most_heading_nodes) return 0;
    const std::string text = folded(tree.text(n));
    if (text.empty() || text.size() > 500) return 0;
    int score = is_heading ? 8 - (node.tag[1] - '0') : 1;
    if (node.tag == "h1") score += 3;
    if (hints.title) score += 2;
    if (region != Region::outside) score -= 6;
    for (const auto& title : titles) {
        if (title == text) return score + 20;
        if (text.size() >= 8 && title.find(text) != std::string::npos) return score + 10;
    }
    return score;
}

}  // namespace

std::size_t find_heading(const HtmlTree& tree, const std::vector<PageHints>& hints, const std::vector<Region>& regions,
                         const std::vector<std::string>& titles) {
    std::vector<std::string> folded_titles;
    folded_titles.reserve(titles.size());
    for (const auto& title : titles) folded_titles.push_back(folded(title));
    std::size_t found = tree.size();
    int best = 0;
    for (std::size_t n = 0; n < tree.size(); ++n) {
        const int score = heading_score(tree, n, hints[n], regions[n], folded_titles);
        if (score <= best) continue;
        best = score;
        found = n;
    }
    return found;
}

}  // namespace masthead::feeds
