#include "feeds/parse/kind.hpp"

#include <algorithm>
#include <array>

#include "feeds/text/fold.hpp"
#include "feeds/text/phrase_finder.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// Programs and services that publish newsletters and nothing else.
constexpr std::array<std::string_view, 12> services = {
    "substack",   "beehiiv",    "buttondown",       "mailchimp", "revue",    "convertkit",
    "tinyletter", "mailerlite", "campaign monitor", "sendy",     "listmonk", "kill-the-newsletter"};
constexpr std::array<std::string_view, 9> hosts = {
    "substack.com",  "beehiiv.com",          "buttondown.email",        "buttondown.com",
    "kit.com",       "campaign-archive.com", "kill-the-newsletter.com", "mailchi.mp",
    "tinyletter.com"};
// What newsletters call themselves, folded, in the languages of most of them.
constexpr std::array<std::string_view, 9> own_words = {"newsletter",    "news letter",     "nieuwsbrief",
                                                       "nyhetsbrev",    "infolettre",      "rundbrief",
                                                       "weekly letter", "boletin semanal", "in your inbox"};
// What is said to a subscriber, and where mailing services send him or her through.
constexpr std::array<std::string_view, 16> subscriber_words = {"list-manage.com/",
                                                               "/ss/c/",
                                                               "open.php?",
                                                               "unsubscribe",
                                                               "view in browser",
                                                               "se desabonner",
                                                               "abbestellen",
                                                               "abmelden",
                                                               "update your preferences",
                                                               "substack.com/redirect/",
                                                               "convertkit-mail",
                                                               "mailtrack",
                                                               "view this email",
                                                               "view online",
                                                               "you are receiving this",
                                                               "you received this"};

bool has_subscriber_word(std::string_view text) {
    static const PhraseFinder finder(subscriber_words);
    return finder.is_in(text);
}

template <std::size_t N>
bool contains_any(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool is_at_newsletter_host(std::string_view url) {
    const std::string host = url_parts(url).host;
    return std::any_of(hosts.begin(), hosts.end(), [&](std::string_view known) {
        if (host.size() < known.size() || host.compare(host.size() - known.size(), known.size(), known) != 0)
            return false;
        return host.size() == known.size() || host[host.size() - known.size() - 1] == '.';
    });
}

bool most_address_subscribers(const std::vector<Entry>& entries) {
    const auto count = std::count_if(entries.begin(), entries.end(),
                                     [](const Entry& entry) { return entry.kind == Kind::newsletter; });
    return count > 0 && static_cast<std::size_t>(count) * 2 > entries.size();
}

bool is_newsletter(const Document& document, std::string_view url) {
    const auto& publication = document.publication;
    return contains_any(folded(publication.generator), services) || is_at_newsletter_host(url) ||
           is_at_newsletter_host(publication.url) || is_at_newsletter_host(publication.self_url) ||
           contains_any(folded(publication.title), own_words) ||
           contains_any(folded(plain_text(publication.description)), own_words) ||
           most_address_subscribers(document.entries);
}

bool ends_with(std::string_view text, std::string_view ending) {
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

bool is_recording(const Enclosure& enclosure) {
    if (enclosure.type.rfind("audio/", 0) == 0 || enclosure.type.rfind("video/", 0) == 0) return true;
    if (!enclosure.type.empty() && enclosure.type != "application/octet-stream") return false;
    const std::string path = folded(url_parts(enclosure.url).path);
    constexpr std::array<std::string_view, 7> endings = {".mp3", ".m4a", ".mp4", ".m4v", ".ogg", ".opus", ".aac"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return ends_with(path, ending); });
}

}  // namespace

bool addresses_subscribers(std::string_view html) {
    // Letters speak to those who get them at their top and at their foot.
    constexpr std::size_t looked_at = 4096;
    if (html.size() <= 2 * looked_at) return has_subscriber_word(html);
    return has_subscriber_word(html.substr(0, looked_at)) || has_subscriber_word(html.substr(html.size() - looked_at));
}

void decide_kinds(Document& document, std::string_view url) {
    const Kind written = is_newsletter(document, url) ? Kind::newsletter : Kind::post;
    for (auto& entry : document.entries) {
        const bool is_episode = std::any_of(entry.enclosures.begin(), entry.enclosures.end(), is_recording);
        entry.kind = is_episode ? Kind::episode : written;
    }
}

}  // namespace masthead::feeds
