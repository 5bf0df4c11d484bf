// Pages: articles, lists of articles, pages about people.
#include <cstddef>
#include <cstdint>
#include <string>

#include "feeds/parse/parse.hpp"
#include "tests/fuzz/checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace masthead;
    const std::string page = "<!doctype html>" + std::string(reinterpret_cast<const char*>(data), size);
    const auto document = feeds::parse(page, {"https://tide.example/author/ada/", "text/html; charset=utf-8", ""}, {});
    if (document) fuzz::check_document(*document);
    return 0;
}
