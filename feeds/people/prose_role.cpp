#include "feeds/people/prose_role.hpp"

#include <string>
#include <vector>

#include "feeds/people/bio_subject.hpp"
#include "feeds/people/bio_words.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/name_words.hpp"
#include "feeds/people/prose_tokens.hpp"
#include "feeds/people/word_list.hpp"
#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_role = 120;  // bytes; what is longer is a story

// A run of tokens of the first sentence.
class Phrase {
public:
    explicit Phrase(std::string_view line) : line_(line), tokens_(prose_tokens(line)) {}

    bool at_end() const { return at_ >= tokens_.size() || tokens_[at_].sentence != tokens_.front().sentence; }
    const std::string& key() const { return tokens_[at_].key; }
    bool skip(WordList words) {
        if (at_end() || !has_word(words, key())) return false;
        ++at_;
        return true;
    }
    // In lower case: "The Ledger" keeps its article.
    bool skip_article() { return !at_end() && begins_with_lower_case(tokens_[at_].word) && skip(articles); }
    // "(she/her)", or a mark alone.
    bool skip_aside() {
        if (at_end() || (line_[tokens_[at_].begin] != '(' && !tokens_[at_].word.empty())) return false;
        ++at_;
        return true;
    }

    // Takes what stands before the next of these words or the next comma.
    std::string_view take_until(WordList ends) {
        const auto first = at_;
        for (bool is_last = false; !at_end() && !is_last; ++at_) {
            if (at_ > first && has_word(ends, key()) && !is_before_a_field()) break;
            is_last = std::string_view(",;.").find(line_[tokens_[at_].end - 1]) != std::string_view::npos;
        }
        if (at_ == first) return {};
        const auto begin = tokens_[first].begin;
        const auto text = line_.substr(begin, tokens_[at_ - 1].end - begin);
        return text.substr(0, text.find_last_not_of(",;. ") + 1);
    }

private:
    // "a reader in maritime law at ...": what one is in belongs to the role, where one is does not.
    bool is_before_a_field() const {
        if (key() != "in" || at_ + 1 >= tokens_.size()) return false;
        const auto& next = tokens_[at_ + 1];
        return begins_with_lower_case(next.word) && !has_word(articles, next.key) && !has_word(pronouns, next.key);
    }

    std::string_view line_;
    std::vector<ProseToken> tokens_;
    std::size_t at_ = 0;
};

// "l'université de Weir", "all'Università di Weir".
std::string_view without_elided_article(std::string_view place) {
    for (const std::string_view article : {"l'", "l\u2019", "L'", "L\u2019", "all'", "all\u2019"})
        if (place.size() > article.size() && place.substr(0, article.size()) == article)
            return place.substr(article.size());
    return place;
}

// "University of Weir y copresentadora de ...": what follows is another role. "Castilla y León" is one place.
std::string_view without_next_role(std::string_view place) {
    const auto words = words_of(place);
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (!has_word(careful_conjunctions, bare_word(words[i])) || !begins_with_lower_case(words[i + 1])) continue;
        auto next = bare_word(words[i + 1]);
        for (const std::string_view with : {"co-", "co"})
            if (next.compare(0, with.size(), with) == 0 && is_role(std::string_view(next).substr(with.size())))
                next.erase(0, with.size());
        if (is_role(next)) return trimmed(place.substr(0, static_cast<std::size_t>(words[i].data() - place.data())));
    }
    return place;
}

}  // namespace

void read_role(Person& person, std::string_view bio) {
    const auto length = person.name.empty() ? 0 : length_of_name_at_start(without_titles(bio), person.name);
    Phrase phrase(without_titles(bio).substr(length));
    while (phrase.skip_aside()) {
    }
    const bool is_said =
        phrase.skip(copulas) || bio.substr(0, 2) == "a " || without_titles(bio).substr(length, 1) == ",";
    while (phrase.skip_article()) {
    }
    const auto role = phrase.take_until(role_ends);
    if (!is_said || !is_role(role) || role.size() > longest_role) return;
    person.role = role;
    // "in" leads to an employer or to a town.
    const bool may_be_town = !phrase.at_end() && phrase.key() == "in";
    if (!phrase.skip(role_places)) return;
    while (phrase.skip_article()) {
    }
    const auto place = without_next_role(without_elided_article(phrase.take_until(conjunctions)));
    if (is_organization(place) || (!may_be_town && begins_with_capital(place))) person.affiliation = place;
}

}  // namespace masthead::feeds
