#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/parse/page.hpp"
#include "feeds/text/date.hpp"
#include "feeds/time.hpp"

namespace masthead::feeds {

/// What a page says of itself in its head: JSON-LD, OpenGraph, Dublin Core and the older meta elements.
struct PageMetadata {
    std::vector<std::string> titles;  ///< of what the page holds, the surest first; the site's name may hang on them
    std::vector<std::string> names;   ///< of its authors, as they stand there
    std::string site_name;
    std::string description;
    std::string canonical;  ///< absolute
    std::string language;
    std::string image;  ///< absolute
    std::vector<std::string> categories;
    std::optional<Time> published;
    bool published_is_exact = false;  ///< an instant with its zone, rather than a day
    std::optional<Time> updated;
    bool says_article = false;
    bool says_listing = false;  ///< a profile, a collection, a list of items
    bool noindex = false;
};

PageMetadata read_metadata(const HtmlPage& page);

/// Keeps the best of several statements of one date: with time and zone before with time before a day; the first of
/// equals.
class DateChoice {
public:
    /// With the order that the page's language gives days and months.
    explicit DateChoice(SlashOrder order) : order_(order) {}

    /// A date as it stands in metadata (RFC 3339 and its kin); what is no date is passed over.
    void offer(std::string_view text);
    /// The same, printed for people: never better than a day.
    void offer_printed(std::string_view text);

    std::optional<Time> best() const { return best_; }
    bool is_exact() const { return rank_ == 3; }

private:
    void take(std::optional<Time> time, int rank);

    SlashOrder order_;
    std::optional<Time> best_;
    int rank_ = 0;
};

/// What hangs on one title of a page and not on another ("An Argument – Tidewater Review", "An Argument"): the name of
/// its site. Empty when nothing does.
std::string site_name_beside(std::string_view whole, std::string_view bare);

/// A title less the name of the site that hangs on it: "An Argument – Tidewater Review" -> "An Argument".
std::string without_site_name(std::string_view title, std::string_view site_name);

}  // namespace masthead::feeds
