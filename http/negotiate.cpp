#include "http/negotiate.hpp"

#include <array>

#include "http/field_list.hpp"

namespace masthead::http {
namespace {

// A weight in thousandths (RFC 9110, section 12.4.2). What is no weight is 0: never send what may have been refused.
int weight(std::string_view text) {
    if (text.empty() || (text[0] != '0' && text[0] != '1') || text.size() > 5) return 0;
    if (text.size() > 1 && text[1] != '.') return 0;
    int thousandths = (text[0] - '0') * 1000;
    int place = 100;
    for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (c < '0' || c > '9') return 0;
        thousandths += (c - '0') * place;
        place /= 10;
    }
    return std::min(thousandths, 1000);
}

struct Member {
    std::string_view name;
    int weight = 1000;
};

Member member(std::string_view text) {
    const auto semicolon = text.find(';');
    Member out{trim(text.substr(0, semicolon))};
    if (semicolon == std::string_view::npos) return out;
    const std::string_view parameter = trim(text.substr(semicolon + 1));
    const auto equals = parameter.find('=');
    if (equals == std::string_view::npos || !equal_without_case(trim(parameter.substr(0, equals)), "q"))
        return {out.name, 0};
    return {out.name, weight(trim(parameter.substr(equals + 1)))};
}

}  // namespace

std::string_view coding_name(Coding coding) {
    switch (coding) {
        case Coding::identity:
            return "";
        case Coding::gzip:
            return "gzip";
        case Coding::brotli:
            return "br";
    }
    return "";
}

Coding negotiate_coding(const std::optional<std::string_view>& accept_encoding) {
    if (!accept_encoding) return Coding::identity;
    std::optional<int> identity, gzip, brotli, others;
    for_each_member(*accept_encoding, [&](std::string_view text) {
        const Member found = member(text);
        if (equal_without_case(found.name, "gzip") || equal_without_case(found.name, "x-gzip")) gzip = found.weight;
        if (equal_without_case(found.name, "br")) brotli = found.weight;
        if (equal_without_case(found.name, "identity")) identity = found.weight;
        if (found.name == "*") others = found.weight;
    });
    // identity is acceptable unless it is refused by name; not named, it comes after every coding that is.
    const std::array<std::pair<Coding, int>, coding_count> offers{{
        {Coding::brotli, brotli.value_or(others.value_or(0))},
        {Coding::gzip, gzip.value_or(others.value_or(0))},
        {Coding::identity, identity.value_or(0)},
    }};
    Coding best = Coding::identity;
    int best_weight = 0;
    for (const auto& [coding, offered] : offers) {
        if (offered <= best_weight) continue;
        best = coding;
        best_weight = offered;
    }
    return best;
}

}  // namespace masthead::http
