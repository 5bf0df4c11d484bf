#include "fetchers/link_header.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"

namespace masthead::fetchers {

namespace {

constexpr std::size_t most_links = 50;

// Reads one header value from left to right; each call takes one more piece of it.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }

    void skip(std::string_view characters) {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(characters), rest_.size()));
    }

    bool take(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }

    std::string_view until(std::string_view ends) {
        const auto piece = rest_.substr(0, rest_.find_first_of(ends));
        rest_.remove_prefix(piece.size());
        return piece;
    }

    // The rest of a quoted-string behind its first quote (RFC 9110, section 5.6.4).
    std::string quoted() {
        std::string out;
        while (!rest_.empty() && !take('"')) {
            if (rest_.front() == '\\' && rest_.size() > 1) rest_.remove_prefix(1);
            out += rest_.front();
            rest_.remove_prefix(1);
        }
        return out;
    }

private:
    std::string_view rest_;
};

struct Link {
    std::string target;
    std::map<std::string, std::string> parameters;  // names in lower case
};

std::optional<Link> next_link(Cursor& cursor) {
    cursor.skip(" \t,");
    if (!cursor.take('<')) return std::nullopt;
    Link link;
    link.target = std::string(cursor.until(">"));
    if (!cursor.take('>')) return std::nullopt;
    cursor.skip(" \t");
    while (cursor.take(';')) {
        cursor.skip(" \t");
        const std::string name = feeds::lowered(cursor.until("=;, \t"));
        cursor.skip(" \t");
        std::string value;
        if (cursor.take('=')) {
            cursor.skip(" \t");
            value = cursor.take('"') ? cursor.quoted() : std::string(cursor.until(";, \t"));
        }
        link.parameters.emplace(name, value);  // the first of several counts (RFC 8288, section 3.3)
        cursor.skip(" \t");
    }
    return link;
}

bool has_word(std::string_view list, std::string_view word) {
    const std::string padded = " " + feeds::lowered(list) + " ";
    return padded.find(" " + std::string(word) + " ") != std::string::npos;
}

}  // namespace

bool is_feed_type(std::string_view type) {
    const std::string bare = feeds::lowered(type.substr(0, type.find(';')));
    return bare == "application/rss+xml" || bare == "application/atom+xml" || bare == "application/feed+json" ||
           bare == "application/rdf+xml";
}

std::vector<feeds::FeedLink> feeds_in_links(const std::vector<std::string>& values, const std::string& base) {
    std::vector<feeds::FeedLink> out;
    for (const auto& value : values) {
        Cursor cursor(value);
        while (out.size() < most_links) {
            auto link = next_link(cursor);
            if (!link) break;
            if (!has_word(link->parameters["rel"], "alternate") || !is_feed_type(link->parameters["type"])) continue;
            if (const auto url = feeds::resolve_url(base, link->target))
                out.push_back(
                    {*url, link->parameters["type"], link->parameters["title"], feeds::FeedLink::Found::http_header});
        }
    }
    return out;
}

}  // namespace masthead::fetchers
