#include <algorithm>
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "config/commands/commands.hpp"
#include "config/json.hpp"
#include "config/pulling.hpp"
#include "config/setting_checks.hpp"
#include "config/words.hpp"
#include "feeds/people/facts.hpp"
#include "feeds/people/names.hpp"
#include "feeds/text/url.hpp"
#include "fetchers/discover.hpp"
#include "fetchers/transport.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;
using fetchers::Discovery;
using fetchers::FoundAuthor;

std::optional<Error> problem_of(const Follow& command) {
    for (const auto& url : command.urls) {
        if (!feeds::url_parts(url).host.empty()) continue;
        const bool lacks_scheme = url.find("://") == std::string::npos && url.find('.') != std::string::npos &&
                                  !check_optional_url("https://" + url);
        return Error{
            Exit::usage, fmt::format("this is no http or https address: {}", url),
            lacks_scheme ? fmt::format("Did you mean \"https://{}\"?", url) : "An address begins with https://"};
    }
    if (command.feed && feeds::slug_of(*command.feed) != *command.feed)
        return Error{Exit::bad_data, fmt::format("this is no name for an address: {}", *command.feed),
                     "Lower-case letters, digits and hyphens."};
    if (command.author && (check_line(*command.author) || command.author->find_first_not_of(' ') == std::string::npos))
        return Error{Exit::bad_data, fmt::format("this is no name: {}", *command.author), ""};
    return std::nullopt;
}

Discovery look(const Follow& command, const Settings& settings, feeds::Time now) {
    fetchers::Transport transport(settings.fetch);
    const fetchers::Fetch fetch = [&](const fetchers::Request& request) { return transport.fetch(request); };
    return fetchers::discover(command.urls, command.author, fetch, settings.fetch, now);
}

// The one whom the admin means: found under every address, or named by --author whatever was found.
std::optional<FoundAuthor> chosen(const Follow& command, const Discovery& found) {
    if (found.subject) return found.authors[*found.subject];
    if (!command.author) return std::nullopt;
    FoundAuthor out;
    out.name = *command.author;
    for (const auto& author : found.authors)
        if (feeds::same_name(author.name, *command.author)) out = author;
    return out;
}

// ---- what was found, for people and for programs

std::string fact_label(const feeds::Fact& fact) {
    return fact.field == feeds::Field::profile ? fact.platform : std::string(word_of(fact.field));
}

bool is_winner(const std::vector<feeds::Fact>& facts, std::size_t index) {
    const auto best = feeds::winner(facts, facts[index].field, facts[index].platform);
    return best && *best == index;
}

void print_person(Console& console, const FoundAuthor& author) {
    console.out << escaped(author.name) << '\n';
    std::vector<std::pair<std::string, std::string>> lines;
    for (std::size_t i = 0; i < author.facts.size(); ++i) {
        const auto& fact = author.facts[i];
        if (fact.field == feeds::Field::name || !is_winner(author.facts, i)) continue;
        const auto value = fact.field == feeds::Field::profile ? "@" + fact.handle : fact.value;
        lines.emplace_back("  " + fact_label(fact),
                           fmt::format("{}  ({}: {})", value, word_of(fact.origin), fact.where));
    }
    print_properties(console, lines);
}

void print_found(Console& console, const std::vector<FoundAuthor>& people, const Discovery& found) {
    for (const auto& person : people) print_person(console, person);
    for (const auto& source : found.sources)
        print_properties(
            console,
            {{"source", fmt::format("{}  ({}, {} entries{})", source.source.url,
                                    source.source.kind ? word_of(*source.source.kind) : word_of(source.source.type),
                                    source.entries, source.source.is_public ? "" : ", not public")}});
    for (const auto& left : found.left_out)
        print_properties(console, {{"left out", fmt::format("{}  ({})", left.url, left.reason)}});
}

json::object person_json(const FoundAuthor& author) {
    json::object out{{"name", author.name}};
    json::array profiles;
    json::array facts;
    for (std::size_t i = 0; i < author.facts.size(); ++i) {
        const auto& fact = author.facts[i];
        if (!is_winner(author.facts, i)) continue;
        json::object said;
        if (fact.field == feeds::Field::profile) {
            said = {{"platform", fact.platform}, {"handle", fact.handle}, {"url", fact.value}};
        } else {
            set(out, word_of(fact.field), fact.value);
            said = {{"field", word_of(fact.field)}, {"value", fact.value}};
        }
        said["origin"] = word_of(fact.origin);
        set(said, "where", fact.where);
        (fact.field == feeds::Field::profile ? profiles : facts).push_back(std::move(said));
    }
    out["profiles"] = std::move(profiles);
    out["facts"] = std::move(facts);
    return out;
}

json::object found_json(const std::vector<FoundAuthor>& people, const Discovery& found) {
    json::array authors;
    json::array sources;
    json::array left_out;
    json::array errors;
    for (const auto& person : people) authors.push_back(person_json(person));
    for (const auto& source : found.sources) {
        const auto kind = source.source.kind ? word_of(*source.source.kind) : word_of(source.source.type);
        json::object one{{"url", source.source.url}, {"kind", kind}};
        set(one, "title", source.source.title);
        one["entries"] = source.entries;
        sources.push_back(std::move(one));
    }
    for (const auto& left : found.left_out)
        left_out.push_back(json::object{{"url", left.url}, {"reason", left.reason}});
    for (const auto& error : found.errors)
        errors.push_back(json::object{{"outcome", word_of(error.outcome)}, {"message", error.message}});
    return {{"authors", std::move(authors)},
            {"sources", std::move(sources)},
            {"left_out", std::move(left_out)},
            {"errors", std::move(errors)}};
}

Error nobody_chosen(const Discovery& found) {
    if (found.authors.empty())
        return {Exit::usage, "nobody is named at these addresses", "Say whose they are: --author NAME"};
    std::vector<std::string> names;
    for (const auto& author : found.authors) names.push_back(author.name);
    return {Exit::usage, fmt::format("the addresses name several people: {}", fmt::join(names, ", ")),
            fmt::format("Say whom to follow: --author \"{}\"", names.front())};
}

// ---- keeping it

storage::Following following_of(const FoundAuthor& author, const Discovery& found, const Follow& command) {
    storage::Following out;
    out.person.name = author.name;
    for (const auto& fact : author.facts)
        if (fact.field == feeds::Field::profile && !fact.handle.empty())
            out.person.profiles.push_back({fact.platform, fact.handle, fact.value});
    out.type = author.type;
    out.facts = author.facts;
    for (const auto& one : found.sources) out.sources.push_back(one.source);
    out.feed = command.feed;
    return out;
}

std::string feed_address(const Settings& settings, const Follow& command, const feeds::Author& author) {
    return command.feed ? fmt::format("{}/feeds/{}.rss", settings.site.base_url, *command.feed)
                        : fmt::format("{}/authors/{}.rss", settings.site.base_url, author.slug);
}

Done keep(const Follow& command, const Discovery& found, const FoundAuthor& subject, Workspace& workspace) {
    const auto opened = workspace.store_or_new();
    if (!opened) return feeds::unexpected<Error>(opened.error());
    auto& store = **opened;
    const auto& settings = **workspace.settings();
    auto& console = workspace.console();
    const auto followed = store.follow(following_of(subject, found, command));
    const auto reports = pull_all(workspace, store, settings, followed.sources);
    const auto author = store.author(followed.author.id).value_or(followed.author);
    const auto address = feed_address(settings, command, author);
    if (console.json) {
        auto out = found_json({subject}, found);
        out["author"] = author.slug;
        out["fetched"] = reports_json(store, reports);
        out["feed"] = address;
        print_json(console.out, out);
    } else {
        print_found(console, {subject}, found);
        console.out << '\n';
        print_reports(console, store, reports);
        console.out << "\nfeed: " << address << '\n';
    }
    const bool all = found.errors.empty() && std::none_of(reports.begin(), reports.end(), failed);
    return all ? Exit::done : Exit::partly;
}

}  // namespace

Done run(const Follow& command, Workspace& workspace) {
    if (auto wrong = problem_of(command)) return feeds::unexpected<Error>(std::move(*wrong));
    const auto settings = workspace.settings();
    if (!settings) return feeds::unexpected<Error>(settings.error());
    auto& console = workspace.console();
    tell(console, fmt::format("looking at {}", fmt::join(command.urls, ", ")));
    const auto found = look(command, **settings, workspace.now());
    for (const auto& error : found.errors) console.err << "masthead: " << escaped(error.message) << '\n';
    const auto subject = chosen(command, found);
    const auto people = subject ? std::vector{*subject} : found.authors;
    if (command.dry_run) {
        if (console.json)
            print_json(console.out, found_json(people, found));
        else
            print_found(console, people, found);
        if (!subject && !found.sources.empty()) tell(console, nobody_chosen(found).hint);
        return found.errors.empty() ? Exit::done : Exit::partly;
    }
    if (found.sources.empty())
        return failure(Exit::partly, fmt::format("nothing to fetch was found: {}", fmt::join(command.urls, ", ")),
                       "Look at what was left out and why with --dry-run, or give the address of a feed.");
    if (!subject) {
        if (!console.json) print_found(console, people, found);
        return feeds::unexpected<Error>(nobody_chosen(found));
    }
    return keep(command, found, *subject, workspace);
}

}  // namespace masthead::config
