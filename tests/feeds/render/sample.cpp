#include "tests/feeds/render/sample.hpp"

#include <algorithm>
#include <chrono>

namespace masthead::tests {

using namespace feeds;
using namespace std::chrono_literals;

namespace {

constexpr Time day(int year, unsigned month, unsigned day_of_month, std::chrono::minutes at = 540min) {
    return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day_of_month)) +
           at;
}

Author bexley() {
    Author out;
    out.id = AuthorId{1};
    out.slug = "orla-bexley";
    out.name = "Orla Bexley";
    out.bio =
        "Orla Bexley is a professor of public law at the University of Harrowgate. She writes on courts, ferries & "
        "fees.";
    out.url = "https://bexley.example/";
    out.avatar = "/avatars/1f2e.png";
    out.role = "professor of public law";
    out.affiliation = "University of Harrowgate";
    out.profiles = {{"mastodon", "orla@social.example", "https://social.example/@orla"},
                    {"github", "orlabexley", "https://github.com/orlabexley"}};
    return out;
}

Author quill() {
    Author out;
    out.id = AuthorId{2};
    out.slug = "tomas-quill";
    out.name = "Tom\u00E1s Quill";
    out.bio = "Tom\u00E1s Quill covers energy for the Harbour Post.";
    out.profiles = {{"bluesky", "quill.example", "https://bsky.app/profile/quill.example"}};
    return out;
}

Credit credit(const Author& author, Part part) {
    Credit out;
    out.person.name = author.name;
    out.author = author.id;
    out.part = part;
    return out;
}

Credit stranger(std::string name, Part part) {
    Credit out;
    out.person.name = std::move(name);
    out.part = part;
    return out;
}

PublishedEntry entry(int id, Time shown) {
    PublishedEntry out;
    out.stored.id = EntryId{id};
    out.stored.public_id = "urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6" + std::to_string(10 + id);
    out.stored.shown = shown;
    out.stored.updated = shown;
    out.page_url = "/entries/" + std::to_string(id);
    return out;
}

Provenance source(const std::string& host, std::string title) {
    Provenance out;
    out.id = "https://" + host + "/feed";
    out.title = std::move(title);
    out.feed_url = "https://" + host + "/feed";
    out.home_url = "https://" + host + "/";
    out.updated = day(2024, 5, 20);
    return out;
}

PublishedEntry post() {
    PublishedEntry out = entry(1, day(2024, 5, 18));
    Entry& own = out.stored.entry;
    own.url = "https://meridian.example/2024/the-price-of-a-ferry";
    own.title = "The price of a ferry: who pays & why";
    own.summary = "<p>Three councils, one boat, and a tariff from 1974.</p>";
    own.content =
        "<p>The ferry left at six, as it had <em>every</em> morning since the war.</p><h2>Who decided</h2>"
        "<blockquote><p>Nobody on the quay could say.</p></blockquote><p>What remains is a tariff of 1974 "
        "(<a href=\"https://archive.example/tariff?y=1974&amp;p=2\">scan</a>).</p>";
    own.language = "en-GB";
    own.published = out.stored.shown;
    own.image = "https://meridian.example/ferry.jpg";
    own.categories = {"Transport", "Law & order"};
    own.comments_url = "https://meridian.example/2024/the-price-of-a-ferry#comments";
    own.credits = {credit(bexley(), Part::author), stranger("Ines Okafor", Part::author),
                   credit(quill(), Part::editor)};
    out.stored.updated = day(2024, 5, 19);
    out.source = source("meridian.example", "The Meridian");
    return out;
}

PublishedEntry episode() {
    PublishedEntry out = entry(2, day(2024, 5, 20));
    Entry& own = out.stored.entry;
    own.kind = Kind::episode;
    own.url = "https://reading.example/12";
    own.title = "Second Reading 12: Slow courts";
    own.summary = "<p>Why a hearing takes a year.</p>";
    own.content = "<p>Why a hearing takes a year, and what it costs to wait.</p>";
    own.image = "https://reading.example/12.jpg";
    own.enclosures = {{"https://media.example/12.mp3", "audio/mpeg", "", 31415926, 1865s},
                      {"https://media.example/12.m4a", "audio/x-m4a", "", 21415926, 1865s}};
    own.episode.number = 12;
    own.episode.season = 2;
    own.episode.season_name = "Delay";
    own.episode.type = "full";
    own.episode.is_explicit = false;
    own.episode.has_cover = true;
    own.episode.transcripts = {{"https://reading.example/12.vtt", "text/vtt", "en", ""}};
    own.episode.chapters_url = "https://reading.example/12.json";
    own.episode.chapters_type = "application/json+chapters";
    own.episode.soundbites = {{73, 30.5, "The clock in room four"}};
    own.credits = {credit(bexley(), Part::host), credit(quill(), Part::host), stranger("Paul Reith", Part::guest)};
    own.credits[2].podcast_role = "guest";
    own.credits[2].podcast_group = "cast";
    out.source = source("reading.example", "Second Reading");
    out.source.image = "https://reading.example/cover.jpg";
    return out;
}

PublishedEntry letter() {
    PublishedEntry out = entry(3, day(2024, 5, 21));
    Entry& own = out.stored.entry;
    own.kind = Kind::newsletter;
    own.url = "https://letters.example/p/cold-start";
    own.title = "Cold start";
    own.content = "<p>Good morning. The grid held.</p><p>It held because nobody trusted it to.</p>";
    own.credits = {credit(quill(), Part::author)};
    out.source = source("letters.example", "Cold Start");
    out.alternates = {{"https://harbourpost.example/cold-start", "Harbour Post"}};
    return out;
}

Page page_with(std::vector<PublishedEntry> entries) {
    Page out;
    out.site.base_url = "https://feeds.example";
    out.site.title = "Feeds of the faculty";
    out.path = "/feeds/all";
    out.title = "Everything";
    out.description = "All that our authors publish.";
    out.language = "en";
    out.authors = {bexley(), quill()};
    out.entries = std::move(entries);
    out.updated = day(2024, 5, 21);
    return out;
}

}  // namespace

Page rich_page() {
    Page out = page_with({letter(), episode(), post()});
    out.site.hub = "https://hub.example/";
    out.prev_archive = 3;
    return out;
}

Page podcast_page() {
    Page out = page_with({episode()});
    out.type = Page::Type::author;
    out.path = "/authors/orla-bexley/episodes";
    out.title = "Orla Bexley: episodes";
    out.subject = bexley();
    out.podcast = true;
    return out;
}

Page poor_page() {
    PublishedEntry nothing = entry(4, day(2024, 1, 1));
    PublishedEntry only_text = entry(5, day(2024, 1, 2));
    only_text.stored.entry.content = "<p>No title, no author, only this.</p>";
    PublishedEntry only_title = entry(6, day(2024, 1, 3));
    only_title.stored.entry.title = "Only a title";
    PublishedEntry only_file = entry(7, day(2024, 1, 4));
    only_file.stored.entry.kind = Kind::episode;
    only_file.stored.entry.enclosures = {{"https://media.example/7", "", "", std::nullopt, std::nullopt}};
    PublishedEntry only_picture = entry(8, day(2024, 1, 5));
    only_picture.stored.entry.enclosures = {
        {"https://media.example/8.png", "image/png", "", std::nullopt, std::nullopt}};
    std::vector<PublishedEntry> entries = {only_picture, only_file, only_title, only_text, nothing};
    for (auto& one : entries) one.source.id = "urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea699";
    Page out = page_with(std::move(entries));
    out.title = out.description = out.language = "";
    out.authors.clear();
    return out;
}

Page hostile_page() {
    const std::string attack = "]]>\"'</script><!--<b>&amp;&#0;\x01\xFF\xC0\x80\xEF\xBF\xBE\xC2\x85\r\n\x7F end";
    PublishedEntry out = entry(9, day(2024, 1, 6));
    Entry& own = out.stored.entry;
    own.kind = Kind::episode;
    own.url = "javascript:alert(1)";
    own.title = own.language = own.image = own.comments_url = own.external_url = own.rights = attack;
    own.content = "<p>]]&gt; &lt;/content&gt; \xFF \xEF\xBF\xBF</p>";
    own.categories = {attack};
    own.enclosures = {{"https://media.example/a b.mp3", attack, attack, 1, 1s}, {"javascript:1", "", "", 1, 1s}};
    own.episode.number_display = own.episode.season_name = own.episode.type = own.episode.location = attack;
    own.episode.license = own.episode.license_url = own.episode.chapters_url = own.episode.chapters_type = attack;
    own.episode.transcripts = {{"https://reading.example/9.vtt", attack, attack, attack}};
    own.episode.soundbites = {{1, 2, attack}};
    own.credits = {stranger(attack, Part::author), credit(bexley(), Part::author)};
    own.credits[0].podcast_role = own.credits[0].podcast_group = attack;
    out.source = source("a.example", attack);
    out.source.image = out.source.rights = out.source.home_url = attack;
    out.alternates = {{attack, attack}, {"https://b.example/?a=1&b=2", attack}};
    Page page = page_with({out});
    page.title = page.description = page.language = page.image = attack;
    page.authors[0].name = page.authors[0].bio = page.authors[0].role = page.authors[0].url = attack;
    page.authors[0].profiles = {{attack, attack, "https://social.example/\"><script>"}};
    page.subject = page.authors[0];
    page.feeds = {{"/feeds/all", attack, attack, false}};
    return page;
}

}  // namespace masthead::tests
