#include "feeds/people/mentions.hpp"

#include <algorithm>

#include "feeds/people/account_words.hpp"
#include "feeds/people/handles.hpp"
#include "feeds/people/platforms.hpp"
#include "feeds/people/word_list.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_mentions = 32;

// The platform's token that a handle belongs to: the last one before it in its sentence, or one right behind it
// ("@ada on Twitter").
std::optional<std::size_t> label_of(const std::vector<ProseToken>& tokens, std::size_t handle) {
    for (std::size_t i = handle; i > 0 && tokens[i - 1].sentence == tokens[handle].sentence; --i)
        if (!tokens[i - 1].platform.empty()) return i - 1;
    const auto behind = handle + 2;
    const bool is_named_behind = behind < tokens.size() && tokens[behind].sentence == tokens[handle].sentence &&
                                 has_word(on_words, tokens[handle + 1].key) && !tokens[behind].platform.empty();
    return is_named_behind ? std::optional(behind) : std::nullopt;
}

// The profile of a link whose text is this handle.
std::optional<Profile> linked_profile(const BioText& bio, std::string_view handle) {
    const auto wanted = folded(handle);
    for (const auto& link : bio.links) {
        auto profile = profile_of_url(link.url);
        if (!profile) continue;
        const auto key = folded(profile->handle);
        const bool is_user_of =
            key.size() > wanted.size() && key[wanted.size()] == '@' && key.substr(0, wanted.size()) == wanted;
        if (key == wanted || is_user_of) return profile;
    }
    return std::nullopt;
}

bool is_dotted_domain(std::string_view handle) {
    constexpr std::string_view bluesky = ".bsky.social";
    if (handle.size() > bluesky.size() && handle.substr(handle.size() - bluesky.size()) == bluesky) return true;
    return std::count(handle.begin(), handle.end(), '.') >= 2 && is_domain_name(handle);
}

// What "@handle" is: by its link, by its label, by its form.
void set_profile(Mention& mention, const BioText& bio, const std::vector<ProseToken>& tokens, std::string_view handle) {
    if ((mention.profile = linked_profile(bio, handle))) return;
    if (handle.find('@') != std::string_view::npos) {
        mention.profile = profile_of_handle("mastodon", handle);
    } else if (mention.label) {
        mention.profile = profile_of_handle(tokens[*mention.label].platform, handle);
    } else if (!is_dotted_domain(handle)) {
        mention.profile = profile_of_handle("twitter", handle);
        mention.is_bare = true;
    }
    if (!mention.profile && is_dotted_domain(handle)) mention.profile = profile_of_handle("bluesky", handle);
}

// Handles without an '@': addresses of profiles, and words behind a label that have the form of its handles.
bool set_plain_profile(Mention& mention, const std::vector<ProseToken>& tokens) {
    const auto& token = tokens[mention.token];
    if (token.word.find_first_of("./") != std::string_view::npos) {
        const bool has_scheme = token.word.find("://") != std::string_view::npos;
        mention.profile = profile_of_url((has_scheme ? "" : "https://") + std::string(token.word));
        if (mention.profile) return true;
    }
    constexpr std::string_view reddit = "u/";
    if (token.word.substr(0, reddit.size()) == reddit) {
        mention.profile = profile_of_handle("reddit", token.word.substr(reddit.size()));
        return mention.profile.has_value();
    }
    if (!mention.label || *mention.label >= mention.token || !token.platform.empty()) return false;
    const auto& label = tokens[*mention.label];
    const bool has_own_form = label.platform == "bluesky" || label.platform == "mastodon" || label.platform == "orcid";
    const bool follows_label = *mention.label + 1 == mention.token;
    const bool follows_at = *mention.label + 2 == mention.token &&
                            (tokens[mention.token - 1].key == "at" || tokens[mention.token - 1].key == "as");
    if (!follows_label && !follows_at) return false;
    mention.profile = profile_of_handle(label.platform, token.word);
    mention.is_plain_word = !has_own_form;
    return mention.profile.has_value();
}

void set_surroundings(Mention& mention, const std::vector<ProseToken>& tokens, std::optional<std::size_t> previous) {
    const auto sentence = tokens[mention.token].sentence;
    std::size_t start = mention.token;
    while (start > 0 && tokens[start - 1].sentence == sentence) --start;
    const bool is_label_before = mention.label && *mention.label < mention.token;
    if (is_label_before)
        for (auto i = start; i < *mention.label; ++i) mention.before.push_back(i);
    if (is_label_before) start = *mention.label + 1;
    if (previous && *previous >= start) start = *previous + 1;
    for (auto i = start; i < mention.token; ++i) mention.between.push_back(i);
}

}  // namespace

bool is_mail_address(const ProseToken& token) {
    const auto at = token.word.find('@');
    return !token.is_handle && at != std::string_view::npos && at > 0 && is_domain_name(token.word.substr(at + 1));
}

std::vector<Mention> mentions_in(const BioText& bio, const std::vector<ProseToken>& tokens) {
    std::vector<Mention> mentions;
    std::optional<std::size_t> previous;
    for (std::size_t i = 0; i < tokens.size() && mentions.size() < most_mentions; ++i) {
        Mention mention;
        mention.token = i;
        mention.label = label_of(tokens, i);
        if (tokens[i].is_handle)
            set_profile(mention, bio, tokens, tokens[i].word.substr(1));
        else if (!set_plain_profile(mention, tokens))
            continue;
        set_surroundings(mention, tokens, previous);
        previous = i;
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

}  // namespace masthead::feeds
