// people_of_value of names.hpp: an author value is cut into pieces, and each piece is read for what it says.
#include <algorithm>
#include <array>
#include <optional>

#include "feeds/people/byline_labels.hpp"
#include "feeds/people/handles.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/name_words.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/role_words.hpp"
#include "feeds/people/value_pieces.hpp"
#include "feeds/people/word_list.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_references.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_value = 1000;
constexpr std::size_t most_people = 20;

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
        const auto pieces = comma_pieces_of(segment);
        if (pieces.size() == 2 && is_reversed(pieces[0], pieces[1])) return read_name(join_reversed(pieces));
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const bool before_role = i + 1 < pieces.size() && is_role(pieces[i + 1]);
            if (!read_piece(pieces[i], i == 0, before_role)) return;
        }
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
        const auto name = without_titles(part.name);
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

    std::string publication_;  // as name_key has it
    std::vector<Person> people_;
    Label::Kind kind_ = Label::Kind::author;
    bool after_role_ = false;
    bool has_person_ = false;  // in this segment
};

bool is_nobodys_address(std::string_view address) {
    const auto user = folded(address.substr(0, address.find('@')));
    constexpr std::string_view desks[] = {"noreply",   "no-reply",   "donotreply", "do-not-reply", "info",     "admin",
                                          "webmaster", "postmaster", "root",       "nobody",       "wordpress"};
    return has_word(desks, user);
}

// "Economics correspondent" and "News editor" are roles; a role behind some other word may be a name.
bool is_role_alone(std::string_view line, const std::vector<std::string_view>& words) {
    if (!is_role(line)) return false;
    // "Author Ada": a label without its colon, in the languages whose adjectives do not follow.
    if (words.size() > 1 && bare_word(words.front()) == "author" && begins_with_upper_case(words[1])) return false;
    const auto has_strong_role = [](std::string_view word) { return has_stem(role_stems, bare_word(word)); };
    return words.size() > 2 || std::any_of(words.begin(), words.end(), has_strong_role) ||
           has_word(desk_adjectives, bare_word(words.front())) || has_word(role_words, bare_word(words.front()));
}

// Short, without the marks of sentences and addresses, and none of those that name nobody.
bool can_be_a_name(std::string_view line, const NameContext& context) {
    constexpr std::size_t longest = 100, most_words = 6;
    const auto words = words_of(line);
    if (words.empty() || words.size() > most_words || line.size() > longest || names_nobody(line)) return false;
    const bool has_marks = line.find_first_of("@,;:|<>?!\"") != std::string_view::npos;
    return !has_marks && name_key(line) != name_key(context.publication);
}

bool is_plain_name(std::string_view line, const NameContext& context) {
    const auto words = words_of(line);
    if (!can_be_a_name(line, context) || is_role_alone(line, words)) return false;
    const auto first = bare_word(words.front());
    // "Der Spiegel" is who publishes, "un lecteur" is nobody.
    const bool has_article = words.size() > 1 && has_word(articles, first);
    const bool may_be_a_title =
        first == "the" || (has_word(definite_articles, first) && begins_with_upper_case(words[1]));
    if (has_article && !may_be_a_title) return false;
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
    const auto line = one_line(without_tags(decode_references(without_addresses(value))));
    const auto name = unwrapped(line);
    std::vector<Person> people;
    if (!names_nobody(line)) people = ValueReader(context).read(without_publication(name, context.publication));
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
