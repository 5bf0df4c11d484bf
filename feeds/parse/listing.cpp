#include "feeds/parse/listing.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "feeds/parse/json_ld.hpp"
#include "feeds/parse/listing_links.hpp"
#include "feeds/parse/page_blocks.hpp"
#include "feeds/parse/page_hints.hpp"
#include "feeds/parse/page_metadata.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_references.hpp"
#include "feeds/text/html_tokens.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// One entry of a list: the largest element that holds its links and no other entry's, and the nodes beside it that
// belong to it as well.
struct Item {
    LinkGroup group;
    std::size_t container = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

class ListingReader {
public:
    explicit ListingReader(const HtmlPage& page)
        : page_(page), tree_(page.tree), order_(slash_order(page.language())) {}

    std::vector<Entry> run() {
        find_items();
        keep_list();
        std::vector<Entry> out;
        for (const auto& item : items_) out.push_back(read(item));
        return out;
    }

private:
    void find_items() {
        const auto groups = entry_links(page_);
        // How many links to entries each node holds, as sums, to see where an item's element ends.
        std::vector<std::size_t> sums(tree_.size() + 1, 0);
        for (const auto& group : groups)
            for (std::size_t n : group.links) ++sums[n + 1];
        for (std::size_t n = 0; n < tree_.size(); ++n) sums[n + 1] += sums[n];
        for (const auto& group : groups) {
            Item item{group, group.title_node, 0, 0};
            for (std::size_t n = group.title_node; n != 0; n = tree_[n].parent) {
                const std::size_t own = own_links(group, n);
                if (sums[tree_[n].end] - sums[n] > own || tree_[n].tag == "body") break;
                item.container = n;
            }
            items_.push_back(std::move(item));
        }
    }

    std::size_t own_links(const LinkGroup& group, std::size_t n) const {
        const auto first = std::lower_bound(group.links.begin(), group.links.end(), n);
        const auto last = std::lower_bound(group.links.begin(), group.links.end(), tree_[n].end);
        return static_cast<std::size_t>(last - first);
    }

    // The list is the element whose children hold the most entries; elsewhere counts what has the same form of address
    // and a headline or date.
    void keep_list() {
        std::map<std::size_t, std::size_t> children;
        for (const auto& item : items_) ++children[tree_[item.container].parent];
        std::size_t list = tree_.size();
        std::size_t most = 0;
        for (const auto& [parent, count] : children)
            if (count > most) {
                list = parent;
                most = count;
            }
        std::unordered_map<std::string, std::size_t> shapes;
        for (const auto& item : items_)
            if (tree_[item.container].parent == list) ++shapes[url_shape(item.group.url)];
        const auto is_stranger = [&](const Item& item) {
            if (tree_[item.container].parent == list) return false;
            const auto shape = shapes.find(url_shape(item.group.url));
            return shape == shapes.end() || (!item.group.in_heading && !has_date(item));
        };
        items_.erase(std::remove_if(items_.begin(), items_.end(), is_stranger), items_.end());
        end_items();
    }

    std::size_t list_of(const Item& item) const { return tree_[item.container].parent; }

    // An item reaches to the next one in its list: dt and dd, headings and paragraphs side by side; where dates stand
    // before what they date, it reaches back to the one before.
    void end_items() {
        std::size_t first = 0;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (list_of(items_[i]) != list_of(items_[first])) first = i;
            Item& item = items_[i];
            item.begin = item.container;
            item.end = tree_[item.container].end;
            if (const auto date = date_before(items_[first].container)) {
                item.begin = i == first ? *date : tree_[items_[i - 1].container].end;
            } else if (i + 1 < items_.size() && list_of(items_[i + 1]) == list_of(item)) {
                item.end = items_[i + 1].container;
            } else if (i > first) {
                // The last takes as many elements as the one before it.
                const std::size_t steps = siblings(items_[i - 1].container, item.container);
                for (std::size_t step = 1; step < steps && item.end < tree_[list_of(item)].end; ++step)
                    item.end = tree_[item.end].end;
            }
        }
    }

    // The element right before `n` when it is a date.
    std::optional<std::size_t> date_before(std::size_t n) const {
        std::size_t before = n;
        for (std::size_t step = 1; step <= 2 && n > step; ++step) {  // a blank may stand between
            before = n - step;
            while (before > tree_[n].parent && tree_[before].parent != tree_[n].parent) before = tree_[before].parent;
            if (before <= tree_[n].parent) return std::nullopt;
            if (!tree_[before].is_text()) break;
        }
        if (tree_[before].is_text() || tree_[before].end - before > 12 || text_weight(tree_.text(before)) > 40)
            return std::nullopt;
        DateChoice choice(order_);
        for (std::size_t i = before; i < tree_[before].end; ++i) offer_date(i, choice);
        return choice.best() ? std::optional(before) : std::nullopt;
    }

    std::size_t siblings(std::size_t from, std::size_t to) const {
        std::size_t count = 0;
        for (std::size_t n = from; n < to && count < 12; n = tree_[n].end) ++count;
        return count;
    }

    bool has_date(const Item& item) const {
        DateChoice choice(order_);
        for (std::size_t n = item.container; n < tree_[item.container].end; ++n) offer_date(n, choice);
        return choice.best().has_value();
    }

    void offer_date(std::size_t n, DateChoice& choice) const {
        const HtmlNode& node = tree_[n];
        if (node.is_text()) {
            offer_printed(node.text, choice);
        } else if (hints_of(node).date) {
            for (std::string_view name : {"datetime", "content", "title"}) choice.offer(node.attribute(name));
            if (node.end - n < 12) {
                const std::string text = tree_.text(n);
                choice.offer_printed(text);
                choice.offer(text);
            }
        }
    }

    // The first year before a full stop: "3 September 2026. Somebody has ...", not "3. September".
    static std::size_t end_of_year(std::string_view text) {
        for (auto at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1))
            if (at >= 4 && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) - 4,
                                       text.begin() + static_cast<std::ptrdiff_t>(at), is_digit))
                return at;
        return text.size();
    }

    // A printed date stands alone, before a colon or the end of a sentence, or parted from what stands beside it by a
    // dash, a bar or a point.
    static void offer_printed(std::string_view text, DateChoice& choice) {
        constexpr std::size_t longest = 60;
        if (choice.best()) return;
        const std::string line = plain_text(text);
        std::string_view rest = line;
        for (int pieces = 0; pieces < 3 && !rest.empty() && !choice.best(); ++pieces) {
            std::size_t end = rest.size(), next = rest.size();
            for (std::string_view mark : {" — ", " – ", " | ", " · ", " • ", ": "})
                if (const auto at = rest.find(mark); at < end) {
                    end = at;
                    next = at + mark.size();
                }
            if (const auto at = end_of_year(rest); at < end) end = next = at;
            const auto piece = trimmed(rest.substr(0, end), " ,:.");
            if (piece.size() <= longest) {
                choice.offer_printed(piece);
                if (piece.size() >= 10 && piece[4] == '-') choice.offer(piece);
            }
            rest.remove_prefix(next);
        }
    }

    Entry read(const Item& item) const {
        Entry entry;
        entry.title = item.group.title;
        entry.url = item.group.url;
        DateChoice choice(order_);
        std::string longest;
        for (std::size_t n = item.container; n < tree_[item.container].end; ++n) offer_date(n, choice);
        for (std::size_t n = item.begin; n < item.end; ++n) {
            if (!choice.best()) offer_date(n, choice);
            if (is_block_or_description(n)) consider_summary(n, item, longest);
        }
        entry.published = choice.best();
        append_escaped(entry.summary, longest);
        return entry;
    }

    bool is_block_or_description(std::size_t n) const {
        const std::string_view tag = tree_[n].tag;
        return tag == "p" || tag == "dd" || hints_of(tree_[n]).standfirst;
    }

    // The text of a block without the link to the piece that ends it: "Continue reading".
    std::string text_before_link(std::size_t block, const Item& item) const {
        constexpr std::size_t longest_label = 24;
        std::string text = tree_.text(block);
        for (const auto link : tree_.all_tags("a", block)) {
            const std::string label = tree_.text(link);
            if (label.empty() || text_weight(label) > longest_label) continue;
            if (without_tracking(page_.resolve(tree_[link].attribute("href"))) != item.group.url) continue;
            if (text.size() > label.size() && text.ends_with(label)) text.resize(text.size() - label.size());
        }
        return std::string(trimmed(text));
    }

    // "20 May: Low tide": the date is told by itself.
    std::string text_behind_date(std::size_t block, const Item& item) const {
        std::string text = text_before_link(block, item);
        for (auto n = block + 1; n < tree_[block].end; ++n) {
            if (tree_[n].tag != "time") continue;
            const std::string date = tree_.text(n);
            if (!date.empty() && text.compare(0, date.size(), date) == 0)
                return std::string(trimmed(std::string_view(text).substr(date.size()), " :,|-"));
        }
        return text;
    }

    void consider_summary(std::size_t n, const Item& item, std::string& longest) const {
        if (tree_.is_within(item.group.title_node, n) || page_.region(n) == Region::bio) return;
        std::string text = text_behind_date(n, item);
        if (const auto dash = text.find(" — "); tree_[n].tag == "dd" && dash != std::string::npos && dash < 40)
            text.erase(0, dash + std::string_view(" — ").size());
        if (text_weight(text) >= 25 && text.size() > longest.size()) longest = std::move(text);
    }

    const HtmlPage& page_;
    const HtmlTree& tree_;
    const SlashOrder order_;
    std::vector<Item> items_;
};

// The entries of an ItemList or a Blog in JSON-LD, without what only the page shows.
std::vector<Entry> listed_in_json_ld(const HtmlPage& page) {
    std::vector<Entry> out;
    const auto order = slash_order(page.language());
    const auto add = [&](const boost::json::object& item) {
        Entry entry;
        entry.url = without_tracking(page.resolve(json_text(item, "url")));
        entry.title = json_text(item, "headline");
        if (entry.title.empty()) entry.title = json_text(item, "name");
        DateChoice choice(order);
        choice.offer(json_text(item, "datePublished"));
        entry.published = choice.best();
        append_escaped(entry.summary, plain_text(json_text(item, "description")));
        if (!entry.url.empty() && !entry.title.empty()) out.push_back(std::move(entry));
    };
    const auto add_list = [&](const boost::json::object& list) {
        for (const auto* element : json_objects(page.json_ld, list, "itemListElement")) {
            const auto items = json_objects(page.json_ld, *element, "item");
            add(items.empty() ? *element : *items.front());
        }
        for (const auto* post : json_objects(page.json_ld, list, "blogPost")) add(*post);
    };
    for (const auto& object : page.json_ld) {
        if (has_type(object, "BreadcrumbList")) continue;
        if (has_type(object, "ItemList") || has_type(object, "Blog")) add_list(object);
        for (const auto* entity : json_objects(page.json_ld, object, "mainEntity"))
            if (has_type(*entity, "ItemList")) add_list(*entity);
    }
    return out;
}

}  // namespace

std::vector<Entry> read_listing(const HtmlPage& page) {
    std::vector<Entry> shown = ListingReader(page).run();
    std::vector<Entry> listed = listed_in_json_ld(page);
    if (listed.empty()) return shown;
    // The page's own list says which links are entries; what the page shows of them completes it.
    std::unordered_map<std::string, const Entry*> known;
    for (const auto& entry : shown) {
        known.emplace(canonical_url(entry.url), &entry);
        known.emplace(folded(entry.title), &entry);
    }
    for (auto& entry : listed) {
        auto same = known.find(canonical_url(entry.url));
        if (same == known.end()) same = known.find(folded(entry.title));
        if (same == known.end()) continue;
        if (!entry.published) entry.published = same->second->published;
        if (entry.summary.empty()) entry.summary = same->second->summary;
    }
    return listed;
}

}  // namespace masthead::feeds
