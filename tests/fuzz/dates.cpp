// Dates: one that is read is the same in the notations that we write.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "feeds/text/date.hpp"
#include "tests/fuzz/checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace masthead;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const auto& date :
         {feeds::parse_date(text), feeds::parse_date(text, feeds::SlashOrder::day_first),
          feeds::parse_printed_date(text, feeds::SlashOrder::day_first),
          feeds::parse_printed_date(text, feeds::SlashOrder::month_first), feeds::parse_http_date(text)}) {
        if (!date) continue;
        // RFC 822 and HTTP have no fractions of a second.
        const auto whole = std::chrono::floor<std::chrono::seconds>(*date);
        fuzz::check(feeds::parse_date(feeds::format_rfc3339(*date)) == date, "RFC 3339 gives another date", text);
        fuzz::check(feeds::parse_date(feeds::format_rfc822(*date)) == whole, "RFC 822 gives another date", text);
        fuzz::check(feeds::parse_http_date(feeds::format_http_date(*date)) == whole, "HTTP's gives another date", text);
    }
    return 0;
}
