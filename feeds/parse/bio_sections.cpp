#include "feeds/parse/bio_sections.hpp"

#include <algorithm>
#include <array>

#include "feeds/parse/author_heading.hpp"
#include "feeds/parse/page_blocks.hpp"
#include "feeds/parse/portraits.hpp"
#include "feeds/people/bio_subject.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_prose = 10'000;
constexpr std::size_t longest_label = 120;  // bytes of a line that is a name or a role

// A line that stands for a role by what it is called: "card-subtitle", "job-title".
bool is_called_role(const HtmlNode& node) {
    const auto classes = folded(node.attribute("class"));
    for (const std::string_view word : {"subtitle", "job", "position", "role", "author-title"})
        if (classes.find(word) != std::string::npos) return true;
    return false;
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
        return sections_.size() > most_people_of_page || read_ > longest_prose ||
               sections_.back().prose.links.size() > most_accounts_of_page;
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
            const bool ends_line = !node.is_text() && i > n && node.tag != "br" && is_block_element(node.tag);
            if (!page_.tree.is_within(i, line_block_) || ends_line) break;
            if (node.is_text() && page_.region(i) != Region::others) text += node.text;
            if (node.tag == "br") text += ' ';
        }
        text = one_line(text);
        return std::string(without_marks(text));
    }

    void read_line(std::size_t n, std::size_t block) {
        const auto line = line_at(n, block);
        if (line.empty()) return;
        const auto& element = page_.tree[line_block_];
        if (const auto name = name_of_line(line, is_heading_tag(element.tag)); !name.empty())
            return begin_section(name);
        parts_.clear();
        if (is_prose(line)) {
            for (const auto& part : parted_by_name(line)) add_prose(part);
        } else if (line.size() <= longest_label && !is_title_of_box(line, element) &&
                   (is_role(line) || is_called_role(element)) && sections_.back().role.empty() && !is_link_list(n)) {
            sections_.back().role = line;
        }
    }

    // "About the author", "Contributors" over the first name.
    bool is_title_of_box(const std::string& line, const HtmlNode& element) const {
        return announces_bio(line) || (is_heading_tag(element.tag) && sections_.back().name.empty());
    }

    void add_prose(const std::string& part) {
        const auto subject = subjects_of(part, known_names_);
        if (!subject.empty() && is_another(subject.front()) && !sections_.back().prose.text.empty())
            begin_section(subject.front());
        auto& text = sections_.back().prose.text;
        text += (text.empty() ? "" : " ") + part;
        parts_.push_back({part, sections_.size() - 1});
        read_ += part.size();
    }

    // "Ada Wick is a lawyer. Bo Lind is a diver.": a new part begins where a sentence begins with another known name.
    std::vector<std::string> parted_by_name(const std::string& line) const {
        if (known_names_.size() < 2 || line.size() > longest_prose) return {line};
        std::vector<std::string> out;
        std::size_t start = 0;
        for (auto at = line.find(". "); at != std::string::npos; at = line.find(". ", at + 2)) {
            const auto rest = std::string_view(line).substr(at + 2);
            const auto part = std::string_view(line).substr(start, at + 1 - start);
            const bool begins = std::any_of(known_names_.begin(), known_names_.end(), [&](const std::string& name) {
                return length_of_name_at_start(rest, name) > 0 && length_of_name_at_start(part, name) == 0;
            });
            if (!begins) continue;
            out.emplace_back(part);
            start = at + 2;
        }
        out.push_back(line.substr(start));
        return out;
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
        const auto text = one_line(page_.tree.text(link));
        auto& section = section_of_link(text);
        const bool is_on_name = is_name(text, section.name);
        if (is_on_name && section.url.empty() && !profile_of_url(url)) section.url = url;
        if (section.prose.links.size() <= most_accounts_of_page) section.prose.links.push_back({url, text});
    }

    // Of the parts of a line about several people the one that the link stands in.
    BioSection& section_of_link(const std::string& text) {
        const auto found = std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) {
            return !text.empty() && part.text.find(text) != std::string::npos;
        });
        return found == parts_.end() ? sections_.back() : sections_[found->section];
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
    struct Part {
        std::string text;
        std::size_t section;
    };

    std::vector<BioSection> sections_;
    std::vector<Part> parts_;  // of the last line
    std::size_t read_ = 0;     // bytes of prose
    std::size_t line_block_ = 0;
};

}  // namespace

std::string_view without_marks(std::string_view line) {
    static constexpr std::array<std::string_view, 10> marks = {"\u2014", "\u2013", "-",      "*", "\u2022",
                                                               "\u2020", "\u25A0", "\u25CF", "~", "\u2666"};
    for (const auto mark : marks)
        if (line.starts_with(mark)) line = trimmed(line.substr(mark.size()));
    const bool is_bracketed =
        line.size() > 1 && ((line.front() == '(' && line.back() == ')') || (line.front() == '[' && line.back() == ']'));
    return is_bracketed ? trimmed(line.substr(1, line.size() - 2)) : line;
}
bool is_sentence(const std::string& line) {
    if (is_long_text(line) || line.find('@') != std::string::npos) return true;
    return words_of(std::string_view(line)).size() > 4 &&
           std::string_view(".!?").find(line.back()) != std::string_view::npos;
}

std::vector<BioSection> bio_sections(const HtmlPage& page, std::size_t block,
                                     const std::vector<std::string>& known_names) {
    return SectionReader(page, known_names).read(block);
}

}  // namespace masthead::feeds
