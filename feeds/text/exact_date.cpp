#include "feeds/text/exact_date.hpp"

#include <array>
#include <chrono>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

// Takes a text from left to right; what does not fit is remembered and asked for once, at the end.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    int number(std::size_t digits) {
        int out = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (text_.empty() || !is_digit(text_.front())) return fail();
            out = out * 10 + (text_.front() - '0');
            text_.remove_prefix(1);
        }
        return out;
    }

    void literal(std::string_view expected) {
        if (text_.substr(0, expected.size()) == expected)
            text_.remove_prefix(expected.size());
        else
            fail();
    }

    // A word of three letters of a list; its place in it.
    int word(std::string_view list) {
        const auto found = text_.size() < 3 ? std::string_view::npos : list.find(text_.substr(0, 3));
        if (found == std::string_view::npos || found % 3 != 0) return fail();
        text_.remove_prefix(3);
        return static_cast<int>(found / 3);
    }

    // Minutes east of UTC: "+0200", "+02:00", "Z", "GMT".
    int zone() {
        if (text_ == "Z" || text_ == "GMT") {
            text_ = {};
            return 0;
        }
        const char sign = text_.empty() ? '\0' : text_.front();
        if (sign != '+' && sign != '-') return fail();
        text_.remove_prefix(1);
        const int hours = number(2);
        if (!text_.empty() && text_.front() == ':') text_.remove_prefix(1);
        const int minutes = hours * 60 + number(2);
        return sign == '-' ? -minutes : minutes;
    }

    bool is_done() const { return fits_ && text_.empty(); }
    char next() const { return text_.empty() ? '\0' : text_.front(); }

private:
    int fail() {
        fits_ = false;
        text_ = {};
        return 0;
    }

    std::string_view text_;
    bool fits_ = true;
};

struct Parts {
    int year, month, day, hour, minute, second, zone;
};

Parts read_rfc822(Reader& in) {
    Parts out{};
    in.word("MonTueWedThuFriSatSun");
    in.literal(", ");
    out.day = in.number(1);
    if (in.next() != ' ') out.day = out.day * 10 + in.number(1);
    in.literal(" ");
    out.month = in.word("JanFebMarAprMayJunJulAugSepOctNovDec") + 1;
    in.literal(" ");
    out.year = in.number(4);
    in.literal(" ");
    out.hour = in.number(2);
    in.literal(":");
    out.minute = in.number(2);
    in.literal(":");
    out.second = in.number(2);
    in.literal(" ");
    out.zone = in.zone();
    return out;
}

Parts read_rfc3339(Reader& in) {
    Parts out{};
    out.year = in.number(4);
    in.literal("-");
    out.month = in.number(2);
    in.literal("-");
    out.day = in.number(2);
    in.literal("T");
    out.hour = in.number(2);
    in.literal(":");
    out.minute = in.number(2);
    in.literal(":");
    out.second = in.number(2);
    out.zone = in.zone();
    return out;
}

}  // namespace

std::optional<Time> exact_date(std::string_view text) {
    Reader in(text);
    const Parts parts = is_digit(in.next()) ? read_rfc3339(in) : read_rfc822(in);
    const std::chrono::year_month_day day{std::chrono::year(parts.year),
                                          std::chrono::month(static_cast<unsigned>(parts.month)),
                                          std::chrono::day(static_cast<unsigned>(parts.day))};
    constexpr int furthest_zone = 14 * 60;
    const bool is_time = parts.hour < 24 && parts.minute < 60 && parts.second < 60 && parts.zone >= -furthest_zone &&
                         parts.zone <= furthest_zone;
    if (!in.is_done() || !day.ok() || !is_time || parts.year < 1000) return std::nullopt;
    return Time(std::chrono::sys_days(day).time_since_epoch()) + std::chrono::hours(parts.hour) +
           std::chrono::minutes(parts.minute - parts.zone) + std::chrono::seconds(parts.second);
}

}  // namespace masthead::feeds
