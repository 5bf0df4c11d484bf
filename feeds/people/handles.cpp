#include "feeds/people/handles.hpp"

#include <algorithm>
#include <cstdint>

#include <unicode/uchar.h>

#include "feeds/text/ascii.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

bool is_domain_label(std::string_view label) {
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    return std::all_of(label.begin(), label.end(), [](char c) { return is_alphanumeric(c) || c == '-'; });
}

// [a-z0-9_]+([._-][a-z0-9_]+)* of a fediverse account, in any case.
bool is_fediverse_user(std::string_view user) {
    bool after_word = false;
    for (const char c : user) {
        const bool in_word = is_alphanumeric(c) || c == '_';
        if (!in_word && (!after_word || (c != '.' && c != '-'))) return false;
        after_word = in_word;
    }
    return after_word;
}

}  // namespace

bool is_ascii_handle(std::string_view handle, std::size_t least, std::size_t most, std::string_view marks) {
    if (handle.size() < least || handle.size() > most) return false;
    return std::all_of(handle.begin(), handle.end(),
                       [&](char c) { return is_alphanumeric(c) || marks.find(c) != std::string_view::npos; });
}

bool is_letters_handle(std::string_view handle, std::size_t least, std::size_t most, std::u32string_view marks) {
    if (handle.size() > 4 * most) return false;
    const auto characters = characters_of(handle);
    return characters.size() >= least && characters.size() <= most &&
           std::all_of(characters.begin(), characters.end(), [&](char32_t c) {
               const auto type = u_charType(static_cast<UChar32>(c));
               return u_isalnum(static_cast<UChar32>(c)) || type == U_NON_SPACING_MARK ||
                      type == U_COMBINING_SPACING_MARK || marks.find(c) != std::u32string_view::npos;
           });
}

bool is_domain_name(std::string_view host) {
    if (host.size() > 253) return false;
    std::size_t labels = 0;
    std::string_view label;
    for (std::string_view rest = host;; ++labels) {
        const auto dot = rest.find('.');
        label = rest.substr(0, dot);
        if (!is_domain_label(label)) return false;
        if (dot == std::string_view::npos) break;
        rest.remove_prefix(dot + 1);
    }
    return labels >= 1 && label.size() >= 2 && is_letter(label.front());
}

bool is_fediverse_handle(std::string_view handle) {
    const auto at = handle.find('@');
    return at <= 64 && is_fediverse_user(handle.substr(0, at)) && is_domain_name(handle.substr(at + 1));
}

bool is_bluesky_handle(std::string_view handle) {
    constexpr std::string_view did = "did:plc:";
    if (handle.substr(0, did.size()) != did) return is_domain_name(handle);
    handle.remove_prefix(did.size());
    return handle.size() == 24 && std::all_of(handle.begin(), handle.end(),
                                              [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); });
}

bool is_github_handle(std::string_view handle) {
    return is_ascii_handle(handle, 1, 39, "-") && handle.front() != '-' && handle.back() != '-' &&
           handle.find("--") == std::string_view::npos;
}

bool is_orcid(std::string_view handle) {
    if (handle.size() != 19) return false;
    int total = 0;
    for (std::size_t i = 0; i + 1 < handle.size(); ++i) {
        if (i % 5 == 4) {
            if (handle[i] != '-') return false;
        } else if (!is_digit(handle[i])) {
            return false;
        } else {
            total = (total + (handle[i] - '0')) * 2 % 11;
        }
    }
    const int check = (12 - total) % 11;
    return handle.back() == (check == 10 ? 'X' : static_cast<char>('0' + check));
}

bool is_youtube_channel(std::string_view handle) {
    return handle.substr(0, 2) == "UC" && is_ascii_handle(handle, 24, 24, "_-");
}

bool is_number(std::string_view handle) {
    return !handle.empty() && handle.size() <= 20 && std::all_of(handle.begin(), handle.end(), is_digit);
}

}  // namespace masthead::feeds
