#include "fetchers/page_pull.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

#include "feeds/text/date.hpp"
#include "feeds/text/url.hpp"
#include "fetchers/feed_pull.hpp"
#include "fetchers/fetch_state.hpp"
#include "fetchers/reading.hpp"

namespace masthead::fetchers {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t articles_per_pull = 20;
constexpr std::size_t rechecked_articles = 20;
constexpr std::chrono::hours recheck_after = 1h;

// One article of the listing. `listed` is unset when the listing did not change and was not read again.
struct Article {
    std::string url;
    std::optional<feeds::Entry> listed;
    std::optional<storage::PageState> known;
    std::string listed_as;

    bool is_new() const { return !known || known->listed_as != listed_as; }
};

std::string listing_hash(const feeds::Entry& entry) {
    const std::string date = entry.published ? feeds::format_rfc3339(*entry.published) : std::string();
    return hash_of(entry.title + '\n' + date + '\n' + entry.summary);
}

bool is_listing(const feeds::Document& document) { return document.format == feeds::DocumentFormat::listing; }

class PagePull {
public:
    PagePull(const PullTools& tools, const storage::SourceStatus& status, Recheck recheck)
        : tools_(tools), status_(status), recheck_(recheck), authors_(tools.store.authors()) {
        for (auto& page : tools.store.page_states(status.source.id)) known_.emplace(page.url, page);
    }

    PullReport run() {
        if (!tools_.robots.allows(status_.source.url, tools_.now()))
            return fail(tools_, status_,
                        {feeds::Outcome::status, "the site's robots.txt does not allow this page", 0, std::nullopt});
        const auto response = tools_.fetch(request_for(status_, Request::Accept::page));
        if (!response) return fail(tools_, status_, response.error());
        const bool same = response->status == 304 || hash_of(response->body) == status_.state.body_hash;
        if (same) return check_known_articles(*response);
        auto document = read_in_turn(tools_, *response);
        if (!document) return fail(tools_, status_, document.error());
        if (!is_listing(*document)) return keep_document(tools_, status_, *response, std::move(*document));
        return take_listing(*response, *document);
    }

private:
    PullReport check_known_articles(const Response& response) {
        std::vector<Article> articles;
        for (const auto& [url, page] : known_) articles.push_back({url, std::nullopt, page, page.listed_as});
        storage::Commit commit;
        fetch_articles(articles, commit);
        commit.at = tools_.now();
        commit.state = after_unchanged(status_.state, response, commit.at);
        return finish(tools_, status_, std::move(commit), response, nullptr);
    }

    PullReport take_listing(const Response& response, feeds::Document& document) {
        std::vector<Article> articles;
        for (const auto& entry : document.entries) {
            if (entry.url.empty()) continue;
            const auto known = known_.find(entry.url);
            articles.push_back({entry.url, entry, std::nullopt, listing_hash(entry)});
            if (known != known_.end()) articles.back().known = known->second;
        }
        storage::Commit commit;
        fetch_articles(articles, commit);
        commit.at = tools_.now();
        commit.state = after_change(status_.state, response, hash_of(response.body), document, commit.at);
        if (!is_complete_) forget_listing(commit.state);
        // The subject's own page speaks for itself; its entries speak through their articles.
        document.entries.clear();
        auto facts = facts_in(document, status_.source, authors_, status_.source.url, commit.at);
        commit.facts.insert(commit.facts.end(), facts.begin(), facts.end());
        const auto stored_before = count_left_alone(articles, commit);
        auto report = finish(tools_, status_, std::move(commit), response, &document);
        report.entries += stored_before;
        return report;
    }

    // Articles of the listing that are stored and were not read anew.
    static std::size_t count_left_alone(const std::vector<Article>& articles, const storage::Commit& commit) {
        std::unordered_set<std::string_view> read;
        for (const auto& entry : commit.entries) read.insert(entry.url);
        return static_cast<std::size_t>(std::count_if(articles.begin(), articles.end(), [&](const Article& article) {
            return article.known && read.count(article.url) == 0;
        }));
    }

    // So that the next pull reads the listing again, for the articles that this one left.
    static void forget_listing(feeds::FetchState& state) {
        state.body_hash.clear();
        state.etag.clear();
        state.last_modified.clear();
    }

    // New articles first, then those whose last check is longest ago; all within the bounds of one pull.
    void fetch_articles(std::vector<Article>& articles, storage::Commit& commit) {
        std::vector<Article*> wanted;
        for (auto& article : articles)
            if (article.is_new()) wanted.push_back(&article);
        const auto due = due_articles(articles);
        wanted.insert(wanted.end(), due.begin(), due.end());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (i < articles_per_pull)
                take_article(*wanted[i], commit);
            else
                put_off(*wanted[i], commit);
        }
        credit_entries(commit.entries, status_.source, authors_);
        keep_vouched_facts(commit);
    }

    std::vector<Article*> due_articles(std::vector<Article>& articles) const {
        std::vector<Article*> due;
        for (auto& article : articles)
            if (!article.is_new() && is_due(*article.known)) due.push_back(&article);
        std::stable_sort(due.begin(), due.end(),
                         [](const Article* a, const Article* b) { return a->known->checked < b->known->checked; });
        due.resize(std::min(due.size(), rechecked_articles));
        return due;
    }

    bool is_due(const storage::PageState& page) const {
        return recheck_ == Recheck::now || tools_.now() - page.checked >= recheck_after;
    }

    void take_article(const Article& article, storage::Commit& commit) {
        if (!tools_.robots.allows(article.url, tools_.now())) return take_as_listed(article, commit);
        if (resting_until(tools_, article.url)) return put_off(article, commit);
        const auto response = tools_.fetch(request_for_article(article));
        if (!response) {
            heed_host(tools_, response.error());
            if (is_passing(response.error())) return put_off(article, commit);
            return take_as_unreadable(article, commit);
        }
        storage::PageState page{article.url, response->etag, response->last_modified, article.listed_as, tools_.now()};
        if (response->status == 304) {
            if (page.etag.empty()) page.etag = article.known->etag;
            if (page.last_modified.empty()) page.last_modified = article.known->last_modified;
            commit.pages.push_back(std::move(page));
            return;
        }
        auto document = read_in_turn(tools_, *response);
        if (!document || document->format != feeds::DocumentFormat::article || document->entries.empty())
            return take_as_unreadable(article, commit);
        document->entries.resize(1);
        commit.entries.push_back(entry_of(article, document->entries.front(), response->url));
        commit.pages.push_back(std::move(page));
        collect_facts(*document, article.url);
    }

    Request request_for_article(const Article& article) const {
        Request request;
        request.url = article.url;
        request.accept = Request::Accept::page;
        request.user_agent = status_.source.user_agent;
        if (article.known) {
            request.etag = article.known->etag;
            request.last_modified = article.known->last_modified;
        }
        return request;
    }

    // Whether the same request may well succeed soon.
    static bool is_passing(const FetchError& error) {
        return error.outcome == feeds::Outcome::timeout || error.outcome == feeds::Outcome::network ||
               error.status == 429 || error.status >= 500;
    }

    // Until its page was read, an article is what the listing says; once it was, that stays.
    static void take_as_listed(const Article& article, storage::Commit& commit) {
        if (article.listed && !article.known) commit.entries.push_back(*article.listed);
    }

    // Asked again with the next pull, whether or not the listing changes until then.
    void put_off(const Article& article, storage::Commit& commit) {
        take_as_listed(article, commit);
        is_complete_ = false;
    }

    // Not asked again before it is due like any other.
    void take_as_unreadable(const Article& article, storage::Commit& commit) {
        take_as_listed(article, commit);
        storage::PageState page = article.known.value_or(storage::PageState{article.url, "", "", "", {}});
        page.listed_as = article.listed_as;
        page.checked = tools_.now();
        commit.pages.push_back(std::move(page));
    }

    // The listing's link is the entry's identity, so that the article keeps it whatever its page calls itself.
    static feeds::Entry entry_of(const Article& article, feeds::Entry entry, const std::string& fetched_from) {
        if (entry.canonical.empty()) {
            const std::string& own = entry.url.empty() ? fetched_from : entry.url;
            if (feeds::canonical_url(own) != feeds::canonical_url(article.url)) entry.canonical = own;
        }
        entry.url = article.url;
        entry.guid.clear();
        if (!article.listed) return entry;
        if (entry.title.empty()) entry.title = article.listed->title;
        if (entry.summary.empty()) entry.summary = article.listed->summary;
        if (entry.image.empty()) entry.image = article.listed->image;
        if (!entry.published) entry.published = article.listed->published;
        if (entry.credits.empty()) entry.credits = article.listed->credits;
        return entry;
    }

    void collect_facts(feeds::Document& article, const std::string& url) {
        credit_entries(article.entries, status_.source, authors_);
        auto facts = facts_in(article, status_.source, authors_, url, tools_.now());
        facts_.insert(facts_.end(), facts.begin(), facts.end());
    }

    // One article alone may speak of a stranger; what it says has to agree with another, or with what is stored.
    void keep_vouched_facts(storage::Commit& commit) {
        for (const auto& author : authors_) {
            std::vector<feeds::Fact> said;
            for (const auto& candidate : facts_)
                if (candidate.author == author.id) said.push_back(candidate.fact);
            if (said.empty()) continue;
            const auto stored = tools_.store.facts(author.id);
            said.insert(said.end(), stored.begin(), stored.end());
            for (const auto& candidate : facts_)
                if (candidate.author == author.id && is_vouched_for(candidate.fact, said, author.name))
                    commit.facts.push_back(candidate);
        }
    }

    const PullTools& tools_;
    const storage::SourceStatus& status_;
    Recheck recheck_;
    std::vector<feeds::Author> authors_;
    std::map<std::string, storage::PageState> known_;
    std::vector<storage::AuthorFact> facts_;
    bool is_complete_ = true;  ///< no article has to wait for the next pull
};

}  // namespace

PullReport pull_page(const PullTools& tools, const storage::SourceStatus& status, Recheck recheck) {
    return PagePull(tools, status, recheck).run();
}

}  // namespace masthead::fetchers
