#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masthead::feeds {

/// The elements that are open in HTML that is being written: writes the end tags that the source left out, so that what
/// is written nests properly.
class OpenElements {
public:
    /// End tags go to `out`, which outlives this.
    explicit OpenElements(std::string& out) : out_(out) {}

    std::size_t depth() const { return open_.size(); }
    bool contains(std::string_view tag) const { return count_.find(tag) != count_.end(); }
    void push(std::string_view tag);

    /// Before the start tag of `tag`: closes what it ends without saying so (HTML, section 13.1.2.4, and 13.2.6.4.7 for
    /// p), and what is never inside one of its kind (a, headings).
    void close_before(std::string_view tag);
    /// At an end tag: closes the innermost such element and all within it. False when none is open here: no end tag
    /// reaches out of a table cell but those of the table itself.
    bool close(std::string_view tag);
    void close_all() { close_down_to(0); }

private:
    std::optional<std::size_t> find(std::string_view tag) const;
    void close_down_to(std::size_t depth);
    void close_table_parts(std::string_view tag);
    template <class Closes, class Keeps>
    void close_innermost(Closes closes, Keeps keeps);

    std::string& out_;
    std::vector<std::string> open_;                          // outermost first
    std::map<std::string, std::size_t, std::less<>> count_;  // of each that is open, so that most searches end at once
};

/// td, tr, tbody and the like: what makes sense in a table only.
bool is_table_part(std::string_view tag);

}  // namespace masthead::feeds
