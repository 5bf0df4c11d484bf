// people_of_value of names.hpp: an author value is cut into pieces, and each piece is read for what it says.
#include <algorithm>
#include <array>
#include <optional>

#include <unicode/uchar.h>

#include "feeds/people/byline_labels.hpp"
#include "feeds/people/handles.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/name_words.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/role_words.hpp"
#include "feeds/people/value_addresses.hpp"
#include "feeds/people/value_pieces.hpp"
#include "feeds/people/word_list.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_references.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_value = 1000;
constexpr std::size_t most_people = 20;

// "Economics correspondent" and "News editor" are roles; a role behind some other word may be a name.
bool is_role_alone(std::string_view line) {
    const auto words = words_of(line);
    if (!is_role(line)) return false;
    // "Author Ada": a label without its colon, in the languages whose adjectives do not follow.
    if (words.size() > 1 && bare_word(words.front()) == "author" && begins_with_upper_case(words[1])) return false;
    const auto has_strong_role = [](std::string_view word) { return has_stem(role_stems, bare_word(word)); };
    return words.size() > 2 || std::any_of(words.begin(), words.end(), has_strong_role) ||
           has_word(desk_adjectives, bare_word(words.front())) || has_word(role_words, bare_word(words.front()));
}

// "Ada Wick." is no abbreviation, "Odo Farrant Jr." is one.
std::string_view without_full_stop(std::string_view name) {
    constexpr std::size_t longest_abbreviation = 3;
    const auto words = words_of(name);
    if (words.empty() || words.back().back() != '.' || words.back().size() - 1 <= longest_abbreviation) return name;
    return name.substr(0, name.size() - 1);
}

// "Ada Wick PhD": a degree has more than one capital, a surname that reads like one ("Ma") has not.
std::string_view without_degrees(std::string_view name) {
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    for (auto words = words_of(name); words.size() > 2; words.pop_back()) {
        const auto last = words.back();
        const auto before = trimmed(name.substr(0, static_cast<std::size_t>(last.data() - name.data())));
        const bool is_degree =
            has_word(degrees, bare_word(last)) && std::count_if(last.begin(), last.end(), is_upper) > 1;
        if (!is_degree || std::none_of(before.begin(), before.end(), is_lower)) break;
        name = before;
    }
    return name;
}

class ValueReader {
public:
    explicit ValueReader(const NameContext& context) : publication_(name_key(context.publication)) {}

    std::vector<Person> read(std::string_view line) {
        for (const auto segment : segments_of(line)) read_segment(segment);
        return std::move(people_);
    }

private:
    void read_segment(std::string_view segment) {
        after_role_ = false;
        has_person_ = false;
        if (names_nobody(segment)) return;
        const auto pieces = comma_pieces_of(segment);
        if (pieces.size() == 2 && is_reversed(pieces[0], pieces[1])) return read_name(join_reversed(pieces));
        // "Par , sociologue": the name behind the label was lost, and what one is stands for nobody.
        if (pieces.size() > 1 && names_nobody(pieces[0]) && begins_with_lower_case(pieces[1])) return;
        if (pieces.size() == 1 && !people_.empty() && is_title_of_office(segment))
            return set_role(people_.back(), segment);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const bool before_role = i + 1 < pieces.size() && is_role(pieces[i + 1]);
            if (!read_piece(pieces[i], i == 0, before_role)) return;
        }
    }

    // "Political Editor" behind "Ada Wick - ". "Ada Wick, editor" says more than a role.
    static bool is_title_of_office(std::string_view segment) {
        const auto first = bare_word(words_of(segment).front());
        return is_role_alone(segment) && (has_word(desk_adjectives, first) || has_word(role_words, first));
    }

    // "Wick, Ada": catalogues write names so, in scripts that part their words. "Ada, Bob and Cy" has one too many.
    static bool is_reversed(std::string_view last, std::string_view first) {
        const auto given = words_of(first);
        return words_of(last).size() == 1 && begins_with_upper_case(last) && is_person_name(first) &&
               is_person_name(last) && (given.size() == 1 || (given.size() == 2 && bare_word(given[1]).size() == 1)) &&
               !is_suffix(first) && !has_word(degrees, bare_word(first));
    }

    static std::string join_reversed(const std::vector<std::string_view>& pieces) {
        return std::string(pieces[1]) + " " + std::string(pieces[0]);
    }

    static bool is_suffix(std::string_view piece) { return has_word(suffixes, bare_word(piece)); }

    // False: what follows in this segment belongs to nobody ("a professor of physics, Cornell").
    bool read_piece(std::string_view piece, bool is_first, bool before_role) {
        const auto whole = piece;
        piece = without_conjunction(piece);
        const bool is_joined = piece.size() < whole.size();
        for (auto label = take_label(piece); label; label = take_label(piece)) kind_ = label->kind;
        if (piece.empty() || kind_ == Label::Kind::other) return true;
        if (has_person_ && !is_joined && is_behind_a_name(piece, before_role)) return true;
        if (is_first && (is_role(piece) && !is_person_name(without_titles(first_name_of(piece))))) return false;
        // A place or a section behind a full name, not the next author: mononyms come joined, or without others'
        // surnames.
        if (!people_.empty() && !is_joined && words_of(first_name_of(piece)).size() == 1 &&
            people_.back().name.find(' ') != std::string::npos)
            return true;
        after_role_ = false;
        for (const auto name : names_in(piece)) read_name(name);
        return true;
    }

    static std::string_view first_name_of(std::string_view piece) { return names_in(piece).front(); }

    // Whether a piece told something of the person before it: suffix, degree, role, employer.
    bool is_behind_a_name(std::string_view piece, bool before_role) {
        auto& person = people_.back();
        if (is_suffix(piece)) {
            person.name += ", " + std::string(piece);
        } else if (has_word(degrees, bare_word(piece))) {
            return true;
        } else if (is_role(piece) && !is_person_name(piece)) {
            set_role(person, piece);
            after_role_ = true;
        } else if ((after_role_ && !before_role) || is_organization(piece) || name_key(piece) == publication_) {
            if (person.affiliation.empty()) person.affiliation = piece;
        } else {
            return false;
        }
        return true;
    }

    // "professor of law at Harrowgate" is a role with its place.
    static void set_role(Person& person, std::string_view piece) {
        const auto at = piece.find(" at ");
        if (person.role.empty()) person.role = piece.substr(0, at);
        if (at != std::string_view::npos && person.affiliation.empty()) person.affiliation = piece.substr(at + 4);
    }

    void read_name(std::string_view piece) {
        auto part = name_part_of(piece, publication_);
        const auto name = without_degrees(without_full_stop(without_titles(part.name)));
        if (is_crowd(name)) return;
        if (names_nobody(part.name) || name_key(name) == publication_) return;
        const bool known = std::any_of(people_.begin(), people_.end(),
                                       [&](const Person& person) { return name_key(person.name) == name_key(name); });
        if (known || people_.size() == most_people) return;
        if (name.size() < 2 || (!is_desk_name(name) && !is_person_name(name))) return;
        Person person;
        person.name = name;
        person.role = part.role;
        person.affiliation = part.place;
        people_.push_back(std::move(person));
        has_person_ = true;
    }

    // "and others", "et al." behind a name that is written with capitals.
    bool is_crowd(std::string_view name) const {
        return !people_.empty() && begins_with_upper_case(people_.back().name) && begins_with_lower_case(name) &&
               words_of(name).size() == 1;
    }

    std::string publication_;  // as name_key has it
    std::vector<Person> people_;
    Label::Kind kind_ = Label::Kind::author;
    bool after_role_ = false;
    bool has_person_ = false;  // in this segment
};

// Without the emoji that some write around their names.
std::string without_pictures(std::string_view text) {
    std::string out;
    for (const char32_t c : characters_of(text)) {
        const bool is_picture =
            (c >= 0x2600 && c <= 0x27BF) || (c >= 0x1F000 && c <= 0x1FAFF) || c == 0xFE0F;  // a variation selector
        append_code_point(out, is_picture ? U' ' : c);
    }
    return out;
}

bool is_nobodys_address(std::string_view address) {
    const auto user = folded(address.substr(0, address.find('@')));
    constexpr auto desks =
        std::to_array<std::string_view>({"noreply", "no-reply", "donotreply", "do-not-reply", "info", "admin",
                                         "webmaster", "postmaster", "root", "nobody", "wordpress"});
    return has_word(desks, user);
}

bool has_letter(std::string_view line) {
    const auto characters = characters_of(line);
    return std::any_of(characters.begin(), characters.end(),
                       [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)); });
}

// "Translated by Ada Wick".
bool names_no_author(std::string_view line) {
    const auto label = take_label(line);
    return label && label->kind == Label::Kind::other && !line.empty();
}

// Short, without the marks of sentences and addresses, and none of those that name nobody.
bool can_be_a_name(std::string_view line, const NameContext& context) {
    constexpr std::size_t longest = 100, most_words = 6;
    const auto words = words_of(line);
    if (words.empty() || words.size() > most_words || line.size() > longest || names_nobody(line)) return false;
    const bool has_marks = line.find_first_of("@,;:|<>?!\"") != std::string_view::npos;
    return !has_marks && has_letter(line) && name_key(line) != name_key(context.publication);
}

bool is_plain_name(std::string_view line, const NameContext& context) {
    const auto words = words_of(line);
    if (!can_be_a_name(line, context) || is_role_alone(line) || names_no_author(line)) return false;
    const auto first = bare_word(words.front());
    // "Der Spiegel" is who publishes, "un lecteur" is nobody.
    if (words.size() > 1 && has_word(articles, first)) {
        const bool may_be_a_title = has_word(definite_articles, first) && begins_with_upper_case(words[1]);
        if (first != "the" && !may_be_a_title) return false;
    }
    // "Radio Weir 4" is a name, "May 3" and "3 min" are none.
    const auto has_digit = [](std::string_view word) {
        return word.find_first_of("0123456789") != std::string_view::npos;
    };
    const auto numbers = std::count_if(words.begin(), words.end(), has_digit);
    // Nor is a login with a number in it; the words of Japanese and Chinese hold theirs.
    const bool is_beyond_ascii = static_cast<unsigned char>(line.front()) >= 0x80;
    if (words.size() == 1 && is_beyond_ascii && begins_with_capital(line)) return true;
    return !has_digit(words.front()) && (numbers == 0 || (numbers == 1 && words.size() > 2));
}

}  // namespace

std::vector<Person> people_of_value(std::string_view value, const NameContext& context) {
    if (value.size() > longest_value) return {};
    const auto address = address_in(value);
    const auto line = one_line(without_pictures(without_tags(decode_references(without_addresses(value)))));
    const auto name = unwrapped(line);
    auto people = ValueReader(context).read(without_publication(name, context.publication));
    if (address.empty() || is_nobodys_address(address)) return people;
    if (people.empty()) {
        people.emplace_back();
        if (is_plain_name(name, context)) people.front().name = name;
    }
    if (people.size() == 1) people.front().email = address;
    return people;
}

std::string plain_name(std::string_view value, const NameContext& context) {
    if (value.size() > longest_value) return {};
    const auto line = one_line(without_tags(decode_references(value)));
    return is_plain_name(line, context) && people_of_value(line, context).empty() ? line : std::string();
}

std::string stated_name(std::string_view value, const NameContext& context) {
    if (value.size() > longest_value) return {};
    const auto line = one_line(without_tags(decode_references(value)));
    return can_be_a_name(line, context) && people_of_value(line, context).empty() ? line : std::string();
}

}  // namespace masthead::feeds
