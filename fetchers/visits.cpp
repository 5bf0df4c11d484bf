#include "fetchers/visits.hpp"

#include <algorithm>
#include <utility>

#include "fetchers/reading.hpp"

namespace masthead::fetchers {

namespace {

constexpr std::size_t visits_per_address = 30;

}  // namespace

const std::string& Visit::lasting_url() const {
    const bool permanent = !response.hops.empty() && std::all_of(response.hops.begin(), response.hops.end(),
                                                                 [](const Hop& hop) { return hop.permanent; });
    return permanent ? response.url : asked;
}

void Visits::renew_allowance() { allowance_ = visits_per_address; }

VisitResult Visits::read(const std::string& url) {
    const auto found = seen_.find(url);
    if (found != seen_.end()) return found->second;
    if (allowance_ == 0)
        return feeds::unexpected(
            FetchError{feeds::Outcome::too_large, "too many addresses to look at", 0, std::nullopt});
    --allowance_;
    return seen_.emplace(url, fetch_and_parse(url)).first->second;
}

VisitResult Visits::follow(const std::string& url) {
    if (!may_follow(url))
        return feeds::unexpected(
            FetchError{feeds::Outcome::status, "the site's robots.txt does not allow it", 0, std::nullopt});
    return read(url);
}

VisitResult Visits::fetch_and_parse(const std::string& url) {
    Request request;
    request.url = url;
    auto response = fetch_(request);
    if (!response) return feeds::unexpected(response.error());
    auto document = read_document(*response, options_);
    if (!document) return feeds::unexpected(document.error());
    response->body.clear();
    response->body.shrink_to_fit();
    response->memory.reset();
    return std::make_shared<const Visit>(Visit{url, std::move(*response), std::move(*document)});
}

}  // namespace masthead::fetchers
