#include "feeds/parse/bio_block.hpp"

#include <algorithm>

#include "feeds/parse/author_heading.hpp"
#include "feeds/parse/page_blocks.hpp"
#include "feeds/parse/page_hints.hpp"
#include "feeds/parse/portraits.hpp"
#include "feeds/parse/visible_byline.hpp"
#include "feeds/people/bio_subject.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_label = 120;  // bytes of a line that is a name or a role

bool is_heading(const HtmlNode& node) {
    return node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6';
}

std::size_t block_around(const HtmlTree& tree, std::size_t n) {
    while (n != 0 && (tree[n].is_text() || !is_block_element(tree[n].tag))) n = tree[n].parent;
    return n;
}

// A line that stands for a role by what it is called: "card-subtitle", "job-title".
bool is_called_role(const HtmlNode& node) {
    const auto classes = folded(node.attribute("class"));
    for (const std::string_view word : {"subtitle", "job", "position", "role", "author-title"})
        if (classes.find(word) != std::string::npos) return true;
    return false;
}

// Whether the page is about one of the known people: his or her name is its heading.
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

bool is_sentence(const std::string& line) {
    if (is_long_text(line) || line.find('@') != std::string::npos) return true;
    return words_of(std::string_view(line)).size() > 4 &&
           std::string_view(".!?").find(line.back()) != std::string_view::npos;
}

bool is_in_italics(const HtmlPage& page, const Paragraph& paragraph) {
    for (const auto child : page.tree.children(paragraph.block)) {
        const auto& node = page.tree[child];
        if (node.is_text() ? !one_line(node.text).empty() : node.tag != "i" && node.tag != "em") return false;
    }
    return true;
}

bool is_loose_bio(const HtmlPage& page, const Paragraph& paragraph, const std::vector<std::string>& known_names) {
    const auto line = one_line(paragraph.text);
    if (!is_sentence(line) || is_heading(page.tree[paragraph.block])) return false;
    const auto begins = [&](const std::string& name) {
        const auto length = length_of_name_at_start(line, name);
        return length > 0 && length < line.size();
    };
    if (!known_names.empty()) return std::any_of(known_names.begin(), known_names.end(), begins);
    return (line.find('@') != std::string::npos || is_in_italics(page, paragraph)) && !name_at_start(line).empty();
}

// Whether a paragraph says who somebody is, with a verb behind the name; "Ada Wick: And then?" is a conversation.
bool says_who_one_is(const std::string& line) {
    const auto names = names_at_start(line, Strictness::strict);
    if (names.empty()) return false;
    const auto length = length_of_name_at_start(line, names.back());
    return line.substr(0, length + 1).find(':') == std::string::npos;
}

class SectionReader {
public:
    SectionReader(const HtmlPage& page, const std::vector<std::string>& known_names)
        : page_(page), known_names_(known_names) {
        sections_.emplace_back();
    }

    std::vector<BioSection> read(std::size_t block) {
        const auto& tree = page_.tree;
        for (auto n = block; n < tree[block].end && !is_full(); ++n) {
            if (page_.region(n) == Region::others) continue;
            if (starts_line(n)) read_line(n, block);
            if (tree[n].tag == "a") add_link(n);
            if (tree[n].tag == "img" || tree[n].tag == "amp-img") add_image(n);
        }
        return std::move(sections_);
    }

private:
    // Longer than any bio, or about more people than a page is by.
    bool is_full() const {
        constexpr std::size_t longest_prose = 10'000;
        const auto& prose = sections_.back().prose;
        return sections_.size() > most_people_of_page || prose.text.size() > longest_prose ||
               prose.links.size() > most_accounts_of_page;
    }

    // The first text of a line: a line ends where a block does.
    bool starts_line(std::size_t n) {
        if (!page_.tree[n].is_text() || one_line(page_.tree[n].text).empty()) return false;
        const auto block = block_around(page_.tree, n);
        const bool is_new = block != line_block_;
        line_block_ = block;
        return is_new;
    }

    // The texts from `n` on that are in the same block.
    std::string line_at(std::size_t n, std::size_t block) const {
        std::string text;
        for (auto i = n; i < page_.tree[block].end; ++i) {
            const auto& node = page_.tree[i];
            if (!page_.tree.is_within(i, line_block_) || (!node.is_text() && i > n && is_block_element(node.tag)))
                break;
            if (node.is_text() && page_.region(i) != Region::others) text += node.text;
            if (node.tag == "br") text += ' ';
        }
        return one_line(text);
    }

    void read_line(std::size_t n, std::size_t block) {
        const auto line = line_at(n, block);
        if (line.empty()) return;
        const auto& element = page_.tree[line_block_];
        if (const auto name = name_of_line(line, is_heading(element)); !name.empty()) return begin_section(name);
        const auto subject = subjects_of(line, known_names_);
        if (!subject.empty() && is_another(subject.front()) && !sections_.back().prose.text.empty())
            begin_section(subject.front());
        if (is_prose(line)) {
            auto& text = sections_.back().prose.text;
            text += (text.empty() ? "" : " ") + line;
        } else if (line.size() <= longest_label && !announces_bio(line) && (is_role(line) || is_called_role(element)) &&
                   sections_.back().role.empty() && !is_link_list(n)) {
            sections_.back().role = line;
        }
    }

    // A line that is nothing but a name, with what announces it: "About Ada Wick".
    std::string name_of_line(const std::string& line, bool is_in_heading) const {
        if (line.size() > longest_label) return {};
        for (const auto& name : known_names_)
            if (name_key(line) == name_key(name) ||
                (is_in_heading && name_key(line).find(name_key(name)) != std::string::npos))
                return name;
        const auto people = people_of_value(line, {});
        const bool is_only_that = people.size() == 1 && name_key(people.front().name) == name_key(line);
        return is_in_heading && is_only_that && line.find(' ') != std::string::npos ? people.front().name
                                                                                    : std::string();
    }

    bool is_prose(const std::string& line) const {
        return is_sentence(line) || !subjects_of(line, known_names_).empty();
    }

    bool is_link_list(std::size_t n) const { return page_.tree.ancestor(n, "a") < page_.tree.size(); }

    bool is_another(const std::string& name) const {
        const auto& section = sections_.back();
        const auto subjects = subjects_of(section.prose.text, known_names_);
        const bool is_same =
            (!section.name.empty() && same_name(section.name, name)) ||
            std::any_of(subjects.begin(), subjects.end(), [&](auto& subject) { return same_name(subject, name); });
        return !is_same && (!section.name.empty() || !subjects.empty());
    }

    void begin_section(const std::string& name) {
        if (is_another(name)) sections_.emplace_back();
        if (sections_.back().name.empty()) sections_.back().name = name;
    }

    void add_link(std::size_t link) {
        const auto url = page_.resolve(page_.tree[link].attribute("href"));
        if (url.empty()) return;
        auto& section = sections_.back();
        const auto text = one_line(page_.tree.text(link));
        const bool is_on_name = is_name(text, section.name);
        if (is_on_name && section.url.empty() && !profile_of_url(url)) section.url = url;
        section.prose.links.push_back({url, text});
    }

    bool is_name(const std::string& text, const std::string& name) const {
        const auto key = name_key(text);
        if (key.empty()) return false;
        return key == name_key(name) || std::any_of(known_names_.begin(), known_names_.end(),
                                                    [&](const std::string& known) { return key == name_key(known); });
    }

    void add_image(std::size_t image) {
        auto& avatar = sections_.back().avatar;
        if (avatar.empty()) avatar = image_address(page_, image);
    }

    const HtmlPage& page_;
    const std::vector<std::string>& known_names_;
    std::vector<BioSection> sections_;
    std::size_t line_block_ = 0;
};

}  // namespace

void set_bios_apart(HtmlPage& page, const std::vector<std::string>& known_names) {
    auto& region = page.structure.region;
    if (page.structure.paragraphs < 2) return;
    for (const auto& paragraph : paragraphs_under_text(page)) {
        const auto block = paragraph.block;
        if (region[block] != Region::text || page.tree.is_within(page.structure.body, block)) continue;
        if (!is_loose_bio(page, paragraph, known_names) || !says_who_one_is(one_line(paragraph.text))) continue;
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

std::vector<BioSection> bio_sections(const HtmlPage& page, std::size_t block,
                                     const std::vector<std::string>& known_names) {
    return SectionReader(page, known_names).read(block);
}

}  // namespace masthead::feeds
