#include "feeds/people/bio_subject.hpp"

#include <algorithm>

#include "feeds/people/bio_words.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/name_words.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/prose.hpp"
#include "feeds/people/value_pieces.hpp"
#include "feeds/people/word_list.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_start = 300;  // bytes in which names are looked for
constexpr std::size_t most_subjects = 8;

std::string without_blanks(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    return text;
}

// Only what is ASCII: handles are.
std::string handle_letters(std::string_view text) {
    std::string out;
    for (const char c : folded(text))
        if (c >= 'a' && c <= 'z') out += c;
    return out;
}

std::size_t offset_in(std::string_view whole, std::string_view part) {
    return static_cast<std::size_t>(part.data() - whole.data());
}

std::string_view without_possessive(std::string_view word) {
    for (const std::string_view ending : {"\u2019s", "'s"})
        if (word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending)
            return word.substr(0, word.size() - ending.size());
    return word;
}

// The run of words at the start that may be names: up to the first word in lower case that is no particle and no
// conjunction, or up to a mark.
std::string_view run_of_names(std::string_view line) {
    const auto words = words_of(line);
    std::size_t end = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 16); ++i) {
        const auto word = words[i];
        const auto key = bare_word(word);
        if (word.front() == '(' || word.front() == '@') break;
        const bool joins =
            has_word(conjunctions, key) || has_word(careful_conjunctions, key) || has_word(particles, key);
        if (begins_with_lower_case(word) && !joins) break;
        end = offset_in(line, word) + word.size();
        if (std::string_view(",:;").find(word.back()) != std::string_view::npos) break;
    }
    auto run = line.substr(0, end);
    const auto is_mark = [](char c) { return c == ',' || c == ':' || c == ';' || c == ' '; };
    for (bool cut = true; cut && !run.empty();) {
        while (!run.empty() && is_mark(run.back())) run.remove_suffix(1);
        const auto last = run.substr(run.rfind(' ') == std::string_view::npos ? 0 : run.rfind(' ') + 1);
        cut = begins_with_lower_case(last);
        if (cut) run.remove_suffix(last.size());
    }
    return run;
}

// What must stand behind a name at the start of a bio, else the words are a headline or a label.
bool is_followed_by_bio(std::string_view rest) {
    const auto words = words_of(rest);
    if (rest.substr(0, 1) == "," || rest.substr(0, 1) == ":") return true;
    if (words.empty()) return false;
    return words.front().front() == '(' || has_word(bio_verbs, bare_word(words.front()));
}

// Whether a text begins with a letter of a script that writes names in several words.
bool is_latin(std::string_view text) { return text.empty() || static_cast<unsigned char>(text.front()) < 0xE0; }

// Japanese and Chinese bios have no blank behind the name but a particle or mark.
std::string name_before_particle(std::string_view line) {
    std::size_t best = std::string_view::npos;
    for (const std::string_view mark : {"は", "（", "、", "，", "是", "："}) best = std::min(best, line.find(mark));
    if (best == std::string_view::npos || best == 0) return {};
    const auto name = line.substr(0, best);
    const auto length = characters_of(name).size();
    return !is_latin(name) && length >= 3 && length <= 12 && is_person_name(name) ? std::string(name) : std::string();
}

std::vector<std::string> known_subjects(std::string_view line, const std::vector<std::string>& known_names) {
    std::vector<std::string> out;
    for (auto rest = line; out.size() < most_subjects;) {
        std::size_t length = 0;
        const std::string* best = nullptr;
        for (const auto& name : known_names) {
            const auto found = length_of_name_at_start(rest, name);
            if (found <= length) continue;
            length = found;
            best = &name;
        }
        if (best == nullptr) return out;
        out.push_back(*best);
        rest.remove_prefix(length);
        while (!rest.empty() && (rest.front() == ' ' || rest.front() == ',')) rest.remove_prefix(1);
        const auto behind = without_conjunction(rest);
        if (behind.size() != rest.size()) rest = behind;
    }
    return out;
}

}  // namespace

std::size_t length_of_name_at_start(std::string_view line, std::string_view name) {
    const auto key = name_key(name);
    if (key.empty()) return 0;
    const auto start = line.substr(0, longest_start);
    const auto words = words_of(start);
    const auto last_words = words_of(std::string_view(key));
    std::size_t length = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 12); ++i) {
        const auto end = offset_in(line, words[i]) + without_possessive(words[i]).size();
        const auto read = name_key(line.substr(0, end));
        const bool is_end_of_it = last_words.size() > 2 && key.size() > read.size() &&
                                  read.find(' ') != std::string::npos &&
                                  key.substr(key.size() - read.size() - 1) == " " + read;
        // Suffixes behind ("III") are part of the name, but not of its key.
        if (read == key || is_end_of_it)
            length = end;
        else if (length > 0)
            break;
    }
    if (length > 0) return length;
    // Without blanks between name and what follows.
    if (static_cast<unsigned char>(key.front()) < 0x80) return 0;
    if (start.substr(0, name.size()) == name) return name.size();
    const auto joined = without_blanks(std::string(name));
    return start.substr(0, joined.size()) == joined ? joined.size() : 0;
}

std::vector<std::string> names_at_start(std::string_view line, Strictness strictness) {
    const auto start = line.substr(0, longest_start);
    if (auto name = name_before_particle(start); !name.empty()) return {name};
    const auto run = run_of_names(start);
    auto rest = line.substr(run.size());
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    if (run.empty() || (strictness == Strictness::strict && !is_followed_by_bio(rest))) return {};
    std::vector<std::string> out;
    for (const auto& person : people_of_value(run, {})) {
        const bool is_full = person.name.find(' ') != std::string::npos || !is_latin(person.name);
        if (is_full && out.size() < most_subjects) out.push_back(person.name);
    }
    return out;
}

std::vector<std::string> subjects_of(std::string_view line, const std::vector<std::string>& known_names) {
    auto known = known_subjects(line, known_names);
    if (!known.empty()) return known;
    return names_at_start(line, known_names.empty() ? Strictness::any : Strictness::strict);
}

std::string name_at_start(std::string_view bio) {
    const auto line = one_line(bio.substr(0, longest_start));
    const auto names = names_at_start(line, Strictness::strict);
    return names.empty() ? std::string() : names.front();
}

Likeness likeness(std::string_view handle, std::string_view name) {
    const auto letters = handle_letters(handle.substr(0, handle.find('@')));
    const auto key = name_key(name);
    const auto words = words_of(std::string_view(key));
    const auto holds = [&](std::string_view word) {
        const auto wanted = handle_letters(word);
        return wanted.size() >= 3 && letters.find(wanted) != std::string::npos;
    };
    if (words.empty()) return Likeness::none;
    const bool first = holds(words.front()), last = holds(words.back());
    if (first && last && words.size() > 1) return Likeness::wholly;
    return first || last ? Likeness::partly : Likeness::none;
}

}  // namespace masthead::feeds
