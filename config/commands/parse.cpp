#include "feeds/parse/parse.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <istream>
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "config/commands/commands.hpp"
#include "config/document_json.hpp"
#include "config/json.hpp"
#include "feeds/merge.hpp"
#include "feeds/text/date.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;

// Who wrote all documents of --merge.
constexpr feeds::AuthorId the_author{1};

// No more of it than a document may have, and one byte, which tells that there is more.
std::string read_some(std::istream& in, std::size_t most) {
    std::string bytes;
    std::array<char, std::size_t{64} * 1024> block{};
    while (in && bytes.size() <= most) {
        in.read(block.data(), static_cast<std::streamsize>(std::min(block.size(), most + 1 - bytes.size())));
        bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
    }
    return bytes;
}

feeds::Result<std::string, Error> read_file(const std::string& file, std::istream& in, std::size_t most) {
    std::ifstream stream;
    if (file != "-") stream.open(file, std::ios::binary);
    if (!stream)
        return failure(Exit::no_input, fmt::format("there is no such file, or it cannot be read: {}", file),
                       "Name a file, or - for stdin.");
    auto bytes = read_some(file == "-" ? in : stream, most);
    if (stream.bad()) return failure(Exit::no_input, fmt::format("the file cannot be read: {}", file));
    if (bytes.size() > most)
        return failure(Exit::bad_data, fmt::format("the document has more than {} bytes: {}", most, file),
                       "Raise fetch.max_bytes to read it.");
    return bytes;
}

feeds::Limits limits_of(const fetchers::Options& options) {
    return {options.max_bytes, options.max_depth, options.max_nodes, options.max_entries};
}

feeds::Result<feeds::Document, Error> read_document(const Parse& command, const std::string& file,
                                                    Workspace& workspace) {
    const auto settings = workspace.settings();
    if (!settings) return feeds::unexpected<Error>(settings.error());
    const auto limits = limits_of((*settings)->fetch);
    const auto bytes = read_file(file, workspace.console().in, limits.bytes);
    if (!bytes) return feeds::unexpected<Error>(bytes.error());
    auto document = feeds::parse(*bytes, {command.url, command.content_type, command.content_location}, limits);
    if (!document)
        return failure(Exit::bad_data, fmt::format("{}: {}", document.error().message, file),
                       "If it is none of RSS, Atom, JSON Feed or HTML, nothing can be read from it.");
    return std::move(*document);
}

// One line of --dates: a JSON string in, an instant or null out.
std::string date_line(const std::string& line) {
    json::error_code wrong;
    const auto value = json::parse(line, wrong);
    if (wrong || !value.is_string()) return "null";
    const auto time = feeds::parse_date(std::string_view(value.get_string()));
    return time ? feeds::format_rfc3339(*time) : "null";
}

void print_dates(Console& console) {
    for (std::string line; std::getline(console.in, line) && console.out;) console.out << date_line(line) << '\n';
}

feeds::PublishedEntry published(feeds::Entry entry, std::size_t document, std::size_t number) {
    feeds::PublishedEntry out;
    out.stored.id = feeds::EntryId{static_cast<std::int64_t>(number)};
    out.stored.source = feeds::SourceId{static_cast<std::int64_t>(document)};
    out.stored.shown = entry.published.value_or(entry.updated.value_or(feeds::Time{}));
    out.stored.updated = entry.updated.value_or(out.stored.shown);
    if (entry.credits.empty()) entry.credits.emplace_back();
    entry.credits.front().author = the_author;
    out.stored.entry = std::move(entry);
    return out;
}

json::array alternates_of(const feeds::PublishedEntry& entry) {
    json::array out;
    for (const auto& alternate : entry.alternates) out.emplace_back(alternate.url);
    return out;
}

json::object merged_json(const feeds::PublishedEntry& merged) {
    const auto& entry = merged.stored.entry;
    json::object out;
    set(out, "title", entry.title);
    set(out, "link", entry.url);
    set(out, "published", entry.published);
    out["authors"] = credits_json(entry.credits);
    out["enclosures"] = enclosures_json(entry.enclosures);
    out["alternates"] = alternates_of(merged);
    return out;
}

Done print_merged(const Parse& command, Workspace& workspace) {
    std::vector<feeds::PublishedEntry> entries;
    for (std::size_t i = 0; i < command.files.size(); ++i) {
        auto document = read_document(command, command.files[i], workspace);
        if (!document) return feeds::unexpected<Error>(document.error());
        feeds::inherit_credits(*document);
        for (auto& entry : document->entries) entries.push_back(published(std::move(entry), i + 1, entries.size() + 1));
    }
    json::array out;
    for (const auto& entry : feeds::merge(std::move(entries))) out.push_back(merged_json(entry));
    print_json(workspace.console().out, json::object{{"entries", std::move(out)}});
    return Exit::done;
}

}  // namespace

Done run(const Parse& command, Workspace& workspace) {
    if (command.dates) {
        print_dates(workspace.console());
        return Exit::done;
    }
    if (command.files.empty())
        return failure(Exit::usage, "FILE is missing: masthead parse", "Name a document, or - for stdin.");
    if (command.merge) return print_merged(command, workspace);
    for (const auto& file : command.files) {
        const auto document = read_document(command, file, workspace);
        if (!document) return feeds::unexpected<Error>(document.error());
        write_document(workspace.console().out, *document);
    }
    return Exit::done;
}

}  // namespace masthead::config
