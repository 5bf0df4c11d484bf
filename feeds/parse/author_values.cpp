#include "feeds/parse/author_values.hpp"

#include "feeds/text/double_encoding.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_kept = 256;  // values of one document

std::vector<Person> read_people(std::string_view written, ValueOf value_of, const NameContext& context) {
    const auto mended = may_be_encoded_twice(written) ? without_double_encoding(std::string(written)) : std::string();
    const auto value = mended.empty() ? written : std::string_view(mended);
    auto people = people_of_value(value, context);
    if (!people.empty()) return people;
    const auto find_name = value_of == ValueOf::name ? stated_name : plain_name;
    if (auto name = find_name(value, context); !name.empty()) people.emplace_back().name = std::move(name);
    return people;
}

}  // namespace

std::vector<Person> AuthorValues::people(std::string_view value, ValueOf value_of) const {
    const auto found = read_.find({value_of, std::string(value)});
    if (found != read_.end()) return found->second;
    auto people = read_people(value, value_of, context_);
    if (read_.size() < most_kept) read_.emplace(std::pair(value_of, std::string(value)), people);
    return people;
}

}  // namespace masthead::feeds
