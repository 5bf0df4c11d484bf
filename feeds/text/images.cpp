#include "feeds/text/images.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// "0", "1", "1px", " 0 " and nothing else: a size that nobody sees.
bool is_dot(std::string_view size) {
    while (!size.empty() && is_blank(size.front())) size.remove_prefix(1);
    while (!size.empty() && is_blank(size.back())) size.remove_suffix(1);
    if (size.size() > 2 && equal_lowered(size.substr(size.size() - 2), "px")) size.remove_suffix(2);
    return size == "0" || size == "1";
}

// The value of a property in a style attribute.
std::string_view style_value(std::string_view style, std::string_view property) {
    while (!style.empty()) {
        const auto end = std::min(style.find(';'), style.size());
        std::string_view declaration = style.substr(0, end);
        style.remove_prefix(std::min(end + 1, style.size()));
        while (!declaration.empty() && is_blank(declaration.front())) declaration.remove_prefix(1);
        const auto colon = declaration.find(':');
        if (colon != std::string_view::npos && equal_lowered(declaration.substr(0, colon), property))
            return declaration.substr(colon + 1);
    }
    return {};
}

bool has_no_size(const HtmlToken& image) {
    const std::string style = image.attribute("style");
    return is_dot(image.attribute("width")) || is_dot(image.attribute("height")) ||
           is_dot(style_value(style, "width")) || is_dot(style_value(style, "height"));
}

// The widest image of a srcset: "a.jpg 320w, b.jpg 640w", "a.jpg, b.jpg 2x".
std::string_view widest(std::string_view srcset) {
    std::string_view best;
    double best_width = -1;
    std::size_t at = 0;
    while (at < srcset.size()) {
        while (at < srcset.size() && (is_blank(srcset[at]) || srcset[at] == ',')) ++at;
        const auto url_at = at;
        while (at < srcset.size() && !is_blank(srcset[at])) ++at;  // a comma may stand in a URL
        std::string_view url = srcset.substr(url_at, at - url_at);
        const auto descriptor_end =
            !url.empty() && url.back() == ',' ? at : std::min(srcset.find(',', at), srcset.size());
        while (!url.empty() && url.back() == ',') url.remove_suffix(1);
        std::string_view descriptor = srcset.substr(at, descriptor_end - at);
        while (!descriptor.empty() && is_blank(descriptor.front())) descriptor.remove_prefix(1);
        double width = 0;
        std::from_chars(descriptor.data(), descriptor.data() + descriptor.size(), width);
        if (width > best_width && !url.empty()) {
            best = url;
            best_width = width;
        }
        at = descriptor_end;
    }
    return best;
}

bool is_placeholder(std::string_view url) {
    if (url.empty() || !is_media(url)) return true;
    const std::string path = url_parts(url).path;
    const auto slash = path.rfind('/');
    const std::string_view name = std::string_view(path).substr(slash == std::string::npos ? 0 : slash + 1);
    static constexpr std::array<std::string_view, 8> names = {"blank.gif", "blank.png",   "placeholder", "spacer.gif",
                                                              "lazyload",  "transparent", "pixel.gif",   "loading.gif"};
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view known) { return name.find(known) != std::string_view::npos; });
}

// Where a script would take the image from.
std::string deferred_source(const HtmlToken& image) {
    for (std::string_view name : {"data-src", "data-original", "data-lazy-src", "data-lazy", "data-full-src",
                                  "data-hi-res-src", "data-orig-file", "data-url"})
        if (std::string value = image.attribute(name); !value.empty()) return value;
    for (std::string_view name : {"data-srcset", "data-lazy-srcset", "srcset"})
        if (const std::string value = image.attribute(name); !value.empty()) return std::string(widest(value));
    return {};
}

std::optional<std::string> media_url(std::string_view base, std::string_view reference) {
    if (reference.empty()) return std::nullopt;
    auto url = resolve_url(base, reference);
    return url && is_media(*url) ? url : std::nullopt;
}

}  // namespace

bool is_counting_image(std::string_view url) {
    static constexpr std::array<std::string_view, 22> counters = {"eotrx.substackcdn.com",
                                                                  "open.substack.com/o",
                                                                  "link.mail.beehiiv.com/ss/o/",
                                                                  "list-manage.com/track/open",
                                                                  "open.convertkit-mail",
                                                                  "open.kit-mail",
                                                                  "pixel.wp.com",
                                                                  "stats.wordpress.com",
                                                                  "feeds.feedburner.com/~r",
                                                                  "feedsportal.com",
                                                                  "mailtrack.io/trace",
                                                                  "sendgrid.net/wf/open",
                                                                  "mandrillapp.com/track/open",
                                                                  "email.mg.",
                                                                  "google-analytics.com/collect",
                                                                  "b.scorecardresearch.com",
                                                                  "doubleclick.net",
                                                                  "quantserve.com",
                                                                  "facebook.com/tr?",
                                                                  "medium.com/_/stat",
                                                                  "hubspotlinks.com",
                                                                  "feedpress.me/link"};
    return std::any_of(counters.begin(), counters.end(),
                       [&](std::string_view part) { return url.find(part) != std::string_view::npos; });
}

std::optional<std::string> shown_image(const HtmlToken& image, std::string_view base) {
    if (has_no_size(image)) return std::nullopt;
    auto url = media_url(base, image.attribute("src"));
    if (!url || is_placeholder(*url)) {
        const auto later = media_url(base, deferred_source(image));
        if (later) url = later;
    }
    if (!url || is_counting_image(*url)) return std::nullopt;
    return url;
}

}  // namespace masthead::feeds
