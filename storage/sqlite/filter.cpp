#include "storage/sqlite/filter.hpp"

#include <algorithm>

#include "feeds/people/names.hpp"
#include "feeds/text/sanitise.hpp"

namespace masthead::storage::sqlite {

namespace {

// ASCII alone: what a selection is compared with are words of the admin and of publishers, in the same script.
std::string folded(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<std::string> folded(const std::vector<std::string>& texts) {
    std::vector<std::string> out;
    out.reserve(texts.size());
    for (const auto& text : texts) out.push_back(folded(text));
    return out;
}

bool contains(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// Letters, digits and what is not ASCII make words.
bool is_word_character(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

// Whether `word` stands in `text` as a word of its own, both folded.
bool has_word(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !is_word_character(text[at - 1])) && (end == text.size() || !is_word_character(text[end])))
            return true;
    }
    return false;
}

}  // namespace

Filter::Filter(const feeds::Selection& selection)
    : categories_(folded(selection.categories)), languages_(folded(selection.languages)) {
    const std::string words = folded(selection.match);
    std::size_t at = 0;
    while ((at = words.find_first_not_of(" \t\r\n", at)) != std::string::npos) {
        const auto end = std::min(words.find_first_of(" \t\r\n", at), words.size());
        const bool is_unwanted = words[at] == '-';
        std::string word = words.substr(at + (is_unwanted ? 1 : 0), end - at - (is_unwanted ? 1 : 0));
        if (!word.empty()) (is_unwanted ? unwanted_ : wanted_).push_back(std::move(word));
        at = end;
    }
}

bool Filter::is_empty() const {
    return categories_.empty() && languages_.empty() && wanted_.empty() && unwanted_.empty();
}

bool Filter::accepts(const feeds::Entry& entry) const {
    return accepts_category(entry) && accepts_language(entry) && accepts_words(entry);
}

bool Filter::accepts_category(const feeds::Entry& entry) const {
    return categories_.empty() ||
           std::any_of(entry.categories.begin(), entry.categories.end(),
                       [&](const auto& category) { return contains(categories_, folded(category)); });
}

bool Filter::accepts_language(const feeds::Entry& entry) const {
    if (languages_.empty()) return true;
    const std::string language = folded(entry.language);
    // "en" selects "en-GB", too; "en-gb" selects itself alone.
    return contains(languages_, language) || contains(languages_, language.substr(0, language.find('-')));
}

bool Filter::accepts_words(const feeds::Entry& entry) const {
    if (wanted_.empty() && unwanted_.empty()) return true;
    const std::string text =
        folded(entry.title + " " + feeds::plain_text(entry.summary) + " " + feeds::plain_text(entry.content));
    const auto occurs = [&](const std::string& word) { return has_word(text, word); };
    return std::all_of(wanted_.begin(), wanted_.end(), occurs) &&
           std::none_of(unwanted_.begin(), unwanted_.end(), occurs);
}

}  // namespace masthead::storage::sqlite
