#include "feeds/text/date.hpp"

#include <array>
#include <charconv>
#include <tuple>

#include "feeds/text/ascii.hpp"
#include "feeds/text/date_tokens.hpp"
#include "feeds/text/exact_date.hpp"
#include "feeds/text/region_zone.hpp"

namespace masthead::feeds {
namespace {

using Kind = DateToken::Kind;

struct Clock {
    int hour = 0, minute = 0, second = 0, millisecond = 0;
};

struct Number {
    int value = 0;
    std::size_t digits = 0;
};

bool is_sign(const DateToken& token, std::string_view sign) { return token.kind == Kind::sign && token.text == sign; }
bool is_dash(const DateToken& token) { return is_sign(token, "-") || is_sign(token, "−") || is_sign(token, "–"); }

Number number_of(const DateToken& token) { return {token.value, token.text.size()}; }

// RFC 2822, section 4.3; a year of three digits counts from 1900.
int full_year(Number year) {
    if (year.digits >= 4) return year.value;
    if (year.digits == 3) return year.value + 1900;
    return year.value + (year.value < 50 ? 2000 : 1900);
}

/// Reads the tokens from left to right; `resolve` then decides which number is what.
class DateReader {
public:
    DateReader(std::vector<DateToken> tokens, SlashOrder order) : tokens_(std::move(tokens)), order_(order) {}

    bool read() {
        while (at_ < tokens_.size())
            if (!read_token()) return false;
        return true;
    }

    /// The midnight, the clock and the zone together.
    std::optional<Time> resolve(std::optional<int> region_minutes) const {
        const auto day = resolve_day();
        if (!day || !is_valid_clock()) return std::nullopt;
        int hour = clock_.hour;
        if (half_ == Half::afternoon && hour < 12) hour += 12;
        if (half_ == Half::morning && hour == 12) hour = 0;
        return *day + std::chrono::hours(hour) + std::chrono::minutes(clock_.minute) +
               std::chrono::seconds(clock_.second) + std::chrono::milliseconds(clock_.millisecond) -
               std::chrono::minutes(region_minutes.value_or(zone_.value_or(0)));
    }

private:
    const DateToken* peek(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }
    const DateToken* glued(std::size_t ahead, Kind kind) const {
        const auto* token = peek(ahead);
        return token && token->glued && token->kind == kind ? token : nullptr;
    }

    bool read_token() {
        switch (tokens_[at_].kind) {
            case Kind::number:
                return read_number();
            case Kind::word:
                return read_word();
            case Kind::sign:
                return read_sign();
        }
        return false;
    }

    bool read_number() {
        const auto* colon = glued(1, Kind::sign);
        if (colon && colon->text == ":" && glued(2, Kind::number)) return read_clock();
        const DateToken& token = tokens_[at_++];
        const bool behind_t = at_ >= 2 && tokens_[at_ - 2].text == "t" && token.glued;
        if (behind_t && !has_clock_ && (token.text.size() == 4 || token.text.size() == 6)) return set_compact(token);
        if (const auto* unit = peek(); unit && unit->kind == Kind::word) {
            if (set_by_unit(token, unit->text)) return true;
            if (!has_clock_ && token.text.size() <= 2 && half_of_word(unit->text)) {
                clock_.hour = token.value;
                has_clock_ = true;
                return true;
            }
        }
        numbers_.push_back(number_of(token));
        return numbers_.size() <= 3;
    }

    // 2004년 05월 28일, 2004年5月28日, 1st.
    bool set_by_unit(const DateToken& token, std::string_view unit) {
        if (unit == "年" || unit == "년") {
            year_ = number_of(token);
        } else if (unit == "月" || unit == "월") {
            month_ = token.value;
        } else if (unit == "日" || unit == "일") {
            day_ = token.value;
        } else if (unit == "st" || unit == "nd" || unit == "rd" || unit == "th") {
            numbers_.push_back(number_of(token));
        } else {
            return false;
        }
        ++at_;
        return true;
    }

    bool set_compact(const DateToken& token) {
        clock_ = {token.value / 100, token.value % 100, 0, 0};
        if (token.text.size() == 6) clock_ = {token.value / 10000, token.value / 100 % 100, token.value % 100, 0};
        has_clock_ = true;
        return true;
    }

    // Hours and minutes, then seconds, then a fraction of them.
    bool read_clock() {
        if (has_clock_) return false;
        has_clock_ = true;
        clock_.hour = tokens_[at_].value;
        clock_.minute = tokens_[at_ + 2].value;
        at_ += 3;
        if (!is_glued_sign(":")) return true;
        const auto* second = glued(1, Kind::number);
        if (!second) return false;
        clock_.second = second->value;
        at_ += 2;
        if (is_glued_sign(":")) return false;
        if ((is_glued_sign(".") || is_glued_sign(",")) && glued(1, Kind::number)) {
            const std::string digits = (peek(1)->text + "00").substr(0, 3);
            std::from_chars(digits.data(), digits.data() + digits.size(), clock_.millisecond);
            at_ += 2;
        }
        return true;
    }

    bool is_glued_sign(std::string_view sign) const {
        const auto* token = glued(0, Kind::sign);
        return token && token->text == sign;
    }

    bool read_word() {
        const std::string& word = tokens_[at_].text;
        const bool is_first = at_ == 0;
        ++at_;
        if (const auto half = half_of_word(word)) {
            half_ = half;
        } else if ((word == "a" || word == "p") && is_glued_sign(".") && glued(1, Kind::word) && peek(1)->text == "m") {
            half_ = word == "a" ? Half::morning : Half::afternoon;
            at_ += 2;
        } else if (const auto zone = zone_of_word(word); zone && has_clock_) {
            if (!zone_) zone_ = zone;
        } else if (const auto month = month_of_word(word); month && !month_) {
            month_ = month;
        } else if (is_first) {
            unknown_first_ = true;  // a day of the week in whatever language
        } else {
            return word == "t" || is_joining_word(word) || zone_of_word(word) || is_weekday_behind_comma();
        }
        return true;
    }

    // "2 January 2024, Tuesday"
    bool is_weekday_behind_comma() const { return at_ >= 2 && is_sign(tokens_[at_ - 2], ",") && !has_clock_; }

    bool read_sign() {
        const DateToken& sign = tokens_[at_];
        const bool offset = sign.text == "+" || is_dash(sign);
        const auto* digits = glued(1, Kind::number);
        if (offset && has_clock_ && digits) return read_offset(is_dash(sign) ? -1 : 1);
        ++at_;
        if (separator_.empty() && numbers_.size() == 1) separator_ = sign.text;
        return is_dash(sign) || sign.text == "," || sign.text == "." || sign.text == "/" || sign.text == "|";
    }

    // +hh, +hhmm, +hh:mm
    bool read_offset(int direction) {
        const DateToken& digits = *peek(1);
        int hours = digits.value;
        int minutes = 0;
        at_ += 2;
        if (digits.text.size() > 2) {
            hours = digits.value / 100;
            minutes = digits.value % 100;
        } else if (is_glued_sign(":") && glued(1, Kind::number)) {
            minutes = peek(1)->value;
            at_ += 2;
        }
        if (digits.text.size() > 4 || hours > 15 || minutes > 59) return false;
        zone_ = direction * (hours * 60 + minutes);
        return true;
    }

    bool is_valid_clock() const {
        if (clock_.hour == 24) return clock_.minute == 0 && clock_.second == 0;
        return clock_.hour >= 0 && clock_.hour < 24 && clock_.minute >= 0 && clock_.minute < 60 && clock_.second >= 0 &&
               clock_.second <= 60;  // 60 is a leap second
    }

    std::optional<Time> resolve_day() const {
        if (year_ && month_ && day_) return midnight(full_year(*year_), *month_, *day_);
        if (month_) return resolve_beside_month();
        if (unknown_first_ && numbers_.size() != 3) return std::nullopt;
        switch (numbers_.size()) {
            case 1:
                return resolve_one(numbers_[0]);
            case 2:
                return resolve_two(numbers_[0], numbers_[1]);
            case 3:
                return resolve_three();
            default:
                return std::nullopt;
        }
    }

    std::optional<Time> resolve_beside_month() const {
        if (numbers_.size() == 1 && numbers_[0].digits == 4) return midnight(numbers_[0].value, *month_, 1);
        if (numbers_.size() != 2) return std::nullopt;
        const bool year_first = numbers_[0].digits > 2;
        return midnight(full_year(numbers_[year_first ? 0 : 1]), *month_, numbers_[year_first ? 1 : 0].value);
    }

    // ISO 8601 without hyphens, or a year alone.
    static std::optional<Time> resolve_one(Number n) {
        if (n.digits == 4) return midnight(n.value, 1, 1);
        if (n.digits == 8) return midnight(n.value / 10000, n.value / 100 % 100, n.value % 100);
        if (n.digits == 7) return ordinal(n.value / 1000, n.value % 1000);
        return std::nullopt;
    }

    static std::optional<Time> resolve_two(Number year, Number rest) {
        if (year.digits != 4) return std::nullopt;
        return rest.digits == 3 ? ordinal(year.value, rest.value) : midnight(year.value, rest.value, 1);
    }

    static std::optional<Time> ordinal(int year, int day) {
        const auto first = midnight(year, 1, 1);
        const bool leap = std::chrono::year(year).is_leap();
        if (!first || day < 1 || day > (leap ? 366 : 365)) return std::nullopt;
        return *first + std::chrono::days(day - 1);
    }

    // Year first; else the year is last, and before it stands the day (21.5.2025) or, with slashes, what the order
    // says.
    std::optional<Time> resolve_three() const {
        const auto& [a, b, c] = std::tie(numbers_[0], numbers_[1], numbers_[2]);
        if (a.digits >= 4) return midnight(a.value, b.value, c.value);
        const bool month_first =
            a.value <= 12 && ((separator_ == "/" && order_ == SlashOrder::month_first) || b.value > 12);
        return month_first ? midnight(full_year(c), a.value, b.value) : midnight(full_year(c), b.value, a.value);
    }

    std::vector<DateToken> tokens_;
    SlashOrder order_;
    std::size_t at_ = 0;
    std::vector<Number> numbers_;  // those of the day; at most three
    std::string separator_;        // what stands between the first two
    std::optional<Number> year_;
    std::optional<int> month_, day_;
    Clock clock_;
    bool has_clock_ = false;
    std::optional<Half> half_;
    std::optional<int> zone_;  // minutes
    bool unknown_first_ = false;
};

// Seconds or milliseconds since the epoch, as some programs write them.
std::optional<Time> epoch_time(std::string_view digits) {
    if (digits.size() != 10 && digits.size() != 13) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return std::nullopt;
    return Time(std::chrono::milliseconds(digits.size() == 10 ? value * 1000 : value));
}

std::optional<Time> read_date(std::string_view text, SlashOrder order) {
    if (text.empty() || text.size() > 128) return std::nullopt;  // no notation takes that much
    if (const auto exact = exact_date(text)) return exact;
    if (const auto epoch = epoch_time(text)) return epoch;
    const auto region = region_zone(text);
    std::string rest(
        text.substr(0, region.empty() ? text.size() : static_cast<std::size_t>(region.data() - text.data())));
    if (!region.empty()) rest += text.substr(static_cast<std::size_t>(region.data() - text.data()) + region.size());
    DateReader reader(date_tokens(rest), order);
    if (!reader.read()) return std::nullopt;
    if (region.empty()) return reader.resolve(std::nullopt);
    const auto local = reader.resolve(0);
    if (!local) return std::nullopt;
    const auto minutes = region_minutes(region, *local);
    return minutes ? std::optional(*local - std::chrono::minutes(*minutes)) : std::nullopt;
}

}  // namespace

std::optional<Time> parse_date(std::string_view text, SlashOrder order) {
    const auto read = read_date(trimmed(text), order);
    return read && has_four_digit_year(*read) ? read : std::nullopt;
}

}  // namespace masthead::feeds
