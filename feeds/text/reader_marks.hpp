#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace masthead::feeds {

/// What tells one reader of a newsletter from another: the values that stand in the links which act for him or her
/// (unsubscribe, preferences), and so betray the reader wherever else they stand.
class ReaderMarks {
public:
    /// Notes the values of an address that acts for its reader: of its parameters, and the tokens in its path.
    void learn(std::string_view acting_url);

    /// Whether one of them stands in a text.
    bool stand_in(std::string_view text) const;

    /// The address without the parameters that have such a value; empty when one stands elsewhere in it.
    std::string removed_from(std::string_view url) const;

private:
    std::vector<std::string> values_;
};

}  // namespace masthead::feeds
