#include <array>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "feeds/text/date.hpp"
#include "feeds/text/date_tokens.hpp"

namespace masthead::feeds {
namespace {

using namespace std::chrono_literals;

constexpr std::array day_names = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array month_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct Fields {
    int year;
    unsigned month, day, weekday;
    int hour, minute, second, millisecond;
};

Fields fields_of(Time time) {
    const auto midnight = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(midnight);
    const std::chrono::hh_mm_ss clock(time - midnight);
    return {static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()),
            std::chrono::weekday(midnight).c_encoding(),
            static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()),
            static_cast<int>(clock.seconds().count()),
            static_cast<int>(clock.subseconds().count())};
}

std::string day_and_clock(Time time) {
    const auto f = fields_of(time);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02}", day_names[f.weekday], f.day, month_names[f.month - 1],
                       f.year, f.hour, f.minute, f.second);
}

// Reads HTTP dates by a pattern: 'd' is a digit, 'D' a digit or a blank, 'a' a letter, all else is itself.
bool has_shape(std::string_view text, std::string_view pattern) {
    if (text.size() != pattern.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        switch (pattern[i]) {
            case 'd':
                if (!digit) return false;
                break;
            case 'D':
                if (!digit && c != ' ') return false;
                break;
            case 'a':
                if (!letter) return false;
                break;
            default:
                if (c != pattern[i]) return false;
        }
    }
    return true;
}

int number(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    int value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<Time> http_time(int year, std::string_view month_name, int day, std::string_view clock) {
    unsigned month = 0;
    for (std::size_t i = 0; i < month_names.size(); ++i)
        if (month_name == month_names[i]) month = static_cast<unsigned>(i + 1);
    const std::chrono::year_month_day date(std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(static_cast<unsigned>(day)));
    const int hour = number(clock.substr(0, 2));
    const int minute = number(clock.substr(3, 2));
    const int second = number(clock.substr(6, 2));
    if (day < 1 || !date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
    const auto time = Time(std::chrono::sys_days(date)) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
                      std::chrono::seconds(second);
    return has_four_digit_year(time) ? std::optional(time) : std::nullopt;
}

}  // namespace

std::string format_rfc3339(Time time) {
    const auto f = fields_of(time);
    auto out = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", f.year, f.month, f.day, f.hour, f.minute, f.second);
    if (f.millisecond != 0) out += fmt::format(".{:03}", f.millisecond);
    return out + "Z";
}

std::string format_rfc822(Time time) { return day_and_clock(time) + " +0000"; }

std::string format_http_date(Time time) { return day_and_clock(time) + " GMT"; }

std::optional<Time> parse_http_date(std::string_view text) {
    if (has_shape(text, "aaa, dd aaa dddd dd:dd:dd GMT"))
        return http_time(number(text.substr(12, 4)), text.substr(8, 3), number(text.substr(5, 2)), text.substr(17, 8));
    if (has_shape(text, "aaa aaa Dd dd:dd:dd dddd"))
        return http_time(number(text.substr(20, 4)), text.substr(4, 3), number(text.substr(8, 2)), text.substr(11, 8));
    const auto comma = text.find(',');
    if (comma == std::string_view::npos || !has_shape(text.substr(comma), ", dd-aaa-dd dd:dd:dd GMT"))
        return std::nullopt;
    const auto rest = text.substr(comma + 2);
    // Two digits are the year of that century that is not more than 50 years ahead (RFC 9110, section 5.6.7); a
    // server's clock is not asked for, so the turn is fixed.
    const int year = number(rest.substr(7, 2));
    return http_time(year + (year < 70 ? 2000 : 1900), rest.substr(3, 3), number(rest.substr(0, 2)),
                     rest.substr(10, 8));
}

}  // namespace masthead::feeds
