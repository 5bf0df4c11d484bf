#include "feeds/render/subscribe_box.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "feeds/feed.hpp"
#include "feeds/render/address.hpp"
#include "feeds/render/render.hpp"

namespace masthead::feeds {
namespace {

// An address as one part of another (RFC 3986, section 2.3).
std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool unreserved = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                                c == '-' || c == '.' || c == '_' || c == '~';
        if (unreserved)
            out += c;
        else
            out.append("%").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
    return out;
}

std::string without_scheme(std::string_view url) {
    const auto scheme = url.find("://");
    return std::string(scheme == std::string_view::npos ? url : url.substr(scheme + 3));
}

void write_address(XmlWriter& out, std::string_view id, std::string_view label, const std::string& address) {
    out.open("p", {{"class", "address"}});
    out.text("label", label, {{"for", id}});
    out.leaf("input", {{"id", id}, {"type", "url"}, {"readonly", "readonly"}, {"value", address}});
    out.text("a", "Open", {{"href", address}, {"aria-label", "Open as " + std::string(label)}});
    out.close();
}

void write_app(XmlWriter& out, std::string_view name, const std::string& address) {
    out.open("li");
    out.text("a", name, {{"href", address}});
    out.close();
}

void write_apps(XmlWriter& out, const std::string& feed, bool podcast) {
    const std::string encoded = percent_encoded(feed);
    out.open("details");
    out.text("summary", "Open in an app");
    out.open("ul", {{"class", "apps"}});
    if (podcast) {
        write_app(out, "Apple Podcasts", "podcast://" + without_scheme(feed));
        write_app(out, "Overcast", "overcast://x-callback-url/add?url=" + encoded);
        write_app(out, "Pocket Casts", "pktc://subscribe/" + without_scheme(feed));
        write_app(out, "AntennaPod", "https://antennapod.org/deeplink/subscribe?url=" + encoded);
    } else {
        write_app(out, "Feedly", "https://feedly.com/i/subscription/feed/" + encoded);
        write_app(out, "Inoreader", "https://www.inoreader.com/?add_feed=" + encoded);
        write_app(out, "NewsBlur", "https://www.newsblur.com/?url=" + encoded);
    }
    out.close();
    out.close();
}

// An author's feeds of one kind: podcast apps want the episodes alone.
void write_parts(XmlWriter& out, const Page& page) {
    const auto is_other = [&](const FeedReference& feed) { return feed.path != page.path; };
    if (page.type != Page::Type::author || std::none_of(page.feeds.begin(), page.feeds.end(), is_other)) return;
    out.open("details");
    out.text("summary", "Other feeds of this author");
    for (const FeedReference& feed : page.feeds)
        if (is_other(feed))
            write_address(out, "feed-" + feed.path.substr(feed.path.rfind('/') + 1), feed.title,
                          absolute_address(page.site, feed.path) + std::string(path_ending(Format::rss)));
    out.close();
}

}  // namespace

void write_subscribe_box(XmlWriter& out, const Page& page) {
    const std::string rss = current_address(page, Format::rss);
    out.open("section", {{"class", "subscribe"}, {"aria-labelledby", "subscribe"}});
    out.text("h2", "Subscribe", {{"id", "subscribe"}});
    out.text("p", page.podcast ? "Copy the first address into your podcast app: new episodes come by themselves."
                               : "Copy an address into your feed reader: new entries come by themselves.");
    write_address(out, "rss", "RSS", rss);
    write_address(out, "atom", "Atom", current_address(page, Format::atom));
    write_address(out, "json", "JSON Feed", current_address(page, Format::json));
    write_apps(out, rss, page.podcast);
    write_parts(out, page);
    out.close();
}

}  // namespace masthead::feeds
