#include "config/words.hpp"

#include <array>

namespace masthead::config {
namespace {

// In the order of the enums.
constexpr std::array<std::string_view, 6> origins = {"admin", "byline", "own_page", "feed", "metadata", "prose"};
constexpr std::array<std::string_view, 8> fields = {"name",  "bio",  "url",         "avatar",
                                                    "email", "role", "affiliation", "profile"};
constexpr std::array<std::string_view, 3> kinds = {"post", "episode", "newsletter"};
constexpr std::array<std::string_view, 3> policies = {"as-given", "excerpt", "full"};
constexpr std::array<std::string_view, 3> types = {"feed", "page", "mailbox"};
constexpr std::array<std::string_view, 5> formats = {"rss", "atom", "json", "html", "opml"};

template <class Enum, std::size_t n>
std::optional<Enum> meaning(const std::array<std::string_view, n>& words, std::string_view word) {
    for (std::size_t i = 0; i < n; ++i)
        if (words[i] == word) return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace

std::string_view word_of(feeds::Origin origin) { return origins[static_cast<std::size_t>(origin)]; }
std::string_view word_of(feeds::Field field) { return fields[static_cast<std::size_t>(field)]; }
std::string_view word_of(feeds::Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view word_of(feeds::TextPolicy policy) { return policies[static_cast<std::size_t>(policy)]; }
std::string_view word_of(feeds::Source::Type type) { return types[static_cast<std::size_t>(type)]; }

std::optional<feeds::Field> field_of(std::string_view word) { return meaning<feeds::Field>(fields, word); }
std::optional<feeds::Kind> kind_of(std::string_view word) { return meaning<feeds::Kind>(kinds, word); }
std::optional<feeds::TextPolicy> text_policy_of(std::string_view word) {
    return meaning<feeds::TextPolicy>(policies, word);
}
std::optional<feeds::Format> format_of(std::string_view word) { return meaning<feeds::Format>(formats, word); }

std::optional<bool> switch_of(std::string_view word) {
    if (word == "yes" || word == "on" || word == "true") return true;
    if (word == "no" || word == "off" || word == "false") return false;
    return std::nullopt;
}

}  // namespace masthead::config
