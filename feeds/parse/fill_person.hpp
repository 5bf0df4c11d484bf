#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/people/names.hpp"

namespace masthead::feeds {

using People = std::vector<Person>;

/// The person of this name, however it is written; nullptr when there is none. `people` is a People, const or not.
template <class Range>
auto find_person(Range& people, const std::string& name) {
    const auto found =
        std::find_if(people.begin(), people.end(), [&](const Person& p) { return same_name(p.name, name); });
    return found == people.end() ? nullptr : &*found;
}

/// Sets a text of a person that is not known yet.
template <class Text>
void fill(Text& into, std::string_view from) {
    if (into.empty()) into = from;
}

/// Adds what `from` says beyond `into`: the first account of a platform stays.
void fill(Person& into, const Person& from);

}  // namespace masthead::feeds
