#include "feeds/text/date_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_tokens = 64;

struct MonthName {
    std::string_view word;
    int month;
};

// Whole names in the form of folded(). A word of at least three letters also stands for the name that it begins, so
// abbreviations are listed only where they are none of that: "mrt" (nl), "maj" (pl genitive "maja").
constexpr std::array month_names = {
    // RFC 822, section 5.1: these stand for themselves, whatever other language has a month that begins so
    MonthName{"jan", 1}, MonthName{"feb", 2}, MonthName{"mar", 3}, MonthName{"apr", 4}, MonthName{"jun", 6},
    MonthName{"jul", 7}, MonthName{"aug", 8}, MonthName{"sep", 9}, MonthName{"oct", 10}, MonthName{"nov", 11},
    MonthName{"dec", 12},
    // en, de, fr, es, it, pt, nl, scandinavian
    MonthName{"january", 1}, MonthName{"januar", 1}, MonthName{"janner", 1}, MonthName{"janvier", 1},
    MonthName{"enero", 1}, MonthName{"gennaio", 1}, MonthName{"janeiro", 1}, MonthName{"januari", 1},
    MonthName{"february", 2}, MonthName{"februar", 2}, MonthName{"fevrier", 2}, MonthName{"febrero", 2},
    MonthName{"febbraio", 2}, MonthName{"fevereiro", 2}, MonthName{"februari", 2}, MonthName{"march", 3},
    MonthName{"marz", 3}, MonthName{"maerz", 3}, MonthName{"mars", 3}, MonthName{"marzo", 3}, MonthName{"marco", 3},
    MonthName{"maart", 3}, MonthName{"mrt", 3}, MonthName{"marts", 3}, MonthName{"april", 4}, MonthName{"avril", 4},
    MonthName{"abril", 4}, MonthName{"aprile", 4}, MonthName{"may", 5}, MonthName{"mai", 5}, MonthName{"mayo", 5},
    MonthName{"maggio", 5}, MonthName{"maio", 5}, MonthName{"mei", 5}, MonthName{"maj", 5}, MonthName{"june", 6},
    MonthName{"juni", 6}, MonthName{"juin", 6}, MonthName{"junio", 6}, MonthName{"giugno", 6}, MonthName{"junho", 6},
    MonthName{"july", 7}, MonthName{"juli", 7}, MonthName{"juillet", 7}, MonthName{"julio", 7}, MonthName{"luglio", 7},
    MonthName{"julho", 7}, MonthName{"august", 8}, MonthName{"aout", 8}, MonthName{"agosto", 8},
    MonthName{"augustus", 8}, MonthName{"september", 9}, MonthName{"septembre", 9}, MonthName{"septiembre", 9},
    MonthName{"setiembre", 9}, MonthName{"settembre", 9}, MonthName{"setembro", 9}, MonthName{"october", 10},
    MonthName{"oktober", 10}, MonthName{"octobre", 10}, MonthName{"octubre", 10}, MonthName{"ottobre", 10},
    MonthName{"outubro", 10}, MonthName{"november", 11}, MonthName{"novembre", 11}, MonthName{"noviembre", 11},
    MonthName{"novembro", 11}, MonthName{"december", 12}, MonthName{"dezember", 12}, MonthName{"decembre", 12},
    MonthName{"diciembre", 12}, MonthName{"dicembre", 12}, MonthName{"dezembro", 12}, MonthName{"desember", 12},
    // pl (genitive), cs (genitive), hu, tr, ro, fi
    MonthName{"stycznia", 1}, MonthName{"lutego", 2}, MonthName{"marca", 3}, MonthName{"kwietnia", 4},
    MonthName{"maja", 5}, MonthName{"czerwca", 6}, MonthName{"lipca", 7}, MonthName{"sierpnia", 8},
    MonthName{"wrzesnia", 9}, MonthName{"pazdziernika", 10}, MonthName{"listopada", 11}, MonthName{"grudnia", 12},
    MonthName{"ledna", 1}, MonthName{"unora", 2}, MonthName{"brezna", 3}, MonthName{"dubna", 4}, MonthName{"kvetna", 5},
    MonthName{"cervna", 6}, MonthName{"cervence", 7}, MonthName{"srpna", 8}, MonthName{"zari", 9},
    MonthName{"rijna", 10}, MonthName{"listopadu", 11}, MonthName{"prosince", 12}, MonthName{"marcius", 3},
    MonthName{"aprilis", 4}, MonthName{"majus", 5}, MonthName{"junius", 6}, MonthName{"julius", 7},
    MonthName{"augusztus", 8}, MonthName{"szeptember", 9}, MonthName{"ocak", 1}, MonthName{"subat", 2},
    MonthName{"mart", 3}, MonthName{"nisan", 4}, MonthName{"mayis", 5}, MonthName{"haziran", 6}, MonthName{"temmuz", 7},
    MonthName{"agustos", 8}, MonthName{"eylul", 9}, MonthName{"ekim", 10}, MonthName{"kasim", 11},
    MonthName{"aralik", 12}, MonthName{"ianuarie", 1}, MonthName{"februarie", 2}, MonthName{"martie", 3},
    MonthName{"aprilie", 4}, MonthName{"iunie", 6}, MonthName{"iulie", 7}, MonthName{"septembrie", 9},
    MonthName{"octombrie", 10}, MonthName{"noiembrie", 11}, MonthName{"decembrie", 12}, MonthName{"tammikuuta", 1},
    MonthName{"helmikuuta", 2}, MonthName{"maaliskuuta", 3}, MonthName{"huhtikuuta", 4}, MonthName{"toukokuuta", 5},
    MonthName{"kesakuuta", 6}, MonthName{"heinakuuta", 7}, MonthName{"elokuuta", 8}, MonthName{"syyskuuta", 9},
    MonthName{"lokakuuta", 10}, MonthName{"marraskuuta", 11}, MonthName{"joulukuuta", 12},
    // ru, uk (genitive)
    MonthName{"января", 1}, MonthName{"февраля", 2}, MonthName{"марта", 3}, MonthName{"апреля", 4}, MonthName{"мая", 5},
    MonthName{"июня", 6}, MonthName{"июля", 7}, MonthName{"августа", 8}, MonthName{"сентября", 9},
    MonthName{"октября", 10}, MonthName{"ноября", 11}, MonthName{"декабря", 12}, MonthName{"січня", 1},
    MonthName{"лютого", 2}, MonthName{"березня", 3}, MonthName{"квітня", 4}, MonthName{"травня", 5},
    MonthName{"червня", 6}, MonthName{"липня", 7}, MonthName{"серпня", 8}, MonthName{"вересня", 9},
    MonthName{"жовтня", 10}, MonthName{"листопада", 11}, MonthName{"грудня", 12},
    // el
    MonthName{"ιανουαριου", 1}, MonthName{"φεβρουαριου", 2}, MonthName{"μαρτιου", 3}, MonthName{"απριλιου", 4},
    MonthName{"μαιου", 5}, MonthName{"ιουνιου", 6}, MonthName{"ιουλιου", 7}, MonthName{"αυγουστου", 8},
    MonthName{"σεπτεμβριου", 9}, MonthName{"οκτωβριου", 10}, MonthName{"νοεμβριου", 11}, MonthName{"δεκεμβριου", 12},
    // ar (two sets), fa writes other months
    MonthName{"يناير", 1}, MonthName{"فبراير", 2}, MonthName{"مارس", 3}, MonthName{"ابريل", 4}, MonthName{"مايو", 5},
    MonthName{"يونيو", 6}, MonthName{"يوليو", 7}, MonthName{"اغسطس", 8}, MonthName{"سبتمبر", 9},
    MonthName{"اكتوبر", 10}, MonthName{"نوفمبر", 11}, MonthName{"ديسمبر", 12}, MonthName{"شباط", 2},
    MonthName{"اذار", 3}, MonthName{"نيسان", 4}, MonthName{"ايار", 5}, MonthName{"حزيران", 6}, MonthName{"تموز", 7},
    MonthName{"اب", 8}, MonthName{"ايلول", 9},
    // hi
    MonthName{"जनवरी", 1}, MonthName{"फरवरी", 2}, MonthName{"फ़रवरी", 2}, MonthName{"मार्च", 3}, MonthName{"अप्रैल", 4},
    MonthName{"मई", 5}, MonthName{"जून", 6}, MonthName{"जुलाई", 7}, MonthName{"अगस्त", 8}, MonthName{"सितंबर", 9},
    MonthName{"अक्टूबर", 10}, MonthName{"नवंबर", 11}, MonthName{"दिसंबर", 12}};

struct ZoneName {
    std::string_view word;
    int minutes;
};

// RFC 822, section 5.1, and what is met besides; a two-letter name ("et") is standard time.
constexpr std::array zone_names = {
    ZoneName{"z", 0},      ZoneName{"ut", 0},     ZoneName{"utc", 0},    ZoneName{"gmt", 0},     ZoneName{"wet", 0},
    ZoneName{"west", 60},  ZoneName{"bst", 60},   ZoneName{"ist", 330},  ZoneName{"cet", 60},    ZoneName{"met", 60},
    ZoneName{"mez", 60},   ZoneName{"mewt", 60},  ZoneName{"cest", 120}, ZoneName{"mest", 120},  ZoneName{"mesz", 120},
    ZoneName{"eet", 120},  ZoneName{"eest", 180}, ZoneName{"msk", 180},  ZoneName{"msd", 240},   ZoneName{"sgt", 480},
    ZoneName{"hkt", 480},  ZoneName{"awst", 480}, ZoneName{"jst", 540},  ZoneName{"kst", 540},   ZoneName{"aest", 600},
    ZoneName{"aedt", 660}, ZoneName{"nzst", 720}, ZoneName{"nzdt", 780}, ZoneName{"ast", -240},  ZoneName{"adt", -180},
    ZoneName{"at", -240},  ZoneName{"est", -300}, ZoneName{"edt", -240}, ZoneName{"et", -300},   ZoneName{"cst", -360},
    ZoneName{"cdt", -300}, ZoneName{"ct", -360},  ZoneName{"mst", -420}, ZoneName{"mdt", -360},  ZoneName{"mt", -420},
    ZoneName{"pst", -480}, ZoneName{"pdt", -420}, ZoneName{"pt", -480},  ZoneName{"akst", -540}, ZoneName{"akdt", -480},
    ZoneName{"hst", -600}, ZoneName{"nst", -210}, ZoneName{"ndt", -150}, ZoneName{"art", -180},  ZoneName{"brt", -180}};

// "at" is both a joining word and the Atlantic zone; behind a time it is the zone.
constexpr std::array<std::string_view, 20> joining_words = {"at",  "de", "del", "den", "der", "do", "of",
                                                            "the", "um", "le",  "a",   "klo", "kl", "on",
                                                            "am",  "г",  "di",  "em",  "в",   "午"};

// The value of a decimal digit in any script.
int digit_value(UChar32 c) { return u_charType(c) == U_DECIMAL_DIGIT_NUMBER ? u_charDigitValue(c) : -1; }

bool is_word_part(UChar32 c) {
    const auto type = u_charType(c);
    return u_isalpha(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || c == 0x200C || c == 0x200D;
}

// Ideographs of a date stand for themselves: 2025年5月21日.
bool is_ideograph(UChar32 c) { return c >= 0x4E00 && c <= 0x9FFF; }

void set_value(DateToken& token) {
    token.value = -1;
    if (token.text.size() <= 9) std::from_chars(token.text.data(), token.text.data() + token.text.size(), token.value);
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
    std::vector<DateToken> out;
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 512));
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    bool glued = false;
    int brackets = 0;
    bool ideograph = false;
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c == '(') ++brackets;
        if (brackets > 0 || c < 0 || u_isUWhiteSpace(c) || u_charType(c) == U_FORMAT_CHAR) {
            if (c == ')') --brackets;
            glued = false;
            continue;
        }
        const int digit = digit_value(c);
        const auto kind = digit >= 0        ? DateToken::Kind::number
                          : is_word_part(c) ? DateToken::Kind::word
                                            : DateToken::Kind::sign;
        const bool goes_on = glued && !out.empty() && out.back().kind == kind && kind != DateToken::Kind::sign &&
                             !ideograph && !is_ideograph(c);
        if (!goes_on) {
            if (out.size() == most_tokens) break;
            out.push_back({kind, {}, 0, glued});
        }
        if (digit >= 0)
            out.back().text += static_cast<char>('0' + digit);
        else
            out.back().text += text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
        ideograph = is_ideograph(c);
        glued = true;
    }
    for (auto& token : out) {
        if (token.kind == DateToken::Kind::number) set_value(token);
        if (token.kind == DateToken::Kind::word) token.text = folded(token.text);
    }
    return out;
}

std::optional<int> month_of_word(std::string_view word) {
    for (const auto& name : month_names)
        if (name.word == word) return name.month;
    // Three letters, whatever the script: letters of two bytes and more make longer words.
    if (word.size() < 3 || (static_cast<unsigned char>(word[0]) >= 0x80 && word.size() < 6)) return std::nullopt;
    // The languages that are met more often stand first: "mar" is March, though November is "marraskuuta" in Finnish.
    for (const auto& name : month_names)
        if (name.word.substr(0, word.size()) == word) return name.month;
    return std::nullopt;
}

std::optional<int> zone_of_word(std::string_view word) {
    for (const auto& zone : zone_names)
        if (zone.word == word) return zone.minutes;
    return std::nullopt;
}

std::optional<Half> half_of_word(std::string_view word) {
    // An ideograph is a word by itself: 上午 and 午前 are the morning, 下午 and 午後 the afternoon.
    if (word == "am" || word == "오전" || word == "上" || word == "前") return Half::morning;
    if (word == "pm" || word == "오후" || word == "下" || word == "後") return Half::afternoon;
    return std::nullopt;
}

bool is_joining_word(std::string_view word) {
    return std::find(joining_words.begin(), joining_words.end(), word) != joining_words.end();
}

std::optional<Time> midnight(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    if (!date.ok()) return std::nullopt;
    return Time(std::chrono::sys_days(date));
}

bool has_four_digit_year(Time time) {
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
    return date.year() >= std::chrono::year(1) && date.year() <= std::chrono::year(9999);
}

}  // namespace masthead::feeds
