#pragma once

#include <optional>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/document.hpp"
#include "feeds/entry.hpp"
#include "feeds/source.hpp"

namespace masthead::storage {

/// A fact, and the author whom it is about.
struct AuthorFact {
    feeds::AuthorId author{};
    feeds::Fact fact;
};

/// What is remembered of one article page of a page source, so that the next pull asks conditionally.
struct PageState {
    std::string url;  ///< as the listing links it
    std::string etag;
    std::string last_modified;
    std::string listed_as;  ///< hash of what the listing said of it: a change means "ask again"
    feeds::Time checked{};

    bool operator==(const PageState&) const = default;
};

/// A portrait as it was fetched.
struct Avatar {
    std::string hash;  ///< SHA-256 of the bytes, hex: the name under which it is served
    std::string url;   ///< where it came from
    std::string type;  ///< "image/png", judged by its bytes
    std::string bytes;
    std::string etag;
    std::string last_modified;
    feeds::Time fetched{};
};

/// All that one fetch of one source changed. Store::commit keeps it as a whole or not at all, so a crash at any moment
/// leaves the source as it was before or as it is after.
struct Commit {
    feeds::SourceId source{};
    feeds::Time at{};         ///< when the answer came: first-seen time of new entries
    feeds::FetchState state;  ///< replaces what was remembered, validators included
    /// The source's address when it was asked: should the admin have given it another since, the state says nothing of
    /// that one and is dropped. Unset: the source has the same address for sure.
    std::optional<std::string> asked;
    std::optional<std::string> moved_to;            ///< its address from now on, unless another source is there
    std::optional<feeds::Publication> publication;  ///< what the document says of itself; unset: keep the last
    std::vector<feeds::Entry> entries;              ///< with credits matched; newest first, as in the document
    std::vector<AuthorFact> facts;                  ///< replace the facts of the same author, origin and place
    std::vector<PageState> pages;
};

/// What a commit did.
struct CommitResult {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t stored = 0;  ///< entries of this commit that are stored now: all of them, less repetitions
};

}  // namespace masthead::storage
