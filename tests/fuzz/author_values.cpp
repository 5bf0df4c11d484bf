// What publishers write where an author stands, with markup and without, and what they say of authors in prose.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "feeds/people/names.hpp"
#include "feeds/people/prose.hpp"
#include "feeds/text/encoding.hpp"
#include "tests/fuzz/checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace masthead;
    // Documents are UTF-8 before anybody looks for a name in them.
    const auto value = feeds::repair_utf8(std::string_view(reinterpret_cast<const char*>(data), size));
    const feeds::NameContext context{"The Weir Ledger", "weir.example"};
    for (const auto& person : feeds::people_of_value(value, context)) {
        if (!person.name.empty()) fuzz::check_name(person.name);
        fuzz::check_text(person.role);
        fuzz::check_text(person.affiliation);
        fuzz::check(!person.name.empty() || !person.email.empty(), "somebody without a name", value);
    }
    for (const auto& name : {feeds::plain_name(value, context), feeds::stated_name(value, context)})
        if (!name.empty()) fuzz::check_name(name);
    for (const auto& person : feeds::people_of_prose({value, {}}, {}, std::nullopt)) {
        fuzz::check_text(person.name);
        fuzz::check_text(person.bio);
        fuzz::check_text(person.role);
    }
    return 0;
}
