#pragma once

#include <optional>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/source.hpp"
#include "feeds/time.hpp"
#include "fetchers/options.hpp"
#include "fetchers/transfer.hpp"

namespace masthead::fetchers {

/// A person whom the addresses name, with all that they say and where each said it.
struct FoundAuthor {
    std::string name;
    feeds::Author::Type type = feeds::Author::Type::person;
    std::vector<feeds::Fact> facts;
    std::vector<std::string> named_by;  ///< the given addresses that name this person
    std::vector<std::string> owns;      ///< those of them that are by this person as a whole
};

/// A place to pull.
struct FoundSource {
    feeds::Source source;     ///< not stored yet
    std::string behind;       ///< the given address that led here
    std::size_t entries = 0;  ///< that it has now
};

/// What was looked at and not taken, and why.
struct LeftOut {
    std::string url;
    std::string reason;
};

struct Discovery {
    std::vector<FoundAuthor> authors;  ///< every person whom an address names
    std::vector<FoundSource> sources;
    std::vector<LeftOut> left_out;
    std::vector<FetchError> errors;  ///< one per address that could not be read at all
    /// Index of the one author whom all addresses name that name anybody; of several the one whose all of them are.
    /// Unset: none or several.
    std::optional<std::size_t> subject;
};

/// Looks at addresses of one person (a feed, an article, an author page, a profile, a podcast's page), finds the feeds
/// behind them and who writes there. `name`: whom the admin means, when given. Stores nothing.
Discovery discover(const std::vector<std::string>& urls, const std::optional<std::string>& name, const Fetch& fetch,
                   const Options& options, feeds::Time now);

}  // namespace masthead::fetchers
