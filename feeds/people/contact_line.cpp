#include "feeds/people/contact_line.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "feeds/people/account_words.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/word_list.hpp"

namespace masthead::feeds {
namespace {

// The tokens of one sentence: [first, end).
struct Sentence {
    std::size_t first, end;
};

std::vector<Sentence> sentences_of(const std::vector<ProseToken>& tokens) {
    std::vector<Sentence> out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (out.empty() || tokens[i].sentence != tokens[out.back().first].sentence) out.push_back({i, i});
        out.back().end = i + 1;
    }
    return out;
}

// Where the contact of a sentence begins: at its first handle or address or the label of that, and the words that lead
// there.
std::optional<std::size_t> contact_begin(const Sentence& sentence, const std::vector<ProseToken>& tokens,
                                         const std::vector<Mention>& mentions) {
    std::optional<std::size_t> begin;
    for (const auto& mention : mentions) {
        if (mention.token < sentence.first || mention.token >= sentence.end) continue;
        begin = mention.label ? std::min(mention.token, *mention.label) : mention.token;
        break;
    }
    for (auto i = sentence.first; i < sentence.end && !begin; ++i)
        if (is_mail_address(tokens[i])) begin = i;
    return begin;
}

// "Ada Wick (@ada) is": the brackets go, the sentence stays.
bool stands_in_brackets(std::string_view line, const ProseToken& token) {
    return token.begin > 0 && line[token.begin - 1] == '(' && token.end < line.size() && line[token.end] == ')';
}

std::string_view trimmed_end(std::string_view text) {
    constexpr auto marks =
        std::to_array<std::string_view>({" ", ",", ";", ":", "(", "-", "–", "—", "|", "•", "·", "/"});
    for (bool cut = true; cut;) {
        cut = false;
        for (const auto mark : marks)
            if (text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark)
                text.remove_suffix(mark.size()), cut = true;
    }
    return text;
}

bool ends_with_stop(std::string_view text) {
    for (const std::string_view stop : {".", "!", "?", "。", "।", "؟", "…", "\"", "”"})
        if (text.size() >= stop.size() && text.substr(text.size() - stop.size()) == stop) return true;
    return false;
}

// What is left of a sentence says nothing: a word or two, and no name.
bool says_nothing(std::string_view text, const std::vector<std::string>& names) {
    const auto words = words_of(text);
    if (words.empty()) return true;
    const auto key = name_key(text);
    const bool has_name = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return !name.empty() && key.find(name_key(name)) != std::string::npos;
    });
    return words.size() <= 2 && !has_name && text.size() < 24;
}

// Sentences of scripts without blanks follow each other without one.
void append(std::string& bio, std::string_view line, std::size_t position, std::string_view text) {
    if (!bio.empty() && position > 0 && line[position - 1] == ' ') bio += ' ';
    bio += text;
}

}  // namespace

bool is_contact_word(const ProseToken& token) { return token.word.empty() || has_word(contact_words, token.key); }

std::string without_contact(std::string_view line, const std::vector<ProseToken>& tokens,
                            const std::vector<Mention>& mentions, const std::vector<std::string>& names) {
    std::string bio;
    for (const auto& sentence : sentences_of(tokens)) {
        const auto first = tokens[sentence.first].begin, end = tokens[sentence.end - 1].end;
        auto begin = contact_begin(sentence, tokens, mentions);
        if (!begin) {
            append(bio, line, first, line.substr(first, end - first));
            continue;
        }
        if (const auto& handle = tokens[*begin]; stands_in_brackets(line, handle)) {
            const auto before = trimmed_end(line.substr(first, handle.begin - 1 - first));
            append(bio, line, first,
                   std::string(before) + std::string(line.substr(handle.end + 1, end - handle.end - 1)));
            continue;
        }
        while (*begin > sentence.first && is_contact_word(tokens[*begin - 1])) --*begin;
        const auto kept = trimmed_end(line.substr(first, tokens[*begin].begin - first));
        if (says_nothing(kept, names)) continue;
        append(bio, line, first, kept);
        if (!ends_with_stop(kept)) bio += '.';
    }
    return bio;
}

}  // namespace masthead::feeds
