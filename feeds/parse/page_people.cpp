#include "feeds/parse/page_people.hpp"

#include <algorithm>
#include <iterator>

#include "feeds/parse/account_lists.hpp"
#include "feeds/parse/author_heading.hpp"
#include "feeds/parse/bio_block.hpp"
#include "feeds/parse/bio_sections.hpp"
#include "feeds/parse/fill_person.hpp"
#include "feeds/parse/h_card.hpp"
#include "feeds/parse/ld_people.hpp"
#include "feeds/parse/page_names.hpp"
#include "feeds/parse/portraits.hpp"
#include "feeds/parse/profile_head.hpp"
#include "feeds/parse/site_accounts.hpp"
#include "feeds/parse/visible_byline.hpp"
#include "feeds/people/bio_subject.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/people/prose.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

/// Finds the people of one page. Names first, then what is known of each.
class PagePeople {
public:
    PagePeople(const HtmlPage& page, const Document& document)
        : page_(page),
          names_(page, document.publication.title),
          format_(document.format),
          own_accounts_(own_accounts(page)) {
        if (!document.entries.empty()) {
            written_ = document.entries.front().published;
            first_piece_ = document.entries.front().url;
        }
        if (const auto card = representative_card(page)) owner_ = read_card(page, *card);
    }

    People authors_of_article() {
        find_authors();
        read_bios();
        if (people_.empty() && owner_) people_ = names_.taken_apart({*owner_});
        for (auto& person : people_) add_details(person);
        return std::move(people_);
    }

    std::optional<Person> subject_of_page() {
        auto found = names_.taken_apart_one(ld_subject(page_));
        if (!found) found = names_.taken_apart_one(owner_);
        if (!found) found = subject_of_heading();
        if (!found) {
            site_accounts_ = site_accounts(page_, format_, {});
            return std::nullopt;
        }
        people_ = {*found};
        const auto head = read_profile_head(page_, found->name, first_piece_);
        Person listed;
        std::copy_if(head.accounts.begin(), head.accounts.end(), std::back_inserter(listed.profiles),
                     [&](const Profile& account) { return !names_.is_named_after_site(account.handle); });
        read_bios(head);
        fill(people_.front(), listed);
        add_details(people_.front());
        fill(people_.front().avatar, head.portrait);
        return people_.front();
    }

    const std::vector<Profile>& accounts_of_site() const { return site_accounts_; }
    bool has_prose(const std::string& name) const { return find_raw(name) != nullptr; }
    std::string raw_of(const std::string& name) const {
        const auto* raw = find_raw(name);
        return raw == nullptr ? std::string() : raw->second;
    }

private:
    // Of several lists of authors the first is right, unless a later one has all of its names and more.
    void find_authors() {
        const auto lists = names_.lists_of_authors();
        for (const auto& list : lists) {
            People clean;
            for (const auto& person : list)
                if (!names_.is_site(person.name)) clean.push_back(person);
            const bool has_all = std::all_of(people_.begin(), people_.end(), [&](const Person& person) {
                return find_person(clean, person.name) != nullptr;
            });
            if (people_.empty() || (has_all && clean.size() > people_.size())) people_ = std::move(clean);
        }
        for (auto& person : people_)
            for (const auto* list : {&lists[1], &lists[0], &lists[2]})
                if (const auto* same = find_person(*list, person.name)) fill(person, *same);
        add_links();
        for (auto& person : people_) clean_bio(person);
    }

    void add_links() {
        People linked(people_.size());
        for (std::size_t i = 0; i < people_.size(); ++i) linked[i].name = people_[i].name;
        add_links_of_head(page_, linked);
        for (std::size_t i = 0; i < people_.size(); ++i) fill(people_[i], linked[i]);
    }

    std::optional<Person> subject_of_heading() const {
        if (page_.structure.heading >= page_.tree.size()) return std::nullopt;
        if (page_.structure.bios.empty() && !is_author_address(page_.url)) return std::nullopt;
        Person person;
        const std::string heading = one_line(page_.tree.text(page_.structure.heading));
        person.name = without_list_label(heading);
        return names_.taken_apart_one(person);
    }

    // A description in JSON-LD or on a card ends with a contact line now and then, or is another's.
    void clean_bio(Person& person) {
        if (person.bio.empty()) return;
        const std::string written = std::exchange(person.bio, {});
        auto people = people_of_prose({written, {}}, {person.name}, written_);
        if (const auto* same = find_person(people, person.name)) {
            fill(person, *same);
        } else if (people.empty() && written.find('@') == std::string::npos) {
            person.bio = written;
        }
    }

    std::vector<std::string> known_names() const {
        std::vector<std::string> out;
        for (const auto& person : people_) out.push_back(person.name);
        return out;
    }

    void read_bios(const ProfileHead& head = {}) {
        auto blocks = bio_blocks(page_, known_names());
        for (const auto block : blocks)
            for (auto& section : bio_sections(page_, block, known_names())) read_section(section);
        for (const auto& paragraphs : head.bios) {
            const bool is_read = std::any_of(blocks.begin(), blocks.end(), [&](std::size_t block) {
                return page_.tree.is_within(paragraphs.front(), block);
            });
            if (!is_read) read_paragraphs(paragraphs);
            blocks.insert(blocks.end(), paragraphs.begin(), paragraphs.end());
        }
        for (auto& list : account_lists(page_, known_names())) {
            Person claimed;
            claimed.profiles = std::move(list.accounts);
            fill(*find_person(people_, list.owner), claimed);
            blocks.push_back(list.block);
        }
        blocks.insert(blocks.end(), head.blocks.begin(), head.blocks.end());
        site_accounts_ = site_accounts(page_, format_, {known_names(), blocks});
    }

    // As one bio.
    void read_paragraphs(const std::vector<std::size_t>& paragraphs) {
        BioSection whole;
        for (const auto paragraph : paragraphs) {
            for (auto& section : bio_sections(page_, paragraph, known_names())) {
                if (!whole.prose.text.empty()) whole.prose.text += ' ';
                whole.prose.text += section.prose.text;
                std::move(section.prose.links.begin(), section.prose.links.end(),
                          std::back_inserter(whole.prose.links));
            }
        }
        read_section(whole);
    }

    void read_section(BioSection& section) {
        const bool is_lost = people_.empty();
        auto* owner = section.name.empty() ? nullptr : find_person(people_, section.name);
        if (!section.name.empty() && owner == nullptr && !is_lost) return;  // about somebody else
        if (owner == nullptr && people_.size() == 1 && section.prose.text.empty()) owner = &people_.front();
        auto known = owner != nullptr ? std::vector<std::string>{owner->name} : known_names();
        if (is_lost && !section.name.empty()) known = {section.name};
        if (section.prose.text.empty() && !known.empty()) section.prose.text = known.front();
        auto described = people_of_prose(section.prose, known, written_);
        if (described.empty() && owner != nullptr) {
            described.emplace_back().name = owner->name;
            described.back().bio = section.prose.text;
        }
        for (auto& person : described) {
            if (person.name.empty() || names_.is_site(person.name)) continue;
            fill(person.role, described.size() == 1 ? section.role : std::string());
            take_description(person, section, is_lost);
        }
    }

    void take_description(const Person& person, const BioSection& section, bool is_lost) {
        auto* known = find_person(people_, person.name);
        if (known == nullptr) {
            if (!is_lost || !is_clean_name(person.name)) return;
            known = &people_.emplace_back();
            known->name = person.name;
        }
        // What a reader sees under the article is the bio; a line of its own is the role.
        if (!person.bio.empty() && !has_prose(known->name)) known->bio = person.bio;
        if (!section.role.empty()) fill(known->role, section.role);
        fill(*known, person);
        fill(known->url, section.url);
        fill(known->avatar, section.avatar);
        if (!section.prose.text.empty()) raw_.emplace_back(known->name, one_line(section.prose.text));
    }

    void add_details(Person& person) {
        const bool is_only = people_.size() == 1;
        const bool is_owner = owner_ && same_name(owner_->name, person.name);
        if (is_owner) {
            fill(person, *owner_);
            Person claimed;
            claimed.profiles = own_accounts_;
            fill(person, claimed);
            clean_bio(person);
        }
        fill(person.avatar, portrait_of(page_, person.name, is_only));
        add_meta_accounts(person, is_only);
        // What rel=me claims is the owner's. Without a card it is not known who that is, but the author's own links may
        // say rel=me, too.
        const auto is_anothers = [&](const Profile& profile) {
            const bool is_claimed = owner_ && holds_account(own_accounts_, profile);
            if (is_claimed) return !is_owner;
            const bool is_on_this_host =
                profile.platform == "mastodon" && same_host(url_parts(profile.url).host, names_.context().host);
            return is_on_this_host || holds_account(site_accounts_, profile);
        };
        person.profiles.erase(std::remove_if(person.profiles.begin(), person.profiles.end(), is_anothers),
                              person.profiles.end());
    }

    // twitter:creator, fediverse:creator, article:author: the author's, if there is one and it is not the site's.
    void add_meta_accounts(Person& person, bool is_only) {
        Person found;
        const auto add = [&](std::optional<Profile> profile) {
            if (!profile || names_.is_named_after_site(profile->handle)) return;
            const auto like = likeness(profile->handle, person.name);
            if (is_only || like == Likeness::wholly) found.profiles.push_back(std::move(*profile));
        };
        for (const auto& handle : page_.meta("twitter:creator")) add(profile_of_handle("twitter", handle));
        for (const auto& handle : page_.meta("fediverse:creator")) add(profile_of_handle("mastodon", handle));
        for (const auto& url : page_.meta("article:author")) add(profile_of_url(url));
        fill(person, found);
    }

    const std::pair<std::string, std::string>* find_raw(const std::string& name) const {
        const auto found = std::find_if(raw_.begin(), raw_.end(), [&](const auto& raw) { return raw.first == name; });
        return found == raw_.end() ? nullptr : &*found;
    }

    const HtmlPage& page_;
    PageNames names_;
    DocumentFormat format_;
    std::vector<Profile> site_accounts_;
    std::vector<Profile> own_accounts_;
    std::optional<Person> owner_;
    std::optional<Time> written_;
    std::string first_piece_;  // the address of the first entry
    People people_;
    std::vector<std::pair<std::string, std::string>> raw_;  // name -> the prose that was read
};

Credit credit_of(Person person, Origin origin) {
    Credit credit;
    credit.person = std::move(person);
    credit.origin = origin;
    return credit;
}

}  // namespace

void read_page_people(const HtmlPage& page, Document& document) {
    PagePeople people(page, document);
    if (document.format == DocumentFormat::article) {
        for (auto& person : people.authors_of_article()) {
            auto credit = credit_of(person, people.has_prose(person.name) ? Origin::prose : Origin::metadata);
            credit.raw = people.raw_of(person.name);
            for (auto& entry : document.entries) entry.credits.push_back(credit);
        }
        document.site_profiles = people.accounts_of_site();
        return;
    }
    document.subject = people.subject_of_page();
    document.site_profiles = people.accounts_of_site();
    if (document.subject) {
        // What is known of the subject stands there, once; a piece on the page only has to say whose it is.
        Person by;
        by.name = document.subject->name;
        by.url = document.subject->url;
        for (auto& entry : document.entries)
            if (entry.credits.empty()) entry.credits.push_back(credit_of(by, Origin::own_page));
        return;
    }
    for (auto& person : PageNames(page, document.publication.title).only_author_of_list())
        document.people.push_back(credit_of(person, Origin::metadata));
}

}  // namespace masthead::feeds
