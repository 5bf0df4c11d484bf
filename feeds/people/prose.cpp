#include "feeds/people/prose.hpp"

#include <algorithm>
#include <map>

#include "feeds/people/account_words.hpp"
#include "feeds/people/bio_subject.hpp"
#include "feeds/people/bio_words.hpp"
#include "feeds/people/contact_line.hpp"
#include "feeds/people/mentions.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/name_words.hpp"
#include "feeds/people/names.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/people/prose_role.hpp"
#include "feeds/people/value_pieces.hpp"
#include "feeds/people/word_list.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_bio = 4000;

// Since 2023 a bare handle may be anybody's on any of several platforms.
constexpr Time end_of_bare_handles{std::chrono::sys_days{std::chrono::year{2023} / 1 / 1}};

class BioReader {
public:
    BioReader(const BioText& bio, std::string_view line, const std::vector<std::string>& known_names,
              std::optional<Time> written)
        : bio_(bio),
          line_(line),
          known_names_(known_names),
          written_(written),
          tokens_(prose_tokens(line)),
          mentions_(mentions_in(bio, tokens_)),
          subjects_(subjects_of(line, known_names)) {}

    std::vector<Person> read() {
        for (const auto& name : subjects_) person_named(name);
        if (subjects_.empty() && may_be_nameless())  // then it can only be about the one who wrote the page
            person_named(known_names_.size() == 1 ? known_names_.front() : std::string());
        if (people_.empty()) return {};
        for (const auto& mention : mentions_) give(mention);
        give_links();
        keep_one_account_per_platform();
        describe();
        return std::move(people_);
    }

private:
    // A bio that gives no name: "She teaches history", "Follow her @ada", "a columnist and a fellow".
    bool may_be_nameless() const {
        if (tokens_.empty()) return false;
        const auto sentence =
            std::count_if(tokens_.begin(), tokens_.end(), [](auto& token) { return token.sentence == 0; });
        const auto first = line_.substr(0, tokens_[static_cast<std::size_t>(sentence) - 1].end);
        return !mentions_.empty() || has_word(pronouns, tokens_.front().key) || is_role(first);
    }

    Person& person_named(const std::string& name) {
        const auto found =
            std::find_if(people_.begin(), people_.end(), [&](const Person& p) { return p.name == name; });
        if (found != people_.end()) return *found;
        people_.emplace_back();
        people_.back().name = name;
        return people_.back();
    }

    void give(const Mention& mention) {
        if (!mention.profile || (mention.is_bare && !(written_ && *written_ < end_of_bare_handles))) return;
        if (auto* owner = owner_of(mention)) owner->profiles.push_back(*mention.profile);
    }

    // Whose account it is; nobody's when in doubt.
    Person* owner_of(const Mention& mention) {
        const auto& handle = mention.profile->handle;
        std::vector<std::string> between;  // words that do more than lead to the handle
        for (const auto i : mention.between)
            if (!is_contact_word(tokens_[i]) && tokens_[i].platform.empty()) between.push_back(tokens_[i].key);
        if (!between.empty()) {
            if (const auto name = name_of_words(between); !name.empty()) return &person_named(name);
            return only_one_who_is(handle, Likeness::wholly);
        }
        if (people_.size() > 1) return only_one_who_is(handle, Likeness::partly);
        if (is_desk_name(people_.front().name) || names_somebody_else(handle)) return nullptr;
        const bool is_like = likeness(handle, people_.front().name) != Likeness::none;
        const bool is_certain = !mention.is_plain_word && !has_owner(mention.before) && !names_co_author();
        return is_like || is_certain ? &people_.front() : nullptr;
    }

    // A bio that speaks of two of the page's authors may give the account of either.
    bool names_co_author() const {
        const auto key = " " + name_key(line_) + " ";
        return std::any_of(known_names_.begin(), known_names_.end(), [&](const std::string& name) {
            return !same_name(name, people_.front().name) && key.find(" " + name_key(name) + " ") != std::string::npos;
        });
    }

    // "Ada @ada", "Ada Wick (@ada)": the known name that all of the words belong to.
    std::string name_of_words(const std::vector<std::string>& words) const {
        const auto is_of = [&](const std::string& name) {
            const auto key = " " + name_key(name) + " ";
            return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
                const auto wanted = name_key(word);
                return has_word(suffixes, word) || key.find(" " + wanted + " ") != std::string::npos;
            });
        };
        for (const auto* names : {&subjects_, &known_names_})
            for (const auto& name : *names)
                if (is_of(name)) return name;
        return {};
    }

    Person* only_one_who_is(std::string_view handle, Likeness at_least) {
        Person* found = nullptr;
        for (auto& person : people_) {
            if (likeness(handle, person.name) < at_least) continue;
            if (found != nullptr) return nullptr;
            found = &person;
        }
        return found;
    }

    bool has_owner(const std::vector<std::size_t>& words) const {
        return std::any_of(words.begin(), words.end(),
                           [&](std::size_t i) { return has_word(account_owners, tokens_[i].key); });
    }

    // "Second Reading" in the text and "@secondreading": the account of what has that name.
    bool names_somebody_else(std::string_view handle) const {
        for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
            if (!begins_with_capital(tokens_[i].word) || !begins_with_capital(tokens_[i + 1].word)) continue;
            const auto two = std::string(tokens_[i].word) + " " + std::string(tokens_[i + 1].word);
            if (likeness(handle, two) == Likeness::wholly && !is_of_subject(two)) return true;
        }
        return false;
    }

    bool is_of_subject(const std::string& words) const {
        const auto key = name_key(words);
        return std::any_of(people_.begin(), people_.end(), [&](const Person& person) {
            return (" " + name_key(person.name) + " ").find(" " + key + " ") != std::string::npos;
        });
    }

    // Links whose text is no handle: icons, "Twitter", the author's own name.
    void give_links() {
        for (const auto& link : bio_.links) {
            const auto profile = profile_of_url(link.url);
            if (!profile || is_mentioned(*profile)) continue;
            const auto text = one_line(link.text);
            if (!text.empty() && !names_platform(text) && text.find("://") == std::string::npos &&
                name_of_words(key_words(text)).empty())
                continue;
            if (is_owned_by_another(text) || (people_.size() == 1 && names_somebody_else(profile->handle))) continue;
            const bool is_one = people_.size() == 1 && !names_co_author();
            auto* owner = is_one ? &people_.front() : only_one_who_is(profile->handle, Likeness::partly);
            if (owner != nullptr && !is_desk_name(owner->name)) owner->profiles.push_back(*profile);
        }
    }

    bool is_mentioned(const Profile& profile) const {
        return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
            return mention.profile && same_account(*mention.profile, profile);
        });
    }

    static std::vector<std::string> key_words(const std::string& text) {
        std::vector<std::string> out;
        for (const auto word : words_of(std::string_view(text))) out.push_back(bare_word(word));
        return out;
    }

    // "Twitter", "Follow on Mastodon", "@ada": text that says no more than where.
    static bool names_platform(const std::string& text) {
        const auto tokens = prose_tokens(std::string_view(text));
        return std::all_of(tokens.begin(), tokens.end(), [](const ProseToken& token) {
            return token.is_handle || is_platform_word(token.key) || is_contact_word(token);
        });
    }

    // "Follow the show on <a>Twitter</a>".
    bool is_owned_by_another(const std::string& text) const {
        for (std::size_t i = 1; i < tokens_.size(); ++i) {
            if (tokens_[i].platform.empty() || folded(text).find(tokens_[i].key) == std::string::npos) continue;
            if (!has_word(on_words, tokens_[i - 1].key)) continue;
            for (auto k = i; k > 0 && tokens_[k - 1].sentence == tokens_[i].sentence; --k)
                if (has_word(account_owners, tokens_[k - 1].key)) return true;
        }
        return false;
    }

    // Of two accounts on one platform the one that is like the name counts, else none.
    void keep_one_account_per_platform() {
        for (auto& person : people_) {
            std::map<std::string, std::vector<Profile>> by_platform;
            std::vector<std::string> order;
            for (auto& profile : person.profiles) {
                auto& accounts = by_platform[profile.platform];
                if (accounts.empty()) order.push_back(profile.platform);
                const bool known =
                    std::any_of(accounts.begin(), accounts.end(), [&](auto& a) { return same_account(a, profile); });
                if (!known) accounts.push_back(profile);
            }
            person.profiles.clear();
            for (const auto& platform : order) {
                auto& accounts = by_platform[platform];
                if (accounts.size() > 1)
                    accounts.erase(std::remove_if(accounts.begin(), accounts.end(),
                                                  [&](const Profile& a) {
                                                      return likeness(a.handle, person.name) == Likeness::none;
                                                  }),
                                   accounts.end());
                if (accounts.size() == 1) person.profiles.push_back(accounts.front());
            }
        }
    }

    void describe() {
        const auto text = without_contact(line_, tokens_, mentions_, subjects_);
        for (auto& person : people_) {
            const bool is_subject =
                subjects_.empty() || std::find(subjects_.begin(), subjects_.end(), person.name) != subjects_.end();
            if (is_subject && name_key(text) != name_key(person.name)) person.bio = text;
        }
        if (people_.size() != 1) return;
        read_role(people_.front(), text);
        const auto address = std::find_if(tokens_.begin(), tokens_.end(), is_mail_address);
        const bool is_account =
            address != tokens_.end() && std::any_of(mentions_.begin(), mentions_.end(), [&](auto& mention) {
                return mention.token == static_cast<std::size_t>(address - tokens_.begin());
            });
        if (address != tokens_.end() && !is_account) people_.front().email = address->word;
    }

    const BioText& bio_;
    std::string_view line_;
    const std::vector<std::string>& known_names_;
    std::optional<Time> written_;
    std::vector<ProseToken> tokens_;
    std::vector<Mention> mentions_;
    std::vector<std::string> subjects_;
    std::vector<Person> people_;
};

// "By , a columnist and a fellow": the linked name was lost on the way, what is left tells the role.
std::optional<Person> person_of_lost_byline(std::string_view line) {
    if (!take_label(line) || line.substr(0, 1) != ",") return std::nullopt;
    Person person;
    read_role(person, line);
    return person;
}

}  // namespace

std::vector<Person> people_of_prose(const BioText& bio, const std::vector<std::string>& known_names,
                                    std::optional<Time> written) {
    const auto line = one_line(bio.text);
    if (line.empty() || line.size() > longest_bio) return {};
    if (auto person = person_of_lost_byline(line)) return {*person};
    return BioReader(bio, line, known_names, written).read();
}

}  // namespace masthead::feeds
