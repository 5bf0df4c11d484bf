#include "config/document_json.hpp"

#include <ostream>
#include <string_view>
#include <utility>

#include <boost/json.hpp>

#include "config/entry_json.hpp"
#include "config/json.hpp"
#include "config/publication_json.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;

std::string_view name_of(feeds::DocumentFormat format) {
    using feeds::DocumentFormat;
    switch (format) {
        case DocumentFormat::rss090:
            return "rss090";
        case DocumentFormat::rss091:
            return "rss091";
        case DocumentFormat::rss092:
            return "rss092";
        case DocumentFormat::rss093:
            return "rss093";
        case DocumentFormat::rss094:
            return "rss094";
        case DocumentFormat::rss10:
            return "rss10";
        case DocumentFormat::rss20:
            return "rss20";
        case DocumentFormat::rss:
            return "rss";
        case DocumentFormat::atom03:
            return "atom03";
        case DocumentFormat::atom10:
            return "atom10";
        case DocumentFormat::json10:
            return "json10";
        case DocumentFormat::json11:
            return "json11";
        case DocumentFormat::opml:
            return "opml";
        case DocumentFormat::article:
            return "article";
        case DocumentFormat::listing:
            return "listing";
        case DocumentFormat::mail:
            return "mail";
    }
    return {};
}

json::object feed_link_json(const feeds::FeedLink& link) {
    json::object out{{"url", link.url}};
    set(out, "type", link.type);
    set(out, "title", link.title);
    return out;
}

json::object feed_json(const feeds::Document& document) {
    // Whose page it is stands apart from who else is credited on it.
    auto people = document.people;
    if (document.subject) {
        feeds::Credit subject;
        subject.person = *document.subject;
        people.insert(people.begin(), std::move(subject));
    }
    return publication_json(document.publication, people);
}

}  // namespace

void write_document(std::ostream& out, const feeds::Document& document) {
    json::object head{{"format", name_of(document.format)}};
    set(head, "encoding", document.encoding);
    head["feed"] = feed_json(document);
    const std::string start = json::serialize(head);
    out << std::string_view(start).substr(0, start.size() - 1) << ",\"entries\":[";
    const char* separator = "";
    for (const auto& entry : document.entries) {
        auto item = entry_json(entry);
        // An entry that names no language is in its feed's.
        if (!item.contains("language")) set(item, "language", document.publication.language);
        out << std::exchange(separator, ",") << json::serialize(item);
    }
    json::object tail;
    if (document.format == feeds::DocumentFormat::opml) set(tail, "feeds", array_of(document.feeds, feed_link_json));
    set(tail, "notes", array_of(document.notes));
    out << (tail.empty() ? "]" : "],") << json::serialize(tail).substr(1) << '\n';
}

}  // namespace masthead::config
