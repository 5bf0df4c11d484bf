#include "tests/fuzz/checks.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include "feeds/feed.hpp"
#include "feeds/people/names.hpp"
#include "feeds/text/encoding.hpp"
#include "feeds/text/sanitise.hpp"
#include "tests/properties/round_trip.hpp"
#include "tests/properties/safe_html.hpp"
#include "tests/properties/whole_document.hpp"

namespace masthead::fuzz {
namespace {

// What the properties say is wrong, if they do.
void check_none(const std::string& wrong, std::string_view of) { check(wrong.empty(), wrong, of); }

bool is_of_slugs(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

}  // namespace

void check(bool holds, std::string_view what, std::string_view of) {
    if (holds) return;
    fmt::print(stderr, "broken: {}:\n{}\n", what, of);
    std::abort();
}

void check_text(std::string_view text) { check(feeds::repair_utf8(text) == text, "a text that is no UTF-8", text); }

void check_name(const std::string& name) {
    check_text(name);
    check(feeds::people_of_value(name, {}).size() <= 1, "a name that is a list", name);
    const std::string slug = feeds::slug_of(name);
    check(!slug.empty() && std::all_of(slug.begin(), slug.end(), is_of_slugs), "a slug that is no address", name);
}

void check_html(std::string_view html) {
    check_text(html);
    check(feeds::sanitise(html, "https://tide.example/") == html, "sanitising changes what is sanitised", html);
    check_none(tests::unsafe_part(html), html);
}

void check_document(const feeds::Document& document) {
    check_none(tests::broken_promise(document), {});
    for (const auto format : {feeds::Format::rss, feeds::Format::atom, feeds::Format::json})
        check_none(tests::lost_on_the_way(document, format), {});
}

}  // namespace masthead::fuzz
