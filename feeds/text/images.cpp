#include "feeds/text/images.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"
#include "feeds/text/word_lists.hpp"

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

struct Candidate {
    std::string_view url, descriptor;
};

// The next candidate of a srcset, which is taken off it: "a.jpg 320w, b.jpg 640w", "a.jpg, b.jpg 2x"; a comma may stand
// in a URL.
Candidate take_candidate(std::string_view& srcset) {
    const auto is_gap = [](char c) { return is_blank(c) || c == ','; };
    std::size_t at = 0;
    while (at < srcset.size() && is_gap(srcset[at])) ++at;
    const auto url_at = at;
    while (at < srcset.size() && !is_blank(srcset[at])) ++at;
    Candidate out{srcset.substr(url_at, at - url_at), {}};
    if (!out.url.empty() && out.url.back() == ',') {
        while (!out.url.empty() && out.url.back() == ',') out.url.remove_suffix(1);
    } else {
        const auto end = std::min(srcset.find(',', at), srcset.size());
        out.descriptor = trimmed(srcset.substr(at, end - at));
        at = end;
    }
    srcset.remove_prefix(at);
    return out;
}

std::string_view widest(std::string_view srcset) {
    std::string_view best;
    double best_width = -1;
    while (!srcset.empty()) {
        const Candidate candidate = take_candidate(srcset);
        double width = 0;
        std::from_chars(candidate.descriptor.data(), candidate.descriptor.data() + candidate.descriptor.size(), width);
        if (width > best_width && !candidate.url.empty()) {
            best = candidate.url;
            best_width = width;
        }
    }
    return best;
}

// "640w", "1.5x" and nothing at all.
bool is_descriptor(std::string_view text) {
    if (text.empty()) return true;
    const char unit = text.back();
    text.remove_suffix(1);
    return (unit == 'w' || unit == 'x') && !text.empty() && text.size() <= 8 &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
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
    for (std::string_view name :
         {"data-original", "data-lazy", "data-full-src", "data-hi-res-src", "data-orig-file", "data-url"})
        if (std::string value = image.attribute(name); !value.empty()) return value;
    for (std::string_view name : {"data-srcset", "data-lazy-srcset", "srcset"})
        if (const std::string value = image.attribute(name); !value.empty()) return std::string(widest(value));
    return {};
}

// A picture in its own address (RFC 2397) in base64, of the kinds that hold nothing but pixels; smaller ones only keep
// a place.
std::optional<std::string> raster_in_address(std::string_view reference) {
    constexpr std::size_t smallest = 512;
    const auto comma = std::min(reference.find(','), reference.size());
    const std::string head = lowered(trimmed(reference.substr(0, comma)));
    static constexpr std::array<std::string_view, 6> heads = {"data:image/png;base64",  "data:image/jpeg;base64",
                                                              "data:image/jpg;base64",  "data:image/gif;base64",
                                                              "data:image/webp;base64", "data:image/avif;base64"};
    if (comma == reference.size() || std::find(heads.begin(), heads.end(), head) == heads.end()) return std::nullopt;
    std::string out = head + ',';
    for (const char c : reference.substr(comma + 1)) {
        if (is_blank(c)) continue;
        if (!is_alphanumeric(c) && c != '+' && c != '/' && c != '=') return std::nullopt;
        out += c;
    }
    if (out.size() < smallest) return std::nullopt;
    return out;
}

std::optional<std::string> media_url(std::string_view base, std::string_view reference) {
    if (reference.empty()) return std::nullopt;
    auto url = resolve_url(base, reference);
    return url && is_media(*url) ? url : std::nullopt;
}

// What the pictures of programs that count are called, and those that hold a place for nothing.
bool is_named_dot(std::string_view url) {
    static constexpr std::array<std::string_view, 15> names = {
        "1x1.gif",   "1x1.png",    "beacon.gif",  "beacon.png",   "blank.gif",
        "clear.gif", "dot.gif",    "open.gif",    "pixel.gif",    "pixel.png",
        "px.gif",    "spacer.gif", "tracker.gif", "tracking.gif", "transparent.gif"};
    url = url.substr(0, url.find_first_of("?#"));
    return is_one_of(names, url.substr(url.rfind('/') + 1));
}

}  // namespace

bool has_no_size(const HtmlToken& element) {
    const std::string style = element.attribute("style");
    if (is_dot(element.attribute("width")) || is_dot(element.attribute("height"))) return true;
    if (style.empty()) return false;
    static constexpr std::array<std::string_view, 4> sizes = {"width", "height", "max-width", "max-height"};
    return trimmed(style_value(style, "opacity")) == "0" ||
           std::any_of(sizes.begin(), sizes.end(),
                       [&](std::string_view size) { return is_dot(style_value(style, size)); });
}

bool is_counting_image(std::string_view url) {
    static constexpr std::array<std::string_view, 24> counters = {"eotrx.substackcdn.com",
                                                                  "open.substack.com/o",
                                                                  "link.mail.beehiiv.com/ss/o/",
                                                                  "list-manage.com/track/open",
                                                                  "/track/open.php",
                                                                  "open.convertkit-mail",
                                                                  "open.kit-mail",
                                                                  "pixel.wp.com",
                                                                  "stats.wordpress.com",
                                                                  "feeds.feedburner.com/~r",
                                                                  "feedsportal.com",
                                                                  "mailtrack.io/trace",
                                                                  "sendgrid.net/wf/open",
                                                                  "/wf/open?",
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
    return is_named_dot(url) || std::any_of(counters.begin(), counters.end(), [&](std::string_view part) {
               return url.find(part) != std::string_view::npos;
           });
}

std::optional<std::string> shown_image(const HtmlToken& image, std::string_view base) {
    if (has_no_size(image)) return std::nullopt;
    // With these a script replaces src whatever that is: most often a blurred or an empty picture.
    std::optional<std::string> url;
    for (std::string_view name : {"data-src", "data-lazy-src", "src"})
        if (!url) url = media_url(base, image.attribute(name));
    if (!url || is_placeholder(*url)) {
        const auto later = media_url(base, deferred_source(image));
        if (later) url = later;
    }
    if (!url) return raster_in_address(image.attribute("src"));
    if (is_counting_image(*url)) return std::nullopt;
    return url;
}

std::string shown_srcset(const HtmlToken& image, std::string_view base) {
    constexpr std::size_t most_candidates = 32;
    std::string srcset;
    for (std::string_view name : {"srcset", "data-srcset", "data-lazy-srcset"})
        if (srcset.empty()) srcset = image.attribute(name);
    std::string out;
    std::string_view left = srcset;
    for (std::size_t count = 0; !left.empty() && count < most_candidates; ++count) {
        const Candidate candidate = take_candidate(left);
        const auto url = media_url(base, candidate.url);
        if (!url || is_placeholder(*url) || is_counting_image(*url) || !is_descriptor(candidate.descriptor)) continue;
        out.append(out.empty() ? "" : ", ").append(*url);
        if (!candidate.descriptor.empty()) out.append(" ").append(candidate.descriptor);
    }
    return out;
}

std::string first_picture(std::string_view html) {
    constexpr int smallest = 64;
    const auto is_small = [](const std::string& size) {
        int pixels = smallest;
        std::from_chars(size.data(), size.data() + size.size(), pixels);
        return pixels < smallest;
    };
    const auto from = html.find("<img ");
    if (from == std::string_view::npos) return {};
    HtmlTokens tokens(html.substr(from));
    HtmlToken token;
    while (tokens.next(token)) {
        if (token.type != HtmlToken::Type::start || token.tag != "img") continue;
        if (is_small(token.attribute("width")) || is_small(token.attribute("height"))) continue;
        if (auto url = token.attribute("src"); is_media(url)) return url;
    }
    return {};
}

}  // namespace masthead::feeds
