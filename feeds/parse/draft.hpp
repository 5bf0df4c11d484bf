#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/document.hpp"
#include "feeds/limits.hpp"
#include "feeds/parse/author_values.hpp"
#include "feeds/parse/byline.hpp"
#include "feeds/parse/parse.hpp"
#include "feeds/result.hpp"
#include "feeds/text/reader_marks.hpp"
#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// An entry while its elements are read. Elements stand in any order, so what counts less waits here until all are
/// read.
struct EntryDraft {
    Entry entry;
    std::optional<Time> other_date;      ///< when it was written, by a word that is not "published"
    std::vector<Credit> show;            ///< itunes:author and the like: often the show rather than a person
    std::vector<Enclosure> alternates;   ///< the same file in other forms: behind all others, wherever they stand
    std::string permalink;               ///< a guid that is an address
    bool addresses_subscribers = false;  ///< its text speaks to those who get it by mail
    ReaderMarks marks;                   ///< of the one of them whom it was sent to
};

/// A feed while its elements are read.
struct FeedDraft {
    Publication publication;
    std::vector<Credit> people;
    std::vector<Credit> show;
    std::optional<Time> other_date;
    std::string update_period;  ///< sy:updatePeriod, in lower case, and how often within it
    std::optional<std::uint64_t> update_frequency;
    std::string thumbnail;           ///< shown when there is no larger picture
    std::string other_new_feed_url;  ///< Google's: Apple's is kept up, as apps still follow it
};

/// What the readers of one document share.
struct FeedContext {
    std::string base;  ///< of relative references, outside xml:base
    AuthorValues names;
    BylinePeople byline;
    bool keeps_elements = true;  ///< of extensions (kept_elements.hpp)
    HtmlHandling html = HtmlHandling::sanitise;
};

/// Sets a field of HTML that is not set yet: safe, with absolute references, without what was meant for one recipient.
void set_html(std::string& field, std::string_view html, std::string_view base, const FeedContext& context);

/// Sets the text or summary of an entry in the same way, and notes what it says of whom it was sent to.
void set_entry_html(EntryDraft& draft, std::string& field, std::string_view html, std::string_view base,
                    const FeedContext& context);

/// Why a document with more entries than the limit is refused.
ParseError too_many_entries(const Limits& limits);

/// Takes out the last entry when the document was cut off within it: half an entry would replace the whole one.
void drop_cut_entry(Document& document, const XmlDocument& xml);

/// The entry when all of it was read.
Entry finished(EntryDraft draft);

/// The feed when all of it was read: what it says of itself, and whom it names.
OriginalFeed finished(FeedDraft draft);

/// Puts what was read of the feed into the document.
void finish(FeedDraft draft, Document& document);

}  // namespace masthead::feeds
