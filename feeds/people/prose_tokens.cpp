#include "feeds/people/prose_tokens.hpp"

#include <algorithm>
#include <array>

#include "feeds/people/account_words.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/word_list.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

constexpr auto stops = std::to_array<std::string_view>({"。", "।", "؟", "！", "？"});
constexpr auto opening =
    std::to_array<std::string_view>({"(", "[", "\"", "'", "“", "„", "«", "‘", "（", "「", "*", "_", "–", "—", "-"});
constexpr auto closing = std::to_array<std::string_view>({".",  ",", ";", ":",  "!",  "?", ")",  "]",  "\"", "'",
                                                          "”",  "“", "»", "’s", "’",  "‘", "）", "」", "：", "、",
                                                          "，", "،", "؛", "*",  "。", "।", "؟",  "…",  "–",  "—"});

bool is_handle_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '-';
}

// An "@" that begins a handle: it stands in no address.
bool begins_handle(std::string_view line, std::size_t at) {
    return line[at] == '@' && (at == 0 || !is_handle_character(line[at - 1])) && at + 1 < line.size() &&
           is_handle_character(line[at + 1]);
}

std::size_t end_of_handle(std::string_view line, std::size_t at) {
    std::size_t end = at + 1;
    while (end < line.size() &&
           (is_handle_character(line[end]) || (line[end] == '@' && is_handle_character(line[end - 1]))))
        ++end;
    while (end > at + 1 && (line[end - 1] == '.' || line[end - 1] == '-' || line[end - 1] == '@')) --end;
    return end;
}

std::string_view stop_at(std::string_view line, std::size_t at) {
    for (const auto stop : stops)
        if (line.substr(at, stop.size()) == stop) return stop;
    return {};
}

std::size_t end_of_word(std::string_view line, std::size_t at) {
    for (std::size_t end = at; end < line.size(); ++end) {
        if (line[end] == ' ' || (end > at && begins_handle(line, end))) return end;
        if (const auto stop = stop_at(line, end); !stop.empty()) return end + stop.size();
    }
    return line.size();
}

std::string_view without_punctuation(std::string_view word) {
    for (bool cut = true; cut;) {
        cut = false;
        for (const auto mark : opening)
            if (word.substr(0, mark.size()) == mark) word.remove_prefix(mark.size()), cut = true;
        for (const auto mark : closing)
            if (word.size() >= mark.size() && word.substr(word.size() - mark.size()) == mark)
                word.remove_suffix(mark.size()), cut = true;
    }
    return word;
}

bool is_word(const PlatformWord& platform, std::string_view key) {
    return platform.is_stem ? key.substr(0, platform.word.size()) == platform.word : key == platform.word;
}

// "J.", "Dr.", "U.S.": a full stop that ends no sentence.
bool is_shortened(const ProseToken& token) {
    if (characters_of(token.word).size() <= 1 || token.word.find('.') != std::string_view::npos) return true;
    constexpr auto shortened = std::to_array<std::string_view>(
        {"dr", "prof", "mr", "mrs", "ms", "st", "vs", "jr", "sr", "etc", "inc", "bzw", "z", "ok", "mt", "eg", "ie"});
    return has_word(shortened, token.key);
}

// "Generation X. Tweets at": a letter with a full stop is an initial, but not before words that lead to a handle.
bool leads_to_handle(const std::vector<ProseToken>& tokens, std::size_t i) {
    return i < tokens.size() && begins_with_capital(tokens[i].word) &&
           (is_platform_word(tokens[i].key) || has_word(contact_words, tokens[i].key));
}

bool ends_sentence(std::string_view line, const std::vector<ProseToken>& tokens, std::size_t i) {
    const auto& token = tokens[i];
    if (token.is_handle) return false;
    const auto whole = line.substr(token.begin, token.end - token.begin);
    auto rest = whole;
    while (!rest.empty() && (rest.back() == ')' || rest.back() == '"' || rest.back() == '*')) rest.remove_suffix(1);
    if (rest.empty()) return false;
    for (const auto stop : stops)
        if (rest.size() >= stop.size() && rest.substr(rest.size() - stop.size()) == stop) return true;
    if (rest.back() == '!' || rest.back() == '?') return true;
    if (rest.back() != '.') return false;
    return token.word.empty() || !is_shortened(token) || leads_to_handle(tokens, i + 1);
}

// Whether the word names a platform where it stands: "X" does so before a colon or handle and behind "on" only.
std::string platform_at(std::string_view line, const std::vector<ProseToken>& tokens, std::size_t i) {
    const auto& token = tokens[i];
    const bool is_address = token.word.find_first_of("./") != std::string_view::npos;
    if (is_address && token.key != "twitter/x" && token.key != "x/twitter") return {};
    for (const auto& word : platform_words()) {
        if (!is_word(word, token.key) || token.is_handle) continue;
        const bool is_common_word = word.word == "x" || word.platform == "threads" || word.platform == "medium";
        const auto whole = line.substr(token.begin, token.end - token.begin);
        const bool has_colon = whole.find(':') != std::string_view::npos || whole.find("：") != std::string_view::npos;
        const bool before_handle =
            i + 1 < tokens.size() && tokens[i + 1].is_handle && whole.find('.') == std::string_view::npos;
        const bool behind_on = i > 0 && has_word(on_words, tokens[i - 1].key);
        if (!is_common_word || has_colon || before_handle || behind_on) return std::string(word.platform);
    }
    return {};
}

}  // namespace

bool is_platform_word(std::string_view key) {
    const auto words = platform_words();
    return std::any_of(words.begin(), words.end(), [&](const PlatformWord& word) { return is_word(word, key); });
}

std::vector<ProseToken> prose_tokens(std::string_view line) {
    std::vector<ProseToken> tokens;
    for (std::size_t i = 0; i < line.size();) {
        if (line[i] == ' ') {
            ++i;
            continue;
        }
        ProseToken token;
        token.begin = i;
        token.is_handle = begins_handle(line, i);
        token.end = token.is_handle ? end_of_handle(line, i) : end_of_word(line, i);
        const auto whole = line.substr(token.begin, token.end - token.begin);
        token.word = token.is_handle ? whole : without_punctuation(whole);
        token.key = bare_word(token.word);
        i = token.end;
        tokens.push_back(std::move(token));
    }
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        tokens[i].platform = platform_at(line, tokens, i);
        tokens[i].sentence = sentence;
        if (ends_sentence(line, tokens, i)) ++sentence;
    }
    return tokens;
}

}  // namespace masthead::feeds
