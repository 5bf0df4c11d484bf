#include "http/dependencies.hpp"

#include <gtest/gtest.h>

namespace masthead::http {
namespace {

using feeds::AuthorId;
using feeds::EntryId;
using feeds::SourceId;

feeds::Page page(feeds::Page::Type type) {
    feeds::Page out;
    out.type = type;
    out.authors.resize(2);
    out.authors[0].id = AuthorId{5};
    out.authors[1].id = AuthorId{2};
    out.entries.resize(1);
    out.entries[0].stored.id = EntryId{70};
    out.entries[0].stored.source = SourceId{9};
    return out;
}

bool touched(const storage::Changes& changes, feeds::Page::Type type) {
    return touches(changes, dependencies_of(page(type)));
}

constexpr auto site = feeds::Page::Type::site;
constexpr auto feed = feeds::Page::Type::feed;
constexpr auto author = feeds::Page::Type::author;
constexpr auto entry = feeds::Page::Type::entry;

TEST(Dependencies, AnAuthorTouchesWhereTheNameStandsAndTheSite) {
    storage::Changes known, other;
    known.authors = {AuthorId{5}};
    other.authors = {AuthorId{6}};
    for (const auto type : {site, feed, author, entry}) EXPECT_TRUE(touched(known, type));
    EXPECT_TRUE(touched(other, site));
    for (const auto type : {feed, author, entry}) EXPECT_FALSE(touched(other, type));
}

TEST(Dependencies, AnEntryTouchesItsPageAndEveryListItMightComeOnto) {
    storage::Changes known, other;
    known.entries = {EntryId{70}};
    other.entries = {EntryId{71}};
    for (const auto type : {site, feed, author, entry}) EXPECT_TRUE(touched(known, type));
    for (const auto type : {site, feed, author}) EXPECT_TRUE(touched(other, type));
    EXPECT_FALSE(touched(other, entry));
}

TEST(Dependencies, ASourceTouchesItsEntriesAndEveryList) {
    storage::Changes known, other;
    known.sources = {SourceId{9}};
    other.sources = {SourceId{8}};
    for (const auto type : {site, feed, author, entry}) EXPECT_TRUE(touched(known, type));
    EXPECT_TRUE(touched(other, author));
    EXPECT_FALSE(touched(other, entry));
}

TEST(Dependencies, AFeedTouchesFeedsAndTheSite) {
    storage::Changes changes;
    changes.feeds = {feeds::FeedId{1}};
    EXPECT_TRUE(touched(changes, feed));
    EXPECT_TRUE(touched(changes, site));
    EXPECT_FALSE(touched(changes, author));
    EXPECT_FALSE(touched(changes, entry));
}

TEST(Dependencies, AnUnknownChangeTouchesAllButWhatNeverChanges) {
    storage::Changes changes;
    changes.everything = true;
    for (const auto type : {site, feed, author, entry}) EXPECT_TRUE(touched(changes, type));
    EXPECT_FALSE(touches(changes, Dependencies{}));
}

TEST(Dependencies, NoChangeTouchesNothing) {
    for (const auto type : {site, feed, author, entry}) EXPECT_FALSE(touched(storage::Changes{}, type));
}

}  // namespace
}  // namespace masthead::http
