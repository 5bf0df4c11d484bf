#include "feeds/text/words.hpp"

#include <string>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

// FNV-1a, 64 bits.
std::uint64_t hash_of(std::u32string_view word) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char32_t c : word) hash = (hash ^ c) * 1099511628211U;
    return hash;
}

bool is_written_without_spaces(UChar32 c) {
    if (c < 0x0E00) return false;  // Thai is the first of them
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR:
            return true;
        default:
            return false;
    }
}

bool is_letter_or_mark(UChar32 c) { return u_isalpha(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

bool joins_digits(UChar32 c) { return c == '.' || c == ',' || c == '/' || c == ':'; }

// What stands inside a word and is no part of it: "don't", a soft hyphen, a joiner.
bool is_passed_over(UChar32 c) { return c == '\'' || c == 0xAD || c == 0x200C || c == 0x200D; }

class WordReader {
public:
    void take(UChar32 c) {
        if (const auto digit = u_charDigitValue(c); digit >= 0) {
            take_digit(static_cast<char32_t>(U'0' + static_cast<char32_t>(digit)));
        } else if (is_number_ && joint_ == 0 && joins_digits(c)) {
            joint_ = static_cast<char32_t>(c);
        } else if (is_written_without_spaces(c)) {
            end_word();
            const auto character = static_cast<char32_t>(c);
            words_.push_back({hash_of({&character, 1}), Word::Type::character});
        } else if (is_letter_or_mark(c)) {
            if (is_number_) end_word();
            word_ += static_cast<char32_t>(c);
        } else if (!is_passed_over(c)) {
            end_word();
        }
    }

    std::vector<Word> finish() {
        end_word();
        return std::move(words_);
    }

private:
    void take_digit(char32_t digit) {
        if (!is_number_) end_word();
        is_number_ = true;
        if (joint_ != 0) word_ += std::exchange(joint_, 0);
        word_ += digit;
    }

    Word::Type type() const {
        if (is_number_) return Word::Type::number;
        return word_.find_first_not_of(U"ivx") == std::u32string::npos ? Word::Type::roman : Word::Type::letters;
    }

    void end_word() {
        if (!word_.empty()) words_.push_back({hash_of(word_), type()});
        word_.clear();
        is_number_ = false;
        joint_ = 0;
    }

    std::vector<Word> words_;
    std::u32string word_;
    bool is_number_ = false;
    char32_t joint_ = 0;  // belongs to the number if another digit follows
};

}  // namespace

std::vector<Word> folded_words(std::string_view text) {
    WordReader reader;
    for (const char32_t c : characters_of(folded(text))) reader.take(static_cast<UChar32>(c));
    return reader.finish();
}

}  // namespace masthead::feeds
