// The HTML of feeds.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "feeds/text/encoding.hpp"
#include "feeds/text/recipient.hpp"
#include "feeds/text/sanitise.hpp"
#include "tests/fuzz/checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace masthead;
    // Documents are UTF-8 before their HTML is looked at.
    const auto html = feeds::repair_utf8(std::string_view(reinterpret_cast<const char*>(data), size));
    const auto safe = feeds::sanitise(html, "https://tide.example/");
    fuzz::check_html(safe);
    fuzz::check_html(feeds::without_recipient(safe));
    fuzz::check_text(feeds::plain_text(html));
    return 0;
}
