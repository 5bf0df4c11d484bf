// people_of_value of names.hpp: an author value is cut into pieces, and each piece is read for what it says.
#include <algorithm>
#include <array>
#include <optional>

#include "feeds/people/handles.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/value_pieces.hpp"
#include "feeds/people/words.hpp"
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
        if (!is_desk_name(name) && !is_person_name(name)) return;
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

}  // namespace

std::vector<Person> people_of_value(std::string_view value, const NameContext& context) {
    if (value.size() > longest_value) return {};
    const auto address = address_in(value);
    auto line = one_line(without_tags(decode_references(without_addresses(value))));
    if (names_nobody(line) && address.empty()) return {};
    const auto name = unwrapped(line);
    auto people = ValueReader(context).read(without_publication(name, context.publication));
    if (address.empty() || is_nobodys_address(address)) return people;
    if (people.size() == 1) people.front().email = address;
    if (people.empty() && unwrapped(line).empty()) {
        people.emplace_back();
        people.front().email = address;
    }
    return people;
}

}  // namespace masthead::feeds
