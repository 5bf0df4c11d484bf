#include "feeds/render/extension_table.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

constexpr std::array elements = {KnownElement{"itunes:title", "", ValueType::line},
                                 KnownElement{"itunes:block", "", ValueType::yes},
                                 KnownElement{"dc:publisher", "", ValueType::name, true},
                                 KnownElement{"dc:relation", "", ValueType::words, true},
                                 KnownElement{"dc:coverage", "", ValueType::words, true},
                                 KnownElement{"dc:type", "", ValueType::words},
                                 KnownElement{"dc:format", "", ValueType::words},
                                 KnownElement{"dcterms:available", "", ValueType::date},
                                 KnownElement{"dcterms:dateAccepted", "", ValueType::date},
                                 KnownElement{"dcterms:dateCopyrighted", "", ValueType::date},
                                 KnownElement{"dcterms:dateSubmitted", "", ValueType::date},
                                 KnownElement{"dcterms:accessRights", "", ValueType::words, true},
                                 KnownElement{"dcterms:alternative", "", ValueType::words, true},
                                 KnownElement{"dcterms:audience", "", ValueType::words, true},
                                 KnownElement{"dcterms:bibliographicCitation", "", ValueType::words, true},
                                 KnownElement{"dcterms:educationLevel", "", ValueType::words, true},
                                 KnownElement{"dcterms:license", "", ValueType::words, true},
                                 KnownElement{"dcterms:mediator", "", ValueType::words},
                                 KnownElement{"dcterms:provenance", "", ValueType::words, true},
                                 KnownElement{"dcterms:rightsHolder", "", ValueType::words, true},
                                 KnownElement{"dcterms:spatial", "", ValueType::words, true},
                                 KnownElement{"dcterms:temporal", "", ValueType::words, true},
                                 KnownElement{"dcterms:valid", "", ValueType::words, true},
                                 KnownElement{"dcterms:extent", "", ValueType::positive},
                                 KnownElement{"dcterms:conformsTo", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:hasFormat", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:hasPart", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:hasVersion", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:isFormatOf", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:isPartOf", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:isReferencedBy", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:isReplacedBy", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:isRequiredBy", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:isVersionOf", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:references", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:replaces", "", ValueType::nothing, true},
                                 KnownElement{"dcterms:requires", "", ValueType::nothing, true},
                                 KnownElement{"slash:comments", "", ValueType::count},
                                 KnownElement{"slash:hit_parade", "", ValueType::counts},
                                 KnownElement{"slash:section", "", ValueType::words, true},
                                 KnownElement{"slash:department", "", ValueType::words, true},
                                 KnownElement{"wfw:commentRss", "", ValueType::address},
                                 KnownElement{"thr:total", "", ValueType::count},
                                 KnownElement{"thr:in-reply-to", "", ValueType::nothing, true},
                                 KnownElement{"creativeCommons:license", "", ValueType::address, true},
                                 KnownElement{"cc:license", "", ValueType::nothing, true},
                                 KnownElement{"ev:startdate", "", ValueType::date},
                                 KnownElement{"ev:enddate", "", ValueType::date},
                                 KnownElement{"ev:location", "", ValueType::words, true},
                                 KnownElement{"ev:organizer", "", ValueType::words, true},
                                 KnownElement{"ev:type", "", ValueType::words},
                                 KnownElement{"g:brand", "", ValueType::words},
                                 KnownElement{"g:id", "", ValueType::words},
                                 KnownElement{"g:image_link", "", ValueType::address},
                                 KnownElement{"g:price", "", ValueType::price},
                                 KnownElement{"georss:point", "", ValueType::position},
                                 KnownElement{"georss:line", "", ValueType::positions},
                                 KnownElement{"georss:polygon", "", ValueType::ring},
                                 KnownElement{"georss:elev", "", ValueType::number},
                                 KnownElement{"georss:floor", "", ValueType::whole},
                                 KnownElement{"georss:radius", "", ValueType::measure},
                                 KnownElement{"georss:featureName", "", ValueType::words},
                                 KnownElement{"georss:featureTypeTag", "", ValueType::words},
                                 KnownElement{"georss:relationshipTag", "", ValueType::words},
                                 KnownElement{"georss:where", "", ValueType::nothing, false, 1},
                                 KnownElement{"gml:Point", "georss:where", ValueType::nothing, false, 1},
                                 KnownElement{"gml:pos", "gml:Point", ValueType::position},
                                 KnownElement{"gml:LineString", "georss:where", ValueType::nothing, false, 1},
                                 KnownElement{"gml:posList", "gml:LineString", ValueType::positions},
                                 KnownElement{"gml:Polygon", "georss:where", ValueType::nothing, false, 1},
                                 KnownElement{"gml:exterior", "gml:Polygon", ValueType::nothing, false, 1},
                                 KnownElement{"gml:LinearRing", "gml:exterior", ValueType::nothing, false, 1},
                                 KnownElement{"gml:posList", "gml:LinearRing", ValueType::ring},
                                 KnownElement{"geo:lat", "", ValueType::latitude},
                                 KnownElement{"geo:long", "", ValueType::longitude},
                                 KnownElement{"icbm:latitude", "", ValueType::latitude},
                                 KnownElement{"icbm:longitude", "", ValueType::longitude},
                                 KnownElement{"geourl:latitude", "", ValueType::latitude},
                                 KnownElement{"geourl:longitude", "", ValueType::longitude},
                                 KnownElement{"geo:Point", "", ValueType::nothing, false, 2},
                                 KnownElement{"geo:lat", "geo:Point", ValueType::latitude},
                                 KnownElement{"geo:long", "geo:Point", ValueType::longitude},
                                 KnownElement{"media:group", "", ValueType::nothing, true, 1},
                                 KnownElement{"media:content", "", ValueType::nothing, true},
                                 KnownElement{"media:content", "media:group", ValueType::nothing, true},
                                 KnownElement{"media:thumbnail", "", ValueType::nothing, true},
                                 KnownElement{"media:player", "", ValueType::nothing},
                                 KnownElement{"media:keywords", "", ValueType::words},
                                 KnownElement{"media:copyright", "", ValueType::words},
                                 KnownElement{"media:rating", "", ValueType::rating},
                                 KnownElement{"media:credit", "", ValueType::words, true},
                                 KnownElement{"media:hash", "", ValueType::md5},
                                 KnownElement{"media:thumbnail", "media:group", ValueType::nothing, true},
                                 KnownElement{"media:player", "media:group", ValueType::nothing},
                                 KnownElement{"media:keywords", "media:group", ValueType::words},
                                 KnownElement{"media:copyright", "media:group", ValueType::words},
                                 KnownElement{"media:rating", "media:group", ValueType::rating},
                                 KnownElement{"media:credit", "media:group", ValueType::words, true},
                                 KnownElement{"media:hash", "media:group", ValueType::md5},
                                 KnownElement{"media:thumbnail", "media:content", ValueType::nothing, true},
                                 KnownElement{"media:player", "media:content", ValueType::nothing},
                                 KnownElement{"media:keywords", "media:content", ValueType::words},
                                 KnownElement{"media:copyright", "media:content", ValueType::words},
                                 KnownElement{"media:rating", "media:content", ValueType::rating},
                                 KnownElement{"media:credit", "media:content", ValueType::words, true},
                                 KnownElement{"media:hash", "media:content", ValueType::md5},
                                 KnownElement{"media:title", "media:group", ValueType::words},
                                 KnownElement{"media:description", "media:group", ValueType::words},
                                 KnownElement{"media:title", "media:content", ValueType::words},
                                 KnownElement{"media:description", "media:content", ValueType::words}};

constexpr std::array attributes = {KnownAttribute{"dcterms:conformsTo", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:hasFormat", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:hasPart", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:hasVersion", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:isFormatOf", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:isPartOf", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:isReferencedBy", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:isReplacedBy", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:isRequiredBy", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:isVersionOf", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:references", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:replaces", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"dcterms:requires", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"cc:license", "rdf:resource", ValueType::address, true},
                                   KnownAttribute{"thr:in-reply-to", "ref", ValueType::identifier, true},
                                   KnownAttribute{"thr:in-reply-to", "href", ValueType::address},
                                   KnownAttribute{"thr:in-reply-to", "source", ValueType::address},
                                   KnownAttribute{"thr:in-reply-to", "type", ValueType::media_type},
                                   KnownAttribute{"media:content", "url", ValueType::address, true},
                                   KnownAttribute{"media:content", "fileSize", ValueType::positive},
                                   KnownAttribute{"media:content", "type", ValueType::media_type},
                                   KnownAttribute{"media:content", "medium", ValueType::medium},
                                   KnownAttribute{"media:content", "isDefault", ValueType::truth},
                                   KnownAttribute{"media:content", "expression", ValueType::expression},
                                   KnownAttribute{"media:content", "bitrate", ValueType::measure},
                                   KnownAttribute{"media:content", "framerate", ValueType::measure},
                                   KnownAttribute{"media:content", "samplingrate", ValueType::measure},
                                   KnownAttribute{"media:content", "channels", ValueType::count},
                                   KnownAttribute{"media:content", "duration", ValueType::measure},
                                   KnownAttribute{"media:content", "height", ValueType::positive},
                                   KnownAttribute{"media:content", "width", ValueType::positive},
                                   KnownAttribute{"media:content", "lang", ValueType::language},
                                   KnownAttribute{"media:thumbnail", "url", ValueType::address, true},
                                   KnownAttribute{"media:thumbnail", "height", ValueType::positive},
                                   KnownAttribute{"media:thumbnail", "width", ValueType::positive},
                                   KnownAttribute{"media:thumbnail", "time", ValueType::play_time},
                                   KnownAttribute{"media:player", "url", ValueType::address, true},
                                   KnownAttribute{"media:player", "height", ValueType::positive},
                                   KnownAttribute{"media:player", "width", ValueType::positive},
                                   KnownAttribute{"media:credit", "role", ValueType::role, true},
                                   KnownAttribute{"media:copyright", "url", ValueType::address}};

// What the W3C's feed validator knows beside the formats themselves, less what is never kept: in small letters, to the
// last letter or digit.
constexpr std::array<std::string_view, 50> vocabularies = {"http://a9.com/-/spec/opensearch/1.1",
                                                           "http://a9.com/-/spec/opensearchrss/1.0",
                                                           "http://backend.userland.com/blogchannelmodule",
                                                           "http://backend.userland.com/creativecommonsrssmodule",
                                                           "http://base.google.com/ns/1.0",
                                                           "http://conversationsnetwork.org/rssnamespace-1.0",
                                                           "http://creativecommons.org/ns",
                                                           "http://earth.google.com/kml/2.0",
                                                           "http://earth.google.com/kml/2.1",
                                                           "http://feedsync.org/2007/feedsync",
                                                           "http://geourl.org/rss/module",
                                                           "http://hacks.benhammersley.com/rss/streaming",
                                                           "http://madskills.com/public/xml/rss/module/trackback",
                                                           "http://media.tangent.org/rss/1.0",
                                                           "http://my.theinfo.org/changed/1.0/rss",
                                                           "http://openid.net/xmlns/1.0",
                                                           "http://postneo.com/icbm",
                                                           "http://purl.org/dc/elements/1.1",
                                                           "http://purl.org/dc/terms",
                                                           "http://purl.org/rss/1.0/modules/aggregation",
                                                           "http://purl.org/rss/1.0/modules/annotate",
                                                           "http://purl.org/rss/1.0/modules/company",
                                                           "http://purl.org/rss/1.0/modules/email",
                                                           "http://purl.org/rss/1.0/modules/event",
                                                           "http://purl.org/rss/1.0/modules/image",
                                                           "http://purl.org/rss/1.0/modules/link",
                                                           "http://purl.org/rss/1.0/modules/reference",
                                                           "http://purl.org/rss/1.0/modules/richequiv",
                                                           "http://purl.org/rss/1.0/modules/search",
                                                           "http://purl.org/rss/1.0/modules/servicestatus",
                                                           "http://purl.org/rss/1.0/modules/slash",
                                                           "http://purl.org/rss/1.0/modules/subscription",
                                                           "http://purl.org/rss/1.0/modules/taxonomy",
                                                           "http://purl.org/rss/1.0/modules/threading",
                                                           "http://purl.org/rss/1.0/modules/wiki",
                                                           "http://purl.org/syndication/thread/1.0",
                                                           "http://schemas.xmlsoap.org/soap/envelope",
                                                           "http://search.yahoo.com/mrss",
                                                           "http://web.resource.org/cc",
                                                           "http://wellformedweb.org/commentapi",
                                                           "http://www.bloglines.com/about/specs/fac-1.0",
                                                           "http://www.georss.org/georss",
                                                           "http://www.itunes.com/dtds/podcast-1.0.dtd",
                                                           "http://www.microsoft.com/schemas/rss/core/2005",
                                                           "http://www.opengis.net/gml",
                                                           "http://www.opengis.net/kml/2.2",
                                                           "http://www.usemod.com/cgi-bin/mb.pl?modwiki",
                                                           "http://www.w3.org/2003/01/geo/wgs84_pos",
                                                           "http://www.w3.org/2005/atom",
                                                           "http://xmlns.com/foaf/0.1"};

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

const KnownElement* known_element(std::string_view name, std::string_view within) {
    const auto* const found = std::find_if(elements.begin(), elements.end(), [&](const KnownElement& rule) {
        return rule.within == within && same_name(rule.name, name);
    });
    return found == elements.end() ? nullptr : found;
}

const KnownAttribute* known_attribute(std::string_view element, std::string_view name) {
    const auto* const found = std::find_if(attributes.begin(), attributes.end(), [&](const KnownAttribute& rule) {
        return rule.element == element && same_name(rule.name, name);
    });
    return found == attributes.end() ? nullptr : found;
}

std::string_view required_attribute(std::string_view element) {
    const auto* const found = std::find_if(attributes.begin(), attributes.end(), [&](const KnownAttribute& rule) {
        return rule.element == element && rule.is_required;
    });
    return found == attributes.end() ? std::string_view() : found->name;
}

bool is_validated(std::string_view uri) {
    std::string folded = lowered(uri);
    while (!folded.empty() && !is_alphanumeric(folded.back())) folded.pop_back();
    return std::find(vocabularies.begin(), vocabularies.end(), folded) != vocabularies.end();
}

}  // namespace masthead::feeds
