// Feeds in XML: RSS and Atom of any version, or what looks like them.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "feeds/parse/parse.hpp"
#include "tests/fuzz/checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace masthead;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto document = feeds::parse(bytes, {"https://tide.example/feed", "application/xml", ""}, {});
    if (document) fuzz::check_document(*document);
    return 0;
}
