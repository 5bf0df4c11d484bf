#include "feeds/people/name_shape.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "feeds/people/byline_labels.hpp"
#include "feeds/people/name_words.hpp"
#include "feeds/people/nobody_words.hpp"
#include "feeds/people/role_words.hpp"
#include "feeds/people/word_list.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_name = 160;  // bytes; 50 characters of Devanagari
constexpr std::size_t most_words = 8;

UChar32 first_character(std::string_view text) {
    const auto characters = characters_of(text.substr(0, 4));
    return characters.empty() ? 0 : static_cast<UChar32>(characters.front());
}

// Letters, marks, and what joins or shortens the words of a name.
bool is_name_character(char32_t c) {
    constexpr std::u32string_view joining =
        U" .-'\",\u2010\u2011\u2018\u2019\u201C\u201D\u02BB\u02BC\u00B7\u30FB\u30FC\u3005\uFF0E\u200C\u200D";
    const auto type = u_charType(static_cast<UChar32>(c));
    return u_isalpha(static_cast<UChar32>(c)) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
           joining.find(c) != std::u32string_view::npos;
}

bool has_only_name_characters(std::string_view text) {
    const auto characters = characters_of(text);
    return std::all_of(characters.begin(), characters.end(), is_name_character);
}

bool has_capital_inside(std::string_view word) {
    const auto characters = characters_of(word);
    return std::any_of(characters.begin(), characters.end(),
                       [](char32_t c) { return u_isupper(static_cast<UChar32>(c)); });
}

// "van", "d’Anjou", "al-Hadrami": in lower case, yet part of a name.
bool is_lower_case_part(std::string_view word) {
    const bool is_joined =
        word.find_first_of("-'") != std::string_view::npos || word.find("\u2019") != std::string_view::npos;
    return (is_joined && has_capital_inside(word)) || has_word(particles, bare_word(word));
}

bool has_capitals_of_a_name(const std::vector<std::string_view>& words) {
    const bool all_lower = std::all_of(words.begin(), words.end(), [](auto word) { return !has_capital_inside(word); });
    if (all_lower) return words.size() <= 4;  // "orla bexley": some write theirs so
    if (begins_with_lower_case(words.back()) && !has_capital_inside(words.back())) return false;
    return std::all_of(words.begin(), words.end(),
                       [](auto word) { return !begins_with_lower_case(word) || is_lower_case_part(word); });
}

bool is_role_word(const std::string& word) { return has_stem(role_stems, word) || has_word(role_words, word); }

bool is_title(std::string_view word) {
    const auto key = folded(word);
    return has_word(titles, key) || (key.find('.') + 1 == key.size() && has_word(titles, bare_word(word)));
}

// A role among the words of a would-be name: some roles are surnames, too, unless they come first or in lower case.
bool has_role(const std::vector<std::string_view>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto key = bare_word(words[i]);
        if (has_stem(role_stems, key)) return true;
        const bool plainly = i == 0 || begins_with_lower_case(words[i]);
        if (words.size() > 1 && plainly && has_word(role_words, key)) return true;
    }
    return false;
}

// "Von" of "Von , Professorin für Wasserrecht": the name behind the label was lost. "Pär" folds to "par", but is a
// name.
bool is_label_alone(std::string_view key, std::size_t unfolded_size) {
    return std::any_of(labels().begin(), labels().end(), [&](const Label& label) {
        return label.kind == Label::Kind::author && label.phrase == key && label.phrase.size() == unfolded_size;
    });
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> out;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        if (end > 0) out.push_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return out;
}

std::string bare_word(std::string_view word) {
    auto key = folded(word);
    while (!key.empty() && (key.back() == ',' || key.back() == ':' || key.back() == ';')) key.pop_back();
    key.erase(std::remove(key.begin(), key.end(), '.'), key.end());
    return key;
}

bool begins_with_capital(std::string_view text) {
    const auto c = first_character(text);
    return c > 0 && u_isalpha(c) && !u_islower(c);
}

bool begins_with_upper_case(std::string_view text) { return u_isupper(first_character(text)); }

bool begins_with_lower_case(std::string_view text) {
    const auto c = first_character(text);
    return c > 0 && u_islower(c);
}

std::string_view without_titles(std::string_view name) {
    for (std::string_view rest = name;;) {
        const auto end = rest.find(' ');
        if (end == std::string_view::npos || !is_title(rest.substr(0, end))) return rest;
        rest.remove_prefix(end + 1);
    }
}

bool is_person_name(std::string_view text) {
    if (text.empty() || text.size() > longest_name || !has_only_name_characters(text)) return false;
    const auto words = words_of(text);
    if (words.size() > most_words || names_nobody(text)) return false;
    if (!u_isalpha(first_character(text)) || !has_capitals_of_a_name(words)) return false;
    if (words.size() > 1 && has_word(articles, bare_word(words.front()))) return false;
    return !has_role(words) && !is_organization(text);
}

bool is_desk_name(std::string_view text) {
    const auto words = words_of(text);
    if (words.size() < 2 || words.size() > most_words || !has_only_name_characters(text)) return false;
    return has_word(desk_words, bare_word(words.back())) && begins_with_capital(words.front()) && !names_nobody(text);
}

bool is_organization(std::string_view text) {
    const auto words = words_of(text);
    return std::any_of(words.begin(), words.end(), [&](auto word) {
        const auto key = bare_word(word);
        return has_stem(organization_stems, key) || (words.size() > 1 && has_word(organization_words, key));
    });
}

bool is_role(std::string_view text) {
    const auto words = words_of(text);
    if (std::any_of(words.begin(), words.end(), [](auto word) { return is_role_word(bare_word(word)); })) return true;
    return words.size() == 1 && std::any_of(joined_roles.begin(), joined_roles.end(), [&](auto role) {
               return text.size() >= role.size() && text.substr(text.size() - role.size()) == role;
           });
}

bool names_nobody(std::string_view text) {
    auto key = folded(text);
    while (!key.empty() && std::string_view(".!:;, ").find(key.back()) != std::string_view::npos) key.pop_back();
    if (key.empty() || has_word(nobody, key) || is_label_alone(key, text.size())) return true;
    const auto words = words_of(text);
    return std::any_of(words.begin(), words.end(), [](auto word) { return has_word(nobody_words, bare_word(word)); });
}

}  // namespace masthead::feeds
