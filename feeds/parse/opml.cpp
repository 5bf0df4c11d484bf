#include "feeds/parse/opml.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "feeds/parse/draft.hpp"
#include "feeds/parse/feed_values.hpp"

namespace masthead::feeds {
namespace {

FeedLink feed_of(XmlNode outline, const std::string& base) {
    FeedLink out;
    out.url = file_address(base, outline.attribute("xmlurl"));
    out.type = lower_word(outline.attribute("type"));
    out.title = plain_line(outline.attribute("title").empty() ? outline.attribute("text") : outline.attribute("title"));
    out.found = FeedLink::Found::outline;
    return out;
}

}  // namespace

Result<Document, ParseError> parse_opml(const XmlDocument& xml, const std::string& base, const Limits& limits) {
    Document out;
    out.format = DocumentFormat::opml;
    out.notes = xml.notes();
    const auto head = xml.root().child("head");
    if (const auto title = head.child("title")) out.publication.title = plain_line(title.text());
    std::set<std::string> seen;
    std::vector<XmlNode> waiting{xml.root().child("body")};
    while (!waiting.empty()) {
        const auto node = waiting.back();
        waiting.pop_back();
        if (auto feed = feed_of(node, base); !feed.url.empty() && seen.insert(feed.url).second) {
            if (out.feeds.size() == limits.entries) return unexpected(too_many_entries(limits));
            out.feeds.push_back(std::move(feed));
        }
        const auto before = static_cast<std::ptrdiff_t>(waiting.size());
        for (const auto child : node)
            if (child.name() == "outline") waiting.push_back(child);
        std::reverse(waiting.begin() + before, waiting.end());
    }
    return out;
}

}  // namespace masthead::feeds
