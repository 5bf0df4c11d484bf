// What publishers write where an author stands, with markup and without.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "feeds/people/names.hpp"
#include "tests/fuzz/checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace masthead;
    const std::string_view value(reinterpret_cast<const char*>(data), size);
    const feeds::NameContext context{"The Weir Ledger", "weir.example"};
    for (const auto& person : feeds::people_of_value(value, context)) {
        fuzz::check_text(person.name);
        fuzz::check_text(person.role);
        fuzz::check_text(person.affiliation);
        fuzz::check(!person.name.empty() || !person.email.empty(), "somebody without a name", value);
    }
    fuzz::check_text(feeds::plain_name(value, context));
    fuzz::check_text(feeds::stated_name(value, context));
    return 0;
}
