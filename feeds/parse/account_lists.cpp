#include "feeds/parse/account_lists.hpp"

#include <algorithm>

#include "feeds/parse/site_accounts.hpp"
#include "feeds/people/bio_subject.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {
namespace {

// The list that a link is an item of, else the block that it stands in.
std::size_t list_around(const HtmlTree& tree, std::size_t link) {
    if (const auto item = tree.ancestor(link, "li"); item < tree.size()) return tree[item].parent;
    auto block = link;
    while (block != 0 && !is_block_element(tree[block].tag)) block = tree[block].parent;
    return block;
}

bool is_called(const Profile& account, const std::string& name) {
    return likeness(account.handle, name) == Likeness::wholly;
}

// Whether a block holds links and hardly any other text, so that what it links to is one's.
bool is_all_links(const HtmlTree& tree, std::size_t block) {
    constexpr std::size_t most_others = 24;  // bytes: "Follow me on", "Twitter:"
    std::size_t others = 0;
    for (auto n = block; n < tree[block].end && others <= most_others; ++n)
        if (tree[n].is_text() && tree.ancestor(n, "a") >= tree.size()) others += one_line(tree[n].text).size();
    return others <= most_others;
}

// Gives a list to the person whom one of its accounts is called like; what may be somebody else's goes. False for a
// list of nobody's.
bool give(AccountList& list, const std::vector<std::string>& names, const HtmlTree& tree) {
    const auto is_owner = [&](const std::string& name) {
        return std::any_of(list.accounts.begin(), list.accounts.end(),
                           [&](const Profile& account) { return is_called(account, name); });
    };
    const auto owner = std::find_if(names.begin(), names.end(), is_owner);
    if (owner == names.end()) return false;
    list.owner = *owner;
    const bool has_one_owner = std::none_of(owner + 1, names.end(), is_owner);
    if (has_one_owner && !has_two_of_a_platform(list.accounts) && is_all_links(tree, list.block)) return true;
    list.accounts.erase(std::remove_if(list.accounts.begin(), list.accounts.end(),
                                       [&](const Profile& account) { return !is_called(account, *owner); }),
                        list.accounts.end());
    return true;
}

}  // namespace

bool has_two_of_a_platform(const std::vector<Profile>& accounts) {
    return std::any_of(accounts.begin(), accounts.end(), [&](const Profile& account) {
        return std::count_if(accounts.begin(), accounts.end(),
                             [&](const Profile& other) { return other.platform == account.platform; }) > 1;
    });
}

std::vector<AccountList> account_lists(const HtmlPage& page, const std::vector<std::string>& names) {
    std::vector<AccountList> lists;
    for (const auto link : page.tree.all_tags("a")) {
        if (page.region(link) == Region::others || lists.size() > most_accounts_of_page) continue;
        auto profile = profile_of_url(page.resolve(page.tree[link].attribute("href")));
        if (!profile) continue;
        const auto block = list_around(page.tree, link);
        if (lists.empty() || lists.back().block != block) lists.push_back({block, {}, {}});
        auto& accounts = lists.back().accounts;
        if (accounts.size() < most_accounts_of_page && !holds_account(accounts, *profile))
            accounts.push_back(std::move(*profile));
    }
    lists.erase(
        std::remove_if(lists.begin(), lists.end(), [&](AccountList& list) { return !give(list, names, page.tree); }),
        lists.end());
    return lists;
}

}  // namespace masthead::feeds
