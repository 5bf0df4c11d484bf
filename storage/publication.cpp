#include "storage/publication.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "feeds/identity.hpp"
#include "feeds/render/render.hpp"
#include "storage/page_builder.hpp"

namespace masthead::storage {

namespace {

using feeds::unexpected;
using Published = feeds::Result<feeds::Page, PublicationError>;

// The pages of an author that hold one kind alone.
struct KindPage {
    std::string_view name;
    feeds::Kind kind;
    std::string_view title;
};
constexpr auto kind_pages = std::to_array<KindPage>({
    {"posts", feeds::Kind::post, "Posts"},
    {"episodes", feeds::Kind::episode, "Episodes"},
    {"newsletters", feeds::Kind::newsletter, "Newsletters"},
});

const KindPage* kind_page(std::string_view name) {
    for (const auto& page : kind_pages)
        if (page.name == name) return &page;
    return nullptr;
}

bool is_podcast(const feeds::Selection& selection) {
    return selection.kinds == std::vector<feeds::Kind>{feeds::Kind::episode};
}

/// One request: the page of one path.
class Publisher {
public:
    Publisher(Store& store, const feeds::Site& site, const PublicationRequest& request)
        : store_(store), site_(site), request_(request), builder_(store, site) {}

    Published site_page();
    Published feed_page(std::string_view slug);
    Published author_page(std::string_view slug, const KindPage* kind);
    Published entry_page(std::string_view number);

private:
    feeds::Page new_page(feeds::Page::Type type) const;
    void put_newest(feeds::Page& page, EntryQuery query);
    bool put_archive(feeds::Page& page, const ArchivedList& list);
    std::optional<std::uint64_t> newest_archive(const ArchivedList& list);
    std::vector<feeds::FeedReference> feeds_of(const feeds::Author& author);
    bool has_entries(feeds::AuthorId author, std::vector<feeds::Kind> kinds);

    Store& store_;
    const feeds::Site& site_;
    const PublicationRequest& request_;
    PageBuilder builder_;
};

feeds::Page Publisher::new_page(feeds::Page::Type type) const {
    feeds::Page page;
    page.type = type;
    page.site = site_;
    page.path = request_.path;
    return page;
}

void Publisher::put_newest(feeds::Page& page, EntryQuery query) {
    page.podcast = is_podcast(query.selection);
    if (page.podcast)
        page.podcast_guid = feeds::podcast_guid(
            fmt::format("{}{}{}", site_.base_url, request_.path, feeds::path_ending(feeds::Format::rss)));
    const std::size_t shown = query.limit;
    // A few more, so that copies that are joined leave no gap.
    query.limit = shown + shown / 4 + 10;
    builder_.put_entries(page, store_.entries(query), shown);
    if (!page.podcast || page.entries.empty()) return;
    if (page.image.empty()) page.image = page.entries.front().source.image;
    page.extensions = builder_.extensions_of_one_show(page.entries);
}

// False when there is no such archive.
bool Publisher::put_archive(feeds::Page& page, const ArchivedList& list) {
    const auto number = *request_.archive;
    if (number == 0 || number > store_.archives(list)) return false;
    builder_.put_entries(page, store_.archive(list, number));
    page.archive = number;
    if (number > 1) page.prev_archive = number - 1;
    return true;
}

std::optional<std::uint64_t> Publisher::newest_archive(const ArchivedList& list) {
    const auto number = store_.archives(list);
    return number > 0 ? std::optional(number) : std::nullopt;
}

bool Publisher::has_entries(feeds::AuthorId author, std::vector<feeds::Kind> kinds) {
    EntryQuery query;
    query.selection.authors = {author};
    query.selection.kinds = std::move(kinds);
    query.limit = 1;
    return !store_.entries(query).empty();
}

Published Publisher::site_page() {
    auto page = new_page(feeds::Page::Type::site);
    page.title = site_.title;
    for (const auto& feed : store_.feeds())
        if (feed.is_public)
            page.feeds.push_back({fmt::format("/feeds/{}", feed.slug), feed.title.empty() ? site_.title : feed.title,
                                  feed.description, is_podcast(feed.selection)});
    for (const auto& author : store_.authors())
        if (has_entries(author.id, {})) page.authors.push_back(*builder_.author(author.id));
    EntryQuery newest;
    newest.limit = 1;
    for (const auto& entry : store_.entries(newest)) page.updated = entry.updated;
    return page;
}

Published Publisher::feed_page(std::string_view slug) {
    const auto feed = store_.feed_by_slug(slug);
    if (!feed || (!feed->is_public && !request_.with_private)) return unexpected(PublicationError::not_found);
    auto page = new_page(feeds::Page::Type::feed);
    page.title = feed->title.empty() ? site_.title : feed->title;
    page.description = feed->description;
    page.language = feed->language;
    page.card = feed->card;
    page.is_public = feed->is_public;
    if (request_.archive)
        return put_archive(page, feed->id) ? Published(std::move(page)) : unexpected(PublicationError::not_found);
    EntryQuery query;
    query.selection = feed->selection;
    query.with_private = !feed->is_public;
    query.limit = feed->limit;
    put_newest(page, std::move(query));
    page.prev_archive = newest_archive(feed->id);
    return page;
}

Published Publisher::author_page(std::string_view slug, const KindPage* kind) {
    const auto stored = store_.author_by_slug(slug);
    if (!stored || stored->slug != slug) return unexpected(PublicationError::not_found);
    auto page = new_page(feeds::Page::Type::author);
    page.subject = builder_.author(stored->id);
    page.title = kind == nullptr ? stored->name : fmt::format("{}: {}", stored->name, kind->title);
    page.description = stored->bio;
    page.image = page.subject ? page.subject->avatar : std::string();
    page.feeds = feeds_of(*stored);
    if (request_.archive)
        return kind == nullptr && put_archive(page, stored->id) ? Published(std::move(page))
                                                                : unexpected(PublicationError::not_found);
    EntryQuery query;
    query.selection.authors = {stored->id};
    if (kind != nullptr) query.selection.kinds = {kind->kind};
    query.limit = author_page_size;
    put_newest(page, std::move(query));
    if (kind == nullptr) page.prev_archive = newest_archive(stored->id);
    return page;
}

std::vector<feeds::FeedReference> Publisher::feeds_of(const feeds::Author& author) {
    const auto path = fmt::format("/authors/{}", author.slug);
    std::vector<feeds::FeedReference> references{{path, author.name, author.bio, false}};
    for (const auto& kind : kind_pages)
        if (has_entries(author.id, {kind.kind}))
            references.push_back({fmt::format("{}/{}", path, kind.name), fmt::format("{}: {}", author.name, kind.title),
                                  "", kind.kind == feeds::Kind::episode});
    return references;
}

Published Publisher::entry_page(std::string_view number) {
    std::int64_t id = 0;
    const auto* end = number.data() + number.size();
    const auto read = std::from_chars(number.data(), end, id);
    if (read.ec != std::errc() || read.ptr != end) return unexpected(PublicationError::not_found);
    auto stored = store_.entry(feeds::EntryId{id});
    if (!stored) return unexpected(PublicationError::not_found);
    const bool is_public = builder_.source(stored->source).is_public;
    if (!is_public && !request_.with_private) return unexpected(PublicationError::not_found);
    if (stored->hidden) return unexpected(PublicationError::gone);
    auto page = new_page(feeds::Page::Type::entry);
    page.title = stored->entry.title;
    page.is_public = is_public;
    builder_.put_entries(page, {std::move(*stored)}, 1);
    return page;
}

// "/a/b/c" -> {"a", "b", "c"}; empty for a path of another form.
std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty() && path.front() == '/' && parts.size() < 4) {
        path.remove_prefix(1);
        parts.push_back(path.substr(0, path.find('/')));
        path.remove_prefix(parts.back().size());
    }
    return path.empty() ? parts : std::vector<std::string_view>();
}

}  // namespace

std::vector<std::string> author_paths(std::string_view slug) {
    std::vector<std::string> paths{fmt::format("/authors/{}", slug)};
    for (const auto& kind : kind_pages) paths.push_back(fmt::format("{}/{}", paths.front(), kind.name));
    return paths;
}

Published publication(Store& store, const feeds::Site& site, const PublicationRequest& request) {
    Publisher publisher(store, site, request);
    if (request.path == "/") return publisher.site_page();
    const auto parts = parts_of(request.path);
    if (parts.size() == 2) {
        if (parts[0] == "feeds") return publisher.feed_page(parts[1]);
        if (parts[0] == "authors") return publisher.author_page(parts[1], nullptr);
        if (parts[0] == "entries") return publisher.entry_page(parts[1]);
    }
    if (parts.size() == 3 && parts[0] == "authors")
        if (const auto* kind = kind_page(parts[2])) return publisher.author_page(parts[1], kind);
    return unexpected(PublicationError::not_found);
}

std::optional<std::string> moved_path(Store& store, std::string_view path) {
    const auto parts = parts_of(path);
    if (parts.size() < 2 || parts[0] != "authors") return std::nullopt;
    const auto author = store.author_by_slug(parts[1]);
    if (!author || author->slug == parts[1]) return std::nullopt;
    return parts.size() == 2 ? fmt::format("/authors/{}", author->slug)
                             : fmt::format("/authors/{}/{}", author->slug, parts[2]);
}

}  // namespace masthead::storage
