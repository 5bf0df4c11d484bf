#include "feeds/people/names.hpp"

#include <algorithm>

#include "feeds/people/name_shape.hpp"
#include "feeds/people/name_words.hpp"
#include "feeds/people/word_list.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

// The words of a name for comparing: hyphens part words, full stops and apostrophes go.
std::vector<std::string> key_words(std::string_view name) {
    const auto line = one_line(name);
    auto text = folded(without_titles(line));
    std::string plain;
    for (const char c : text) {
        if (c == '-' || c == ',' || c == ':' || c == ';')
            plain += ' ';
        else if (c != '.' && c != '\'' && c != '"')
            plain += c;
    }
    std::vector<std::string> out;
    for (const auto word : words_of(std::string_view(plain))) out.emplace_back(word);
    const auto is_behind = [](const std::string& word) { return has_word(suffixes, word) || has_word(degrees, word); };
    while (out.size() > 2 && is_behind(out.back())) out.pop_back();
    return out;
}

bool is_initial(const std::string& word) { return word.size() == 1; }

}  // namespace

std::string name_key(std::string_view name) {
    std::string out;
    for (const auto& word : key_words(name)) out += (out.empty() ? "" : " ") + word;
    return out;
}

bool same_name(std::string_view a, std::string_view b) {
    const auto left = key_words(a), right = key_words(b);
    if (left.empty() || right.empty()) return false;
    if (left == right) return true;
    if (left.size() < 2 || right.size() < 2) return false;
    // Initials in the middle may be missing in one of them, not differ.
    std::size_t i = 0, j = 0;
    while (i < left.size() && j < right.size()) {
        if (left[i] == right[j])
            ++i, ++j;
        else if (i > 0 && i + 1 < left.size() && is_initial(left[i]) && !is_initial(right[j]))
            ++i;
        else if (j > 0 && j + 1 < right.size() && is_initial(right[j]) && !is_initial(left[i]))
            ++j;
        else
            return false;
    }
    return i == left.size() && j == right.size();
}

bool is_clean_name(std::string_view name) {
    const auto line = one_line(name);
    if (is_desk_name(line)) return true;
    if (!is_person_name(line) || line.find(',') != std::string::npos) return false;
    const auto words = words_of(std::string_view(line));
    // Login names and names in capitals are read, but any other way of writing them is better.
    const bool has_case = std::any_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool is_latin =
        has_case || std::any_of(line.begin(), line.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!begins_with_capital(words.front()) || (is_latin && !has_case)) return false;
    const auto people = people_of_value(line, {});
    return people.size() == 1 && people.front().name == without_titles(line);
}

std::string slug_of(std::string_view name) {
    constexpr std::size_t longest = 64;
    std::string out;
    const auto text = transliterated(name);
    for (const auto word : words_of(std::string_view(text))) {
        if (out.size() + word.size() >= longest && !out.empty()) break;
        out += (out.empty() ? "" : "-") + std::string(word.substr(0, longest));
    }
    return out.empty() ? "author" : out;
}

}  // namespace masthead::feeds
