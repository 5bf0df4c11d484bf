#pragma once

#include <string_view>

namespace masthead::http {

/// Without the spaces and tabs around it (OWS of RFC 9110, section 5.6.3).
inline std::string_view trim(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Equal when ASCII letters are compared without case, as names of fields, codings and units are.
bool equal_without_case(std::string_view a, std::string_view b);

/// Calls `use` with each member of a comma-separated list that is not empty (RFC 9110, section 5.6.1). A comma inside
/// quotes does not part members, so lists of entity tags are read rightly, too.
template <class Use>
void for_each_member(std::string_view list, Use use) {
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= list.size(); ++at) {
        if (at < list.size() && list[at] == '"') quoted = !quoted;
        if (at < list.size() && (list[at] != ',' || quoted)) continue;
        const std::string_view member = trim(list.substr(begin, at - begin));
        if (!member.empty()) use(member);
        begin = at + 1;
    }
}

}  // namespace masthead::http
