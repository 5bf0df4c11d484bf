#include "feeds/text/phrase_finder.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

std::uint16_t pair_of(char first, char second) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(first) << 8 | static_cast<unsigned char>(second));
}

// How often texts have a byte, roughly: a phrase is noticed by what is rare in it.
std::size_t commonness(char c) {
    constexpr std::string_view rarest_first = "zqxjkvbpygfwmucldrhsnioate ";
    constexpr std::size_t of_other_scripts = 12;
    if (static_cast<unsigned char>(c) >= 0x80) return of_other_scripts;
    const auto rank = rarest_first.find(c);
    return rank == std::string_view::npos ? 0 : rank + 1;
}

std::size_t rarest_pair(std::string_view phrase) {
    std::size_t best = 0, least = SIZE_MAX;
    for (std::size_t i = 0; i + 1 < phrase.size(); ++i) {
        const std::size_t both = commonness(phrase[i]) + commonness(phrase[i + 1]);
        if (both < least) best = i;
        least = std::min(least, both);
    }
    return best;
}

char upper(char c) { return is_letter(c) ? static_cast<char>(lower(c) - 'a' + 'A') : c; }

}  // namespace

PhraseFinder::PhraseFinder(std::span<const std::string_view> phrases)
    : PhraseFinder(std::vector<std::string>(phrases.begin(), phrases.end())) {}

PhraseFinder::PhraseFinder(std::vector<std::string> phrases) : phrases_(std::move(phrases)) {
    for (std::size_t n = 0; n < phrases_.size(); ++n) {
        const std::string& phrase = phrases_[n];
        if (phrase.size() < 2 || phrase.size() > UINT16_MAX || lowered(phrase) != phrase)
            throw std::invalid_argument("a phrase to look for has two bytes or more, in lower case: " + phrase);
        const std::size_t offset = rarest_pair(phrase);
        anchors_.push_back({pair_of(phrase[offset], phrase[offset + 1]), static_cast<std::uint16_t>(offset), n});
        add_pair(phrase[offset], phrase[offset + 1]);
    }
    std::sort(anchors_.begin(), anchors_.end(), [](const Anchor& a, const Anchor& b) { return a.pair < b.pair; });
}

void PhraseFinder::add_pair(char first, char second) {
    for (const char a : {first, upper(first)})
        for (const char b : {second, upper(second)}) noticed_.set(pair_of(a, b));
}

bool PhraseFinder::is_in(std::string_view text) const {
    for (std::size_t at = 0; at + 1 < text.size(); ++at)
        if (noticed_[pair_of(text[at], text[at + 1])] && stands_around(text, at)) return true;
    return false;
}

bool PhraseFinder::stands_around(std::string_view text, std::size_t at) const {
    const std::uint16_t pair = pair_of(lower(text[at]), lower(text[at + 1]));
    const auto first =
        std::lower_bound(anchors_.begin(), anchors_.end(), pair,
                         [](const Anchor& anchor, std::uint16_t wanted) { return anchor.pair < wanted; });
    return std::any_of(first, std::find_if(first, anchors_.end(), [&](auto& anchor) { return anchor.pair != pair; }),
                       [&](const Anchor& anchor) {
                           const std::string& phrase = phrases_[anchor.phrase];
                           if (at < anchor.offset || text.size() - (at - anchor.offset) < phrase.size()) return false;
                           return std::equal(phrase.begin(), phrase.end(), text.substr(at - anchor.offset).begin(),
                                             [](char a, char b) { return a == lower(b); });
                       });
}

}  // namespace masthead::feeds
