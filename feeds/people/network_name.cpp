#include "feeds/people/network_name.hpp"

#include <array>

#include "feeds/people/name_shape.hpp"
#include "feeds/people/names.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {

bool is_network(std::string_view name, std::string_view show_title) {
    static constexpr std::array<std::string_view, 19> endings = {
        "audio",       "broadcasting", "collective", "entertainment", "fm",      "magazine", "media",
        "network",     "networks",     "news",       "originals",     "podcast", "podcasts", "press",
        "productions", "radio",        "records",    "studio",        "studios"};
    const auto words = words_of(name);
    if (words.empty()) return false;
    // A Chinese or Japanese name is one word.
    const bool is_one_latin_word = words.size() == 1 && static_cast<unsigned char>(name.front()) < 0x80;
    return is_one_latin_word || is_organization(name) || is_desk_name(name) ||
           is_one_of(endings, bare_word(words.back())) || name_key(name) == name_key(show_title);
}

}  // namespace masthead::feeds
