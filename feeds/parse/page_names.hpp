#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/parse/fill_person.hpp"
#include "feeds/parse/page.hpp"
#include "feeds/people/names.hpp"

namespace masthead::feeds {

/// Tells which of the names on a page are people's, and who its authors are said to be. It lives no longer than the
/// page.
class PageNames {
public:
    PageNames(const HtmlPage& page, const std::string& publication);

    const NameContext& context() const { return context_; }
    /// Whether a name is the publication's.
    bool is_site(std::string_view name) const;
    /// Whether an account is called like the publication: "Harbour Meridian" and "@harbourmeridian".
    bool is_named_after_site(std::string_view handle) const;

    /// Persons whose names are clean: "By A and B" becomes two of them, "admin" none.
    People taken_apart(const People& written) const;
    /// The same of one who has to stay one.
    std::optional<Person> taken_apart_one(const std::optional<Person>& written) const;

    /// The lists of authors that a page gives, the most certain first: marked in its text, in JSON-LD, in the byline,
    /// in its meta elements.
    std::vector<People> lists_of_authors() const;
    /// On a list of pieces that are all by one: that one.
    People only_author_of_list() const;

private:
    People marked_people() const;
    People meta_people() const;

    const HtmlPage& page_;
    NameContext context_;
    std::vector<std::string> site_names_;
};

}  // namespace masthead::feeds
