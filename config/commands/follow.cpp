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
#include "feeds/people/match.hpp"
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

feeds::Person person_of(const FoundAuthor& found) {
    feeds::Person out;
    out.name = found.name;
    for (const auto& fact : found.facts)
        if (fact.field == feeds::Field::profile && !fact.handle.empty())
            out.profiles.push_back({fact.platform, fact.handle, fact.value});
    return out;
}

feeds::AuthorId keep_author(storage::Store& store, const FoundAuthor& found) {
    const auto known = feeds::match(person_of(found), store.authors(), {});
    const auto id = known ? *known : store.add_author(found.name, found.type).id;
    std::vector<storage::AuthorFact> facts;
    for (const auto& fact : found.facts) facts.push_back({id, fact});
    store.put_facts(facts);
    return id;
}

std::vector<feeds::SourceId> keep_sources(storage::Store& store, const Discovery& found, feeds::AuthorId author) {
    std::vector<feeds::SourceId> out;
    for (const auto& one : found.sources) {
        auto wanted = one.source;
        wanted.authors = {author};
        auto source = store.add_source(wanted);
        // A source that was there already gets the author as one of its own.
        if (std::find(source.authors.begin(), source.authors.end(), author) == source.authors.end()) {
            source.authors.push_back(author);
            store.update_source(source);
        }
        out.push_back(source.id);
    }
    return out;
}

void keep_in_feed(storage::Store& store, const std::string& slug, feeds::AuthorId author) {
    auto feed = store.feed_by_slug(slug);
    const bool is_new = !feed;
    if (is_new) {
        feed.emplace();
        feed->slug = slug;
        feed->title = slug;
    }
    auto& authors = feed->selection.authors;
    // A feed without authors selects everybody's entries: naming one would take the others away.
    if (!is_new && authors.empty()) return;
    if (std::find(authors.begin(), authors.end(), author) == authors.end()) authors.push_back(author);
    if (is_new)
        store.add_feed(std::move(*feed));
    else
        store.update_feed(*feed);
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
    const auto id = keep_author(store, subject);
    const auto sources = keep_sources(store, found, id);
    if (command.feed) keep_in_feed(store, *command.feed, id);
    const auto reports = pull_all(workspace, store, settings, sources);
    const auto author = store.author(id).value_or(feeds::Author{});
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
