#pragma once

#include <string>
#include <vector>

#include "feeds/feed.hpp"

namespace masthead::storage::sqlite {

/// The conditions of a selection that are tested on each entry, folded once.
class Filter {
public:
    explicit Filter(const feeds::Selection& selection);

    /// Whether it lets everything through.
    bool is_empty() const;
    bool accepts(const feeds::Entry& entry) const;

private:
    bool accepts_category(const feeds::Entry& entry) const;
    bool accepts_language(const feeds::Entry& entry) const;
    bool accepts_words(const feeds::Entry& entry) const;

    std::vector<std::string> categories_, languages_, wanted_, unwanted_;
};

}  // namespace masthead::storage::sqlite
