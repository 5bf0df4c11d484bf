#include "feeds/render/extension_table.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

constexpr std::array elements = {ElementRule{"itunes:title", "", ValueType::line},
                                 ElementRule{"itunes:block", "", ValueType::yes},
                                 ElementRule{"dc:publisher", "", ValueType::words, true},
                                 ElementRule{"dc:relation", "", ValueType::words, true},
                                 ElementRule{"dc:coverage", "", ValueType::words, true},
                                 ElementRule{"dc:type", "", ValueType::words},
                                 ElementRule{"dc:format", "", ValueType::words},
                                 ElementRule{"dcterms:available", "", ValueType::date},
                                 ElementRule{"dcterms:dateAccepted", "", ValueType::date},
                                 ElementRule{"dcterms:dateCopyrighted", "", ValueType::date},
                                 ElementRule{"dcterms:dateSubmitted", "", ValueType::date},
                                 ElementRule{"dcterms:accessRights", "", ValueType::words, true},
                                 ElementRule{"dcterms:alternative", "", ValueType::words, true},
                                 ElementRule{"dcterms:audience", "", ValueType::words, true},
                                 ElementRule{"dcterms:bibliographicCitation", "", ValueType::words, true},
                                 ElementRule{"dcterms:educationLevel", "", ValueType::words, true},
                                 ElementRule{"dcterms:license", "", ValueType::words, true},
                                 ElementRule{"dcterms:mediator", "", ValueType::words},
                                 ElementRule{"dcterms:provenance", "", ValueType::words, true},
                                 ElementRule{"dcterms:rightsHolder", "", ValueType::words, true},
                                 ElementRule{"dcterms:spatial", "", ValueType::words, true},
                                 ElementRule{"dcterms:temporal", "", ValueType::words, true},
                                 ElementRule{"dcterms:valid", "", ValueType::words, true},
                                 ElementRule{"dcterms:extent", "", ValueType::positive},
                                 ElementRule{"dcterms:conformsTo", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:hasFormat", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:hasPart", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:hasVersion", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:isFormatOf", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:isPartOf", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:isReferencedBy", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:isReplacedBy", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:isRequiredBy", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:isVersionOf", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:references", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:replaces", "", ValueType::nothing, true},
                                 ElementRule{"dcterms:requires", "", ValueType::nothing, true},
                                 ElementRule{"slash:comments", "", ValueType::count},
                                 ElementRule{"slash:hit_parade", "", ValueType::counts},
                                 ElementRule{"slash:section", "", ValueType::words, true},
                                 ElementRule{"slash:department", "", ValueType::words, true},
                                 ElementRule{"wfw:commentRss", "", ValueType::address},
                                 ElementRule{"thr:total", "", ValueType::count},
                                 ElementRule{"thr:in-reply-to", "", ValueType::nothing, true},
                                 ElementRule{"creativeCommons:license", "", ValueType::address, true},
                                 ElementRule{"cc:license", "", ValueType::nothing, true},
                                 ElementRule{"georss:point", "", ValueType::position},
                                 ElementRule{"georss:line", "", ValueType::positions},
                                 ElementRule{"georss:polygon", "", ValueType::ring},
                                 ElementRule{"georss:elev", "", ValueType::number},
                                 ElementRule{"georss:floor", "", ValueType::number},
                                 ElementRule{"georss:radius", "", ValueType::number},
                                 ElementRule{"georss:featureName", "", ValueType::words},
                                 ElementRule{"georss:featureTypeTag", "", ValueType::words},
                                 ElementRule{"georss:relationshipTag", "", ValueType::words},
                                 ElementRule{"georss:where", "", ValueType::nothing, false, 1},
                                 ElementRule{"gml:Point", "georss:where", ValueType::nothing, false, 1},
                                 ElementRule{"gml:pos", "gml:Point", ValueType::position},
                                 ElementRule{"gml:LineString", "georss:where", ValueType::nothing, false, 1},
                                 ElementRule{"gml:posList", "gml:LineString", ValueType::positions},
                                 ElementRule{"gml:Polygon", "georss:where", ValueType::nothing, false, 1},
                                 ElementRule{"gml:exterior", "gml:Polygon", ValueType::nothing, false, 1},
                                 ElementRule{"gml:LinearRing", "gml:exterior", ValueType::nothing, false, 1},
                                 ElementRule{"gml:posList", "gml:LinearRing", ValueType::ring},
                                 ElementRule{"geo:lat", "", ValueType::latitude},
                                 ElementRule{"geo:long", "", ValueType::longitude},
                                 ElementRule{"geo:Point", "", ValueType::nothing, false, 2},
                                 ElementRule{"geo:lat", "geo:Point", ValueType::latitude},
                                 ElementRule{"geo:long", "geo:Point", ValueType::longitude},
                                 ElementRule{"media:group", "", ValueType::nothing, true, 1},
                                 ElementRule{"media:content", "", ValueType::nothing, true},
                                 ElementRule{"media:content", "media:group", ValueType::nothing, true},
                                 ElementRule{"media:thumbnail", "", ValueType::nothing, true},
                                 ElementRule{"media:player", "", ValueType::nothing},
                                 ElementRule{"media:keywords", "", ValueType::words},
                                 ElementRule{"media:copyright", "", ValueType::words},
                                 ElementRule{"media:rating", "", ValueType::rating},
                                 ElementRule{"media:credit", "", ValueType::words, true},
                                 ElementRule{"media:hash", "", ValueType::md5},
                                 ElementRule{"media:thumbnail", "media:group", ValueType::nothing, true},
                                 ElementRule{"media:player", "media:group", ValueType::nothing},
                                 ElementRule{"media:keywords", "media:group", ValueType::words},
                                 ElementRule{"media:copyright", "media:group", ValueType::words},
                                 ElementRule{"media:rating", "media:group", ValueType::rating},
                                 ElementRule{"media:credit", "media:group", ValueType::words, true},
                                 ElementRule{"media:hash", "media:group", ValueType::md5},
                                 ElementRule{"media:thumbnail", "media:content", ValueType::nothing, true},
                                 ElementRule{"media:player", "media:content", ValueType::nothing},
                                 ElementRule{"media:keywords", "media:content", ValueType::words},
                                 ElementRule{"media:copyright", "media:content", ValueType::words},
                                 ElementRule{"media:rating", "media:content", ValueType::rating},
                                 ElementRule{"media:credit", "media:content", ValueType::words, true},
                                 ElementRule{"media:hash", "media:content", ValueType::md5},
                                 ElementRule{"media:title", "media:group", ValueType::words},
                                 ElementRule{"media:description", "media:group", ValueType::words},
                                 ElementRule{"media:title", "media:content", ValueType::words},
                                 ElementRule{"media:description", "media:content", ValueType::words}};

constexpr std::array attributes = {AttributeRule{"dcterms:conformsTo", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:hasFormat", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:hasPart", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:hasVersion", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:isFormatOf", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:isPartOf", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:isReferencedBy", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:isReplacedBy", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:isRequiredBy", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:isVersionOf", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:references", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:replaces", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"dcterms:requires", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"cc:license", "rdf:resource", ValueType::address, true},
                                   AttributeRule{"thr:in-reply-to", "ref", ValueType::words, true},
                                   AttributeRule{"thr:in-reply-to", "href", ValueType::address},
                                   AttributeRule{"thr:in-reply-to", "source", ValueType::address},
                                   AttributeRule{"thr:in-reply-to", "type", ValueType::media_type},
                                   AttributeRule{"media:content", "url", ValueType::address, true},
                                   AttributeRule{"media:content", "fileSize", ValueType::positive},
                                   AttributeRule{"media:content", "type", ValueType::media_type},
                                   AttributeRule{"media:content", "medium", ValueType::medium},
                                   AttributeRule{"media:content", "isDefault", ValueType::truth},
                                   AttributeRule{"media:content", "expression", ValueType::expression},
                                   AttributeRule{"media:content", "bitrate", ValueType::measure},
                                   AttributeRule{"media:content", "framerate", ValueType::measure},
                                   AttributeRule{"media:content", "samplingrate", ValueType::measure},
                                   AttributeRule{"media:content", "channels", ValueType::count},
                                   AttributeRule{"media:content", "duration", ValueType::measure},
                                   AttributeRule{"media:content", "height", ValueType::positive},
                                   AttributeRule{"media:content", "width", ValueType::positive},
                                   AttributeRule{"media:content", "lang", ValueType::language},
                                   AttributeRule{"media:thumbnail", "url", ValueType::address, true},
                                   AttributeRule{"media:thumbnail", "height", ValueType::positive},
                                   AttributeRule{"media:thumbnail", "width", ValueType::positive},
                                   AttributeRule{"media:thumbnail", "time", ValueType::play_time},
                                   AttributeRule{"media:player", "url", ValueType::address, true},
                                   AttributeRule{"media:player", "height", ValueType::positive},
                                   AttributeRule{"media:player", "width", ValueType::positive},
                                   AttributeRule{"media:credit", "role", ValueType::role, true},
                                   AttributeRule{"media:copyright", "url", ValueType::address}};

}  // namespace

const ElementRule* element_rule(std::string_view name, std::string_view within) {
    const auto is_same = [](char a, char b) { return lower(a) == lower(b); };
    const auto* const found = std::find_if(elements.begin(), elements.end(), [&](const ElementRule& rule) {
        return rule.within == within &&
               std::equal(rule.name.begin(), rule.name.end(), name.begin(), name.end(), is_same);
    });
    return found == elements.end() ? nullptr : found;
}

std::vector<AttributeRule> attribute_rules(std::string_view element) {
    std::vector<AttributeRule> out;
    std::copy_if(attributes.begin(), attributes.end(), std::back_inserter(out),
                 [&](const AttributeRule& rule) { return rule.element == element; });
    return out;
}

bool is_validated(std::string_view prefix) {
    constexpr std::array<std::string_view, 14> prefixes = {
        "atom", "cc",     "creativeCommons", "dc",    "dcterms", "geo",       "georss",
        "gml",  "itunes", "media",           "slash", "thr",     "trackback", "wfw"};
    return std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end();
}

}  // namespace masthead::feeds
