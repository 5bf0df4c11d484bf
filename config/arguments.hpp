#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "config/errors.hpp"

namespace masthead::config {

/// The options that every command takes, before or after its name.
struct GlobalOptions {
    std::optional<std::string> config;
    std::vector<std::string> set;  ///< KEY=VALUE, in order
    std::optional<std::string> db;
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    bool no_color = false;
};

// One struct per command, as the admin typed it. Names of authors, sources and feeds are still what was typed: see
// selector.hpp.

/// --help of the program or of a command, ready to be printed.
struct Help {
    std::string text;
};
struct ShowVersion {};

struct Serve {};
struct Demo {
    std::uint16_t port = 0;
};
struct Status {};
struct Check {
    bool deep = false;
};

struct Follow {
    std::vector<std::string> urls;
    std::optional<std::string> author;
    std::optional<std::string> feed;
    bool dry_run = false;
};
struct FetchNow {
    std::vector<std::string> sources;
    bool all = false;
};
struct Render {
    std::string what;
    std::string format;
    std::optional<std::uint64_t> archive;
};
struct Parse {
    std::vector<std::string> files;
    std::string url;
    std::string content_type;
    std::string content_location;
    bool dates = false;
    bool merge = false;
};

struct ConfigShow {};
struct ConfigCheck {};
struct ConfigInit {
    std::string file;
};

struct AuthorList {};
struct AuthorShow {
    std::string author;
};
struct AuthorAdd {
    std::string name;
    bool organization = false;
};
struct AuthorSet {
    std::string author, field, value;
};
struct AuthorUnset {
    std::string author, field;
};
struct AuthorAlias {
    enum class Action { add, remove } action = Action::add;
    std::string author, name;
};
struct AuthorMerge {
    std::string kept, merged;
};
struct AuthorSplit {
    std::string author, name;
};
struct AuthorRemove {
    std::string author;
    bool yes = false;
};

struct SourceList {
    bool broken = false;
};
struct SourceShow {
    std::string source;
};
struct SourceAdd {
    std::string url;
    std::vector<std::string> authors;
    std::optional<std::string> kind;
    bool page = false;
};
struct SourceSet {
    std::string source, key, value;
};
struct SourceTest {
    std::string url;
};
struct SourcePause {
    std::string source;
    bool paused = true;
};
struct SourceRemove {
    std::string source;
    bool purge = false;
    bool yes = false;
};

/// What `feed add` and `feed set` can say about a feed. What is unset stays.
struct FeedChanges {
    std::optional<std::string> title, description, language, authors, sources, kinds, categories, languages, match,
        card, visible;
    std::optional<std::uint32_t> limit;
};
struct FeedList {};
struct FeedShow {
    std::string feed;
};
struct FeedAdd {
    std::string slug;
    FeedChanges changes;
};
struct FeedSet {
    std::string feed;
    FeedChanges changes;
};
struct FeedRemove {
    std::string feed;
    bool yes = false;
};

struct EntryList {
    std::string feed = "all";
    std::optional<std::string> author, source;
    std::size_t limit = 20;
    bool hidden = false;
};
struct EntryShow {
    std::int64_t id = 0;
};
struct EntryHide {
    std::int64_t id = 0;
    bool hidden = true;
};
struct EntrySplit {
    std::int64_t id = 0;
};
struct EntryPurge {
    std::int64_t id = 0;
    bool yes = false;
};

using Command = std::variant<Help, ShowVersion, Serve, Demo, Status, Check, Follow, FetchNow, Render, Parse, ConfigShow,
                             ConfigCheck, ConfigInit, AuthorList, AuthorShow, AuthorAdd, AuthorSet, AuthorUnset,
                             AuthorAlias, AuthorMerge, AuthorSplit, AuthorRemove, SourceList, SourceShow, SourceAdd,
                             SourceSet, SourceTest, SourcePause, SourceRemove, FeedList, FeedShow, FeedAdd, FeedSet,
                             FeedRemove, EntryList, EntryShow, EntryHide, EntrySplit, EntryPurge>;

/// A command line that was read. The options hold even when the command is wrong, so that the error has the right form.
struct Arguments {
    GlobalOptions options;
    feeds::Result<Command, Error> command;
};

/// Reads the arguments behind the program's name.
Arguments parse_arguments(std::vector<std::string> arguments);

}  // namespace masthead::config
