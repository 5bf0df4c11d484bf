#include "feeds/parse/page_hints.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>
#include <vector>

#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The names that elements are given, by what they hint at: words of class and id, parted by commas.
struct Names {
    bool PageHints::*hint;
    std::string_view list;
};

constexpr std::array names = {
    Names{&PageHints::others,
          "related,recommend,recommended,recommendations,recommendation,recirc,recirculation,trending,"
          "most read,mostread,most popular,mostpopular,popular,popular posts,more from,morefrom,"
          "more stories,read next,readnext,read more posts,up next,also read,read also,you may like,"
          "comments,comment,disqus,discussion,respond,responses,reactions,webmentions,"
          "mentions list,h cite,outbrain,taboola,sponsored,promoted,advertorial,pagination,"
          "post navigation,nav links,blogroll,blog list,bloglist,u comment,u like,u repost,"
          "further reading,"},
    Names{&PageHints::site,
          "nav,navigation,navbar,menu,breadcrumb,breadcrumbs,share,sharing,compartir,teilen,partager,condividi,"
          "partilhar,delen,sharedaddy,sharebar,social,"
          "socials,addtoany,addthis,newsletter,signup,sign up,subscribe,subscription,cookie,cookies,"
          "consent,gdpr,banner,popup,modal,overlay,paywall,regwall,registration,ad,ads,advert,"
          "advertisement,promo,toolbar,sidebar,widget,site footer,page footer,footer cta,colophon,login,"
          "skip link,visually hidden,sr only,screen reader text,article tags,post tags,tag list,"
          "tags links,tags,like button,cta,donate,donation,ticker,search form,topbar,site header,masthead,"
          "print link,tabs,lang switcher,language switcher,meta nav"},
    Names{&PageHints::bio,
          "bio,biography,author info,author box,authorbox,author bio,author card,author description,"
          "author details,author desc,author summary,author tagline,author profile,author about,author footer,author "
          "text,author block,author note,"
          "author blurb,about author,about the author,about writer,about the writer,contributor,"
          "contributors,contributor note,contributor header,tagline,post credits,p note,writer info,"
          "writer bio,expert card,expert bio,profile head,profile header,profile card,person card,"
          "staff bio,authorinfo,author panel,author introduction,author section,"
          "biografia,biografie,biographie,sobre el autor,sobre la autora,autor bio,autor info,autor perfil,"
          "perfil autor,ficha autor,caja autor,sobre o autor,sobre a autora,autorenbox,autoren box,autoreninfo,"
          "autoren info,autorenprofil,uber den autor,uber die autorin,autor box,autorin box,a propos auteur,"
          "auteur bio,auteur info,bio auteur,bloc auteur,signature auteur,autore bio,scheda autore,box autore,"
          "info autore,over de auteur,o autorze,nota autora"},
    Names{&PageHints::byline,
          "byline,byline wrap,authors,posted by,postmeta,post meta,entry meta,article meta,"
          "article metadata,dateline,article info,guest byline,posted on,author name,p author,node meta,"
          "node submitted,blog item meta,credit,firma,firmado por,autores,autoren,auteurs,autori,"
          "autorenzeile,verfasser"},
    Names{&PageHints::standfirst,
          "standfirst,subtitle,subtitel,subhead,subheadline,sub title,dek,deck,lede,lead text,teaser text,"
          "article intro,kicker text,article summary,entry summary,p summary,article lead,chapo,sommario,"
          "vorspann,excerpt,entradilla,bajada,chapeau,occhiello,catenaccio"},
    Names{&PageHints::title,
          "entry title,post title,article title,headline,p name,page title,hed,article headline,"
          "story title,title"},
    Names{&PageHints::date,
          "date,published,dt published,posted on,pubdate,publish date,post date,entry date,article date,"
          "timestamp,date time,created,dateline,date header,publication date,fecha,datum,fecha publicacion,"
          "data publicacao,data pubblicazione,date publication"},
};

using NameIndex = std::unordered_multimap<std::string_view, bool PageHints::*>;

NameIndex read_names() {
    NameIndex out;
    for (const auto& [hint, list] : names) {
        std::string_view rest = list;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(','), rest.size());
            out.emplace(rest.substr(0, end), hint);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return out;
}

// The words of one name: "postFooter" and "post-footer" -> post, footer.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> out;
    char before = ' ';
    for (char c : name) {
        const bool starts = !is_letter(before) || (is_upper(c) && before >= 'a' && before <= 'z');
        if (is_letter(c)) {
            if (starts) out.emplace_back();
            out.back() += is_upper(c) ? static_cast<char>(c + 32) : c;
        }
        before = c;
    }
    return out;
}

// Sets the hints of a name: of each word in it, and of two and three words that stand together.
void add_hints(PageHints& hints, std::string_view name) {
    static const NameIndex index = read_names();
    const auto words = words_of(name);
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::string joined;
        for (std::size_t i = first; i < std::min(first + 3, words.size()); ++i) {
            joined += (joined.empty() ? "" : " ") + words[i];
            const auto [begin, end] = index.equal_range(joined);
            for (auto found = begin; found != end; ++found) hints.*(found->second) = true;
        }
    }
}

void add_name_hints(PageHints& hints, std::string_view list) {
    while (!list.empty()) {
        const auto end = std::min(list.find_first_of(" \t\r\n"), list.size());
        add_hints(hints, list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

bool is_tag(const HtmlNode& node, std::initializer_list<std::string_view> tags) {
    return std::find(tags.begin(), tags.end(), node.tag) != tags.end();
}

bool is_role(const HtmlNode& node, std::initializer_list<std::string_view> roles) {
    const std::string_view role = node.attribute("role");
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// How lines begin that announce other people's matter, parted by commas: English, German, French, Spanish, Italian,
// Portuguese, Polish, Dutch, Russian, Japanese, Chinese, Arabic, Hindi and Korean.
constexpr std::string_view announcements =
    "related,more from,more on,more by,more in,more stories,recommended,recommendations,"
    "read next,read more,read also,most read,most popular,popular,trending,you may also,"
    "you might also,see also,also on,up next,comments,responses,leave a comment,"
    "leave a reply,discussion,share this,keep reading,editors' picks,don't miss,"
    "newsletter,sign up,"
    "verwandte,mehr von,mehr zum,mehr aus,das könnte,lesen sie auch,auch interessant,"
    "meistgelesen,am meisten gelesen,empfohlen,empfehlungen,kommentare,weitere artikel,"
    "ähnliche,"
    "à lire aussi,lire aussi,à lire également,sur le même sujet,articles liés,les plus lus,"
    "commentaires,dans la même rubrique,voir aussi,plus d'articles,"
    "te puede interesar,también te puede,artículos relacionados,noticias relacionadas,"
    "lee también,lo más leído,más leídos,comentarios,más de,"
    "leggi anche,articoli correlati,i più letti,altri articoli,commenti,"
    "potrebbe interessarti,"
    "leia também,veja também,mais lidas,mais lidos,as mais lidas,os mais lidos,"
    "artigos relacionados,comentários,relacionad,"
    "czytaj też,czytaj także,zobacz też,zobacz także,przeczytaj także,najczęściej czytane,"
    "komentarze,powiązane,polecane,"
    "lees ook,gerelateerd,meest gelezen,reacties,meer van,"
    "читайте также,похожие,самое читаемое,комментарии,"
    "関連,おすすめ,コメント,よく読まれ,人気記事,あわせて読みたい,"
    "相关,相關,推荐阅读,评论,"
    "مقالات ذات صلة,ذات صلة,اقرأ أيض,الأكثر قراءة,التعليقات,تعليقات,"
    "संबंधित,यह भी पढ़ें,ये भी पढ़ें,टिप्पणि,सबसे ज़्यादा पढ़,관련 기사,댓글,";

constexpr std::string_view rights_notices =
    "©,(c),copyright,all rights reserved,alle rechte vorbehalten,tous droits réservés,"
    "todos los derechos,tutti i diritti,todos os direitos,wszelkie prawa,alle rechten,"
    "все права защищены,無断転載,版权所有,著作権,جميع الحقوق,सर्वाधिकार,";

std::vector<std::string> folded_items(std::string_view list) {
    std::vector<std::string> out;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        if (end > 0) out.push_back(folded(list.substr(0, end)));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return out;
}

bool begins_with_one(std::string_view line, const std::vector<std::string>& beginnings) {
    const std::string text = folded(line);
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const std::string& beginning) { return text.compare(0, beginning.size(), beginning) == 0; });
}

}  // namespace

PageHints hints_of(const HtmlNode& node) {
    PageHints out;
    if (node.is_text() || is_tag(node, {"html", "body"})) return out;
    add_name_hints(out, node.attribute("class"));
    add_name_hints(out, node.attribute("id"));
    out.others |=
        (node.tag == "aside" && !out.bio) || is_role(node, {"complementary"}) || node.has_word("rel", "sponsored");
    out.site |=
        is_tag(node, {"nav", "form", "button", "dialog", "amp-social-share", "amp-sidebar", "amp-consent", "amp-ad"}) ||
        is_role(node, {"navigation", "dialog", "alertdialog", "contentinfo", "search", "menu", "banner"}) ||
        node.has_attribute("hidden");
    out.byline |= node.has_word("itemprop", "author") || node.has_word("rel", "author");
    out.standfirst |= node.has_word("itemprop", "description") && !node.has_word("itemprop", "articleBody");
    out.title |= node.has_word("itemprop", "headline") || node.has_word("itemprop", "name");
    out.date |= node.tag == "time" || node.has_word("itemprop", "datePublished");
    return out;
}

bool announces_others(std::string_view line) {
    static const std::vector<std::string> beginnings = folded_items(announcements);
    return begins_with_one(line, beginnings);
}

bool is_rights_notice(std::string_view line) {
    static const std::vector<std::string> beginnings = folded_items(rights_notices);
    return begins_with_one(line, beginnings);
}

}  // namespace masthead::feeds
