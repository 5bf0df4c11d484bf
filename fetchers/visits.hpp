#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "feeds/document.hpp"
#include "fetchers/options.hpp"
#include "fetchers/robots.hpp"
#include "fetchers/transfer.hpp"

namespace masthead::fetchers {

/// A document that discovery looked at.
struct Visit {
    std::string asked;  ///< the address that was asked for
    Response response;  ///< without its body
    feeds::Document document;

    const std::string& url() const { return response.url; }
    bool is_page() const {
        return document.format == feeds::DocumentFormat::article || document.format == feeds::DocumentFormat::listing;
    }
    /// Where the source is: a permanent redirect's end, else what was asked for.
    const std::string& lasting_url() const;
};

using VisitResult = feeds::Result<std::shared_ptr<const Visit>, FetchError>;

/// Fetches and parses for discovery: each address once, and no more than a bounded number of them.
class Visits {
public:
    Visits(const Fetch& fetch, const Options& options, feeds::Time now)
        : fetch_(fetch), options_(options), now_(now), robots_(fetch) {}

    /// A document that the admin named, or a feed.
    VisitResult read(const std::string& url);

    /// A page that a page led to: only where robots.txt lets us.
    VisitResult follow(const std::string& url);

    bool may_follow(const std::string& url) { return robots_.allows(url, now_); }

    /// How many more addresses may be asked for on behalf of one given address.
    void renew_allowance();

private:
    VisitResult fetch_and_parse(const std::string& url);

    const Fetch& fetch_;
    const Options& options_;
    feeds::Time now_;
    Robots robots_;
    std::size_t allowance_ = 0;
    std::map<std::string, VisitResult> seen_;
};

}  // namespace masthead::fetchers
