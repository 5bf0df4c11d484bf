#include "storage/health.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "feeds/identity.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/secret_url.hpp"
#include "feeds/text/url.hpp"

namespace masthead::storage {

namespace {

// When the network is down, all sources are; nobody reads thousands of entries that say so.
constexpr std::size_t most_entries = 200;

std::string_view trouble(feeds::Outcome outcome) {
    switch (outcome) {
        case feeds::Outcome::ok:
        case feeds::Outcome::unchanged:
            return "recovering";
        case feeds::Outcome::too_large:
            return "too large";
        case feeds::Outcome::timeout:
            return "too slow";
        case feeds::Outcome::bad_redirect:
            return "leads nowhere";
        case feeds::Outcome::blocked_address:
            return "not a public address";
        case feeds::Outcome::malformed:
            return "cannot be read";
        case feeds::Outcome::unsupported:
            return "of an unknown form";
        case feeds::Outcome::network:
            return "cannot be reached";
        case feeds::Outcome::status:
            return "answers with an error";
        case feeds::Outcome::gone:
            return "gone for good";
    }
    return {};
}

std::string_view advice(feeds::Outcome outcome) {
    switch (outcome) {
        case feeds::Outcome::ok:
        case feeds::Outcome::unchanged:
        case feeds::Outcome::timeout:
        case feeds::Outcome::network:
        case feeds::Outcome::status:
            return "It is asked again by itself. If this lasts for days, look whether the feed has moved: \"masthead "
                   "source set {0} url ADDRESS\".";
        case feeds::Outcome::too_large:
            return "If so much is meant, raise the limit that the message names; else \"masthead source pause {0}\".";
        case feeds::Outcome::bad_redirect:
            return "Look up the address that the publisher names now: \"masthead source set {0} url ADDRESS\".";
        case feeds::Outcome::blocked_address:
            return "If a server of your own is meant, allow it with fetch.allow_private; else \"masthead source "
                   "remove {0}\".";
        case feeds::Outcome::malformed:
        case feeds::Outcome::unsupported:
            return "The publisher has to mend the document. If the address gives something else now, \"masthead source "
                   "set {0} url ADDRESS\".";
        case feeds::Outcome::gone:
            return "It is not asked any more. If it has moved, \"masthead source set {0} url ADDRESS\"; else "
                   "\"masthead source remove {0}\", which keeps its entries.";
    }
    return {};
}

std::string_view unquoted(std::string_view word) {
    constexpr std::string_view quotes = "\"'()<>,";
    word.remove_prefix(std::min(word.size(), word.find_first_not_of(quotes)));
    return word.substr(0, word.find_first_of(quotes));
}

// A message may quote where a redirect led: "https://letters.example/?token=..." or a path of it.
std::string without_secrets(std::string_view message) {
    std::string out;
    while (!message.empty()) {
        const auto word = message.substr(0, message.find(' '));
        message.remove_prefix(std::min(message.size(), word.size() + 1));
        if (!out.empty()) out += ' ';
        // Resolved, as only whole addresses are taken apart.
        const auto address = feeds::resolve_url("https://host.invalid/", unquoted(word));
        out += address && feeds::carries_secret(*address) ? std::string_view("(a secret address)") : word;
    }
    return out;
}

// What people open: the web page of the source, else its feed.
std::string open_address(const feeds::Source& source) {
    for (const auto& url : {source.home_url, source.url})
        if (!url.empty() && !feeds::carries_secret(url)) return url;
    return {};
}

std::string report(const SourceStatus& status, feeds::Time since) {
    const auto& [source, state, entries] = status;
    std::string out = fmt::format("{}\n\nFailing since {}, {} in a row.", without_secrets(state.message),
                                  feeds::format_rfc3339(since), state.failures);
    if (state.last_ok) out += fmt::format(" It last went well at {}.", feeds::format_rfc3339(*state.last_ok));
    out += fmt::format(" {} entries of it stay published.\n\n", entries);
    out += fmt::format(fmt::runtime(advice(state.outcome)), source.slug);
    return out + fmt::format(" \"masthead source show {}\" tells more.", source.slug);
}

feeds::PublishedEntry entry_of(const SourceStatus& status) {
    const auto& [source, state, entries] = status;
    const auto changed = state.last_fetch.value_or(feeds::Time{});
    const auto since = state.failing_since.value_or(changed);
    const auto& name = source.title.empty() ? source.slug : source.title;
    feeds::PublishedEntry out;
    out.stored.source = source.id;
    out.stored.public_id =
        feeds::local_id(source.key, fmt::format("broken since {}", since.time_since_epoch().count()));
    out.stored.shown = since;
    // One that is gone is not fetched again, so that its last fetch is the one that said so.
    out.stored.updated = state.gone ? changed : since;
    out.stored.entry.title = fmt::format("{}: {}", name, trouble(state.outcome));
    out.stored.entry.url = open_address(source);
    out.stored.entry.content = feeds::html_from_text(report(status, since));
    return out;
}

}  // namespace

bool is_broken(const SourceStatus& status) { return status.state.gone || status.state.failures > 0; }

feeds::Page source_health(Store& store, const feeds::Site& site) {
    feeds::Page page;
    page.site = site;
    page.site.hub.clear();  // nobody tells a hub of it
    page.path = "/health";
    page.web_page = site.base_url + "/";
    page.title = fmt::format("{}: sources that fail", site.title);
    page.description = "What could not be fetched, since when, and what to do about it.";
    page.language = "en";
    page.card = false;
    page.is_public = false;
    for (const auto& status : store.sources()) {
        page.updated = std::max(page.updated, status.state.last_fetch.value_or(feeds::Time{}));
        if (is_broken(status)) page.entries.push_back(entry_of(status));
    }
    std::stable_sort(page.entries.begin(), page.entries.end(),
                     [](const auto& a, const auto& b) { return a.stored.updated > b.stored.updated; });
    if (page.entries.size() > most_entries) page.entries.resize(most_entries);
    for (auto& entry : page.entries) {
        entry.source.id = fmt::format("{}{}", site.base_url, page.path);
        entry.source.title = page.title;
    }
    return page;
}

}  // namespace masthead::storage
