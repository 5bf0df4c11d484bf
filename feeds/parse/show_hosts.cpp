#include "feeds/parse/show_hosts.hpp"

#include <algorithm>
#include <array>

#include "feeds/parse/feed_credits.hpp"
#include "feeds/people/bio_subject.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/name_words.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/prose_tokens.hpp"
#include "feeds/people/word_list.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/phrase_finder.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

using Names = std::vector<std::string>;

constexpr std::size_t longest_description = 4000;
constexpr std::size_t most_words_before_a_name = 4;  // "the award-winning historian"
constexpr std::size_t longest_list = 500;
constexpr std::size_t most_hosts = 10;

// What stands right before the hosts' names, folded. "Presented by" is not among them, as sponsors present, too.
constexpr std::array<std::string_view, 25> host_phrases = {
    "hosted by",     "co-hosted by",    "cohosted by",     "join host",          "join hosts",
    "your host",     "your hosts",      "with host",       "with hosts",         "with co-hosts",
    "moderiert von", "gehostet von",    "anime par",       "animee par",         "presente par",
    "presentee par", "presentado por",  "presentada por",  "conducido por",      "condotto da",
    "presentato da", "apresentado por", "apresentada por", "gepresenteerd door", "prowadza"};

// Networks make podcasts, too: these say who hosts where two people follow.
constexpr std::array<std::string_view, 11> maker_phrases = {"podcast by",  "show by",     "podcast von", "podcast mit",
                                                            "podcast de",  "podcast di",  "podcast par", "podcast avec",
                                                            "podcast van", "podcast met", "podcast con"};

// What two people do who are named before it, so that they are no subjects of the show.
constexpr std::array<std::string_view, 26> host_verbs = {
    "analyse",     "analyze", "answer",  "break",   "chat",    "debate",   "discuss", "discutent", "discutono",
    "diskutieren", "dive",    "examine", "explain", "explore", "hablan",   "host",    "interview", "look",
    "parlano",     "parlent", "praten",  "reden",   "speak",   "sprechen", "talk",    "unpack"};

// A quick look: most descriptions name nobody in these ways.
bool may_name_hosts(std::string_view line) {
    static const std::vector<std::string_view> phrases = [] {
        std::vector<std::string_view> out = {"hosts "};
        out.insert(out.end(), host_phrases.begin(), host_phrases.end());
        out.insert(out.end(), maker_phrases.begin(), maker_phrases.end());
        out.insert(out.end(), host_verbs.begin(), host_verbs.end());
        return out;
    }();
    static const PhraseFinder finder(phrases);
    return finder.is_in(folded(line));
}

// How many words a phrase has that stands at a word, with another behind it; 0 when none stands there.
template <std::size_t N>
std::size_t length_of_phrase_at(const std::array<std::string_view, N>& phrases, const std::vector<std::string>& keys,
                                std::size_t at) {
    for (const auto phrase : phrases) {
        if (!phrase.starts_with(keys[at])) continue;
        const auto wanted = words_of(phrase);
        const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(at);
        if (at + wanted.size() < keys.size() && std::equal(wanted.begin(), wanted.end(), begin)) return wanted.size();
    }
    return 0;
}

bool is_conjunction(std::string_view word) {
    const auto key = bare_word(word);
    return has_word(conjunctions, key) || has_word(careful_conjunctions, key);
}

// The rest of a line from the words on that may be a name: not "the award-winning historian", not "NPR's".
std::string_view from_name(std::string_view rest) {
    const auto words = words_of(rest);
    for (std::size_t i = 0; i < std::min(words.size(), most_words_before_a_name + 1); ++i) {
        const auto word = words[i];
        const bool is_possessive =
            word.size() > 2 && (word.substr(word.size() - 2) == "'s" || word.substr(word.size() - 3) == "\u2019s");
        if (begins_with_capital(word) && !is_possessive)
            return rest.substr(static_cast<std::size_t>(word.data() - rest.data()));
    }
    return {};
}

// "Hosts Ada Wick and Bo Lind": a noun at the beginning of a sentence, elsewhere a verb.
bool is_host_noun(const std::vector<std::string_view>& words, const std::vector<std::string>& keys, std::size_t at) {
    const bool begins = at == 0 || std::string_view(".!?").find(words[at - 1].back()) != std::string_view::npos;
    return begins && at + 1 < words.size() && (keys[at] == "hosts" || keys[at] == "co-hosts" || keys[at] == "cohosts");
}

// At most so many bytes, in whole words.
std::string_view start_of(std::string_view text, std::size_t longest) {
    return text.size() <= longest ? text : text.substr(0, std::min(text.rfind(' ', longest), longest));
}

std::string_view first_sentence(std::string_view line) {
    std::size_t end = 0;
    for (const auto& token : prose_tokens(start_of(line, longest_list)))
        if (token.sentence == 0) end = token.end;
    return line.substr(0, end);
}

// The names that a text begins with: "Ada Wick, Bo Farrant and Cy Dorn, who ...".
std::vector<std::string> names_of_list(std::string_view rest) {
    std::vector<std::string> out;
    bool is_ended = false;  // by a conjunction before the last
    while (out.size() < most_hosts && !is_ended) {
        if (const auto words = words_of(rest); !words.empty() && is_conjunction(words.front())) {
            is_ended = true;
            rest.remove_prefix(static_cast<std::size_t>(words.front().data() - rest.data()) + words.front().size());
        }
        rest = from_name(rest);
        const auto names = names_at_start(rest, Strictness::any);
        if (names.empty()) break;
        out.insert(out.end(), names.begin(), names.end());
        is_ended |= names.size() > 1;
        const auto length = length_of_name_at_start(rest, names.back());
        if (length == 0) break;
        // The comma belongs to the last word of the name; where somebody teaches stands in brackets.
        bool goes_on = rest[length - 1] == ',';
        rest = trimmed(rest.substr(length));
        if (!rest.empty() && rest.front() == '(' && rest.find(')') != std::string_view::npos) {
            rest = trimmed(rest.substr(rest.find(')') + 1));
            const auto words = words_of(rest);
            goes_on = !words.empty() && is_conjunction(words.front());
            if (!rest.empty() && rest.front() == ',') {
                goes_on = true;
                rest = trimmed(rest.substr(1));
            }
        }
        if (!goes_on) break;
    }
    if (!is_ended && out.size() > 1) out.resize(1);
    return out;
}

Names people_of_list(std::string_view rest) {
    auto names = names_of_list(first_sentence(rest));
    std::erase_if(names, [](const std::string& name) { return is_organization(name) || is_desk_name(name); });
    return names;
}

// "Ada Wick and Bo Lind discuss ...": two names before such a verb.
Names who_talk(std::string_view rest) {
    auto names = people_of_list(rest);
    if (names.size() < 2) return {};
    const auto last = rest.find(names.back());
    if (last == std::string_view::npos) return {};
    const auto behind = words_of(rest.substr(last + names.back().size()));
    return !behind.empty() && is_one_of(host_verbs, bare_word(behind.front())) ? names : Names();
}

}  // namespace

std::vector<std::string> hosts_in_description(std::string_view text) {
    const auto line = one_line(start_of(text, longest_description));
    if (!may_name_hosts(line)) return {};
    const auto words = words_of(std::string_view(line));
    std::vector<std::string> keys(words.size());
    std::transform(words.begin(), words.end(), keys.begin(), bare_word);
    const auto from = [&](std::size_t word) {
        return std::string_view(line).substr(static_cast<std::size_t>(words[word].data() - line.data()));
    };
    // The surest first, wherever it stands.
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto length = is_host_noun(words, keys, i) ? 1 : length_of_phrase_at(host_phrases, keys, i);
        if (length == 0) continue;
        if (auto names = people_of_list(from(i + length)); !names.empty()) return names;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto length = length_of_phrase_at(maker_phrases, keys, i);
        if (length == 0) continue;
        if (auto names = people_of_list(from(i + length)); names.size() > 1) return names;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool may_begin = i == 0 || std::string_view(".!?,:").find(words[i - 1].back()) != std::string_view::npos;
        if (!may_begin || !begins_with_capital(words[i])) continue;
        if (auto names = who_talk(from(i)); !names.empty()) return names;
    }
    return {};
}

void add_hosts_of_description(Document& document) {
    const auto is_episode = [](const Entry& entry) { return entry.kind == Kind::episode; };
    const auto is_host = [](const Credit& credit) { return credit.part == Part::host; };
    if (std::none_of(document.entries.begin(), document.entries.end(), is_episode) ||
        std::any_of(document.people.begin(), document.people.end(), is_host))
        return;
    for (auto& name : hosts_in_description(plain_text(document.publication.description))) {
        const auto is_known = [&](const Credit& credit) { return same_name(credit.person.name, name); };
        if (std::any_of(document.people.begin(), document.people.end(), is_known)) continue;
        Credit credit;
        credit.person.name = std::move(name);
        credit.part = Part::host;
        credit.origin = Origin::prose;
        add_credit(document.people, std::move(credit));
    }
}

}  // namespace masthead::feeds
