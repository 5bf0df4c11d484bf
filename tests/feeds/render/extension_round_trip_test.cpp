#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "feeds/parse/parse.hpp"
#include "feeds/render/render.hpp"
#include "tests/feeds/render/sample.hpp"

namespace masthead::feeds {
namespace {

// An episode with what podcasts of today say of one, a piece with places and pictures, and one of a planet.
constexpr const char* document = R"(<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:georss="http://www.georss.org/georss"
  xmlns:gml="http://www.opengis.net/gml" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#"
  xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
  xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:psc="http://podlove.org/simple-chapters"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
  xmlns:cc="http://creativecommons.org/ns#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:quay="https://quay.example/ns/1#">
<channel><title>Quay</title><link>https://quay.example/</link><description>Ships.</description>
<item><title>High water</title><guid isPermaLink="false">quay-1</guid><pubDate>Mon, 06 Jan 2025 10:00:00 +0000</pubDate>
  <description>On tides.</description>
  <enclosure url="https://quay.example/1.mp3" length="9000" type="audio/mpeg"/>
  <podcast:episode>12.5</podcast:episode>
  <podcast:location rel="subject" geo="geo:51.9,4.5" osm="R324431" country="NL">Rotterdam</podcast:location>
  <podcast:alternateEnclosure type="audio/opus" length="4000" bitrate="96000" title="Low">
    <podcast:source uri="https://quay.example/1.opus"/><podcast:source uri="ipfs://QmTide"/>
    <podcast:integrity type="sri" value="sha384-tide"/></podcast:alternateEnclosure>
  <podcast:value type="lightning" method="keysend" suggested="0.00000005000">
    <podcast:valueRecipient name="Ada &amp; Bo" type="node" address="02d5" split="90"/>
    <podcast:valueTimeSplit startTime="60" duration="30"><podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"
      itemGuid="x"/></podcast:valueTimeSplit></podcast:value>
  <podcast:images srcset="https://quay.example/1-600.png 600w, https://quay.example/1-1500.png 1500w"/>
  <podcast:socialInteract uri="https://talk.example/@ada/1" protocol="activitypub" accountId="@ada"
    accountUrl="https://talk.example/@ada" priority="1"/>
  <podcast:contentLink href="https://quay.example/live">Watch</podcast:contentLink>
  <podcast:txt purpose="verify">S6lpp-7ZCn8</podcast:txt>
  <podcast:funding url="https://quay.example/give">Give</podcast:funding>
  <psc:chapters version="1.2"><psc:chapter start="00:00:00" title="Ebb"/><psc:chapter start="00:10:00.5" title="Flood"
    href="https://quay.example/flood"/></psc:chapters>
  <quay:berth number="7" xml:lang="nl">Maas &lt; Rijn</quay:berth>
</item>
<item><title>The harbour</title><guid isPermaLink="false">quay-2</guid><pubDate>Tue, 07 Jan 2025 10:00:00 +0000</pubDate>
  <description>On harbours.</description>
  <media:group><media:title>Harbour</media:title>
    <media:content url="https://quay.example/2.mp4" type="video/mp4" width="640" height="360" lang="nl"/>
    <media:content url="https://quay.example/2.webm" type="video/webm" isDefault="true" duration="61.5">
      <media:thumbnail url="https://quay.example/2.jpg" width="120" height="90" time="12:05:01.123"/></media:content>
  </media:group>
  <media:thumbnail url="https://quay.example/2-large.jpg" width="1200" height="900"/>
  <media:player url="https://quay.example/play/2" height="360" width="640"/>
  <media:rating>nonadult</media:rating><media:keywords>harbour, ships</media:keywords>
  <georss:where><gml:Point><gml:pos>51.9 4.5</gml:pos></gml:Point></georss:where>
  <georss:polygon>51 4 51 5 52 5 51 4</georss:polygon>
  <geo:lat>51.9</geo:lat><geo:long>4.5</geo:long>
</item>
<item><title>An answer</title><guid isPermaLink="false">quay-3</guid><pubDate>Wed, 08 Jan 2025 10:00:00 +0000</pubDate>
  <description>On answers.</description>
  <thr:in-reply-to ref="tag:quay.example,2025:2" href="https://quay.example/2" type="text/html"/>
  <thr:total>3</thr:total><slash:comments>3</slash:comments><slash:department>no-wind</slash:department>
  <wfw:commentRss>https://quay.example/3/comments.xml</wfw:commentRss>
  <dc:publisher>Quay</dc:publisher><dcterms:isPartOf rdf:resource="https://quay.example/series"/>
  <dcterms:spatial>Rotterdam</dcterms:spatial><cc:license rdf:resource="https://cc.example/by/4.0"/>
</item></channel></rss>)";

class ExtensionRoundTrip : public testing::TestWithParam<Format> {};

Page page_of(const Document& read) {
    Page page = tests::rich_page();
    const PublishedEntry model = page.entries.front();
    page.entries.clear();
    for (const auto& entry : read.entries) {
        page.entries.push_back(model);
        page.entries.back().stored.public_id =
            "urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea62" + std::to_string(page.entries.size());
        page.entries.back().stored.entry = entry;
    }
    return page;
}

// Less those of Apple, which an episode of ours has of its own.
std::vector<ExtensionElement> extensions_of(const Entry& entry) {
    auto out = entry.extensions;
    const auto is_apples = [](const auto& element) { return element.uri.find("itunes") != std::string::npos; };
    out.erase(std::remove_if(out.begin(), out.end(), is_apples), out.end());
    return out;
}

TEST_P(ExtensionRoundTrip, GivesWhatItsOriginGave) {
    const auto original = parse(document, {"https://quay.example/feed", "", ""}, {});
    ASSERT_EQ(original->entries.size(), 3U);
    const auto again = parse(render(page_of(*original), GetParam()), {"https://feeds.example/feeds/all", "", ""}, {});
    ASSERT_EQ(again->entries.size(), 3U);
    EXPECT_TRUE(again->notes.empty());
    for (std::size_t entry = 0; entry < 3; ++entry) {
        const auto given = extensions_of(original->entries[entry]);
        const auto got = extensions_of(again->entries[entry]);
        ASSERT_EQ(got.size(), given.size()) << original->entries[entry].title;
        for (std::size_t i = 0; i < given.size(); ++i) EXPECT_EQ(got[i], given[i]) << given[i].name;
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, ExtensionRoundTrip, testing::Values(Format::rss, Format::atom),
                         [](const auto& test) { return test.param == Format::rss ? "Rss" : "Atom"; });

}  // namespace
}  // namespace masthead::feeds
