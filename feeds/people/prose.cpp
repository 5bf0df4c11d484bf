#include "feeds/people/prose.hpp"

#include <algorithm>

#include "feeds/people/name_shape.hpp"
#include "feeds/people/words.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {

std::string name_at_start(std::string_view bio) {
    const auto line = one_line(bio.substr(0, 400));
    const auto words = words_of(std::string_view(line));
    // The longest run of words before a verb that makes a name.
    constexpr std::string_view verbs[] = {"is", "was", "writes", "covers", "reports", "teaches"};
    for (std::size_t i = 1; i < std::min<std::size_t>(words.size(), 9); ++i) {
        if (!has_word(verbs, bare_word(words[i])) && words[i - 1].back() != ',') continue;
        auto name = std::string_view(line).substr(0, static_cast<std::size_t>(words[i].data() - line.data()) - 1);
        while (!name.empty() && name.back() == ',') name.remove_suffix(1);
        return is_person_name(name) ? std::string(name) : std::string();
    }
    return {};
}

}  // namespace masthead::feeds
