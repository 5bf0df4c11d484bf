#include "feeds/parse/page_people.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "feeds/parse/html_page.hpp"

namespace masthead::feeds {
namespace {

constexpr const char* paragraphs =
    "<p>The weir was built in a dry year by people who did not believe in wet ones, and it has been repaired since.</p>"
    "<p>Nobody on the committee had seen the river in March, which is when the river decides what it will be.</p>"
    "<p>What is left of the first plan hangs in the library, between the fire notice and the opening hours.</p>";

Document page(const std::string& head, const std::string& body,
              const std::string& url = "https://weir.example/2021/05/weir") {
    const auto html =
        "<!doctype html><html lang=en><head><title>The Weir – The Weir Ledger</title>"
        "<meta property='og:site_name' content='The Weir Ledger'>" +
        head + "</head><body>" + body + "</body></html>";
    auto document = parse_html_page({html, "utf-8"}, {url, "text/html", ""}, Limits{});
    return document ? *document : Document{};
}

Document article(const std::string& head, const std::string& byline, const std::string& behind = "") {
    return page(
        "<meta property='og:type' content='article'>"
        "<meta property='article:published_time' content='2021-05-03T10:00:00Z'>" +
            head,
        "<article><h1>The Weir</h1>" + byline + "<div class='entry-content'>" + paragraphs + "</div>" + behind +
            "</article>");
}

std::string described(const Person& person) {
    std::string out = person.name;
    std::vector<std::string> accounts;
    for (const auto& profile : person.profiles) accounts.push_back(profile.platform + ":" + profile.handle);
    std::sort(accounts.begin(), accounts.end());
    for (const auto& account : accounts) out += " " + account;
    return out;
}

// Names and accounts of the authors of the first entry.
std::string authors_of(const Document& document) {
    std::string out;
    if (document.entries.empty()) return "(no entry)";
    for (const auto& credit : document.entries.front().credits)
        out += (out.empty() ? "" : " + ") + described(credit.person);
    return out;
}

struct ArticleCase {
    const char* name;
    const char* head;
    const char* byline;
    const char* behind;
    const char* authors;
};

class PeopleOfArticle : public testing::TestWithParam<ArticleCase> {};

TEST_P(PeopleOfArticle, AreItsAuthorsWithTheirOwnAccounts) {
    const auto& given = GetParam();
    EXPECT_EQ(authors_of(article(given.head, given.byline, given.behind)), given.authors);
}

INSTANTIATE_TEST_SUITE_P(
    Names, PeopleOfArticle,
    testing::Values(
        ArticleCase{"VisibleByline", "", "<p class='byline'>By Nell Wick and Odo Farrant</p>", "",
                    "Nell Wick + Odo Farrant"},
        ArticleCase{"PhotographersAreNoAuthors", "",
                    "<p class='byline'>By Nell Wick</p><p class='credit'>Photos: Odo Farrant</p>", "", "Nell Wick"},
        ArticleCase{"AdminIsNobody", "<meta name='author' content='admin'>",
                    "<span class='author'>admin</span><p class='guest-byline'><strong>By Nell Wick</strong></p>", "",
                    "Nell Wick"},
        ArticleCase{"TheSiteIsNobody",
                    "<script "
                    "type='application/"
                    "ld+json'>{\"@type\":\"Article\",\"author\":{\"@type\":\"Organization\",\"name\":\"The Weir "
                    "Ledger\"}}</script>",
                    "", "", ""},
        ArticleCase{"JsonLdBySingleString",
                    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\"Nell Wick\"}</script>",
                    "", "", "Nell Wick"},
        ArticleCase{"LostNameIsInTheBio", "",
                    "<div class='byline'>By , a columnist and a fellow of an institute.</div>",
                    "<p class='author-bio'>Nell Wick is a columnist. Twitter: <a "
                    "href='https://twitter.com/nwick'>@nwick</a></p>",
                    "Nell Wick twitter:nwick"},
        ArticleCase{"LostNameStaysLost", "", "<div class='byline'>By , a columnist and a fellow of an institute.</div>",
                    "", ""},
        ArticleCase{"DateBehindTheName", "",
                    "<p class='meta'>By <a rel=author href='/author/nell/'>Nell Wick</a> · May 3, 2021</p>", "",
                    "Nell Wick"},
        ArticleCase{"DateWithoutASpaceBehindTheName", "",
                    "<div class='entry-meta'><span class='byline'>By <a href='/author/nell/'>Nell "
                    "Wick</a></span><time datetime='2021-05-03'>May 3, 2021</time></div>",
                    "", "Nell Wick"},
        ArticleCase{"NamesWithoutASpaceBetween", "",
                    "<p class='byline'><span>By Nell Wick</span><span>and Odo Farrant</span></p>", "",
                    "Nell Wick + Odo Farrant"},
        ArticleCase{"RoleWithoutASpaceBehindTheName", "", "<p class='byline'>Nell Wick<span>Columnist</span></p>", "",
                    "Nell Wick"},
        ArticleCase{"MarkedInAnotherLanguage", "", "<p class='autor'>NELL WICK</p>", "", "NELL WICK"},
        ArticleCase{"NameBehindDateAndTime", "", "<div class='post-meta'>May 3, 2021 · 4 min · Nell Wick</div>", "",
                    "Nell Wick"},
        ArticleCase{"SectionBehindTheDate", "",
                    "<div class='post-meta'>May 3, 2021 · <a href='/harbour/'>Harbour Life</a></div>", "", ""},
        ArticleCase{"FirstLetterOnItsOwn", "", "<p class='byline'>By <b>N</b>ell Wick</p>", "", "Nell Wick"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Accounts, PeopleOfArticle,
    testing::Values(
        ArticleCase{"LinkOnTheNameThatMetadataGives", "<meta name=author content='Nell Wick'>",
                    "<div><a href='https://medium.com/@nwick'>Nell Wick</a> · Follow</div>", "",
                    "Nell Wick medium:nwick"},
        ArticleCase{"CalledLikeTheAuthorBesideTheByline", "",
                    "<p class='byline'>By Nell Wick</p><a href='https://x.com/nellwick'>@nellwick</a>"
                    "<a href='https://x.com/odo'>@odo</a>",
                    "", "Nell Wick twitter:nellwick"},
        ArticleCase{
            "JsonLdSameAs",
            "<script "
            "type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#n\",\"name\":\"Nell "
            "Wick\"}},{\"@type\":\"Person\",\"@id\":\"#n\",\"name\":\"Nell "
            "Wick\",\"sameAs\":[\"https://github.com/nellwick\"]}]}</script>",
            "", "", "Nell Wick github:nellwick"},
        ArticleCase{"JsonLdPersonsWhoAreNotTheAuthor",
                    "<script "
                    "type='application/"
                    "ld+json'>{\"@type\":\"Article\",\"author\":{\"@type\":\"Person\",\"name\":\"Nell Wick\"},"
                    "\"about\":{\"@type\":\"Person\",\"name\":\"Odo "
                    "Farrant\",\"sameAs\":\"https://x.com/odofarrant\"}}</script>",
                    "", "", "Nell Wick"},
        ArticleCase{
            "Microdata", "",
            "<div itemprop=author itemscope itemtype='https://schema.org/Person'>By <a itemprop=url "
            "href='/by/nell'><span "
            "itemprop=name>Nell Wick</span></a><link itemprop=sameAs href='https://social.example/users/nell'></div>",
            "", "Nell Wick mastodon:nell@social.example"},
        ArticleCase{"CreatorOfThePage",
                    "<meta name='twitter:creator' content='@nwick'><meta name='twitter:site' content='@weirledger'>",
                    "<p class='byline'>By Nell Wick</p>", "", "Nell Wick twitter:nwick"},
        ArticleCase{
            "CreatorThatIsTheSite",
            "<meta name='twitter:creator' content='@weirledger'><meta name='twitter:site' content='@weirledger'>",
            "<p class='byline'>By Nell Wick</p>", "", "Nell Wick"},
        ArticleCase{"CreatorNamedAfterTheSite", "<meta name='fediverse:creator' content='@weirledger@social.example'>",
                    "<p class='byline'>By Nell Wick</p>", "", "Nell Wick"},
        ArticleCase{"ShareButtons", "", "<p class='byline'>By Nell Wick</p>",
                    "<p class='author-bio'>Nell Wick writes. <a "
                    "href='https://twitter.com/intent/tweet?via=weirledger'>X</a> <a "
                    "href='https://t.me/share/url?url=x'>Telegram</a></p>",
                    "Nell Wick"},
        ArticleCase{
            "AccountsOfTheSite",
            "<script "
            "type='application/ld+json'>{\"@type\":\"Organization\",\"sameAs\":\"https://x.com/weirledger\"}</script>",
            "<p class='byline'>By Nell Wick</p>",
            "<p class='author-bio'>Nell Wick writes. <a href='https://x.com/weirledger'>Twitter</a></p>", "Nell Wick"},
        ArticleCase{"EmbeddedPosts", "", "<p class='byline'>By Nell Wick</p>",
                    "<blockquote class='twitter-tweet'>Odo Farrant (@odofarrant) <a "
                    "href='https://twitter.com/odofarrant/status/1'>May "
                    "3</a></blockquote>",
                    "Nell Wick"},
        ArticleCase{"RelatedPieces", "", "<p class='byline'>By Nell Wick</p>",
                    "<aside class='related'><h3>Related articles</h3><a href='/x'>The Lock</a> By <a rel=author "
                    "href='/author/odo'>Odo "
                    "Farrant</a> <a href='https://x.com/odofarrant'>@odofarrant</a></aside>",
                    "Nell Wick"},
        ArticleCase{"Comments", "", "<p class='byline'>By Nell Wick</p>",
                    "<section id=comments class='comments'><h3>Comments (1)</h3><div class='comment vcard "
                    "author'><cite class='fn'><a "
                    "href='https://twitter.com/odofarrant'>Odo Farrant</a></cite><p>I said so.</p></div></section>",
                    "Nell Wick"},
        ArticleCase{
            "CardWithIcons", "", "<p class='byline'>By Nell Wick</p>",
            "<div class='author-card'><h4><a href='/author/nell/'>Nell Wick</a></h4><p>Nell Wick writes about "
            "rivers.</p><a "
            "href='https://github.com/nellwick'><i></i></a><a href='https://orcid.org/0000-0002-1825-0097'></a></div>",
            "Nell Wick github:nellwick orcid:0000-0002-1825-0097"},
        ArticleCase{"ParagraphWithoutMarks", "", "<p>By Nell Wick</p>",
                    "<p>Nell Wick is a writer in Weir. Mastodon: @nell@social.example.</p>",
                    "Nell Wick mastodon:nell@social.example"},
        ArticleCase{"TwoBiosInOneBlock", "", "<p class='byline'>By Nell Wick and Odo Farrant</p>",
                    "<div class='contributors'><p>Nell Wick is a writer. Twitter: @lowwater</p><p>Odo Farrant is a "
                    "rower. Bluesky: "
                    "@odo.weir.example</p></div>",
                    "Nell Wick twitter:lowwater + Odo Farrant bluesky:odo.weir.example"},
        ArticleCase{
            "HCardWithRelMe", "", "",
            "<footer><div class='p-author h-card'><a class='p-name u-url' href='/'>Nell Wick</a><a rel=me class=u-url "
            "href='https://github.com/nellwick'>code</a></div></footer>",
            "Nell Wick github:nellwick"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PageOfGuest, DoesNotGiveTheOwnersAccountsToTheGuest) {
    const auto document = page(
        "<meta property='og:type' content='article'><link rel=me href='https://social.example/@odo'>"
        "<meta name='fediverse:creator' content='@odo@social.example'>",
        "<header class='h-card'><a class='p-name u-url u-uid' rel=me href='https://weir.example/'>Odo "
        "Farrant</a></header>"
        "<main class='h-entry'><h1 class='p-name'>The Weir</h1><p>By <span class='p-author h-card'>Nell Wick</span></p>"
        "<div class='e-content'>" +
            std::string(paragraphs) + "</div></main>");
    EXPECT_EQ(authors_of(document), "Nell Wick");
}

TEST(Credit, HoldsBioRoleAvatarAndUrl) {
    const auto document =
        article("", "<p class='byline'>By <a rel=author href='/author/nell/?utm_source=x'>Nell Wick</a></p>",
                "<div class='author-box'><img src='/img/nell.jpg' alt='Nell Wick'><h5>Nell Wick</h5><h6 "
                "class='job-title'>River "
                "editor</h6><p>Nell Wick writes about rivers. Twitter: @nwick</p></div>");
    ASSERT_EQ(authors_of(document), "Nell Wick twitter:nwick");
    const auto& credit = document.entries.front().credits.front();
    EXPECT_EQ(credit.person.bio, "Nell Wick writes about rivers.");
    EXPECT_EQ(credit.person.role, "River editor");
    EXPECT_EQ(credit.person.avatar, "https://weir.example/img/nell.jpg");
    EXPECT_EQ(credit.person.url, "https://weir.example/author/nell/");
    EXPECT_EQ(credit.origin, Origin::prose);
    EXPECT_EQ(credit.raw, "Nell Wick writes about rivers. Twitter: @nwick");
}

TEST(BioInTheText, IsNoPartOfItThoughNothingMarksIt) {
    for (const std::string bio : {"<p>Nell Wick is a professor of rivers at the Weir School. Twitter:&nbsp;@nwick</p>",
                                  "<p><i>Nell Wick ist Professorin an der Wehrschule.</i></p>"}) {
        const auto document = page("<meta property='og:type' content='article'>",
                                   "<article><h1>The Weir</h1><p class='byline'>By Nell Wick</p><div class='text'>" +
                                       std::string(paragraphs) + bio + "</div></article>");
        ASSERT_EQ(document.entries.size(), 1U);
        EXPECT_EQ(document.entries[0].content.find("Nell Wick"), std::string::npos) << bio;
        EXPECT_NE(document.entries[0].content.find("opening hours"), std::string::npos);
        ASSERT_EQ(document.entries[0].credits.size(), 1U);
        EXPECT_EQ(document.entries[0].credits[0].person.bio.str().substr(0, 12), "Nell Wick is") << bio;
    }
}

// Brackets, a dash, a line such as "About the author": how publications set it off.
TEST(BioInTheText, IsSetOffInManyWays) {
    const std::string bio = "Nell Wick is a professor at the Weir School.";
    for (const std::string& shown :
         {"<p>(" + bio + " Twitter: @nellwick)</p>", "<p>— " + bio + " Twitter: @nellwick</p>",
          "<p><em>" + bio + "</em><br>Twitter:&nbsp;@nellwick</p>",
          "<h4>About the author</h4><p>" + bio +
              "</p><p>Follow her on <a "
              "href='https://x.com/nellwick'>Twitter</a>.</p>",
          "<h4>Contributors</h4><p class=bio>" + bio + " Twitter: @nellwick</p>"}) {
        const auto document = page("<meta property='og:type' content='article'>",
                                   "<article><h1>The Weir</h1><p class='byline'>By Nell Wick</p><div class='text'>" +
                                       std::string(paragraphs) + shown + "</div></article>");
        ASSERT_EQ(document.entries.size(), 1U);
        EXPECT_EQ(document.entries[0].content.find("professor"), std::string::npos) << shown;
        EXPECT_NE(document.entries[0].content.find("opening hours"), std::string::npos) << shown;
        EXPECT_EQ(authors_of(document), "Nell Wick twitter:nellwick") << shown;
        const auto& person = document.entries[0].credits.at(0).person;
        EXPECT_EQ(person.bio, bio) << shown;
        EXPECT_EQ(person.role, "professor") << shown;
    }
}

TEST(BioInTheText, EndsBeforeTheBoxOfOtherPieces) {
    const auto document = page(
        "<meta property='og:type' content='article'>",
        "<article><h1>The Weir</h1><p class='byline'>By Nell Wick</p><div class='text'>" + std::string(paragraphs) +
            "<h4>About the author</h4><p>Nell Wick is a professor at the Weir School.</p><div class='related'><p>"
            "Nell Wick is also on Twitter: @weirledger</p></div></div></article>");
    EXPECT_EQ(authors_of(document), "Nell Wick");
}

TEST(BioInTheText, TellsTwoAuthorsApartInOneParagraph) {
    const auto document = page(
        "<meta property='og:type' content='article'>",
        "<article><h1>The Weir</h1><p class='byline'>By Nell Wick and Odo Farrant</p><div class='text'>" +
            std::string(paragraphs) +
            "<p><i>Nell Wick is a hydrologist. Twitter: <a href='https://x.com/wn'>@wn</a>. Odo Farrant is a diver, "
            "and the author of Depths. Twitter: <a href='https://x.com/of'>@of</a>.</i></p></div></article>");
    ASSERT_EQ(document.entries.size(), 1U);
    EXPECT_EQ(authors_of(document), "Nell Wick twitter:wn + Odo Farrant twitter:of");
    ASSERT_EQ(document.entries[0].credits.size(), 2U);
    EXPECT_EQ(document.entries[0].credits[0].person.bio, "Nell Wick is a hydrologist.");
    EXPECT_EQ(document.entries[0].credits[1].person.bio, "Odo Farrant is a diver, and the author of Depths.");
}

TEST(BioInTheText, IsNotWhatItsAuthorSaysThere) {
    const auto document = page("<meta property='og:type' content='article'>",
                               "<article><h1>The Weir</h1><p class='byline'>By Nell Wick</p><div class='text'>" +
                                   std::string(paragraphs) +
                                   "<p>Nell Wick: And what would you do with the weir if it were yours to keep?</p>"
                                   "</div></article>");
    ASSERT_EQ(document.entries.size(), 1U);
    EXPECT_NE(document.entries[0].content.find("yours to keep"), std::string::npos);
}

constexpr const char* list =
    "<ul><li><a href='/2021/05/weir'>The Weir</a> <time datetime='2021-05-03'>May 3, 2021</time></li>"
    "<li><a href='/2021/04/lock'>The Lock</a> <time datetime='2021-04-03'>April 3, 2021</time></li>"
    "<li><a href='/2021/03/mill'>The Mill</a> <time datetime='2021-03-03'>March 3, 2021</time></li></ul>"
    "<footer><a href='https://twitter.com/weirledger'>Twitter</a></footer>";

struct SubjectCase {
    const char* name;
    const char* profile;
    const char* subject;
};

class SubjectOfPage : public testing::TestWithParam<SubjectCase> {};

TEST_P(SubjectOfPage, IsTheAuthorWhosePageItIs) {
    const auto document = page("<meta name='twitter:site' content='@weirledger'>",
                               std::string(GetParam().profile) + list, "https://weir.example/author/nell-wick/");
    ASSERT_TRUE(document.subject.has_value());
    EXPECT_EQ(described(*document.subject), GetParam().subject);
    EXPECT_EQ(document.subject->bio, "Nell Wick writes about rivers.");
    EXPECT_EQ(authors_of(document), "Nell Wick");
    const auto is_sites = [](const Profile& profile) { return profile.handle == "weirledger"; };
    EXPECT_TRUE(std::any_of(document.site_profiles.begin(), document.site_profiles.end(), is_sites));
}

INSTANTIATE_TEST_SUITE_P(
    Pages, SubjectOfPage,
    testing::Values(
        SubjectCase{"JsonLd",
                    "<script "
                    "type='application/"
                    "ld+json'>{\"@type\":\"ProfilePage\",\"mainEntity\":{\"@type\":\"Person\",\"name\":\"Nell "
                    "Wick\",\"description\":\"Nell Wick writes about "
                    "rivers.\",\"sameAs\":[\"https://x.com/nwick\"]}}</script><h1>Nell "
                    "Wick</h1>",
                    "Nell Wick twitter:nwick"},
        SubjectCase{"HCard",
                    "<section class='h-card'><h1 class='p-name'><a class='u-url u-uid' "
                    "href='https://weir.example/author/nell-wick/'>Nell "
                    "Wick</a></h1><p class='p-note'>Nell Wick writes about rivers.</p><a rel=me "
                    "href='https://github.com/nellwick'>code</a>"
                    "</section>",
                    "Nell Wick github:nellwick"},
        SubjectCase{"HeadingAndBio",
                    "<div class='author-box'><h1 class='author-name'>Nell Wick</h1><p class='author-bio'>Nell Wick "
                    "writes about rivers.</p>"
                    "<p><a href='https://www.threads.net/@nell.wick'>Threads</a></p></div>",
                    "Nell Wick threads:nell.wick"},
        SubjectCase{"ListOfAccountsBesideTheBio",
                    "<h1>Nell Wick</h1><p class='bio'>Nell Wick writes about rivers.</p><ul class='social'>"
                    "<li><a href='https://x.com/nellwick'>Twitter</a></li>"
                    "<li><a href='https://bsky.app/profile/rivers.example.org'>Bluesky</a></li></ul>",
                    "Nell Wick bluesky:rivers.example.org twitter:nellwick"},
        SubjectCase{"ListOfSeveralPeoplesAccounts",
                    "<h1>Nell Wick</h1><p class='bio'>Nell Wick writes about rivers.</p><ul>"
                    "<li><a href='https://x.com/nellwick'>Nell</a></li><li><a href='https://x.com/odof'>Odo</a></li>"
                    "<li><a href='https://github.com/odof'>Odo's code</a></li></ul>",
                    "Nell Wick twitter:nellwick"},
        SubjectCase{"IconsBesideTheHeading",
                    "<div class='profile-box'><h1>Nell Wick</h1><div class='bio'>Nell Wick writes about rivers.</div>"
                    "<ul class='channels'><li><a href='https://bsky.app/profile/rivers.example.org'></a></li>"
                    "<li><a href='https://www.linkedin.com/in/dr-river'></a></li></ul></div><h2>All pieces</h2>",
                    "Nell Wick bluesky:rivers.example.org linkedin:dr-river"},
        SubjectCase{
            "IconsInABoxThatIsCalledSocial",
            "<h1>Nell Wick</h1><div class='author-social'><a href='https://bsky.app/profile/rivers.example.org'>"
            "</a></div><p class='bio'>Nell Wick writes about rivers.</p>",
            "Nell Wick bluesky:rivers.example.org"},
        SubjectCase{"BioThatNothingMarks",
                    "<main><h1>Nell Wick</h1><p>Nell Wick writes about rivers.</p><p>Nell Wick can be found where "
                    "there is water.</p><p>Follow her: <a href='https://bsky.app/profile/rivers.example.org'>B</a></p>",
                    "Nell Wick bluesky:rivers.example.org"},
        SubjectCase{"ContactLineBehindABioThatNothingMarks",
                    "<h1>Nell Wick</h1><p>Nell Wick writes about rivers. Twitter:&nbsp;@nellwick</p>",
                    "Nell Wick twitter:nellwick"},
        SubjectCase{"BioInATable",
                    "<table><tr><td><img src='/n.jpg'></td><td><h1>Nell Wick</h1><p>Nell Wick writes about rivers. "
                    "Bluesky: @rivers.example.org</p></td></tr></table><h2>Pieces by Nell Wick</h2>",
                    "Nell Wick bluesky:rivers.example.org"},
        SubjectCase{
            "TheSitesOwnUnderTheHeading",
            "<h1>Nell Wick</h1><p class='bio'>Nell Wick writes about rivers.</p><p>Follow us: "
            "<a href='https://bsky.app/profile/ledger.example.org'>B</a></p><p><a "
            "href='https://twitter.com/weirledger'>T</a></p><aside><a href='https://x.com/odof'>Odo</a></aside>",
            "Nell Wick"}),
    [](const auto& test) { return std::string(test.param.name); });

class AddressOfAuthor : public testing::TestWithParam<const char*> {};

TEST_P(AddressOfAuthor, MakesTheHeadingTheSubject) {
    const auto html =
        "<title>Nell Wick | The Weir Ledger</title><div><h1>Nell Wick</h1>"
        "<img src='/nell.jpg' alt='Portrait of Nell Wick'></div>" +
        std::string(list);
    const auto document = parse_html_page({html, "utf-8"}, {GetParam(), "text/html", ""}, Limits{}).value();
    ASSERT_TRUE(document.subject.has_value());
    EXPECT_EQ(document.subject->name, "Nell Wick");
    EXPECT_EQ(document.subject->avatar, "https://weir.example/nell.jpg");
    EXPECT_EQ(document.publication.title, "The Weir Ledger");
}

INSTANTIATE_TEST_SUITE_P(Languages, AddressOfAuthor,
                         testing::Values("https://weir.example/author/nell", "https://weir.example/autoren/nell",
                                         "https://weir.example/auteurs/nell", "https://weir.example/autori/nell"));

// A sidebar that says whose it is, by its line and not by its name.
TEST(SubjectOfPage, IsDescribedInTheBoxAboutTheAuthor) {
    for (const char* line : {"About the author", "Über die Autorin", "À propos de l’auteur :", "Sobre la autora"}) {
        const auto document =
            page("",
                 "<main><h1>Nell Wick</h1>" + std::string(list) + "</main><aside><h3>" + line +
                     "</h3><img src='/n.jpg' alt='Nell Wick'><p>Nell Wick writes about rivers.</p><ul><li><a "
                     "href='https://x.com/nellwick'>Twitter</a></li></ul></aside>",
                 "https://weir.example/author/nell-wick/");
        ASSERT_TRUE(document.subject.has_value());
        EXPECT_EQ(described(*document.subject), "Nell Wick twitter:nellwick") << line;
        EXPECT_EQ(document.subject->bio, "Nell Wick writes about rivers.") << line;
        EXPECT_EQ(document.subject->role, "") << line;
        EXPECT_EQ(document.subject->avatar, "https://weir.example/n.jpg") << line;
    }
}

TEST(SubjectOfPage, IsDescribedByTheParagraphsThatGoOnAboutIt) {
    const auto document = page("",
                               "<h1>Nell Wick</h1><p>Nell Wick is a hydrologist at the University of Harrowgate.</p>"
                               "<p>She is the author of The Upper River, and a diver. Twitter: @nellwick</p>"
                               "<p>The river rises in the hills, and is forty miles long without its bends.</p>" +
                                   std::string(list),
                               "https://weir.example/author/nell-wick/");
    ASSERT_TRUE(document.subject.has_value());
    EXPECT_EQ(described(*document.subject), "Nell Wick twitter:nellwick");
    EXPECT_EQ(document.subject->bio,
              "Nell Wick is a hydrologist at the University of Harrowgate. She is the author of The Upper River, and a "
              "diver.");
}

class HeadingOfAuthorsPage : public testing::TestWithParam<const char*> {};

// What themes and magazines make of an author's name over the list of the pieces.
TEST_P(HeadingOfAuthorsPage, LeadsToTheBioBelowIt) {
    const auto document = page("",
                               "<h1>" + std::string(GetParam()) +
                                   "</h1><div><p>Nell Wick is a hydrologist at the University of Harrowgate, and "
                                   "writes of rivers. Twitter: @nellwick</p></div>" +
                                   list,
                               "https://weir.example/author/nell-wick/");
    ASSERT_TRUE(document.subject.has_value());
    EXPECT_EQ(described(*document.subject), "Nell Wick twitter:nellwick");
    EXPECT_EQ(document.subject->bio,
              "Nell Wick is a hydrologist at the University of Harrowgate, and writes of rivers.");
}

INSTANTIATE_TEST_SUITE_P(Labels, HeadingOfAuthorsPage,
                         testing::Values("Nell Wick", "<span>Author:</span> <span class=vcard>Nell Wick</span>",
                                         "Author Archives: <span>Nell Wick</span>", "Posts by: Nell Wick",
                                         "All posts by Nell Wick", "Articles by Nell Wick", "Beiträge von Nell Wick",
                                         "Tous les articles de Nell Wick", "Artículos de Nell Wick",
                                         "Articoli di Nell Wick", "Artigos de Nell Wick", "Artikelen van Nell Wick",
                                         "Nell Wick, columnist", "Nell Wick – Hydrologist", "Nell Wick (columnist)"));

struct PortraitCase {
    const char* name;
    const char* box;
    const char* portrait;
};

class PortraitOfSubject : public testing::TestWithParam<PortraitCase> {};

TEST_P(PortraitOfSubject, IsTheOnlyPictureBesideTheHeading) {
    const auto document =
        page("", "<main>" + std::string(GetParam().box) + list + "</main>", "https://weir.example/author/nell-wick/");
    ASSERT_TRUE(document.subject.has_value());
    EXPECT_EQ(document.subject->avatar, GetParam().portrait);
}

INSTANTIATE_TEST_SUITE_P(
    Pages, PortraitOfSubject,
    testing::Values(
        PortraitCase{"InTheBox", "<div><div><img src='/n.jpg' alt=''></div><div><h1>Nell Wick</h1></div></div>",
                     "https://weir.example/n.jpg"},
        PortraitCase{"LoadedLater",
                     "<div><img src='data:image/gif;base64,R0lG' data-src='/n.jpg'><h1>Nell Wick</h1></div>",
                     "https://weir.example/n.jpg"},
        PortraitCase{"TheSitesMark", "<div><a href='/'><img src='/l.png'></a><h1>Nell Wick</h1></div>", ""},
        PortraitCase{"OfSomethingElse", "<div><img src='/w.jpg' alt='A weir'><h1>Nell Wick</h1></div>", ""},
        PortraitCase{"OneOfTwo", "<div><img src='/a.jpg'><img src='/b.jpg'><h1>Nell Wick</h1></div>", ""},
        PortraitCase{"InABoxOfItsName", "<h1>Nell Wick</h1><div class='field-portrait'><img src='/n.jpg' alt=''></div>",
                     "https://weir.example/n.jpg"},
        PortraitCase{"DescribedWithTheName",
                     "<figure><img src='/n.jpg' alt='Nell Wick at the weir of Harrowgate'></figure><h1>Nell Wick</h1>",
                     "https://weir.example/n.jpg"},
        PortraitCase{"OfThePieces", "<h1>Nell Wick</h1><img src='/a.jpg'>", ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PageOfAList, IsByTheOneWhomAllItsPiecesName) {
    std::string pieces;
    for (const char* slug : {"weir", "lock", "mill"})
        pieces += "<div class='post-preview'><h3><a href='/p/" + std::string(slug) + "'>The " + slug +
                  " of the upper river</a></h3><time datetime='2021-05-03'>May 3, 2021</time> "
                  "<a rel=author href='https://substack.com/@nellwick'>Nell Wick</a></div>";
    const auto document = page("", pieces, "https://weir.example/archive");
    ASSERT_EQ(document.people.size(), 1U);
    EXPECT_EQ(described(document.people.front().person), "Nell Wick substack:nellwick");
    EXPECT_FALSE(document.subject.has_value());
}

}  // namespace
}  // namespace masthead::feeds
