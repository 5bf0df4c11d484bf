#include "fetchers/discover.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "feeds/people/names.hpp"
#include "feeds/text/url.hpp"
#include "fetchers/feed_candidates.hpp"
#include "fetchers/found_feeds.hpp"
#include "fetchers/found_people.hpp"
#include "fetchers/visits.hpp"

namespace masthead::fetchers {

namespace {

using VisitPointer = std::shared_ptr<const Visit>;

// Bounds on what one page may make us fetch.
constexpr std::size_t most_named_feeds = 10;
constexpr std::size_t most_author_pages = 3;
constexpr std::size_t most_home_pages = 2;
constexpr std::size_t most_articles = 4;

bool is_root(const std::string& url) {
    const auto parts = feeds::url_parts(url);
    return (parts.path.empty() || parts.path == "/") && parts.query.empty();
}

class Discoverer {
public:
    Discoverer(const Fetch& fetch, const Options& options, feeds::Time now, std::optional<std::string> name)
        : name_(std::move(name)), visits_(fetch, options, now), people_(now) {}

    void look_at(const std::string& url) {
        given_ = url;
        visits_.renew_allowance();
        const auto visit = visits_.read(url);
        if (!visit) {
            take_profile_feed(url, visit.error());
            return;
        }
        if ((*visit)->is_page())
            explore_page(*visit);
        else
            explore_feed(*visit);
    }

    Discovery result() {
        found_.authors = people_.take();
        std::set<std::string> naming;  // a letter may name nobody, and is whose the others are
        for (const auto& author : found_.authors) naming.insert(author.named_by.begin(), author.named_by.end());
        auto subjects = authors_who([&](const FoundAuthor& author) {
            return name_ ? feeds::same_name(author.name, *name_) : author.named_by.size() == naming.size();
        });
        // A guest of a newsletter is named by it, too.
        if (subjects.size() > 1 && !name_)
            subjects = authors_who([&](const FoundAuthor& author) { return author.owns.size() == naming.size(); });
        if (subjects.size() == 1) found_.subject = subjects.front();
        return std::move(found_);
    }

private:
    template <class Condition>
    std::vector<std::size_t> authors_who(Condition condition) const {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < found_.authors.size(); ++i)
            if (condition(found_.authors[i])) out.push_back(i);
        return out;
    }

    // Platforms show their profiles to browsers only, but some keep a feed at a known place.
    void take_profile_feed(const std::string& url, FetchError error) {
        for (const auto& candidate : feeds_of_profile(url)) {
            const auto feed = visits_.read(candidate);
            if (feed && !(*feed)->is_page()) return explore_feed(*feed);
        }
        error.message = fmt::format("{}: {}", url, error.message);
        found_.errors.push_back(std::move(error));
    }

    void explore_feed(const VisitPointer& feed) {
        add_source(*feed);
        people_.learn(*feed, given_);
        if (!learn_from_home(feed->document)) learn_from_articles(feed->document, 2, "");
    }

    // Whether the web page of a feed is about somebody.
    bool learn_from_home(const feeds::Document& feed) {
        const auto& home = feed.publication.url;
        if (home.empty()) return false;
        const auto page = visits_.follow(home);
        if (!page || !(*page)->is_page()) return false;
        people_.learn(**page, "");
        return (*page)->document.subject.has_value();
    }

    void explore_page(const VisitPointer& page) {
        people_.learn(*page, given_);
        const std::string person = person_of(page->document);
        std::vector<VisitPointer> about = {page};
        follow_pages_about_authors(*page, about);
        auto feeds = feeds_named_by(about);
        if (!person.empty()) feeds = persons_own(person, about, std::move(feeds));
        if (feeds.empty()) feeds = feed_at_usual_place(*page, person);
        feeds = one_of_each(feeds, found_.left_out);
        for (const auto& feed : feeds) {
            add_source(*feed);
            people_.learn(*feed, person.empty() ? given_ : "");
            // An article of somebody's own site: the site's front page says who that is.
            if (about.size() == 1 && !page->document.subject) learn_from_home(feed->document);
        }
        if (feeds.empty()) take_page_itself(about);
    }

    // Whose feed is wanted: the admin's word, whom the page is about, or who alone wrote it.
    std::string person_of(const feeds::Document& page) const {
        if (name_) return *name_;
        if (page.subject) return page.subject->name;
        const bool is_article = page.format == feeds::DocumentFormat::article && !page.entries.empty();
        std::string person;
        for (const auto& credit : is_article ? page.entries.front().credits : page.people) {
            if (!is_author_credit(credit)) continue;
            if (!person.empty() && !feeds::same_name(person, credit.person.name)) return {};
            person = credit.person.name;
        }
        return person;
    }

    // Pages about an article's authors, and their sites that rel=me names, tell bios and handles; an author's page may
    // name the author's own feed, too.
    void follow_pages_about_authors(const Visit& page, std::vector<VisitPointer>& about) {
        std::size_t author_pages = 0, home_pages = 0;
        for (const auto& link : page.document.pages) {
            const bool is_author_page = link.relation == feeds::PageLink::Relation::author_page;
            auto& count = is_author_page ? author_pages : home_pages;
            if (count >= (is_author_page ? most_author_pages : most_home_pages) || link.url == page.url()) continue;
            if (!feeds::is_media(link.url)) continue;
            ++count;
            const auto visit = visits_.follow(link.url);
            if (!visit || !(*visit)->is_page()) continue;
            people_.learn(**visit, "");
            if (is_author_page && (*visit)->document.format == feeds::DocumentFormat::listing) about.push_back(*visit);
        }
    }

    std::vector<VisitPointer> feeds_named_by(const std::vector<VisitPointer>& pages) {
        std::vector<VisitPointer> feeds;
        std::size_t looked_at = 0;
        for (const auto& page : pages)
            for (const auto& link : named_feeds(*page)) {
                if (looked_at++ >= most_named_feeds) return feeds;
                if (is_comments_link(link))
                    leave_out(link.url, "comments");
                else if (auto feed = verified(link.url, true))
                    add_once(feeds, std::move(feed));
            }
        return feeds;
    }

    // On a site of several authors the feeds below the person's page count before the site's.
    std::vector<VisitPointer> persons_own(const std::string& person, const std::vector<VisitPointer>& about,
                                          std::vector<VisitPointer> feeds) {
        const auto is_persons = [&](const VisitPointer& feed) {
            return ownership(feed->document, person) == Ownership::persons;
        };
        const bool settled = std::any_of(feeds.begin(), feeds.end(), is_persons);
        if (!settled)
            if (auto feed = feed_below_persons_page(person, about)) feeds.insert(feeds.begin(), std::move(feed));
        std::vector<VisitPointer> own;
        for (auto& feed : feeds) {
            switch (ownership(feed->document, person)) {
                case Ownership::persons:
                case Ownership::nobodys:
                    add_once(own, std::move(feed));
                    break;
                case Ownership::several:
                    leave_out(feed->asked, fmt::format("has other authors beside {}", person));
                    break;
                case Ownership::others:
                    leave_out(feed->asked, fmt::format("is not by {}", person));
                    break;
            }
        }
        return own;
    }

    VisitPointer feed_below_persons_page(const std::string& person, const std::vector<VisitPointer>& about) {
        for (const auto& page : about) {
            // The given page is an author's only if it says so; the others were reached as authors' pages.
            const auto& subject = page->document.subject;
            const bool is_persons = subject ? feeds::same_name(subject->name, person) : page != about.front();
            if (!is_persons || is_root(page->url())) continue;
            for (const auto& candidate : feeds_below(page->url())) {
                auto feed = verified(candidate, false);
                if (feed && ownership(feed->document, person) != Ownership::others) return feed;
            }
        }
        return nullptr;
    }

    std::vector<VisitPointer> feed_at_usual_place(const Visit& page, const std::string& person) {
        auto candidates = feeds_of_profile(given_);
        const auto usual = usual_feeds(page.url());
        candidates.insert(candidates.end(), usual.begin(), usual.end());
        for (const auto& candidate : candidates) {
            if (is_left_out(candidate)) continue;
            auto feed = verified(candidate, false);
            if (!feed) continue;
            const auto owner = person.empty() ? Ownership::persons : ownership(feed->document, person);
            if (owner == Ownership::persons || owner == Ownership::nobodys) return {feed};
            leave_out(candidate, fmt::format("is not {}'s alone", person));
            break;
        }
        return {};
    }

    // A page without a feed is itself the source: the author's page rather than an article.
    void take_page_itself(const std::vector<VisitPointer>& about) {
        const auto is_listing = [](const VisitPointer& page) {
            return page->document.format == feeds::DocumentFormat::listing;
        };
        const auto listing = std::find_if(about.begin(), about.end(), is_listing);
        const auto& page = listing != about.end() ? *listing : about.front();
        if (!visits_.may_follow(page->url())) return leave_out(page->url(), "robots.txt does not allow it");
        add_source(*page);
        learn_from_articles(page->document, most_articles, page->document.subject ? "" : given_);
    }

    void learn_from_articles(const feeds::Document& listing, std::size_t count, const std::string& named_by) {
        for (std::size_t i = 0; i < std::min(count, listing.entries.size()); ++i) {
            const auto& url = listing.entries[i].url;
            if (url.empty()) continue;
            const auto visit = visits_.follow(url);
            if (visit && (*visit)->document.format == feeds::DocumentFormat::article) people_.learn(**visit, named_by);
        }
    }

    // The feed behind an address, or nothing when there is none. What a page promised is told when it is not kept.
    VisitPointer verified(const std::string& url, bool promised) {
        const auto visit = visits_.read(url);
        std::string why;
        if (!visit)
            why = visit.error().message;
        else if ((*visit)->is_page())
            why = "is a web page, not a feed";
        else if (is_comments_feed((*visit)->document, (*visit)->url()))
            why = "comments";
        if (why.empty()) return *visit;
        if (promised) leave_out(url, std::move(why));
        return nullptr;
    }

    void add_source(const Visit& visit) {
        auto source = source_of(visit, given_);
        const auto same = [&](const FoundSource& other) { return other.source.url == source.source.url; };
        if (std::none_of(found_.sources.begin(), found_.sources.end(), same))
            found_.sources.push_back(std::move(source));
    }

    static void add_once(std::vector<VisitPointer>& feeds, VisitPointer feed) {
        const auto same = [&](const VisitPointer& other) { return other->url() == feed->url(); };
        if (std::none_of(feeds.begin(), feeds.end(), same)) feeds.push_back(std::move(feed));
    }

    bool is_left_out(const std::string& url) const {
        return std::any_of(found_.left_out.begin(), found_.left_out.end(),
                           [&](const LeftOut& left) { return left.url == url; });
    }

    void leave_out(const std::string& url, std::string reason) {
        if (!is_left_out(url)) found_.left_out.push_back({url, std::move(reason)});
    }

    std::optional<std::string> name_;
    Visits visits_;
    FoundPeople people_;
    Discovery found_;
    std::string given_;  ///< the address that is being looked at
};

}  // namespace

Discovery discover(const std::vector<std::string>& urls, const std::optional<std::string>& name, const Fetch& fetch,
                   const Options& options, feeds::Time now) {
    Discoverer discoverer(fetch, options, now, name);
    std::vector<std::string> once;
    for (const auto& url : urls)
        if (std::find(once.begin(), once.end(), url) == once.end()) once.push_back(url);
    for (const auto& url : once) discoverer.look_at(url);
    return discoverer.result();
}

}  // namespace masthead::fetchers
