#include "feeds/parse/parse.hpp"

#include <algorithm>
#include <initializer_list>

#include <fmt/format.h>

#include "feeds/parse/atom.hpp"
#include "feeds/parse/html_page.hpp"
#include "feeds/parse/json_feed.hpp"
#include "feeds/parse/kind.hpp"
#include "feeds/parse/opml.hpp"
#include "feeds/parse/rss.hpp"
#include "feeds/parse/show_hosts.hpp"
#include "feeds/parse/sniff.hpp"
#include "feeds/people/network_name.hpp"
#include "feeds/text/encoding.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

unexpected<ParseError> refused(ParseError::Code code, std::string message) {
    return unexpected(ParseError{code, std::move(message)});
}

FeedContext context_of(const DocumentAddress& address, HtmlHandling html) {
    FeedContext out;
    out.html = html;
    out.base = address.url;
    if (!address.content_location.empty())
        if (auto located = resolve_url(address.url, address.content_location); located && is_media(*located))
            out.base = std::move(*located);
    out.names = AuthorValues({{}, url_parts(address.url).host});
    return out;
}

Result<Document, ParseError> parse_xml(std::string_view text, FeedContext context, const Limits& limits) {
    const auto start = feed_start(text);
    auto xml = XmlDocument::read(text.substr(start), limits);
    if (!xml) return unexpected(std::move(xml.error()));
    const auto root = xml->root().local_name();
    const bool is_atom = root == "feed" || root == "entry";
    auto out = is_atom ? parse_atom(*xml, std::move(context), limits) : parse_rss(*xml, std::move(context), limits);
    if (out) out->cut_off = xml->was_cut();
    if (out && start > 0) out->notes.push_back(fmt::format("{} bytes before the feed were passed over", start));
    return out;
}

Result<Document, ParseError> parse_list(std::string_view text, const std::string& base, const Limits& limits) {
    const auto xml = XmlDocument::read(text, limits);
    return xml ? parse_opml(*xml, base, limits) : unexpected(xml.error());
}

Result<Document, ParseError> parse_by(DocumentKind kind, std::string_view bytes, const DocumentAddress& address,
                                      const Limits& limits, HtmlHandling html) {
    const auto markup = kind == DocumentKind::json   ? Markup::json
                        : kind == DocumentKind::html ? Markup::html
                                                     : Markup::xml;
    const auto decoded = decode(bytes, address.content_type, markup);
    if (!decoded) return unexpected(decoded.error());
    if (decoded->text().size() > limits.bytes)
        return refused(ParseError::Code::too_large,
                       fmt::format("the document has {} bytes, the limit is {}: raise fetch.max_bytes",
                                   decoded->text().size(), limits.bytes));
    Result<Document, ParseError> out;
    switch (kind) {
        case DocumentKind::rss:
        case DocumentKind::atom:
            out = parse_xml(decoded->text(), context_of(address, html), limits);
            break;
        case DocumentKind::json:
            out = parse_json_feed(decoded->text(), context_of(address, html), limits);
            break;
        case DocumentKind::html:
            out = parse_html_page(*decoded, address, limits);
            break;
        case DocumentKind::opml:
            out = parse_list(decoded->text(), context_of(address, html).base, limits);
            break;
        case DocumentKind::other:
            return refused(ParseError::Code::not_a_feed, "the document is neither a feed nor a page");
    }
    if (!out) return out;
    out->encoding = decoded->encoding;
    decide_kinds(*out, address.url);
    add_hosts_of_description(*out);
    return out;
}

bool is_author(const Credit& credit) { return credit.part == Part::author || credit.part == Part::host; }

bool is_host(const Credit& credit) { return credit.part == Part::host; }

// What the feed calls its author for podcast apps: the show or its network as often as a person.
std::string_view author_of_show(const Publication& publication) {
    constexpr std::string_view itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    const auto& kept = publication.extensions;
    const auto found = std::find_if(kept.begin(), kept.end(), [&](const ExtensionElement& element) {
        return element.depth == 0 && element.uri == itunes && element.name == "author";
    });
    return found == kept.end() ? std::string_view() : std::string_view(found->text);
}

// Whether an entry names the authors of its feed over again and nobody else, as programs do that write the network's
// name into each episode.
bool repeats_authors(const std::vector<Credit>& own, const Document& document) {
    const auto show = author_of_show(document.publication);
    const auto is_author_alone = [](const Credit& credit) { return credit.part == Part::author; };
    const auto is_among = [&](const Credit& credit, const std::vector<Credit>& others) {
        return std::any_of(others.begin(), others.end(), [&](const Credit& other) {
            return is_author_alone(other) && other.person.name == credit.person.name;
        });
    };
    const auto& people = document.people;
    return std::none_of(own.begin(), own.end(), is_host) &&
           std::all_of(own.begin(), own.end(),
                       [&](const Credit& credit) {
                           return !is_author_alone(credit) || credit.person.name == show || credit.raw == show ||
                                  is_among(credit, people);
                       }) &&
           std::all_of(people.begin(), people.end(),
                       [&](const Credit& credit) { return !is_author_alone(credit) || is_among(credit, own); });
}

// Where people host a show, its network wrote no episode: not by the feed's word, nor where episodes repeat that.
void leave_out_network(Document& document, std::initializer_list<std::vector<Credit>*> inherited) {
    const auto& people = document.people;
    std::vector<std::string> networks = {std::string(author_of_show(document.publication))};
    for (const auto& credit : people)
        if (credit.part == Part::author) networks.emplace_back(credit.person.name);
    const std::string& description = document.publication.description;
    std::erase_if(networks, [&](const std::string& name) {
        // One word may be a person's whole name; then the show speaks of it.
        const bool is_spoken_of = name.find(' ') == std::string::npos && description.find(name) != std::string::npos;
        return is_spoken_of || !is_network(name, document.publication.title);
    });
    if (networks.empty()) return;
    const auto is_networks = [&](const Credit& credit) {
        return credit.part == Part::author &&
               std::find(networks.begin(), networks.end(), credit.person.name) != networks.end();
    };
    for (auto* credits : inherited) std::erase_if(*credits, is_networks);
    for (auto& entry : document.entries) std::erase_if(entry.credits, is_networks);
}

}  // namespace

Result<Document, ParseError> parse(std::string_view bytes, const DocumentAddress& address, const Limits& limits,
                                   HtmlHandling html) {
    if (bytes.size() > limits.bytes)
        return refused(ParseError::Code::too_large, fmt::format("the document has {} bytes, the limit is {}: raise "
                                                                "fetch.max_bytes",
                                                                bytes.size(), limits.bytes));
    return parse_by(sniff(bytes), bytes, address, limits, html);
}

void inherit_credits(Document& document) {
    // A hundred people of ten thousand entries would take half a gigabyte; the first ten stand for them.
    constexpr std::size_t most_copies = 100'000;
    const std::size_t most = std::max<std::size_t>(1, most_copies / std::max<std::size_t>(1, document.entries.size()));
    std::vector<Credit> all, authors, hosts;
    for (const auto& credit : document.people) {
        if (credit.part != Part::guest && all.size() < most) all.push_back(credit);
        if (is_author(credit) && authors.size() < most) authors.push_back(credit);
        if (is_host(credit) && hosts.size() < most) hosts.push_back(credit);
    }
    if (!hosts.empty()) leave_out_network(document, {&all, &authors});
    for (auto* credits : {&all, &authors, &hosts})
        for (auto& credit : *credits) credit.of_feed = true;
    for (auto& entry : document.entries) {
        const auto& own = entry.credits;
        const bool has_authors = std::any_of(own.begin(), own.end(), is_author);
        if (has_authors && (hosts.empty() || !repeats_authors(own, document))) continue;
        const auto& inherited = has_authors ? hosts : own.empty() ? all : authors;
        entry.credits.insert(entry.credits.begin(), inherited.begin(), inherited.end());
    }
}

}  // namespace masthead::feeds
