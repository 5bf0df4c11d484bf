#include "fetchers/feed_pull.hpp"

#include <utility>

#include "fetchers/fetch_state.hpp"
#include "fetchers/reading.hpp"

namespace masthead::fetchers {

namespace {

bool is_page(const feeds::Document& document) {
    return document.format == feeds::DocumentFormat::article || document.format == feeds::DocumentFormat::listing;
}

void fix_kind(std::vector<feeds::Entry>& entries, const feeds::Source& source) {
    if (!source.kind) return;
    for (auto& entry : entries) entry.kind = *source.kind;
}

}  // namespace

PullReport keep_document(const PullTools& tools, const storage::SourceStatus& status, const Response& response,
                         feeds::Document document) {
    const auto authors = tools.store.authors();
    storage::Commit commit;
    commit.at = tools.now();
    commit.state = after_change(status.state, response, hash_of(response.body), document, commit.at);
    credit_entries(document.entries, status.source, authors);
    fix_kind(document.entries, status.source);
    commit.facts = facts_in(document, status.source, authors, status.source.url, commit.at);
    commit.entries = std::move(document.entries);
    return finish(tools, status, std::move(commit), response, &document);
}

PullReport pull_feed(const PullTools& tools, const storage::SourceStatus& status) {
    const auto response = tools.fetch(request_for(status, Request::Accept::feed));
    if (!response) return fail(tools, status, response.error());
    const bool same_bytes = response->status == 200 && hash_of(response->body) == status.state.body_hash;
    if (response->status == 304 || same_bytes) {
        storage::Commit commit;
        commit.at = tools.now();
        commit.state = after_unchanged(status.state, *response, commit.at);
        return finish(tools, status, std::move(commit), *response, nullptr);
    }
    auto document = read_in_turn(tools, *response);
    if (!document) return fail(tools, status, document.error());
    if (is_page(*document))
        return fail(tools, status,
                    {feeds::Outcome::malformed, "the address gives a web page, not a feed: follow the page instead",
                     response->status, std::nullopt});
    return keep_document(tools, status, *response, std::move(*document));
}

}  // namespace masthead::fetchers
