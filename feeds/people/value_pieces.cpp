#include "feeds/people/value_pieces.hpp"

#include <algorithm>
#include <array>

#include "feeds/people/name_shape.hpp"
#include "feeds/people/name_words.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/role_words.hpp"
#include "feeds/people/word_list.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

constexpr std::string_view blank_marks = " \t\n,;:|/\"'()<>[]*-";

// For each byte of a text whether it stands in brackets. One that never closes brackets nothing.
std::vector<bool> bytes_in_brackets(std::string_view text) {
    std::vector<bool> out(text.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '(') open.push_back(i);
        if (text[i] != ')' || open.empty()) continue;
        std::fill(out.begin() + static_cast<std::ptrdiff_t>(open.back()), out.begin() + static_cast<std::ptrdiff_t>(i),
                  true);
        open.pop_back();
    }
    return out;
}

std::vector<std::string_view> split_at(std::string_view text, std::span<const std::string_view> separators) {
    std::vector<std::string_view> out;
    const auto in_brackets = bytes_in_brackets(text);
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto hit = std::find_if(separators.begin(), separators.end(), [&](std::string_view separator) {
            return !in_brackets[i] && text.substr(i, separator.size()) == separator;
        });
        if (hit == separators.end()) {
            ++i;
            continue;
        }
        out.push_back(text.substr(start, i - start));
        i += hit->size();
        start = i;
    }
    out.push_back(text.substr(start));
    std::vector<std::string_view> filled;
    for (const auto piece : out)
        if (const auto trimmed = unwrapped(piece); !trimmed.empty()) filled.push_back(trimmed);
    return filled;
}

std::size_t offset_in(std::string_view whole, std::string_view part) {
    return static_cast<std::size_t>(part.data() - whole.data());
}

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether a word may fold to one that begins like `folded`: a letter of ASCII folds to nothing but itself.
bool may_fold_to(std::string_view word, std::string_view folded) {
    return static_cast<unsigned char>(word.front()) >= 0x80 || lower(word.front()) == folded.front();
}

bool begins_with_phrase(const std::vector<std::string_view>& words, std::size_t at, std::string_view phrase) {
    if (at >= words.size() || !may_fold_to(words[at], phrase)) return false;
    const auto parts = words_of(phrase);
    return at + parts.size() <= words.size() &&
           std::equal(parts.begin(), parts.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                      [](auto wanted, auto word) { return bare_word(word) == wanted; });
}

// How long the label is that begins a text, with the mark behind it; 0 when it is none.
std::size_t length_of_label(std::string_view text, const std::vector<std::string_view>& words, const Label& label) {
    if (begins_with_phrase(words, 0, label.phrase)) {
        const auto phrase = words_of(label.phrase);
        const auto last = words[phrase.size() - 1];
        const bool has_colon = last.back() == ':';
        const auto behind = words.size() - phrase.size();
        // "Pär" folds to "par"; "Di Stefano" is a name.
        if (label.may_be_name && !has_colon && (behind < 2 || last.size() != label.phrase.size())) return 0;
        return std::min(offset_in(text, last) + last.size() + 1, text.size());
    }
    // Scripts without blanks: the label and a mark stand right before the name.
    if (text.substr(0, label.phrase.size()) != label.phrase) return 0;
    for (const std::string_view mark : {"：", ":", "・", "＝", "=", "◎", "●"})
        if (text.substr(label.phrase.size(), mark.size()) == mark) return label.phrase.size() + mark.size();
    return 0;
}

bool is_arabic_and(std::string_view word) {
    constexpr std::string_view waw = "و";
    return word.size() > waw.size() + 2 && word.substr(0, waw.size()) == waw;
}

// How many words at `i` join two names, of which the first begins at `start`; 0 when they do not.
std::size_t length_of_joint(const std::vector<std::string_view>& words, std::size_t i, std::size_t start) {
    for (const auto phrase : telling_phrases)
        if (begins_with_phrase(words, i, phrase) && words_of(phrase).size() < words.size() - i)
            return words_of(phrase).size();
    const auto key = bare_word(words[i]);
    if (i + 1 >= words.size()) return 0;
    if (has_word(conjunctions, key)) return 1;
    // "Ramón y Cajal" is one person: both sides have to be full names.
    const bool is_careful = has_word(careful_conjunctions, key) && begins_with_lower_case(words[i]);
    return is_careful && i - start >= 2 && words.size() - i > 2 ? 1 : 0;
}

// "김민수·이영희", "山名花枝・久世壮太", "佐伯と久世": a mark between names without blanks.
std::size_t find_joining_mark(std::string_view word, std::size_t& length) {
    const auto is_katakana = [&](std::size_t at) { return at + 3 <= word.size() && word.substr(at, 2) == "\xE3\x82"; };
    for (const std::string_view mark : {"・", "·", "と"}) {
        const auto at = word.find(mark);
        if (at == std::string_view::npos || at < 4 || at + mark.size() + 4 > word.size()) continue;
        const auto before = word.substr(at - 3, 2), behind = word.substr(at + mark.size(), 2);
        const auto is_name_script = [](std::string_view bytes) {
            const auto lead = static_cast<unsigned char>(bytes[0]);
            return (lead >= 0xE4 && lead <= 0xED);  // Han and Hangul; kana begin with 0xE3
        };
        if (!is_name_script(before) || !is_name_script(behind) || is_katakana(at + mark.size())) continue;
        length = mark.size();
        return at;
    }
    return std::string_view::npos;
}

void append_names(std::vector<std::string_view>& out, std::string_view joined) {
    std::size_t length = 0;
    for (auto at = find_joining_mark(joined, length); at != std::string_view::npos;
         at = find_joining_mark(joined, length)) {
        out.push_back(joined.substr(0, at));
        joined.remove_prefix(at + length);
    }
    out.push_back(joined);
}

// Cuts "on March 3" off: from the last preposition before the first number.
std::string_view without_date(std::string_view piece) {
    const auto words = words_of(piece);
    std::size_t number = 0;
    while (number < words.size() && !has_digit(words[number])) ++number;
    if (number == words.size()) return piece;
    std::size_t cut = number;
    while (cut > 1 && number - cut < 3 && !has_word(date_prepositions, bare_word(words[cut]))) --cut;
    if (cut <= 1 || !has_word(date_prepositions, bare_word(words[cut]))) cut = number;
    // "January 26" alone names nobody.
    return cut < 2 && cut == number ? std::string_view{} : trimmed(piece.substr(0, offset_in(piece, words[cut])));
}

}  // namespace

std::string without_tags(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto end = text[i] == '<' ? text.find('>', i) : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += text[i];
        } else {
            out += ' ';
            i = end;
        }
    }
    return out;
}

std::string_view unwrapped(std::string_view text) {
    // A bracket without the other one is a mark like any.
    const auto is_mark = [&](char mark, char keeps, char if_with) {
        const bool is_kept = mark == keeps && text.find(if_with) != std::string_view::npos;
        return !is_kept && blank_marks.find(mark) != std::string_view::npos;
    };
    while (!text.empty() && is_mark(text.front(), '(', ')')) text.remove_prefix(1);
    while (!text.empty() && text.back() != ':' && is_mark(text.back(), ')', '(')) text.remove_suffix(1);
    if (text.size() >= 2 && text.front() == '(' && text.find(')') == text.size() - 1)
        return unwrapped(text.substr(1, text.size() - 2));
    return text;
}

std::string_view without_publication(std::string_view line, std::string_view publication) {
    if (const auto by = line.find(" by "); by != std::string_view::npos && !publication.empty()) {
        if (name_key(line.substr(0, by)) == name_key(publication)) return line.substr(by + 4);
    }
    if (!publication.empty() && line.size() > publication.size() + 1 &&
        line.substr(0, publication.size()) == publication) {
        auto rest = trimmed(line.substr(publication.size()));
        if (take_label(rest) && !rest.empty()) return rest;
    }
    return line;
}

std::vector<std::string_view> segments_of(std::string_view line) {
    constexpr auto separators = std::to_array<std::string_view>(
        {";", "|", "/", "•", " · ", " – ", " — ", " - ", " -- ", "／", "｜", "；", "●", "■", "▪"});
    return split_at(line, separators);
}

std::vector<std::string_view> comma_pieces_of(std::string_view segment) {
    constexpr auto separators = std::to_array<std::string_view>({",", "、", "，", "،"});
    return split_at(segment, separators);
}

std::string_view without_conjunction(std::string_view piece) {
    const auto words = words_of(piece);
    if (words.size() < 2) return piece;
    const auto key = bare_word(words.front());
    for (const auto phrase : telling_phrases)
        if (begins_with_phrase(words, 0, phrase) && words_of(phrase).size() < words.size())
            return piece.substr(offset_in(piece, words[words_of(phrase).size()]));
    const bool careful =
        has_word(careful_conjunctions, key) && begins_with_lower_case(words.front()) && words.size() > 2;
    return has_word(conjunctions, key) || careful ? piece.substr(offset_in(piece, words[1])) : piece;
}

std::vector<std::string_view> names_in(std::string_view piece) {
    constexpr std::string_view waw = "و";
    std::vector<std::string_view> out;
    const auto words = words_of(piece);
    const auto in_brackets = bytes_in_brackets(piece);
    std::size_t start = 0, skipped = 0;  // the first word of the name, and the conjunction that is written with it
    const auto cut = [&](std::size_t end) {
        if (start >= end) return;
        const auto begin = offset_in(piece, words[start]) + skipped;
        append_names(out, piece.substr(begin, offset_in(piece, words[end - 1]) + words[end - 1].size() - begin));
    };
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (in_brackets[offset_in(piece, words[i])]) continue;  // "Ada Wick (Harbour and Sons)"
        if (const auto length = length_of_joint(words, i, start); length > 0) {
            cut(i);
            start = i + length;
            skipped = 0;
            i = start;
        } else if (is_arabic_and(words[i]) && i - start >= 2 && words.size() - i >= 2) {
            cut(i);
            start = i;
            skipped = waw.size();
        }
    }
    cut(words.size());
    if (out.empty()) out.push_back(piece);
    return out;
}

std::optional<Label> take_label(std::string_view& piece) {
    std::optional<Label> best;
    std::size_t longest = 0;
    const auto words = words_of(piece);
    for (const auto& label : labels()) {
        const auto length = length_of_label(piece, words, label);
        if (length <= longest) continue;
        longest = length;
        best = label;
    }
    piece = trimmed(piece.substr(longest));
    return best;
}

NamePart name_part_of(std::string_view piece, std::string_view publication) {
    NamePart part;
    if (const auto by = piece.find(" by "); by != std::string_view::npos) piece = piece.substr(by + 4);
    piece = without_date(piece);
    if (const auto bracket = piece.find_first_of("(["); bracket != std::string_view::npos && bracket > 0) {
        auto note = unwrapped(piece.substr(bracket));
        piece = trimmed(piece.substr(0, bracket));
        if (is_organization(note) || name_key(note) == publication) part.place = note;
        if (is_role(note)) part.role = note;
        if (const auto label = take_label(note); label && label->kind == Label::Kind::other) return part;
    }
    const auto words = words_of(piece);
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (!has_word(place_prepositions, folded(words[i])) || !begins_with_lower_case(words[i])) continue;
        const auto place = piece.substr(offset_in(piece, words[i + 1]));
        if (is_organization(place) || name_key(place) == publication) part.place = place;
        piece = trimmed(piece.substr(0, offset_in(piece, words[i])));
        break;
    }
    for (const auto list : {joined_roles, joined_honorifics}) {
        for (const auto mark : list) {
            if (piece.size() <= mark.size() + 3 || piece.substr(piece.size() - mark.size()) != mark) continue;
            if (list.data() == joined_roles.data()) part.role = mark;
            piece = trimmed(piece.substr(0, piece.size() - mark.size()));
        }
    }
    part.name = unwrapped(piece);
    return part;
}

}  // namespace masthead::feeds
