#include "feeds/text/overlap.hpp"

#include <algorithm>
#include <tuple>

namespace masthead::feeds {
namespace {

constexpr std::size_t sketch_size = 16;

// Three words in a row are seldom the same by chance; of characters it takes more.
std::size_t run_length(const TextPrint& print) { return print.by_characters ? 6 : 3; }

std::uint64_t run_hash(const std::vector<Word>& words, std::size_t start, std::size_t length) {
    std::uint64_t hash = 0;
    for (std::size_t i = start; i < start + length; ++i)
        hash = (hash ^ words[i].hash) * 0x9E3779B97F4A7C15U + (hash >> 29);
    return hash ^ (hash >> 32);
}

// Which words stand in a run that `other` has.
std::vector<bool> covered_words(const TextPrint& print, const TextPrint& other) {
    const std::size_t length = run_length(print);
    std::vector<bool> out(print.words.size(), false);
    for (std::size_t i = 0; i + length <= print.words.size(); ++i)
        if (std::binary_search(other.runs.begin(), other.runs.end(), run_hash(print.words, i, length)))
            std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(i), length, true);
    return out;
}

double share(const std::vector<bool>& covered) {
    if (covered.empty()) return 0;
    return static_cast<double>(std::count(covered.begin(), covered.end(), true)) / static_cast<double>(covered.size());
}

// Whether a number is not shared though a word near it is: "counted 177 of them" against "counted 184 of them".
bool has_own_number(const TextPrint& print, const std::vector<bool>& covered) {
    constexpr std::size_t near = 3;
    for (std::size_t i = 0; i < covered.size(); ++i) {
        if (covered[i] || print.words[i].type != Word::Type::number) continue;
        const std::size_t end = std::min(covered.size(), i + near + 1);
        for (std::size_t j = i < near ? 0 : i - near; j < end; ++j)
            if (covered[j]) return true;
    }
    return false;
}

// Whether the first words of the shorter stand near the start of the longer: behind a salutation at most.
bool starts_alike(const TextPrint& a, const TextPrint& b) {
    constexpr std::size_t salutation = 60;
    const auto& [shorter, longer] =
        a.words.size() < b.words.size() ? std::tie(a.words, b.words) : std::tie(b.words, a.words);
    const std::size_t length = std::min(shorter.size(), 2 * run_length(a));
    const auto end = longer.begin() + static_cast<std::ptrdiff_t>(std::min(longer.size(), length + salutation));
    const auto start_of_shorter = shorter.begin() + static_cast<std::ptrdiff_t>(length);
    return length > 0 && std::search(longer.begin(), end, shorter.begin(), start_of_shorter) != end;
}

}  // namespace

TextPrint print_of(std::string_view text) {
    TextPrint out;
    out.words = folded_words(text);
    const auto characters = std::count_if(out.words.begin(), out.words.end(),
                                          [](const Word& word) { return word.type == Word::Type::character; });
    out.by_characters = static_cast<std::size_t>(characters) * 2 > out.words.size();
    const std::size_t length = run_length(out);
    for (std::size_t i = 0; i + length <= out.words.size(); ++i) out.runs.push_back(run_hash(out.words, i, length));
    std::sort(out.runs.begin(), out.runs.end());
    out.runs.erase(std::unique(out.runs.begin(), out.runs.end()), out.runs.end());
    const auto end = out.runs.begin() + static_cast<std::ptrdiff_t>(std::min(out.runs.size(), sketch_size));
    out.sketch.assign(out.runs.begin(), end);
    return out;
}

std::size_t shared_sketch(const TextPrint& a, const TextPrint& b) {
    std::size_t shared = 0;
    for (auto x = a.sketch.begin(), y = b.sketch.begin(); x != a.sketch.end() && y != b.sketch.end();) {
        shared += *x == *y;
        const bool step_x = *x <= *y, step_y = *y <= *x;
        x += step_x;
        y += step_y;
    }
    return shared;
}

Overlap overlap(const TextPrint& first, const TextPrint& second) {
    Overlap out;
    if (first.by_characters != second.by_characters) return out;
    const std::vector<bool> of_first = covered_words(first, second);
    const std::vector<bool> of_second = covered_words(second, first);
    out.of_first = share(of_first);
    out.of_second = share(of_second);
    out.numbers_differ = has_own_number(first, of_first) && has_own_number(second, of_second);
    out.same_start = starts_alike(first, second);
    return out;
}

}  // namespace masthead::feeds
