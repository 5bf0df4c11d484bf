#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feeds/extension.hpp"
#include "feeds/render/extension_table.hpp"

namespace masthead::feeds {

/// The trees of one entry from vocabularies whose elements validators know, one after the other: what of each may be
/// published.
class KnownTrees {
public:
    /// `longest` bounds each text, in bytes.
    explicit KnownTrees(std::size_t longest) : longest_(longest) {}

    /// Appends what is left of a tree to `out`. An element that is not known, stands a second time where it may not, or
    /// lacks what it needs goes with all that is in it.
    void add(const ExtensionElement* begin, const ExtensionElement* end, std::vector<ExtensionElement>& out);

private:
    struct Open {
        std::string_view name;  // as the table has it; empty for an entry itself
        std::size_t number;
    };

    const KnownElement* rule_here(const ExtensionElement& element);

    std::size_t longest_;
    std::size_t opened_ = 0;
    std::vector<Open> within_;
    std::set<std::pair<std::size_t, const KnownElement*>> seen_;  // by the number of the element that they stand in
};

}  // namespace masthead::feeds
