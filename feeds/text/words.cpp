#include "feeds/text/words.hpp"

#include <string>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace masthead::feeds {
namespace {

// FNV-1a, 64 bits: words are only compared within one process.
std::uint64_t hash_of(const std::u32string& word) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char32_t c : word) hash = (hash ^ c) * 1099511628211U;
    return hash;
}

bool has_no_spaces(UChar32 c) {
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

// The character under its accents: the first of its decomposition.
UChar32 without_accents(UChar32 c) {
    if (c < 0x80) return c;
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* normalizer = unorm2_getNFKDInstance(&status);
    if (U_FAILURE(status)) return c;
    UChar buffer[8];
    const auto length = unorm2_getDecomposition(normalizer, c, buffer, 8, &status);
    if (U_FAILURE(status) || length <= 0) return c;
    UChar32 first = c;
    U16_GET(buffer, 0, 0, length, first);
    return first;
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

// Vowel signs of Indic scripts are marks that spacing readers see; accents are marks that add nothing.
bool is_accent(UChar32 c) { return u_charType(c) == U_NON_SPACING_MARK && u_getCombiningClass(c) >= 200; }

bool is_roman_numeral(const std::u32string& word) {
    return !word.empty() && word.find_first_not_of(U"IVX") == std::u32string::npos;
}

class WordReader {
public:
    void take(UChar32 c) {
        const auto digit = u_charDigitValue(c);
        if (digit >= 0) {
            if (!word_.empty() && !in_number_) end_word();
            in_number_ = true;
            take_joint();
            word_ += static_cast<char32_t>(U'0' + static_cast<char32_t>(digit));
        } else if (in_number_ && joint_ == 0 && (c == '.' || c == ',' || c == '/' || c == ':')) {
            joint_ = static_cast<char32_t>(c);  // belongs to the number if another digit follows
        } else if (u_isalpha(c) || is_mark(c)) {
            take_letter(c);
        } else if (c != '\'' && c != 0x2019 && c != 0xAD) {  // "don't" is one word, and a soft hyphen is none
            end_word();
        }
    }

    std::vector<Word> finish() {
        end_word();
        return std::move(words_);
    }

private:
    void take_joint() {
        if (joint_ != 0) word_ += joint_;
        joint_ = 0;
    }

    void take_letter(UChar32 c) {
        if (is_accent(c)) return;
        if (in_number_) end_word();
        if (has_no_spaces(c)) {
            end_word();
            words_.push_back({hash_of({static_cast<char32_t>(c)}), false, true});
            return;
        }
        raw_ += static_cast<char32_t>(c);
        word_ += static_cast<char32_t>(u_foldCase(without_accents(c), U_FOLD_CASE_DEFAULT));
    }

    void end_word() {
        if (!word_.empty()) words_.push_back({hash_of(word_), in_number_ || is_roman_numeral(raw_), false});
        word_.clear();
        raw_.clear();
        in_number_ = false;
        joint_ = 0;
    }

    std::vector<Word> words_;
    std::u32string word_, raw_;
    bool in_number_ = false;
    char32_t joint_ = 0;
};

}  // namespace

std::vector<Word> folded_words(std::string_view text) {
    WordReader reader;
    const char* bytes = text.data();
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), INT32_MAX));
    for (std::int32_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        reader.take(c < 0 ? U' ' : c);
    }
    return reader.finish();
}

}  // namespace masthead::feeds
