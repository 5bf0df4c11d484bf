#include "config/words.hpp"

#include <iterator>

namespace masthead::config {
namespace {

// In the order of the enums.
constexpr std::string_view origins[] = {"admin", "byline", "own_page", "feed", "metadata", "prose"};
constexpr std::string_view fields[] = {"name", "bio", "url", "avatar", "email", "role", "affiliation", "profile"};
constexpr std::string_view kinds[] = {"post", "episode", "newsletter"};
constexpr std::string_view policies[] = {"as-given", "excerpt", "full"};
constexpr std::string_view types[] = {"feed", "page", "mailbox"};
constexpr std::string_view formats[] = {"rss", "atom", "json", "html", "opml"};

template <class Enum, std::size_t n>
std::optional<Enum> meaning(const std::string_view (&words)[n], std::string_view word) {
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
