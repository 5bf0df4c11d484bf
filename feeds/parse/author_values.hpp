#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/people/names.hpp"

namespace masthead::feeds {

/// Whether a value may hold anything that publishers write about authors, or is said to be a name alone.
enum class ValueOf { author, name };

/// Whom the author values of one document name. The same few stand in all of its entries, so each is taken apart once.
class AuthorValues {
public:
    AuthorValues() = default;
    explicit AuthorValues(NameContext context) : context_(std::move(context)) {}

    const NameContext& context() const { return context_; }
    /// Before the first value is read: what the publication is called decides who is an author.
    void set_publication(std::string title) { context_.publication = std::move(title); }

    /// The people whom a value names, in order; somebody who can only be named as the value does is one with a name.
    std::vector<Person> people(std::string_view value, ValueOf value_of) const;

private:
    NameContext context_;
    mutable std::map<std::pair<ValueOf, std::string>, std::vector<Person>> read_;
};

}  // namespace masthead::feeds
