// JSON Feeds. The first byte is one of theirs, so that nothing is spent on other formats.
#include <cstddef>
#include <cstdint>
#include <string>

#include "feeds/parse/parse.hpp"
#include "tests/fuzz/checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace masthead;
    const std::string bytes = "{" + std::string(reinterpret_cast<const char*>(data), size);
    for (const auto& text : {bytes, bytes.substr(1)}) {
        const auto document = feeds::parse(text, {"https://tide.example/feed.json", "application/feed+json", ""}, {});
        if (document) fuzz::check_document(*document);
    }
    return 0;
}
