#include "feeds/text/recipient_url.hpp"

#include <algorithm>
#include <array>

#include "feeds/text/ascii.hpp"
#include "feeds/text/clean_url.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/redirects.hpp"
#include "feeds/text/url.hpp"
#include "feeds/text/url_query.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

constexpr int most_redirects = 4;

// A segment of a path that asks the service to do something for the reader. Whole segments only: an article may be
// called "how-to-unsubscribe".
constexpr std::array<std::string_view, 34> actions = {"confirm",
                                                      "confirmation",
                                                      "disable_email",
                                                      "email-preferences",
                                                      "email-settings",
                                                      "email_preferences",
                                                      "email_settings",
                                                      "feedback",
                                                      "forward-to-friend",
                                                      "magic-link",
                                                      "magic_link",
                                                      "manage",
                                                      "manage-preferences",
                                                      "manage-subscription",
                                                      "manage_subscription",
                                                      "opt-out",
                                                      "opt_out",
                                                      "optout",
                                                      "poll",
                                                      "polls",
                                                      "preferences",
                                                      "profile-center",
                                                      "refer",
                                                      "referral",
                                                      "referrals",
                                                      "subscription-center",
                                                      "subscription-preferences",
                                                      "subscription_center",
                                                      "survey",
                                                      "unsub",
                                                      "unsubscribe",
                                                      "update-profile",
                                                      "vote",
                                                      "votes"};
static_assert(is_sorted(actions));
constexpr auto by_size = [](std::string_view a, std::string_view b) { return a.size() < b.size(); };
constexpr std::size_t shortest_action = std::min_element(actions.begin(), actions.end(), by_size)->size();
constexpr std::size_t longest_action = std::max_element(actions.begin(), actions.end(), by_size)->size();

bool is_action(std::string_view segment) {
    return segment.size() >= shortest_action && segment.size() <= longest_action &&
           is_one_of_sorted(actions, lowered(segment));
}

// Parameters that are somebody's, whatever their value.
bool is_personal_name(std::string_view name) {
    static constexpr std::array<std::string_view, 44> names = {"token",
                                                               "uuid",
                                                               "jwt",
                                                               "auth",
                                                               "auth_token",
                                                               "access_token",
                                                               "subscriber",
                                                               "subscriber_id",
                                                               "subscriberid",
                                                               "subscription_id",
                                                               "email",
                                                               "email_hash",
                                                               "emailhash",
                                                               "email_id",
                                                               "recipient",
                                                               "recipient_id",
                                                               "contact",
                                                               "contact_id",
                                                               "contactid",
                                                               "member_id",
                                                               "memberid",
                                                               "user_hash",
                                                               "reader",
                                                               "unsubscribe_token",
                                                               "mc_eid",
                                                               "ck_subscriber_id",
                                                               "referrer_token",
                                                               "user_id",
                                                               "userid",
                                                               "ss_email_id",
                                                               "trk_contact",
                                                               "contactkey",
                                                               "contact_key",
                                                               "recipientid",
                                                               "emailid",
                                                               "reader_id",
                                                               "readerid",
                                                               "subscriberkey",
                                                               "subscriber_key",
                                                               "sub_id",
                                                               "subid",
                                                               "ml_subscriber",
                                                               "ml_subscriber_hash",
                                                               "nlid"};
    return is_one_of(names, name);
}

// Short names that mean the reader at mail services, and anything elsewhere: only a value that looks like a token.
bool is_personal_pair(std::string_view name, std::string_view value) {
    static constexpr std::array<std::string_view, 18> names = {"e",   "h",   "k",   "key", "hash", "sig",
                                                               "r",   "s",   "id",  "eid", "uid",  "rid",
                                                               "sid", "cid", "lid", "u",   "user", "guid"};
    if (!is_one_of(names, name) || value.size() < 16) return false;
    const bool has_digit = std::any_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool is_token = std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
               c == '=';
    });
    return has_digit && is_token;
}

bool is_service_reader(std::string_view host, std::string_view name) {
    const auto is_at = [&](std::string_view service) { return host.find(service) != std::string_view::npos; };
    return (name == "e" && (is_at("campaign-archive.com") || is_at("list-manage.com") || is_at("mailchi.mp"))) ||
           (name == "h" && is_at("buttondown.")) || ((name == "r" || name == "s") && is_at("substack.com"));
}

std::string without_personal_parameters(std::string_view url, std::string_view host) {
    return without_parameters(url, [host](std::string_view raw_name, std::string_view value) {
        const std::string name = folded(raw_name);
        return is_personal_name(name) || is_personal_pair(name, value) || holds_mail_address(value) ||
               is_service_reader(host, name);
    });
}

bool has_action(std::string_view path) {
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        if (is_action(path.substr(0, end))) return true;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return false;
}

bool acts(const UrlParts& parts) {
    // Ghost puts its portal's actions into the fragment: "#/feedback/ID/1/".
    if (has_action(parts.path) || has_action(parts.fragment)) return true;
    if (parts.query.empty()) return false;
    const std::string query = folded(parts.query);
    return query.find("unsubscribe") != std::string::npos || query.find("action=disable") != std::string::npos ||
           query.find("optout") != std::string::npos;
}

}  // namespace

bool holds_mail_address(std::string_view text) {
    if (text.find_first_of("@%") == std::string_view::npos) return false;
    const std::string plain = percent_decode(text);
    const auto at = plain.find('@');
    return at != std::string::npos && at > 0 && plain.find('.', at) != std::string::npos && plain[at - 1] != '/';
}

bool is_plain_page(std::string_view url) {
    const auto clean = clean_url(url);
    return clean && clean->query.empty() && clean->fragment.empty() &&
           clean->path.find_first_of("%@") == std::string_view::npos && !is_click_counter(clean->host, clean->path) &&
           !has_action(clean->path);
}

std::string url_without_recipient(std::string_view url) {
    if (is_plain_page(url)) return std::string(url);
    std::string current(url);
    for (int step = 0; step < most_redirects && is_click_counter(current); ++step) {
        auto target = redirect_target(current);
        if (!target) return {};
        current = std::move(*target);
    }
    const UrlParts parts = url_parts(current);
    if (parts.host.empty()) {  // a mail address may be one that unsubscribes
        const std::string plain = folded(percent_decode(current));
        return plain.find("unsub") != std::string::npos || plain.find("optout") != std::string::npos ? std::string()
                                                                                                     : current;
    }
    if (acts(parts) || holds_mail_address(parts.path)) return {};
    return without_tracking(without_personal_parameters(current, parts.host));
}

}  // namespace masthead::feeds
