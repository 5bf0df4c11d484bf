#include <ostream>

#include <fmt/format.h>

#include "config/commands/commands.hpp"
#include "config/document_json.hpp"
#include "config/words.hpp"
#include "feeds/parse/parse.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/url.hpp"
#include "fetchers/transport.hpp"

namespace masthead::config {
namespace {

void print_document(Console& console, const fetchers::Response& response, const feeds::Document& document) {
    print_properties(console, {{"title", document.publication.title},
                               {"address", response.url},
                               {"home page", document.publication.url},
                               {"charset", document.encoding},
                               {"entries", fmt::format("{}", document.entries.size())}});
    for (const auto& note : document.notes) print_properties(console, {{"note", note}});
    console.out << '\n';
    std::vector<std::vector<std::string>> rows;
    for (const auto& entry : document.entries) {
        std::string names;
        for (const auto& credit : entry.credits) names += (names.empty() ? "" : ", ") + credit.person.name;
        rows.push_back({entry.published ? feeds::format_rfc3339(*entry.published).substr(0, 10) : "",
                        std::string(word_of(entry.kind)), names, entry.title});
    }
    print_table(console, {"DATE", "KIND", "AUTHORS", "TITLE"}, rows);
}

}  // namespace

Done run(const SourceTest& command, Workspace& workspace) {
    if (feeds::url_parts(command.url).host.empty())
        return failure(Exit::usage, fmt::format("this is no http or https address: {}", command.url));
    const auto settings = workspace.settings();
    if (!settings) return feeds::unexpected<Error>(settings.error());
    const auto& options = (*settings)->fetch;
    fetchers::Transport transport(options);
    fetchers::Request request;
    request.url = command.url;
    const auto response = transport.fetch(std::move(request));
    if (!response)
        return failure(Exit::partly, fmt::format("{}: {}: {}", word_of(response.error().outcome),
                                                 response.error().message, command.url));
    auto document = feeds::parse(response->body, {response->url, response->content_type, response->content_location},
                                 {options.max_bytes, options.max_depth, options.max_nodes, options.max_entries});
    if (!document) return failure(Exit::bad_data, fmt::format("{}: {}", document.error().message, command.url));
    feeds::inherit_credits(*document);
    auto& console = workspace.console();
    if (console.json)
        write_document(console.out, *document);
    else
        print_document(console, *response, *document);
    return Exit::done;
}

}  // namespace masthead::config
