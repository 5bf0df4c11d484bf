#include "feeds/parse/profile_head.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "feeds/parse/account_lists.hpp"
#include "feeds/parse/author_heading.hpp"
#include "feeds/parse/page_blocks.hpp"
#include "feeds/parse/portraits.hpp"
#include "feeds/parse/site_accounts.hpp"
#include "feeds/parse/visible_byline.hpp"
#include "feeds/people/bio_subject.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_tokens.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_label = 24;  // bytes beside the links of a list: "Follow me on", "Twitter:"

// "Follow us": the publication speaks.
bool speaks_of_us(std::string_view line) {
    static constexpr std::array<std::string_view, 9> words = {"us",  "uns", "nous", "nos",    "noi",
                                                              "ons", "oss", "nas",  "seguici"};
    const auto own = words_of(line);
    return std::any_of(own.begin(), own.end(),
                       [&](std::string_view word) { return is_one_of(words, bare_word(word)); });
}

// "She is the author of ...", "Wick lives in ...": the line is still about the one whom the line before it named.
bool goes_on_about(const std::string& line, const std::string& name) {
    static constexpr std::array<std::string_view, 16> pronouns = {
        "she", "he", "they", "sie", "er", "elle", "il", "ella", "ela", "ele", "lei", "zij", "hij", "ona", "hon", "han"};
    const auto words = words_of(line);
    if (words.size() < 3) return false;
    const auto first = bare_word(words.front());
    const auto key = name_key(name);
    return is_one_of(pronouns, first) || first == key.substr(key.rfind(' ') + 1);
}

class HeadReader {
public:
    HeadReader(const HtmlPage& page, const std::string& name, std::string_view first_piece)
        : page_(page), tree_(page.tree), name_(name) {
        const auto heading = page.structure.heading;
        begin_ = tree_[heading].end;
        end_ = end_of_subject(heading);
        for (const auto link : tree_.all_tags("a")) {
            if (link < begin_ || first_piece.empty() || page.resolve(tree_[link].attribute("href")) != first_piece)
                continue;
            end_ = link;
            break;
        }
    }

    ProfileHead read() {
        for (auto n = begin_; n < end_; ++n) {
            if (is_elsewhere(n)) {
                n = tree_[n].end - 1;
            } else if (tree_[n].tag == "a") {
                add_link(n);
            } else if (tree_[n].is_text()) {
                add_text(n);
            }
        }
        for (auto& [block, accounts] : lists_) {
            out_.blocks.push_back(block);
            // Two accounts of a platform are hardly one's.
            if (has_two_of_a_platform(accounts)) continue;
            std::move(accounts.begin(), accounts.end(), std::back_inserter(out_.accounts));
        }
        out_.portrait = portrait_in_head(page_, name_, end_);
        return std::move(out_);
    }

private:
    struct List {
        std::size_t block;
        std::vector<Profile> accounts;
    };

    // The element around the heading that is the page's own part.
    std::size_t end_of_subject(std::size_t heading) const {
        auto n = heading;
        while (n != 0 && tree_[n].tag != "main" && tree_[n].tag != "article") n = tree_[n].parent;
        return n == 0 ? tree_[tree_[heading].parent].end : tree_[n].end;
    }

    bool is_elsewhere(std::size_t n) const {
        static constexpr std::array<std::string_view, 4> tags = {"nav", "footer", "aside", "form"};
        return is_one_of(tags, tree_[n].tag) || page_.region(n) == Region::others;
    }

    void add_link(std::size_t link) {
        auto profile = profile_of_url(page_.resolve(tree_[link].attribute("href")));
        if (!profile || ++links_ > most_accounts_of_page) return;
        const auto item = tree_.ancestor(link, "li");
        const auto block = item < tree_.size() ? tree_[item].parent : block_around(tree_, link);
        auto list = std::find_if(lists_.begin(), lists_.end(), [&](const List& known) { return known.block == block; });
        if (list == lists_.end()) {
            if (!is_list_of_links(block)) return;
            list = lists_.insert(lists_.end(), {block, {}});
        }
        if (!holds_account(list->accounts, *profile)) list->accounts.push_back(std::move(*profile));
    }

    bool is_list_of_links(std::size_t block) const {
        std::string others;
        for (auto n = block; n < tree_[block].end && others.size() <= longest_label; ++n)
            if (tree_[n].is_text() && tree_.ancestor(n, "a") >= tree_.size()) others += " " + one_line(tree_[n].text);
        const auto line = one_line(others);
        return line.size() <= longest_label && !speaks_of_us(line);
    }

    // The first text of a block tells.
    void add_text(std::size_t n) {
        const auto region = page_.region(n);
        const auto block = block_around(tree_, n);
        if (block < begin_ || block == text_block_ || region == Region::bio || region == Region::boilerplate) return;
        if (one_line(tree_[n].text).empty()) return;
        const auto before = std::exchange(text_block_, block);
        const auto line = one_line(tree_.text(block));
        const bool may_be_bio = is_long_text(line) || line.find('@') != std::string::npos;
        if (!may_be_bio) return;
        if (length_of_name_at_start(line, name_) > 0)
            out_.bios.push_back({block});
        else if (!out_.bios.empty() && out_.bios.back().back() == before && goes_on_about(line, name_))
            out_.bios.back().push_back(block);
    }

    const HtmlPage& page_;
    const HtmlTree& tree_;
    const std::string& name_;
    std::size_t begin_ = 0, end_ = 0;
    std::size_t text_block_ = 0;
    std::size_t links_ = 0;
    std::vector<List> lists_;
    ProfileHead out_;
};

}  // namespace

ProfileHead read_profile_head(const HtmlPage& page, const std::string& name, const std::string& first_piece) {
    if (!is_headed_by(page, name)) return {};
    return HeadReader(page, name, first_piece).read();
}

}  // namespace masthead::feeds
