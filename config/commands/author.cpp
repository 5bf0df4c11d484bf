#include <algorithm>
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "config/commands/commands.hpp"
#include "config/json.hpp"
#include "config/nearest.hpp"
#include "config/selector.hpp"
#include "config/setting_checks.hpp"
#include "config/words.hpp"
#include "feeds/people/facts.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/url.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;

struct Named {
    storage::Store& store;
    feeds::Author author;
};

feeds::Result<Named, Error> author_named(Workspace& workspace, std::string_view typed) {
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    auto author = select_author(**store, typed);
    if (!author) return feeds::unexpected<Error>(author.error());
    return Named{**store, std::move(*author)};
}

// What `set` and `unset` are about: "bio", "profile.mastodon".
struct Property {
    feeds::Field field = feeds::Field::name;
    std::string platform;
};

feeds::Result<Property, Error> property_of(const std::string& typed) {
    constexpr std::string_view prefix = "profile.";
    if (typed.starts_with(prefix) && typed.size() > prefix.size())
        return Property{feeds::Field::profile, typed.substr(prefix.size())};
    const auto field = field_of(typed);
    if (field && *field != feeds::Field::profile) return Property{*field, ""};
    const std::vector<std::string> names = {"name", "bio",         "url",          "avatar",          "email",
                                            "role", "affiliation", "email_public", "profile.PLATFORM"};
    return failure(Exit::usage, fmt::format("an author has no such field: {}", typed),
                   did_you_mean(typed, names, fmt::format("One of {}.", fmt::join(names, ", "))));
}

std::optional<std::string> problem_of(feeds::Field field, const std::string& value) {
    if (auto wrong = check_line(value)) return wrong;
    if (value.find_first_not_of(' ') == std::string::npos) return "it is empty; \"unset\" takes your word back";
    const bool is_address = field == feeds::Field::url || field == feeds::Field::avatar;
    if (is_address && feeds::url_parts(value).host.empty()) return "it has to be an http or https address";
    if (field == feeds::Field::email && value.find('@') == std::string::npos) return "it has to be an e-mail address";
    return std::nullopt;
}

feeds::Result<feeds::Fact, Error> admin_fact(const Property& property, const std::string& value, feeds::Time now) {
    feeds::Fact fact{property.field, value, property.platform, "", feeds::Origin::admin, "", now, ""};
    if (property.field != feeds::Field::profile) {
        if (const auto wrong = problem_of(property.field, value))
            return failure(Exit::bad_data, fmt::format("{}: {}: {}", word_of(property.field), *wrong, value));
        return fact;
    }
    if (value.empty()) return fact;
    auto profile = feeds::profile_of_url(value);
    if (!profile || profile->platform != property.platform)
        profile = feeds::profile_of_handle(property.platform, value);
    if (!profile)
        return failure(Exit::bad_data, fmt::format("this is no account on {}: {}", property.platform, value),
                       "For example: masthead author set NAME profile.mastodon @user@social.example");
    fact.handle = profile->handle;
    fact.value = profile->url;
    return fact;
}

bool wins(const std::vector<feeds::Fact>& facts, std::size_t index) {
    const auto best = feeds::winner(facts, facts[index].field, facts[index].platform);
    return best && *best == index;
}

std::string label_of(const feeds::Fact& fact) {
    return fact.field == feeds::Field::profile ? "profile." + fact.platform : std::string(word_of(fact.field));
}

std::string shown_value(const feeds::Fact& fact) {
    if (fact.field != feeds::Field::profile) return fact.value;
    return fact.handle.empty() ? "(taken away)" : fmt::format("{}  {}", fact.handle, fact.value);
}

json::object fact_json(const feeds::Fact& fact, bool wins) {
    json::object out{{"field", word_of(fact.field)}};
    set(out, "platform", fact.platform);
    set(out, "handle", fact.handle);
    set(out, "value", fact.value);
    out["origin"] = word_of(fact.origin);
    set(out, "where", fact.where);
    if (fact.said != feeds::Time{}) set(out, "said", std::optional(fact.said));
    set(out, "raw", fact.raw);
    out["wins"] = wins;
    return out;
}

void print_author(Console& console, const feeds::Author& author) {
    print_properties(console, {{"slug", author.slug},
                               {"name", author.name},
                               {"type", author.type == feeds::Author::Type::person ? "person" : "organization"},
                               {"also known as", fmt::format("{}", fmt::join(author.aliases, ", "))},
                               {"is not", fmt::format("{}", fmt::join(author.namesakes, ", "))},
                               {"email published", author.email.empty()  ? ""
                                                   : author.email_public ? "yes"
                                                                         : "no"}});
}

void print_facts(Console& console, const std::vector<feeds::Fact>& facts) {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < facts.size(); ++i)
        rows.push_back({wins(facts, i) ? "*" : " ", label_of(facts[i]), shown_value(facts[i]),
                        std::string(word_of(facts[i].origin)),
                        facts[i].said == feeds::Time{} ? "" : feeds::format_rfc3339(facts[i].said).substr(0, 10),
                        facts[i].where});
    console.out << '\n';
    print_table(console, {"", "FIELD", "VALUE", "ORIGIN", "SAID", "WHERE"}, rows);
}

// Facts of one property stand together, the one that wins first.
std::vector<feeds::Fact> in_order(const std::vector<feeds::Fact>& facts) {
    std::vector<std::size_t> order(facts.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto place = [&](std::size_t i) {
        return std::tuple(facts[i].field, facts[i].platform, !wins(facts, i), facts[i].origin,
                          -facts[i].said.time_since_epoch());
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    std::vector<feeds::Fact> out;
    out.reserve(order.size());
    for (const auto i : order) out.push_back(facts[i]);
    return out;
}

Done print_changed(Workspace& workspace, storage::Store& store, feeds::AuthorId id, std::string_view what) {
    auto& console = workspace.console();
    const auto author = store.author(id);
    if (console.json && author) print_json(console.out, author_json(*author));
    if (!console.json) tell(console, what);
    return Exit::done;
}

}  // namespace

Done run(const AuthorList&, Workspace& workspace) {
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    auto& console = workspace.console();
    const auto authors = (*store)->authors();
    if (console.json) {
        json::array out;
        for (const auto& author : authors) out.push_back(author_json(author));
        print_json(console.out, json::object{{"authors", std::move(out)}});
        return Exit::done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& author : authors) {
        std::string handles;
        for (const auto& profile : author.profiles)
            handles += fmt::format("{}{}:{}", handles.empty() ? "" : " ", profile.platform, profile.handle);
        rows.push_back({author.slug, author.name, author.role, handles});
    }
    print_table(console, {"AUTHOR", "NAME", "ROLE", "HANDLES"}, rows);
    return Exit::done;
}

Done run(const AuthorShow& command, Workspace& workspace) {
    const auto named = author_named(workspace, command.author);
    if (!named) return feeds::unexpected<Error>(named.error());
    auto& console = workspace.console();
    const auto facts = in_order(named->store.facts(named->author.id));
    if (!console.json) {
        print_author(console, named->author);
        print_facts(console, facts);
        return Exit::done;
    }
    auto out = author_json(named->author);
    json::array all;
    for (std::size_t i = 0; i < facts.size(); ++i) all.push_back(fact_json(facts[i], wins(facts, i)));
    out["facts"] = std::move(all);
    print_json(console.out, out);
    return Exit::done;
}

Done run(const AuthorAdd& command, Workspace& workspace) {
    if (const auto wrong = problem_of(feeds::Field::name, command.name))
        return failure(Exit::bad_data, fmt::format("this is no name, {}: {}", *wrong, command.name));
    const auto store = workspace.store_or_new();
    if (!store) return feeds::unexpected<Error>(store.error());
    for (const auto& author : (*store)->authors())
        if (author.name == command.name)
            return failure(Exit::bad_data, fmt::format("there is an author of this name already: {}", author.slug),
                           "Namesakes are told apart by a longer name.");
    const auto type = command.organization ? feeds::Author::Type::organization : feeds::Author::Type::person;
    const auto author = (*store)->add_author(command.name, type);
    return print_changed(workspace, **store, author.id, fmt::format("added {} ({})", author.name, author.slug));
}

Done run(const AuthorSet& command, Workspace& workspace) {
    const auto named = author_named(workspace, command.author);
    if (!named) return feeds::unexpected<Error>(named.error());
    const auto id = named->author.id;
    if (command.field == "email_public") {
        const auto on = switch_of(command.value);
        if (!on) return failure(Exit::bad_data, fmt::format("email_public is yes or no: {}", command.value));
        named->store.set_email_public(id, *on);
        return print_changed(workspace, named->store, id, fmt::format("set email_public of {}", named->author.slug));
    }
    const auto property = property_of(command.field);
    if (!property) return feeds::unexpected<Error>(property.error());
    const auto fact = admin_fact(*property, command.value, workspace.now());
    if (!fact) return feeds::unexpected<Error>(fact.error());
    named->store.put_facts({{id, *fact}});
    return print_changed(workspace, named->store, id, fmt::format("set {} of {}", command.field, named->author.slug));
}

Done run(const AuthorUnset& command, Workspace& workspace) {
    const auto named = author_named(workspace, command.author);
    if (!named) return feeds::unexpected<Error>(named.error());
    const auto property = property_of(command.field);
    if (!property) return feeds::unexpected<Error>(property.error());
    if (!named->store.unset_fact(named->author.id, property->field, property->platform))
        return failure(Exit::no_input, fmt::format("you have not set {}: {}", command.field, named->author.slug),
                       fmt::format("\"masthead author show {}\" lists every fact.", named->author.slug));
    return print_changed(workspace, named->store, named->author.id,
                         fmt::format("{} of {} is the harvested one again", command.field, named->author.slug));
}

Done run(const AuthorAlias& command, Workspace& workspace) {
    if (const auto wrong = problem_of(feeds::Field::name, command.name))
        return failure(Exit::bad_data, fmt::format("this is no name, {}: {}", *wrong, command.name));
    const auto named = author_named(workspace, command.author);
    if (!named) return feeds::unexpected<Error>(named.error());
    const auto& [store, author] = *named;
    if (command.action == AuthorAlias::Action::add)
        store.add_alias(author.id, command.name);
    else if (!store.remove_alias(author.id, command.name))
        return failure(Exit::no_input, fmt::format("{} has no such alias: {}", author.slug, command.name),
                       did_you_mean(command.name, author.aliases, ""));
    return print_changed(workspace, store, author.id, fmt::format("changed the aliases of {}", author.slug));
}

Done run(const AuthorMerge& command, Workspace& workspace) {
    const auto kept = author_named(workspace, command.kept);
    if (!kept) return feeds::unexpected<Error>(kept.error());
    const auto merged = author_named(workspace, command.merged);
    if (!merged) return feeds::unexpected<Error>(merged.error());
    const auto& [store, author] = *kept;
    if (merged->author.id == author.id)
        return failure(Exit::usage, fmt::format("both names are one author: {}", author.slug),
                       "\"masthead author list\" shows all of them.");
    store.merge_authors(author.id, merged->author.id);
    return print_changed(workspace, store, author.id,
                         fmt::format("{} is {} now; its addresses lead there", merged->author.slug, author.slug));
}

Done run(const AuthorSplit& command, Workspace& workspace) {
    if (const auto wrong = problem_of(feeds::Field::name, command.name))
        return failure(Exit::bad_data, fmt::format("this is no name, {}: {}", *wrong, command.name));
    const auto named = author_named(workspace, command.author);
    if (!named) return feeds::unexpected<Error>(named.error());
    const auto& [store, author] = *named;
    const auto split = store.split_author(author.id, command.name);
    if (!split)
        return failure(Exit::no_input, fmt::format("{} has no such other name: {}", author.slug, command.name),
                       did_you_mean(command.name, author.aliases,
                                    "Name an alias, or another name that entries of the author have."));
    return print_changed(workspace, store, split->id,
                         fmt::format("{} is an author again ({})", split->name, split->slug));
}

Done run(const AuthorRemove& command, Workspace& workspace) {
    const auto named = author_named(workspace, command.author);
    if (!named) return feeds::unexpected<Error>(named.error());
    const auto agreed =
        confirmed(workspace.console(), command.yes, fmt::format("remove the author {}", named->author.slug));
    if (!agreed) return feeds::unexpected<Error>(agreed.error());
    if (!*agreed) return Exit::done;
    named->store.remove_author(named->author.id);
    auto& console = workspace.console();
    if (console.json) print_json(console.out, json::object{{"removed", named->author.slug}});
    tell(console, fmt::format("removed {}; the entries stay", named->author.slug));
    return Exit::done;
}

}  // namespace masthead::config
