#include "feeds/text/xml_names.hpp"

#include <algorithm>
#include <array>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

struct Namespace {
    std::string_view uri;  // lower case, without scheme, "www." and the sign at the end
    std::string_view prefix;
};

constexpr std::array namespaces = {
    Namespace{"purl.org/rss/1.0", ""},
    Namespace{"my.netscape.com/rdf/simple/0.9", ""},
    Namespace{"channel.netscape.com/rdf/simple/0.9", ""},
    Namespace{"my.netscape.com/publish/formats/rss-0.91.dtd", ""},
    Namespace{"purl.org/net/rss1.1", ""},
    Namespace{"backend.userland.com/rss2", ""},
    Namespace{"backend.userland.com/rss", ""},
    Namespace{"backend.userland.com/rss091", ""},
    Namespace{"backend.userland.com/rss191", ""},
    Namespace{"blogs.law.harvard.edu/tech/rss", ""},
    Namespace{"cyber.law.harvard.edu/rss", ""},
    Namespace{"rssboard.org/rss-specification", ""},
    Namespace{"w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
    Namespace{"w3.org/2005/atom", "atom"},
    Namespace{"purl.org/atom/ns", "atom"},
    Namespace{"example.com/newformat", "atom"},
    Namespace{"example.com/necho", "atom"},
    Namespace{"purl.org/echo", "atom"},
    Namespace{"uri/of/echo/namespace", "atom"},
    Namespace{"purl.org/pie", "atom"},
    Namespace{"w3.org/1999/xhtml", "html"},
    Namespace{"purl.org/rss/1.0/modules/content", "content"},
    Namespace{"purl.org/dc/elements/1.1", "dc"},
    Namespace{"purl.org/dc/elements/1.0", "dc"},
    Namespace{"purl.org/dc/terms", "dcterms"},
    Namespace{"itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    Namespace{"example.com/dtds/podcast-1.0.dtd", "itunes"},
    Namespace{"google.com/schemas/play-podcasts/1.0", "googleplay"},
    Namespace{"podcastindex.org/namespace/1.0", "podcast"},
    Namespace{"github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", "podcast"},
    Namespace{"search.yahoo.com/mrss", "media"},
    Namespace{"rssboard.org/media-rss", "media"},
    Namespace{"video.search.yahoo.com/mrss", "media"},
    Namespace{"bylinespec.org/1.0", "byline"},
    Namespace{"purl.org/rss/1.0/modules/syndication", "sy"},
    Namespace{"purl.org/rss/1.0/modules/slash", "slash"},
    Namespace{"wellformedweb.org/commentapi", "wfw"},
    Namespace{"purl.org/syndication/thread/1.0", "thr"},
    Namespace{"purl.org/syndication/history/1.0", "fh"},
    Namespace{"backend.userland.com/creativecommonsrssmodule", "creativecommons"},
    Namespace{"cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", "creativecommons"},
    Namespace{"creativecommons.org/ns", "cc"},
    Namespace{"web.resource.org/cc", "cc"},
    Namespace{"webns.net/mvcb", "admin"},
    Namespace{"rssnamespace.org/feedburner/ext/1.0", "feedburner"},
    Namespace{"podlove.org/simple-chapters", "psc"},
    Namespace{"youtube.com/xml/schemas/2015", "yt"},
    Namespace{"spotify.com/ns/rss", "spotify"},
    Namespace{"madskills.com/public/xml/rss/module/trackback", "trackback"},
    Namespace{"georss.org/georss", "georss"},
    Namespace{"opengis.net/gml", "gml"},
    Namespace{"postneo.com/icbm", "icbm"},
    Namespace{"geourl.org/rss/module", "geourl"},
    Namespace{"w3.org/2003/01/geo/wgs84_pos", "geo"}};

// As their specifications write them.
constexpr std::array published = {
    PublishedNamespace{"atom", "http://www.w3.org/2005/Atom"},
    PublishedNamespace{"dc", "http://purl.org/dc/elements/1.1/"},
    PublishedNamespace{"dcterms", "http://purl.org/dc/terms/"},
    PublishedNamespace{"itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
    PublishedNamespace{"podcast", "https://podcastindex.org/namespace/1.0"},
    PublishedNamespace{"media", "http://search.yahoo.com/mrss/"},
    PublishedNamespace{"slash", "http://purl.org/rss/1.0/modules/slash/"},
    PublishedNamespace{"wfw", "http://wellformedweb.org/CommentAPI/"},
    PublishedNamespace{"thr", "http://purl.org/syndication/thread/1.0"},
    PublishedNamespace{"creativeCommons", "http://backend.userland.com/creativeCommonsRssModule"},
    PublishedNamespace{"cc", "http://creativecommons.org/ns#"},
    PublishedNamespace{"psc", "http://podlove.org/simple-chapters"},
    PublishedNamespace{"yt", "http://www.youtube.com/xml/schemas/2015"},
    PublishedNamespace{"spotify", "http://www.spotify.com/ns/rss"},
    PublishedNamespace{"trackback", "http://madskills.com/public/xml/rss/module/trackback/"},
    PublishedNamespace{"georss", "http://www.georss.org/georss"},
    PublishedNamespace{"icbm", "http://postneo.com/icbm"},
    PublishedNamespace{"geourl", "http://geourl.org/rss/module/"},
    PublishedNamespace{"gml", "http://www.opengis.net/gml"},
    PublishedNamespace{"ev", "http://purl.org/rss/1.0/modules/event/"},
    PublishedNamespace{"g", "http://base.google.com/ns/1.0"},
    PublishedNamespace{"geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"}};

void cut_start(std::string_view& text, std::string_view start) {
    if (text.substr(0, start.size()) == start) text.remove_prefix(start.size());
}

}  // namespace

KnownNamespace known_namespace(std::string_view uri) {
    const std::string folded = lowered(uri);
    std::string_view bare = folded;
    while (!bare.empty() && (bare.front() == ' ' || bare.front() == '\n')) bare.remove_prefix(1);
    while (!bare.empty() && std::string_view(" \n/#").find(bare.back()) != std::string_view::npos)
        bare.remove_suffix(1);
    cut_start(bare, "https:");
    cut_start(bare, "http:");
    cut_start(bare, "//");
    cut_start(bare, "www.");
    for (const auto& known : namespaces)
        if (known.uri == bare) return {known.prefix, true};
    return {};
}

const PublishedNamespace* published_namespace(std::string_view our_prefix) {
    const auto is_it = [&](const PublishedNamespace& one) {
        return std::equal(one.prefix.begin(), one.prefix.end(), our_prefix.begin(), our_prefix.end(),
                          [](char a, char b) { return lower(a) == b; });
    };
    const auto* const found = std::find_if(published.begin(), published.end(), is_it);
    return found == published.end() ? nullptr : &*found;
}

const PublishedNamespace* published_namespace_at(std::string_view uri) {
    const auto found =
        std::find_if(published.begin(), published.end(), [&](const auto& one) { return one.uri == uri; });
    return found == published.end() ? nullptr : &*found;
}

}  // namespace masthead::feeds
