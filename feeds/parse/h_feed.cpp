#include "feeds/parse/h_feed.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "feeds/parse/feed_credits.hpp"
#include "feeds/parse/feed_values.hpp"
#include "feeds/parse/h_card.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_items = 200;  // categories or files of one entry

// Whether a class is that of a microformat's root: "h-entry", "h-card".
bool is_root_class(std::string_view name) {
    return name.size() > 2 && name.substr(0, 2) == "h-" &&
           std::all_of(name.begin() + 2, name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

bool is_root(const HtmlNode& node) {
    std::string_view classes = node.attribute("class");
    while (!classes.empty()) {
        const auto end = std::min(classes.find_first_of(" \t\r\n"), classes.size());
        if (is_root_class(classes.substr(0, end))) return true;
        classes.remove_prefix(std::min(end + 1, classes.size()));
    }
    return false;
}

/// One h-entry, whose properties are those within it that are not a nested microformat's.
class EntryReader {
public:
    EntryReader(const HtmlPage& page, std::size_t root, SlashOrder order) : page_(page), order_(order) {
        for (auto n = root + 1; n < page.tree[root].end; ++n) {
            if (page.tree[n].is_text()) continue;
            properties_.push_back(n);
            if (is_root(page.tree[n])) n = page.tree[n].end - 1;
        }
    }

    Entry read() const {
        Entry out;
        out.title = text_of("p-name");
        out.url = address_of("u-url");
        out.guid = address_of("u-uid");
        if (out.guid.empty()) out.guid = out.url;
        out.published = date_of("dt-published");
        out.updated = date_of("dt-updated");
        if (const auto content = first("e-content")) out.content = html_of(*content);
        out.summary = html_of_text(text_of("p-summary"));
        out.image = address_of("u-photo");
        for (const auto n : all("p-category"))
            if (auto name = text_in(n); !name.empty() && out.categories.size() < most_items)
                out.categories.push_back(std::move(name));
        add_files(out);
        add_authors(out);
        // Without a name of its own the name of a note is its text.
        if (out.title == plain_text(out.content)) out.title.clear();
        out.content = with_fragments_of(out.url, std::move(out.content));
        return out;
    }

private:
    std::vector<std::size_t> all(std::string_view name) const {
        std::vector<std::size_t> out;
        for (const auto n : properties_)
            if (page_.tree[n].has_class(name)) out.push_back(n);
        return out;
    }

    std::optional<std::size_t> first(std::string_view name) const {
        const auto found = std::find_if(properties_.begin(), properties_.end(),
                                        [&](std::size_t n) { return page_.tree[n].has_class(name); });
        return found == properties_.end() ? std::nullopt : std::optional(*found);
    }

    // As "parsing a p- property" has it: of some elements an attribute, else the text.
    std::string text_in(std::size_t n) const {
        const auto& node = page_.tree[n];
        for (const std::string_view name : {"alt", "title", "value"}) {
            const bool counts = (name == "alt" && node.tag == "img") || (name == "title" && node.tag == "abbr") ||
                                (name == "value" && node.tag == "data");
            if (counts && node.has_attribute(name)) return one_line(node.attribute(name));
        }
        return one_line(page_.tree.text(n));
    }

    std::string text_of(std::string_view name) const {
        const auto n = first(name);
        return n ? text_in(*n) : std::string();
    }

    std::string address_in(std::size_t n) const {
        for (const std::string_view name : {"href", "src", "data", "value"})
            if (const auto value = page_.tree[n].attribute(name); !value.empty()) return page_.resolve(value);
        return {};
    }

    std::string address_of(std::string_view name) const {
        const auto n = first(name);
        return n ? without_tracking(address_in(*n)) : std::string();
    }

    std::optional<Time> date_of(std::string_view name) const {
        const auto n = first(name);
        if (!n) return std::nullopt;
        const auto stated = page_.tree[*n].attribute("datetime");
        const auto date = parse_date(stated.empty() ? text_in(*n) : std::string(stated), order_);
        return date ? date : parse_printed_date(text_in(*n), order_);
    }

    std::string html_of(std::size_t n) const {
        std::string markup;
        for (const auto child : page_.tree.children(n)) markup += page_.tree.markup(child);
        return safe_html(markup, page_.base);
    }

    void add_files(Entry& out) const {
        for (const std::string_view name : {"u-audio", "u-video"})
            for (const auto n : all(name)) {
                Enclosure file;
                file.url = address_in(n);
                file.type = lower_word(page_.tree[n].attribute("type"));
                if (!file.url.empty() && out.enclosures.size() < most_items) out.enclosures.push_back(std::move(file));
            }
    }

    void add_authors(Entry& out) const {
        for (const auto n : all("p-author")) {
            Credit credit;
            credit.person = read_card(page_, n);
            credit.origin = Origin::metadata;
            if (!credit.person.name.empty()) add_credit(out.credits, std::move(credit));
        }
    }

    const HtmlPage& page_;
    SlashOrder order_;
    std::vector<std::size_t> properties_;  // the elements that may hold them, in document order
};

// The entries within a node that are in no other one.
std::vector<std::size_t> entries_within(const HtmlTree& tree, std::size_t node) {
    std::vector<std::size_t> out;
    for (auto n = node; n < tree[node].end; ++n) {
        if (tree[n].is_text() || !tree[n].has_class("h-entry")) continue;
        out.push_back(n);
        n = tree[n].end - 1;
    }
    return out;
}

}  // namespace

std::optional<std::vector<Entry>> read_h_feed(const HtmlPage& page) {
    const HtmlTree& tree = page.tree;
    if (tree.size() == 0) return std::nullopt;
    auto roots = entries_within(tree, 0);
    const auto is_in_feed = [&](std::size_t n) {
        for (; n != 0; n = tree[n].parent)
            if (tree[n].has_class("h-feed")) return true;
        return tree[0].has_class("h-feed");
    };
    const bool has_feed = std::any_of(roots.begin(), roots.end(), is_in_feed);
    if (!has_feed && roots.size() < 2) return std::nullopt;
    const auto order = slash_order(page.language());
    std::vector<Entry> out;
    for (const auto root : roots)
        if (!has_feed || is_in_feed(root)) out.push_back(EntryReader(page, root, order).read());
    return out;
}

}  // namespace masthead::feeds
