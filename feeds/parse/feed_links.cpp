#include "feeds/parse/feed_links.hpp"

#include <algorithm>

#include "feeds/parse/feed_values.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_links = 200;

std::string relation_of(XmlNode link) {
    std::string rel = lower_word(link.attribute("rel"));
    constexpr std::string_view registry = "http://www.iana.org/assignments/relation/";
    if (rel.rfind(registry, 0) == 0) rel.erase(0, registry.size());
    return rel.empty() ? "alternate" : rel;
}

// Publishers count downloads by the address of a file; that of a page needs nothing that tracks.
bool is_to_file(const std::string& rel) { return rel == "enclosure" || rel == "self"; }

bool is_to_page(const Link& link) { return link.type.empty() || link.type.str().find("html") != std::string::npos; }

}  // namespace

Link atom_link(XmlNode node, const std::string& base) {
    Link out;
    out.rel = relation_of(node);
    // Some write the address between the tags, as RSS does.
    const std::string address(node.attribute("href").empty() ? node.text() : std::string(node.attribute("href")));
    out.url = is_to_file(out.rel) ? file_address(base, address) : page_address(base, address);
    out.type = lower_word(node.attribute("type"));
    out.title = plain_line(node.attribute("title"));
    out.language = language_of(node.attribute("hreflang"));
    out.length = count_of(node.attribute("length"));
    return out;
}

void add_link(std::vector<Link>& links, Link link) {
    if (links.size() >= most_links) return;
    if (std::find(links.begin(), links.end(), link) == links.end()) links.push_back(std::move(link));
}

void add_plain_link(std::vector<Link>& links, std::string rel, const std::string& url) {
    if (!url.empty()) add_link(links, {std::move(rel), url, {}, {}, {}, {}});
}

std::string address_of(const std::vector<Link>& links, std::string_view rel) {
    const Link* best = nullptr;
    for (const auto& link : links) {
        if (link.rel != rel || link.url.empty()) continue;
        if (is_to_page(link)) return link.url;
        if (!best) best = &link;
    }
    return best ? best->url : std::string();
}

}  // namespace masthead::feeds
