#pragma once

#include <set>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/document.hpp"
#include "fetchers/discover.hpp"
#include "fetchers/visits.hpp"

namespace masthead::fetchers {

/// The people whom documents speak of, each once however many documents name him or her: one by profile, by e-mail or
/// by name.
class FoundPeople {
public:
    explicit FoundPeople(feeds::Time now) : now_(now) {}

    /// Takes what a document says of its subject, its people and its entries' authors. `named_by` is the given address
    /// that named them; empty: only what it adds about people who are named already is taken.
    void learn(const Visit& visit, const std::string& named_by);

    /// A person whom the given address names.
    void name(const feeds::Person& person, feeds::Origin origin, const Visit& visit, const std::string& named_by);

    /// All, with facts that only one article tells left away unless it is plainly about the person.
    std::vector<FoundAuthor> take();

private:
    struct Found {
        FoundAuthor author;
        std::vector<feeds::Person> seen;
    };

    /// What a person is to a document: its author as a whole, or somebody in it.
    enum class Place { owner, within };

    Found* find(const feeds::Person& person);
    void add(const feeds::Person& person, std::vector<feeds::Fact> facts, const std::string& named_by, Place place);
    void add_credit(const feeds::Credit& credit, const Visit& visit, feeds::Time said, const std::string& named_by,
                    Place place);

    feeds::Time now_;
    std::vector<Found> people_;
    std::set<std::string> articles_;  ///< addresses of documents that are single articles
};

/// Whether a credit is an author's or a host's, and not a guest's or an editor's.
bool is_author_credit(const feeds::Credit& credit);

}  // namespace masthead::fetchers
