#include "fetchers/reading.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "feeds/parse/parse.hpp"
#include "feeds/people/facts.hpp"
#include "feeds/people/match.hpp"

namespace masthead::fetchers {

namespace {

feeds::Outcome outcome_of(feeds::ParseError::Code code) {
    using Code = feeds::ParseError::Code;
    switch (code) {
        case Code::not_a_feed:
        case Code::malformed:
            return feeds::Outcome::malformed;
        case Code::too_large:
        case Code::too_deep:
        case Code::too_many:
            return feeds::Outcome::too_large;
        case Code::unknown_encoding:
        case Code::unsupported:
            return feeds::Outcome::unsupported;
    }
    return feeds::Outcome::malformed;
}

// Facts by whom and what they are about; the newest of each stays.
class FactTable {
public:
    void add(feeds::AuthorId author, std::vector<feeds::Fact> facts) {
        for (auto& fact : facts) {
            const Key key{author, fact.field, fact.platform, fact.origin};
            const auto [place, is_new] = facts_.try_emplace(key, fact);
            if (!is_new && place->second.said < fact.said) place->second = std::move(fact);
        }
    }

    std::vector<storage::AuthorFact> take() {
        std::vector<storage::AuthorFact> out;
        for (auto& [key, fact] : facts_) out.push_back({std::get<0>(key), std::move(fact)});
        return out;
    }

private:
    using Key = std::tuple<feeds::AuthorId, feeds::Field, std::string, feeds::Origin>;
    std::map<Key, feeds::Fact> facts_;
};

}  // namespace

feeds::Result<feeds::Document, FetchError> read_document(const Response& response, const Options& options) {
    const feeds::Limits limits{options.max_bytes, options.max_depth, options.max_nodes, options.max_entries};
    auto document =
        feeds::parse(response.body, {response.url, response.content_type, response.content_location}, limits);
    if (!document)
        return feeds::unexpected(
            FetchError{outcome_of(document.error().code), document.error().message, response.status, std::nullopt});
    if (document->format == feeds::DocumentFormat::opml)
        return feeds::unexpected(FetchError{feeds::Outcome::unsupported,
                                            "it is a list of feeds (OPML): add the feeds that it names",
                                            response.status, std::nullopt});
    if (document->cut_off && document->entries.empty())
        return feeds::unexpected(FetchError{feeds::Outcome::malformed, "the document ends before its first entry does",
                                            response.status, std::nullopt});
    feeds::inherit_credits(*document);
    return std::move(*document);
}

void credit_entries(std::vector<feeds::Entry>& entries, const feeds::Source& source,
                    const std::vector<feeds::Author>& authors) {
    for (auto& entry : entries)
        for (auto& credit : entry.credits) credit.author = feeds::match(credit.person, authors, source.authors);
}

std::vector<storage::AuthorFact> facts_in(const feeds::Document& document, const feeds::Source& source,
                                          const std::vector<feeds::Author>& authors, const std::string& where,
                                          feeds::Time at) {
    FactTable table;
    const auto said = document.publication.updated.value_or(at);
    if (document.subject) {
        if (const auto author = feeds::match(*document.subject, authors, source.authors))
            table.add(*author, feeds::facts_of(*document.subject, feeds::Origin::own_page, where, said));
    }
    for (const auto& credit : document.people)
        if (const auto author = feeds::match(credit.person, authors, source.authors))
            table.add(*author, feeds::facts_of(credit, where, said));
    for (const auto& entry : document.entries)
        for (const auto& credit : entry.credits)
            if (credit.author)
                table.add(*credit.author, feeds::facts_of(credit, where, std::min(entry.published.value_or(at), at)));
    return table.take();
}

bool is_vouched_for(const feeds::Fact& fact, const std::vector<feeds::Fact>& others, const std::string& name) {
    if (fact.origin == feeds::Origin::byline || fact.origin == feeds::Origin::own_page) return true;
    if (fact.field == feeds::Field::name) return true;
    if (!name.empty() && fact.raw.rfind(name, 0) == 0) return true;
    return std::any_of(others.begin(), others.end(), [&](const feeds::Fact& other) {
        return other.field == fact.field && other.platform == fact.platform && other.value == fact.value &&
               other.where != fact.where;
    });
}

}  // namespace masthead::fetchers
